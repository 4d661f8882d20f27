import { describe, expect, test } from '@jest/globals';
import { ACCESSOR_ROLE, type Policy } from '../../../src/access/policy.js';
import { iapResource, planPolicy, syncPolicy } from '../../../src/access/sync.js';
import { GoogleApiError, type GoogleClient, type GoogleRequest } from '../../../src/cloud/rest.js';
import { person } from './people.js';

const PEOPLE = [person('ada@acme.dev'), person('guest@acme.dev', { until: '2027-01-01T00:00:00Z' })];
const NOW = new Date('2026-11-24T12:00:00Z');
const error = (status: number): GoogleApiError => new GoogleApiError('refused', { status, where: 'iap' });

/** IAP with one policy, whose etag every write checks; `beforeWrite` is what others do in between. */
function iap(start: Policy, beforeWrite: (attempt: number, at: { policy: Policy }) => void = () => {}) {
  const at = { policy: { etag: 'v1', ...start } as Policy };
  const calls: string[] = [];
  const pauses: number[] = [];
  const call = async (request: GoogleRequest): Promise<unknown> => {
    const verb = request.path.split(':')[1] ?? '';
    calls.push(verb);
    expect(request).toMatchObject({ service: 'iap', method: 'POST' });
    expect(request.path).toBe(`projects/123456789012/iap_web/compute/services/1234567890123456789:${verb}`);
    if (verb === 'getIamPolicy') {
      expect(request.body).toEqual({ options: { requestedPolicyVersion: 3 } });
      return at.policy;
    }
    beforeWrite(calls.filter((one) => one === 'setIamPolicy').length, at);
    const { policy } = request.body as { policy: Policy };
    if (policy.etag !== at.policy.etag) throw error(409);
    at.policy = { ...policy, etag: `${policy.etag}+` };
    return at.policy;
  };
  const google = { call } as unknown as GoogleClient;
  const door = { google, hub: 'research', projectNumber: '123456789012', backendId: '1234567890123456789' };
  const sync = () =>
    syncPolicy(
      door,
      PEOPLE,
      () => NOW,
      async (milliseconds) => void pauses.push(milliseconds),
    );
  return { at, calls, pauses, door, sync };
}

describe("the door's policy", () => {
  test('is written once, and a second run writes nothing', async () => {
    const { calls, sync, at } = iap({});
    expect(await sync()).toMatchObject({ changed: true, added: ['user:ada@acme.dev', 'user:guest@acme.dev'] });
    expect(at.policy.bindings).toHaveLength(2);
    expect(await sync()).toMatchObject({ changed: false });
    expect(calls).toEqual(['getIamPolicy', 'setIamPolicy', 'getIamPolicy']);
  });

  test('is read and merged again when somebody else writes in between, so that both changes stand', async () => {
    const theirs = { role: 'roles/iap.admin', members: ['user:ops@acme.dev'] };
    const { at, calls, pauses, sync } = iap({}, (attempt, server) => {
      if (attempt === 1) server.policy = { etag: 'v2', bindings: [theirs] };
    });
    expect(await sync()).toMatchObject({ changed: true });
    expect(calls).toEqual(['getIamPolicy', 'setIamPolicy', 'getIamPolicy', 'setIamPolicy']);
    expect(pauses).toHaveLength(1);
    expect(at.policy.bindings?.[0]).toEqual(theirs);
    expect(at.policy.bindings?.filter(({ role }) => role === ACCESSOR_ROLE)).toHaveLength(2);
  });

  test('is given up after ten lost races, with a way out', async () => {
    const { calls, sync, at } = iap({}, (attempt, server) => {
      server.policy = { etag: `other ${attempt}` };
    });
    await expect(sync()).rejects.toMatchObject({
      message: 'The access policy was changed by somebody else 10 times while this run wrote it',
      hint: expect.stringContaining('ours were not written'),
    });
    expect(calls.filter((verb) => verb === 'setIamPolicy')).toHaveLength(10);
    expect(at.policy.bindings).toBeUndefined();
  });

  test('is left alone after any other refusal', async () => {
    const { calls, sync } = iap({}, () => {
      throw error(403);
    });
    await expect(sync()).rejects.toMatchObject({ status: 403 });
    expect(calls).toHaveLength(2);
  });

  test('is only read by a plan', async () => {
    const { calls, door } = iap({});
    expect((await planPolicy(door, PEOPLE, NOW)).added).toHaveLength(2);
    expect(calls).toEqual(['getIamPolicy']);
  });
});

test('ids of 64 bits stay text', () => {
  expect(iapResource({ projectNumber: '1', backendId: '9223372036854775807' })).toBe(
    'projects/1/iap_web/compute/services/9223372036854775807',
  );
});
