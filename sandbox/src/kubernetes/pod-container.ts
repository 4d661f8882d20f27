import type { PodProcess } from './pod-process.js';
import type { Container, ContainerState, ContainerStatus } from './pod-types.js';
import type { ProbeTarget } from './probes.js';
import { ProbeLoops } from './probes-loop.js';

/** What a runner needs of its pod. */
export interface ContainerHost {
  /** Starts the process; throws where the container cannot be started as it is described. */
  launch(container: Container): Promise<PodProcess>;
  probeTarget(container: Container): ProbeTarget;
  /** The status is another than before. */
  changed(): void;
  event(type: 'Normal' | 'Warning', reason: string, message: string): void;
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';
  /** Milliseconds before the second restart; doubles up to 30 times this. */
  readonly backoff: number;
}

/** A container that ran this long starts over with the shortest wait, in milliseconds. */
const STEADY = 600_000;
/** An image of a registry that cannot exist. All others are there. */
const NO_REGISTRY = /^[\w.-]+\.invalid(?::\d+)?\//;

/** Runs one container: starts it, asks its probes, and starts it again when it ends, as the pod's restart policy says. */
export class ContainerRunner {
  private state: ContainerState = { waiting: { reason: 'ContainerCreating' } };
  private lastState: ContainerState | undefined;
  private ready = false;
  private hasStarted = false;
  private restarts: number;
  private failures = 0;
  private process: PodProcess | undefined;
  private probes: ProbeLoops | undefined;
  private stopping = false;
  private wake: (() => void) | undefined;
  /** Resolves when the container has ended for good. */
  finished: Promise<void> = Promise.resolve();

  constructor(
    readonly container: Container,
    private readonly host: ContainerHost,
    restarts = 0,
  ) {
    this.restarts = restarts;
  }

  start(): void {
    this.finished = this.life();
  }

  /** Ends it: SIGTERM, then everything at once after `grace` milliseconds. */
  async stop(grace: number): Promise<void> {
    this.stopping = true;
    this.wake?.();
    this.process?.terminate();
    const timer = setTimeout(() => this.process?.kill(), grace);
    await this.finished;
    clearTimeout(timer);
  }

  /** Ends it at once. */
  kill(): void {
    this.stopping = true;
    this.wake?.();
    this.probes?.stop();
    this.process?.kill();
  }

  /** Exit code once it has ended for good. */
  get exitCode(): number | undefined {
    return this.state.terminated?.exitCode;
  }

  status(): ContainerStatus {
    return {
      name: this.container.name,
      image: this.container.image ?? '',
      imageID: this.process === undefined && this.restarts === 0 ? '' : (this.container.image ?? ''),
      ready: this.ready,
      started: this.hasStarted,
      restartCount: this.restarts,
      state: this.state,
      ...(this.lastState === undefined ? {} : { lastState: this.lastState }),
    };
  }

  private async life(): Promise<void> {
    while (!this.stopping) {
      const began = Date.now();
      const code = await this.once();
      if (code === undefined) {
        await this.wait(1000); // the cluster may come to have what the container needs
        continue;
      }
      const { restartPolicy } = this.host;
      if (this.stopping || restartPolicy === 'Never' || (restartPolicy === 'OnFailure' && code === 0)) return;
      this.failures = Date.now() - began > STEADY ? 0 : this.failures + 1;
      await this.backOff();
    }
  }

  /** One run from start to end; undefined when it could not be started. */
  private async once(): Promise<number | undefined> {
    const { container, host } = this;
    if (NO_REGISTRY.test(container.image ?? '')) {
      // RFC 6761: no name below `invalid` has an address. kubelet says the one reason, waits, and says the other.
      const reason = this.state.waiting?.reason === 'ErrImagePull' ? 'ImagePullBackOff' : 'ErrImagePull';
      this.set({ waiting: { reason, message: `failed to resolve reference "${container.image}": no such host` } });
      return undefined;
    }
    try {
      this.process = await host.launch(container);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.set({ waiting: { reason: 'CreateContainerConfigError', message } });
      return undefined;
    }
    if (this.stopping) this.process.terminate();
    const startedAt = now();
    this.set({ running: { startedAt } });
    host.event('Normal', 'Started', `Started container ${container.name}`);
    this.watch(this.process);
    const exitCode = await this.process.exited;
    this.probes?.stop();
    this.ready = false;
    this.hasStarted = false;
    const reason = exitCode === 0 ? 'Completed' : 'Error';
    const message = (await this.process.endMessage?.().catch(() => '')) || undefined;
    this.set({
      terminated: { exitCode, reason, startedAt, finishedAt: now(), ...(message === undefined ? {} : { message }) },
    });
    return exitCode;
  }

  private watch(process: PodProcess): void {
    const { host, container } = this;
    this.probes = new ProbeLoops(host.probeTarget(container), {
      started: () => {
        this.hasStarted = true;
        host.changed();
      },
      ready: (ready) => {
        if (this.stopping || ready === this.ready) return;
        this.ready = ready;
        host.changed();
      },
      dead: (message) => {
        host.event('Warning', 'Killing', `Container ${container.name}: ${message}, will be restarted`);
        process.terminate();
        setTimeout(() => process.kill(), 10_000).unref();
      },
      unhealthy: (kind, message) => host.event('Warning', 'Unhealthy', `${kind} probe failed: ${message}`),
    });
    this.probes.start();
  }

  private async backOff(): Promise<void> {
    this.lastState = this.state;
    const delay =
      this.failures <= 1 ? 0 : Math.min(this.host.backoff * 2 ** (this.failures - 2), this.host.backoff * 30);
    if (delay > 0) {
      const message = `back-off ${delay / 1000}s restarting failed container ${this.container.name}`;
      this.set({ waiting: { reason: 'CrashLoopBackOff', message } });
      this.host.event('Warning', 'BackOff', message);
      await this.wait(delay);
    }
    if (this.stopping) this.set(this.lastState);
    else this.restarts += 1;
  }

  private wait(delay: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private set(state: ContainerState): void {
    this.state = state;
    this.host.changed();
  }
}

/** Now, as Kubernetes writes times: whole seconds. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
