import type { Identities } from './identities.js';
import type { GoogleFault, Record } from './record.js';
import { bindingsFor, type Json, projectPolicy, type World } from './world.js';

/** Pages of the emulator itself, for people and for tests in other processes. */
export class AdminPages {
  readonly #world: World;
  readonly #record: Record;
  readonly #identities: Identities;
  readonly #ready: () => boolean;

  /** `ready` says whether some cluster runs; without one, no token is known to Kubernetes. */
  constructor(parts: { world: World; record: Record; identities: Identities; ready: () => boolean }) {
    this.#world = parts.world;
    this.#record = parts.record;
    this.#identities = parts.identities;
    this.#ready = parts.ready;
  }

  /** Answers a page below `/_sandbox/`; undefined where there is none. */
  answer(http: string, page: string, body: Json): { status: number; body: unknown } | undefined {
    const { journal, violations } = this.#record;
    switch (`${http} ${page}`) {
      case 'GET journal':
        return { status: 200, body: journal };
      case 'GET violations':
        return { status: 200, body: violations };
      case 'GET faults':
        return { status: 200, body: this.#record.faults() };
      case 'POST faults':
        if (typeof body.method !== 'string') return { status: 400, body: { error: 'A fault needs a method.' } };
        this.#record.addFault(body as unknown as GoogleFault);
        return { status: 200, body: this.#record.faults() };
      case 'GET quota':
        return { status: 200, body: Object.fromEntries(this.#world.quota) };
      case 'POST quota':
        return this.#setQuota(body);
      case 'POST token-review':
        return { status: 200, body: this.#review(body) };
      default:
        return undefined;
    }
  }

  #setQuota(body: Json): { status: number; body: unknown } {
    for (const [metric, limit] of Object.entries(body)) {
      if (limit === null) this.#world.quota.delete(metric);
      else if (typeof limit === 'number' && limit >= 0) this.#world.quota.set(metric, limit);
      else return { status: 400, body: { error: `${metric}: a limit is a number, or null for none.` } };
    }
    return { status: 200, body: Object.fromEntries(this.#world.quota) };
  }

  /** Kubernetes' question whose token this is: GKE takes Google's tokens, and IAM's roles count in the cluster. */
  #review(body: Json): Json {
    const token = String((body.spec as Json | undefined)?.token ?? '');
    const identity = this.#ready() ? this.#identities.identity(token) : undefined;
    const head = { apiVersion: body.apiVersion ?? 'authentication.k8s.io/v1', kind: 'TokenReview' };
    if (identity?.email === undefined) return { ...head, status: { authenticated: false } };
    const roles = bindingsFor(this.#world, identity, [projectPolicy(this.#world)], this.#world.now()).map(
      ({ role }) => role,
    );
    const groups = [...new Set(roles)].sort().map((role) => `iam:${role}`);
    return {
      ...head,
      status: { authenticated: true, user: { username: identity.email, uid: identity.email, groups } },
    };
  }
}
