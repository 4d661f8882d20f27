import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KubeError } from './client.js';
import type { DataKind } from './kubelet-store.js';
import { type ContainerHost, ContainerRunner, now } from './pod-container.js';
import { type LaunchContext, launch, runInContainer } from './pod-launch.js';
import { type Program, programOf } from './pod-programs.js';
import { podStatus, STAND_IN, standInStatus } from './pod-status.js';
import type { Container, ContainerStatus, Pod } from './pod-types.js';
import { PodVolumes } from './volumes.js';

/** What a pod's worker needs of the node agent. */
export interface WorkerContext extends LaunchContext {
  readonly restartBackoff: number;
  event(pod: Pod, type: 'Normal' | 'Warning', reason: string, message: string): void;
  /** Readiness or address of a pod changed. */
  networkChanged(): void;
}

/** Runs one pod from its binding to a node until it is gone. */
export class PodWorker {
  private readonly volumes: PodVolumes;
  private readonly startTime = now();
  private runners: ContainerRunner[] = [];
  private initStatuses: ContainerStatus[] = [];
  private statuses: ContainerStatus[];
  private initialized = false;
  private terminating = false;
  private stopped = false;
  private writing: Promise<void> | undefined;
  private dirty = false;
  private readonly folder: string;

  constructor(
    public pod: Pod,
    readonly podIP: string,
    readonly hostIP: string,
    private readonly context: WorkerContext,
  ) {
    this.folder = join(context.dir, 'pods', pod.metadata.uid ?? pod.metadata.name);
    this.volumes = new PodVolumes(pod, this.folder, { ...context, facts: { pod, podIP, hostIP } });
    this.statuses = pod.spec.containers.map((container) => creating(container));
  }

  /** Whether nothing of the pod runs here. */
  get standIn(): boolean {
    return !this.pod.spec.containers.some((container) => programOf(container) !== undefined);
  }

  /** Whether Services lead to it. Readiness as last written by this worker, gates of others included. */
  get ready(): boolean {
    if (this.stopped || this.terminating) return false;
    const conditions = this.computed().conditions as readonly { type: string; status: string }[];
    return conditions.some((entry) => entry.type === 'Ready' && entry.status === 'True');
  }

  /** Begins; failures are kept to the pod. */
  start(): void {
    void this.life().catch((error: unknown) => {
      this.context.log(`${this.title}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  /** Takes over a newer version of the object. */
  update(pod: Pod): void {
    const gates = JSON.stringify(pod.status?.conditions) !== JSON.stringify(this.pod.status?.conditions);
    this.pod = pod;
    if (pod.metadata.deletionTimestamp !== undefined && !this.terminating) void this.terminate();
    else if (gates && (pod.spec.readinessGates ?? []).length > 0) this.changed();
  }

  dataChanged(kind: DataKind, namespace: string, name: string): void {
    if (namespace === this.pod.metadata.namespace) this.volumes.changed(kind, name);
  }

  renewTokens(): void {
    this.volumes.renew(Date.now());
  }

  /** Ends everything at once, without telling the cluster: the node agent stops, or the object is gone already. */
  async halt(): Promise<void> {
    this.stopped = true;
    for (const runner of this.runners) runner.kill();
    await Promise.all(this.runners.map((runner) => runner.finished));
  }

  /** Removes the pod's folder; disks stay. */
  async clean(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private get title(): string {
    return `pod ${this.pod.metadata.namespace}/${this.pod.metadata.name}`;
  }

  private async life(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    if (this.standIn) return this.pretend();
    this.changed();
    await this.prepareVolumes();
    if (this.stopped || this.terminating) return;
    await this.initialize();
    if (this.stopped || this.terminating || !this.initialized) return;
    for (const container of this.pod.spec.containers) {
      const program = programOf(container);
      if (program === undefined) this.pretendContainer(container);
      else this.run(container, program);
    }
    void this.endSidecars();
    this.changed();
  }

  /** A pod of which nothing runs here looks as if it did; one whose work ends (a Job's) looks done. */
  private async pretend(): Promise<void> {
    const ended = (this.pod.spec.restartPolicy ?? 'Always') !== 'Always';
    this.initStatuses = (this.pod.spec.initContainers ?? []).map((entry) => standInStatus(entry, now(), true));
    this.statuses = this.pod.spec.containers.map((entry) => standInStatus(entry, now(), ended));
    this.initialized = true;
    await this.mark();
    this.changed();
  }

  private async mark(): Promise<void> {
    const path = `/api/v1/namespaces/${this.pod.metadata.namespace}/pods/${this.pod.metadata.name}`;
    await this.context.client.mergePatch(path, { metadata: { annotations: { [STAND_IN]: 'true' } } }).catch(() => {});
  }

  private async prepareVolumes(): Promise<void> {
    let said = '';
    while (!this.stopped && !this.terminating) {
      try {
        return await this.volumes.prepare();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (message !== said)
          this.context.event(this.pod, 'Warning', 'FailedMount', `MountVolume.SetUp failed: ${message}`);
        said = message;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  }

  private async initialize(): Promise<void> {
    const containers = this.pod.spec.initContainers ?? [];
    this.initStatuses = containers.map((container) => creating(container));
    for (const [index, container] of containers.entries()) {
      const program = programOf(container);
      if (program !== undefined && container.restartPolicy === 'Always') {
        if (await this.startSidecar(container, program)) continue;
        return;
      }
      if (program === undefined) {
        // Such as chown of a disk or an iptables rule: there is no network or owner of the pod's own to change here.
        this.context.log(`${this.title}: init container ${container.name} is done by stand-in`);
        this.initStatuses[index] = { ...standInStatus(container, now(), true), ready: true };
        continue;
      }
      const policy = this.pod.spec.restartPolicy === 'Never' ? 'Never' : 'OnFailure';
      const runner = new ContainerRunner(container, this.hostOf(program, policy));
      this.runners.push(runner);
      runner.start();
      await runner.finished;
      this.initStatuses[index] = { ...runner.status(), ready: runner.exitCode === 0 };
      this.runners = this.runners.filter((entry) => entry !== runner);
      if (runner.exitCode !== 0) return this.changed();
    }
    this.initialized = true;
  }

  /** Starts an init container that goes on running, and waits for its startup probe. False where the pod ends before. */
  private async startSidecar(container: Container, program: Program): Promise<boolean> {
    const runner = new ContainerRunner(container, this.hostOf(program, 'Always'));
    this.runners.push(runner);
    runner.start();
    while (!runner.status().started) {
      if (this.stopped || this.terminating) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return true;
  }

  /** Sidecars end once all other containers have. */
  private async endSidecars(): Promise<void> {
    const isSidecar = (runner: ContainerRunner): boolean => !this.pod.spec.containers.includes(runner.container);
    const sidecars = this.runners.filter(isSidecar);
    await Promise.all(this.runners.filter((runner) => !isSidecar(runner)).map((runner) => runner.finished));
    await Promise.all(sidecars.map((runner) => runner.stop(1000)));
  }

  private pretendContainer(container: Container): void {
    this.context.log(`${this.title}: container ${container.name} is a stand-in`);
    const index = this.pod.spec.containers.indexOf(container);
    this.statuses[index] = standInStatus(container, now(), false);
  }

  private run(container: Container, program: Program): void {
    const before = this.pod.status?.containerStatuses?.find((status) => status.name === container.name);
    // A container that ran under an earlier node agent ended with it: this is its next start.
    const restarts = before?.state.running === undefined ? 0 : before.restartCount + 1;
    const runner = new ContainerRunner(
      container,
      this.hostOf(program, this.pod.spec.restartPolicy ?? 'Always'),
      restarts,
    );
    this.runners.push(runner);
    runner.start();
  }

  private hostOf(program: Program, restartPolicy: 'Always' | 'OnFailure' | 'Never'): ContainerHost {
    const { context, podIP, hostIP } = this;
    const subject = { pod: this.pod, podIP, hostIP, folder: this.folder, volumes: this.volumes };
    return {
      restartPolicy,
      backoff: context.restartBackoff,
      launch: (container) => launch(subject, container, program, context),
      probeTarget: (container) => ({
        podIP,
        container,
        exec: (command, timeout) => runInContainer(subject, container, program, command, timeout, context),
      }),
      changed: () => this.changed(),
      event: (type, reason, message) => context.event(this.pod, type, reason, message),
    };
  }

  private computed(): Record<string, unknown> {
    for (const runner of this.runners) {
      const index = this.pod.spec.containers.indexOf(runner.container);
      const at = index >= 0 ? index : this.pod.spec.containers.findIndex(({ name }) => name === runner.container.name);
      if (at >= 0) this.statuses[at] = runner.status();
      else {
        const init = (this.pod.spec.initContainers ?? []).findIndex(({ name }) => name === runner.container.name);
        if (init >= 0) this.initStatuses[init] = runner.status();
      }
    }
    const { pod, podIP, hostIP, startTime, initialized, initStatuses, statuses, terminating } = this;
    return podStatus(pod, { podIP, hostIP, startTime, initialized, initStatuses, statuses, terminating });
  }

  private changed(): void {
    this.context.networkChanged();
    this.dirty = true;
    this.writing ??= this.write().finally(() => {
      this.writing = undefined;
    });
  }

  private async write(): Promise<void> {
    const { namespace, name, uid } = this.pod.metadata;
    while (this.dirty && !this.stopped) {
      this.dirty = false;
      try {
        // Strategic merge keeps the conditions that others own; the uid keeps it from a later pod of the same name.
        await this.context.client.request('PATCH', `/api/v1/namespaces/${namespace}/pods/${name}/status`, {
          contentType: 'application/strategic-merge-patch+json',
          body: { metadata: { uid }, status: this.computed() },
        });
      } catch (error) {
        if (error instanceof KubeError && (error.status === 404 || error.status === 409)) return; // gone, or another pod now
        this.dirty = true;
        this.context.log(
          `${this.title}: status not written: ${error instanceof Error ? error.message : String(error)}`,
        );
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }

  private async terminate(): Promise<void> {
    this.terminating = true;
    const grace = this.pod.metadata.deletionGracePeriodSeconds ?? this.pod.spec.terminationGracePeriodSeconds ?? 30;
    this.changed();
    await Promise.all(this.runners.map((runner) => runner.stop(grace * 1000)));
    await this.volumes.unmount();
    await this.writing;
    const { namespace, name, uid } = this.pod.metadata;
    await this.context.client
      .request('DELETE', `/api/v1/namespaces/${namespace}/pods/${name}`, {
        body: { kind: 'DeleteOptions', apiVersion: 'v1', gracePeriodSeconds: 0, preconditions: { uid } },
      })
      .catch((error: unknown) => {
        const gone = error instanceof KubeError && (error.status === 404 || error.status === 409);
        if (!gone)
          this.context.log(`${this.title}: not removed: ${error instanceof Error ? error.message : String(error)}`);
      });
  }
}

function creating(container: Container): ContainerStatus {
  const image = container.image ?? '';
  return {
    name: container.name,
    image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason: 'ContainerCreating' } },
  };
}
