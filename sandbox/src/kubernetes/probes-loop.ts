import type { Probe } from './pod-types.js';
import { askOnce, type ProbeTarget } from './probes.js';

/** Results of a running container's probes. */
export interface ProbeListener {
  /** The container has started (its startup probe succeeded, or it has none). */
  started(): void;
  /** Readiness changed. */
  ready(ready: boolean): void;
  /** Liveness or startup failed too often: the container must be restarted. */
  dead(message: string): void;
  /** One failed answer, for events. */
  unhealthy(kind: string, message: string): void;
}

/** Runs a container's probes until stopped: startup first, then readiness and liveness in parallel. */
export class ProbeLoops {
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  constructor(
    private readonly target: ProbeTarget,
    private readonly listener: ProbeListener,
  ) {}

  start(): void {
    const { startupProbe } = this.target.container;
    if (startupProbe === undefined) this.afterStart();
    else this.loop('Startup', startupProbe, false, (ok, message) => this.onStartup(ok, message));
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private onStartup(ok: boolean, message: string): boolean {
    if (ok) this.afterStart();
    else this.listener.dead(`startup probe failed: ${message}`);
    return false;
  }

  private afterStart(): void {
    const { readinessProbe, livenessProbe } = this.target.container;
    this.listener.started();
    if (readinessProbe === undefined) this.listener.ready(true);
    else {
      this.loop('Readiness', readinessProbe, false, (ok) => {
        this.listener.ready(ok);
        return true;
      });
    }
    if (livenessProbe !== undefined) {
      this.loop('Liveness', livenessProbe, true, (ok, message) => {
        if (!ok) this.listener.dead(`liveness probe failed: ${message}`);
        return ok;
      });
    }
  }

  /** `decided` is called when a threshold is reached and the state is another than before; it says whether to go on. */
  private loop(kind: string, probe: Probe, initial: boolean, decided: (ok: boolean, message: string) => boolean): void {
    let state = initial;
    let run = 0;
    let last: boolean | undefined;
    const ask = async (): Promise<void> => {
      const { ok, message } = await askOnce(probe, this.target);
      if (this.stopped) return;
      if (!ok) this.listener.unhealthy(kind, message);
      run = ok === last ? run + 1 : 1;
      last = ok;
      const enough = run >= (ok ? (probe.successThreshold ?? 1) : (probe.failureThreshold ?? 3));
      // A container cannot become unready before it was ready, but startup and liveness can fail from the beginning.
      const news = enough && (ok !== state || (!ok && kind !== 'Readiness'));
      if (news) {
        state = ok;
        if (!decided(ok, message)) return;
      }
      this.later(ask, period);
    };
    const period = Math.max(1, probe.periodSeconds ?? 10) * 1000;
    this.later(ask, Math.max(0, probe.initialDelaySeconds ?? 0) * 1000);
  }

  private later(action: () => Promise<void>, delay: number): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void action();
    }, delay);
    this.timers.add(timer);
  }
}
