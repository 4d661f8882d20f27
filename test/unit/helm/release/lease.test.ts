import { afterEach, describe, expect, test } from '@jest/globals';
import { type KubeObject, type Kubernetes, KubernetesError } from '../../../../src/cloud/kubernetes.js';
import { type HeldLease, holdLease, LEASE_SECONDS } from '../../../../src/helm/release/lease.js';

/** One Lease in an API server that checks resource versions, and a clock that sleeping moves. */
function environment(existing?: string) {
  let version = 1;
  let time = Date.parse('2026-11-24T12:00:00Z');
  const conflict = (): KubernetesError => new KubernetesError('conflict', { status: 409, where: 'Lease' });
  const make = (object: KubeObject): KubeObject => {
    version += 1;
    return { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } };
  };
  let lease: KubeObject | undefined =
    existing === undefined
      ? undefined
      : make({
          apiVersion: 'coordination.k8s.io/v1',
          kind: 'Lease',
          metadata: { name: 'research-apply' },
          spec: { holderIdentity: existing, renewTime: '2026-11-24T11:59:59.000000Z' },
        });
  const kubernetes = {
    get: async () => lease,
    create: async (object: KubeObject) => {
      if (lease) throw conflict();
      lease = make(object);
      return lease;
    },
    replace: async (object: KubeObject) => {
      if (!lease || object.metadata.resourceVersion !== lease.metadata.resourceVersion) throw conflict();
      lease = make(object);
      return lease;
    },
    delete: async () => {
      lease = undefined;
      return true;
    },
  };
  const lines: string[] = [];
  return {
    lines,
    lease: () => lease,
    elapsed: () => (time - Date.parse('2026-11-24T12:00:00Z')) / 1000,
    renewByOther: () => {
      if (lease) lease = make({ ...lease, spec: { holderIdentity: 'other', renewTime: new Date(time).toISOString() } });
    },
    vanish: () => {
      lease = undefined;
    },
    onSleep: undefined as (() => void) | undefined,
    hold(this: { onSleep: (() => void) | undefined }, env: NodeJS.ProcessEnv = {}): Promise<HeldLease> {
      return holdLease({
        kubernetes: kubernetes as unknown as Kubernetes,
        namespace: 'jupyterhub-research',
        name: 'research-apply',
        env,
        say: (line) => void lines.push(line),
        now: () => time,
        sleep: async (milliseconds) => {
          time += milliseconds;
          this.onSleep?.();
        },
      });
    },
  };
}

const held: HeldLease[] = [];
afterEach(async () => {
  for (const lease of held.splice(0)) await lease.release();
});

describe('the lease of an apply', () => {
  test('a free lease is taken at once, names its holder, and is removed at the end', async () => {
    const at = environment();
    const lease = await at.hold({ GITHUB_RUN_ID: '42', GITHUB_REPOSITORY: 'acme/hubs' });
    expect(at.elapsed()).toBe(0);
    expect(lease.tookOver).toBe(false);
    expect(at.lease()?.spec).toMatchObject({
      holderIdentity: 'run 42 of acme/hubs (job ?, attempt 1)',
      leaseDurationSeconds: LEASE_SECONDS,
    });
    expect(JSON.stringify(at.lease()?.spec)).toMatch(/"renewTime":"[^"]*\.\d{6}Z"/);
    await lease.release();
    expect(at.lease()).toBeUndefined();
  });

  test('the lease of a killed run is taken over once it expired', async () => {
    const at = environment('a killed run');
    const lease = await at.hold();
    held.push(lease);
    expect(lease.tookOver).toBe(true);
    expect(at.elapsed()).toBeGreaterThan(LEASE_SECONDS);
    expect(at.elapsed()).toBeLessThan(LEASE_SECONDS + 5);
    expect(at.lines.join()).toContain('a killed run');
  });

  test('the lease of a living run is respected, and the run is named', async () => {
    const at = environment('other');
    at.onSleep = () => {
      if (at.elapsed() === 5) at.renewByOther();
    };
    await expect(at.hold()).rejects.toThrow('Another apply is at work on this hub: other');
    expect(at.elapsed()).toBe(5);
  });

  test('the lease of a run that ends meanwhile is taken, and the run does not count as killed', async () => {
    const at = environment('other');
    at.onSleep = () => at.vanish();
    const lease = await at.hold();
    held.push(lease);
    expect(lease.tookOver).toBe(false);
  });

  test('only our own clock decides whether a lease expired', async () => {
    const at = environment('other');
    at.onSleep = () => {
      if (at.elapsed() === 15) at.renewByOther();
    };
    await expect(at.hold()).rejects.toThrow('Another apply');
  });
});
