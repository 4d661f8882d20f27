import { describe, expect, test } from '@jest/globals';
import { AdoptionNeeded } from '../../../../src/access/iap/adoption.js';
import type { DesiredAccess } from '../../../../src/access/iap/desired.js';
import { ACCESSOR_ROLE, type Policy } from '../../../../src/access/iap/policy.js';
import { iapResource, planPolicy, type SyncOptions, syncPolicy } from '../../../../src/access/iap/sync.js';
import { UnreachableError } from '../../../../src/cloud/http.js';
import { GoogleApiError, type GoogleClient, type GoogleRequest } from '../../../../src/cloud/rest.js';
import { principal, wanted } from '../../../support/people.js';

const LISTED = wanted(['ada@acme.dev', principal('guest@acme.dev', { until: '2027-01-01T00:00:00Z' })]);
const error = (status: number, message = 'refused'): GoogleApiError =>
  new GoogleApiError(message, { status, where: 'iap' });
const membersOf = ({ bindings = [] }: Policy): string[] => bindings.flatMap(({ members = [] }) => members);

interface Server {
  policy: Policy;
}

/** IAP with one policy, whose etag every write checks; `beforeWrite` is what others do in between. */
function iap(start: Policy, beforeWrite: (attempt: number, at: Server, given: Policy) => void = () => {}) {
  const at: Server = { policy: { etag: 'v1', ...start } };
  const calls: string[] = [];
  const pauses: number[] = [];
  let clock = Date.parse('2026-11-24T12:00:00Z');
  const call = async (request: GoogleRequest): Promise<unknown> => {
    const verb = request.path.split(':')[1] ?? '';
    calls.push(verb);
    expect(request).toMatchObject({ service: 'iap', method: 'POST' });
    expect(request.path).toBe(`projects/123456789012/iap_web/compute/services/1234567890123456789:${verb}`);
    if (verb === 'getIamPolicy') {
      expect(request.body).toEqual({ options: { requestedPolicyVersion: 3 } });
      return at.policy;
    }
    const { policy } = request.body as { policy: Policy };
    beforeWrite(calls.filter((one) => one === 'setIamPolicy').length, at, policy);
    if (policy.etag !== at.policy.etag) throw error(409);
    at.policy = { ...policy, etag: `${policy.etag}+` };
    return at.policy;
  };
  const google = { call } as unknown as GoogleClient;
  const iap = { google, hub: 'research', projectNumber: '123456789012', backendId: '1234567890123456789' };
  const timing: SyncOptions = {
    now: () => new Date(clock),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      clock += milliseconds;
    },
    random: () => 0.5,
  };
  const sync = (want: DesiredAccess = LISTED, more: SyncOptions = {}) => syncPolicy(iap, want, { ...timing, ...more });
  return { at, calls, pauses, iap, sync };
}

describe('the IAP policy', () => {
  test('is written once, and a second run writes nothing', async () => {
    const { calls, sync, at } = iap({});
    expect(await sync()).toMatchObject({
      changed: true,
      added: ['user:ada@acme.dev', 'user:guest@acme.dev'],
      reads: 1,
      writes: 1,
      unknown: [],
    });
    expect(at.policy.bindings).toHaveLength(2);
    expect(await sync()).toMatchObject({ changed: false, reads: 1, writes: 0 });
    expect(calls).toEqual(['getIamPolicy', 'setIamPolicy', 'getIamPolicy']);
  });

  test('is read and merged again after a concurrent write, so both changes stay', async () => {
    const theirs = { role: 'roles/iap.admin', members: ['user:ops@acme.dev'] };
    const { at, calls, pauses, sync } = iap({}, (attempt, server) => {
      if (attempt === 1) server.policy = { etag: 'v2', bindings: [theirs] };
    });
    expect(await sync()).toMatchObject({ changed: true, reads: 2, writes: 2 });
    expect(calls).toEqual(['getIamPolicy', 'setIamPolicy', 'getIamPolicy', 'setIamPolicy']);
    expect(pauses).toEqual([100]);
    expect(at.policy.bindings?.[0]).toEqual(theirs);
    expect(at.policy.bindings?.filter(({ role }) => role === ACCESSOR_ROLE)).toHaveLength(2);
  });

  test('is read again after a lost answer, not written again, and the change is reported', async () => {
    const { at, sync } = iap({}, (attempt, server, given) => {
      // The first write counts and its answer is lost: the client sends it again, now with an old etag.
      if (attempt === 1) server.policy = { ...given, etag: 'v2' };
    });
    expect(await sync()).toMatchObject({ changed: true, added: LISTED_MEMBERS, reads: 2, writes: 1 });
    expect(membersOf(at.policy)).toEqual(LISTED_MEMBERS);
  });

  test('is given up after twenty conflicts, with a hint and growing pauses', async () => {
    const { calls, sync, at, pauses } = iap({}, (attempt, server) => {
      server.policy = { etag: `other ${attempt}` };
    });
    await expect(sync()).rejects.toMatchObject({
      message: 'Somebody else changed the IAP policy 20 times in 38 s while this run wrote it',
      hint: expect.stringContaining('ours were not written'),
    });
    expect(calls.filter((verb) => verb === 'setIamPolicy')).toHaveLength(20);
    expect(at.policy.bindings).toBeUndefined();
    expect(pauses.slice(0, 7)).toEqual([100, 200, 400, 800, 1600, 2500, 2500]);
  });

  test('is given up when the time limit is reached, however few the attempts', async () => {
    const lose = iap({}, (attempt, server) => {
      server.policy = { etag: `other ${attempt}` };
    });
    await expect(lose.sync(LISTED, { limit: 1000 })).rejects.toThrow('4 times in 1 s');
  });

  test.each([403, 404])('is not written again after status %d, which is passed on', async (status) => {
    const { calls, sync } = iap({}, () => {
      throw error(status);
    });
    await expect(sync()).rejects.toMatchObject({ status });
    expect(calls).toHaveLength(2);
  });

  test.each([
    [error(503, 'unavailable')],
    [new UnreachableError('iap.googleapis.com cannot be reached (socket hang up)')],
  ])('says that a write may have counted when the client gave up: %s', async (cause) => {
    const { sync } = iap({}, () => {
      throw cause;
    });
    await expect(sync()).rejects.toMatchObject({ hint: expect.stringContaining('Run again'), cause });
  });

  test('is not written without an etag, or if the merge is refused', async () => {
    const blind = iap({});
    blind.at.policy = {};
    await expect(blind.sync()).rejects.toThrow('has no etag');
    const first = iap({ bindings: [{ role: ACCESSOR_ROLE, members: ['user:old@acme.dev'] }] });
    await expect(first.sync({ ...LISTED, adopted: false })).rejects.toBeInstanceOf(AdoptionNeeded);
    expect([...blind.calls, ...first.calls]).toEqual(['getIamPolicy', 'getIamPolicy']);
  });

  test('is read but not written by a plan', async () => {
    const { calls, iap: target } = iap({});
    expect((await planPolicy(target, LISTED, new Date('2026-11-24T12:00:00Z'))).added).toHaveLength(2);
    expect(calls).toEqual(['getIamPolicy']);
  });
});

const LISTED_MEMBERS = ['user:ada@acme.dev', 'user:guest@acme.dev'];

describe('a member that IAM does not know', () => {
  /** Refuses a policy with any of these, one at a time, as IAM does. */
  const knowing = (unknown: readonly (readonly [string, string])[], start: Policy = {}) =>
    iap(start, (_attempt, _at, given) => {
      for (const [member, said] of unknown) if (membersOf(given).includes(member)) throw error(400, said);
    });

  test('is reported, and all others are written with the same etag', async () => {
    const { sync, at } = knowing([
      ['user:typo@acme.dev', 'User typo@acme.dev does not exist.'],
      ['user:team@acme.dev', 'The member user:team@acme.dev is of an unknown type. Please set a valid type prefix.'],
      ['group:ada@acme.dev', 'Account ada@acme.dev is of type "user". Please set the type prefix to be "user:".'],
      ['serviceAccount:x@p.iam.gserviceaccount.com', 'Service account x@p.iam.gserviceaccount.com does not exist.'],
    ]);
    const result = await sync(
      wanted([
        'grace@acme.dev',
        'typo@acme.dev',
        'team@acme.dev',
        principal('ada@acme.dev', { kind: 'group' }),
        principal('x@p.iam.gserviceaccount.com', { kind: 'serviceAccount' }),
      ]),
    );
    expect(result).toMatchObject({ changed: true, added: ['user:grace@acme.dev'], reads: 1, writes: 5 });
    expect(result.unknown).toEqual([
      'user:typo@acme.dev',
      'user:team@acme.dev',
      'group:ada@acme.dev',
      'serviceAccount:x@p.iam.gserviceaccount.com',
    ]);
    expect(membersOf(at.policy)).toEqual(['user:grace@acme.dev']);
  });

  test.each([
    "User o'brien@acme.dev does not exist.",
    "The member user:o'brien@acme.dev is of an unknown type.",
    "User 'o'brien@acme.dev' does not exist.",
  ])('is found although its address has an apostrophe: %s', async (said) => {
    const { sync, at } = knowing([["user:o'brien@acme.dev", said]]);
    const result = await sync(wanted(['grace@acme.dev', "o'brien@acme.dev", 'brien@acme.dev']));
    expect(result.unknown).toEqual(["user:o'brien@acme.dev"]);
    expect(membersOf(at.policy)).toEqual(['user:brien@acme.dev', 'user:grace@acme.dev']);
  });

  test('is found in quotation marks', async () => {
    const { sync } = knowing([['user:typo@acme.dev', "User 'typo@acme.dev' does not exist."]]);
    expect((await sync(wanted(['grace@acme.dev', 'typo@acme.dev']))).unknown).toEqual(['user:typo@acme.dev']);
  });

  test('is found by its kind if two members share an address', async () => {
    const { sync } = knowing([['group:ada@acme.dev', 'Group ada@acme.dev does not exist.']]);
    const both = wanted(['ada@acme.dev', principal('ada@acme.dev', { kind: 'group' })]);
    expect(await sync(both)).toMatchObject({ unknown: ['group:ada@acme.dev'], added: ['user:ada@acme.dev'] });
  });

  test('is not guessed: if IAM names none of ours, nothing is written', async () => {
    for (const said of [
      'Request contains an invalid argument.',
      'User ops@acme.dev does not exist.',
      'x-ada@acme.dev',
    ]) {
      const { sync, calls } = iap({}, () => {
        throw error(400, said);
      });
      await expect(sync()).rejects.toMatchObject({ message: expect.stringContaining(said), hint: expect.any(String) });
      expect(calls).toEqual(['getIamPolicy', 'setIamPolicy']);
    }
  });

  test('does not empty the policy if it is the only one', async () => {
    const { sync, at } = knowing([['user:ada@acme.dve', 'User ada@acme.dve does not exist.']], {
      bindings: [{ role: ACCESSOR_ROLE, members: ['user:ada@acme.dev'] }],
    });
    await expect(sync(wanted(['ada@acme.dve']))).rejects.toThrow('IAM knows none of the 1 listed members');
    expect(membersOf(at.policy)).toEqual(['user:ada@acme.dev']);
  });

  test('stops the run if there are more than fifty', async () => {
    const names = Array.from({ length: 80 }, (_, i) => `p${i}@acme.dve`);
    const { sync, calls } = knowing(names.map((name) => [`user:${name}`, `User ${name} does not exist.`]));
    await expect(sync(wanted(['ada@acme.dev', ...names]))).rejects.toThrow('does not know more than 50');
    expect(calls).toHaveLength(52);
  });

  test('is refused again by a second run, which has nothing to write then', async () => {
    const { sync, calls } = knowing([['user:typo@acme.dev', 'User typo@acme.dev does not exist.']]);
    const want = wanted(['ada@acme.dev', 'typo@acme.dev']);
    await sync(want);
    expect(await sync(want)).toMatchObject({ changed: false, unknown: ['user:typo@acme.dev'], writes: 1 });
    expect(calls).toHaveLength(5);
  });
});

test('a 64-bit id stays a text', () => {
  expect(iapResource({ projectNumber: '1', backendId: '9223372036854775807' })).toBe(
    'projects/1/iap_web/compute/services/9223372036854775807',
  );
});
