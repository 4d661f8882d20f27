import { describe, expect, test } from '@jest/globals';
import { CONFIG, HUB, INGRESS, MAPS, MEMBERS } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, granted, listed, sync as syncUsers } from '../../support/sync.js';

const NO_GUARD = 'access: {guard: {maxRemovals: {percent: 100}}}\n';

// Where the homes of people are.
const HOMES = [MAPS.replace('configmaps', 'persistentvolumeclaims'), `${MAPS}/${HUB}-homes`];

fixtureForEach();

/** Runs `sync-users` for one administrator and these people as the workflow's identity; gives the calls of the run. */
async function sync(people: readonly string[], config = CONFIG): Promise<{ google: string[]; kubernetes: string[] }> {
  const { at, kube } = fixture;
  configure(config);
  const lines = people.map((entry) => `  - ${entry}\n`).join('');
  const before = at.emulator.journal.length;
  kube.calls.length = 0;
  await syncUsers(`users:\n  - {email: ada@acme.dev, admin: true}\n${lines}`);
  return {
    google: at.emulator.journal.slice(before).map(({ method, status }) => `${method} ${status}`),
    kubernetes: [...kube.calls],
  };
}

const FIND = ['cloudresourcemanager.projects.get 200', 'container.projects.locations.clusters.get 200'];
const READ = [...FIND, 'compute.backendServices.get 200', 'iap.getIamPolicy 200'];
// The list is read once more before the policy is written, in case a newer run has replaced it.
// The list has a copy, which is read with it and written after it.
const COPY = `${MEMBERS}-copy`;
const AGAIN = [`GET ${MEMBERS} 200`, `GET ${COPY} 200`];
const WRITE = [`PUT ${MEMBERS} 200`, `PUT ${COPY} 200`];
// Whoever leaves is recorded with the list, until the policy is written.
const RECORD = [...AGAIN, ...WRITE];
const WRITES = [...READ, 'iap.setIamPolicy 200'];
const JOIN = { google: WRITES, kubernetes: requests(...WRITE, ...AGAIN) };
const LEAVE = { google: WRITES, kubernetes: requests(...WRITE, ...AGAIN, ...RECORD) };

/** Requests to the API server of any run that changes nothing, and those of a change of the list, which asks about homes too. */
function requests(...change: readonly string[]): string[] {
  const reads = [`${MAPS}/${HUB}-deployed`, INGRESS.path, `${MAPS}/${HUB}-audience`, MEMBERS, COPY];
  const report = `GET ${MAPS}/${HUB}-reconciler 200`;
  return [
    ...reads.map((path) => `GET ${path} 200`),
    // Where the list stays as it is, the report is looked at first: only a new list would bring a lost one back.
    ...(change.length === 0 ? [report] : change),
    report,
    ...(change.length === 0 ? [] : HOMES.map((path) => `GET ${path} 404`)),
  ];
}

/** Addresses, each third with an end date: it is in a binding of its own. */
const peopleOf = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    i % 3 === 2 ? `{email: p${i}@acme.dev, until: 2099-12-31}` : `p${i}@acme.dev`,
  );

describe('the calls of sync-users', () => {
  test.each([1, 100, 1400])(
    'of %d people who come or go has the same calls: one write of the policy, one of the hub list, and one more after somebody left',
    async (count) => {
      await sync([]);
      expect(await sync(peopleOf(count))).toEqual(JOIN);
      expect([listed().people.length, (await granted()).length]).toEqual([count + 1, count + 1]);
      expect(await sync(peopleOf(count))).toEqual({ google: READ, kubernetes: requests() });
      expect(await sync([], `${CONFIG}${NO_GUARD}`)).toEqual(LEAVE);
      expect([listed().people.length, await granted()]).toEqual([1, ['user:ada@acme.dev']]);
    },
    30_000,
  );

  test('include one more read of the policy for the first list, to check for adoption', async () => {
    const { google, kubernetes } = await sync(peopleOf(100));
    expect(google).toEqual([...READ, 'iap.getIamPolicy 200', 'iap.setIamPolicy 200']);
    expect(kubernetes).toEqual(
      requests(`POST ${MAPS} 200`, `PATCH ${COPY} 200`, ...AGAIN).map((line, at) =>
        at === 3 || at === 4 ? line.replace('200', '404') : line,
      ),
    );
  });
});

test('a hub of an older version gets the new access, and the missing permissions are reported', async () => {
  const { kube } = fixture;
  for (const path of HOMES) kube.objects[path] = 403;
  configure(`${CONFIG}storage: {buckets: {perUser: true}}\n`);
  const { exitCode, said } = await syncUsers('users: [ada@acme.dev]\n');
  expect([exitCode, await granted()]).toEqual([0, ['user:ada@acme.dev']]);
  expect(said).toContain('are not labelled with the day: this identity gets the right with the next apply');
  expect(said).toContain('Buckets of people are made once apply has brought the configuration to the hub.');
});

describe('a concurrent run that writes the list', () => {
  /** Lets another run write a list of its own before the next write. */
  const race = (emails: readonly string[]): void => {
    const { kube } = fixture;
    kube.beforeWrite = () => {
      kube.beforeWrite = () => {};
      const people = emails.map((email) => ({ email, admin: false, until: null }));
      const { generation } = listed();
      kube.put(MEMBERS, { data: { 'members.json': JSON.stringify({ generation: generation + 1, people }) } });
    };
  };
  const lost = [`PUT ${MEMBERS} 409`, ...AGAIN];

  test('costs one more read and write, and the next list builds on it', async () => {
    await sync([]);
    race(['ada@acme.dev', 'grace@acme.dev']);
    expect((await sync(peopleOf(1))).kubernetes).toEqual(requests(...lost, ...WRITE, ...AGAIN, ...RECORD));
    expect(listed()).toMatchObject({ generation: 3, people: [{ email: 'ada@acme.dev' }, { email: 'p0@acme.dev' }] });
  });

  test('cannot bypass the guard, which judges the list that is replaced', async () => {
    await sync([]);
    race(['ada@acme.dev', ...Array.from({ length: 30 }, (_, i) => `other${i}@acme.dev`)]);
    await expect(sync(peopleOf(1))).rejects.toThrow('30 of 31 entries would lose access');
    expect(listed().people).toHaveLength(31);
    expect(await granted()).toEqual(['user:ada@acme.dev']);
  });
});
