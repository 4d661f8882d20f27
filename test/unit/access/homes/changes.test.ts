import { describe, expect, test } from '@jest/globals';
import { homesChanges } from '../../../../src/access/homes/changes.js';
import { homeKey } from '../../../../src/access/homes/names.js';
import { planHomes } from '../../../../src/access/homes/plan.js';
import { type HomeStatus, NO_HOME_STATUS } from '../../../../src/access/homes/status.js';
import { addressOf } from '../../../../src/change/change.js';
import { fingerprint } from '../../../../src/change/fingerprint.js';
import { planBuckets } from '../../../../src/stages/homes/plan.js';
import { hubConfig } from '../../../support/hub-config.js';
import { principal } from '../../../support/people.js';

const OF = { project: 'acme-research', hub: 'research' };
const NOW = new Date('2026-11-27T12:00:00Z');
const ADA = homeKey(OF, 'ada@acme.dev');
const GRACE = homeKey(OF, 'grace@acme.dev');
const NONE: HomeStatus = { ready: {}, left: {} };

function changes(emails: readonly string[], homeStatus: HomeStatus = NONE, former: readonly string[] = [], now = NOW) {
  const principals = emails.map((email) => principal(email));
  const today = now.toISOString().slice(0, 10);
  const plan = planHomes({ hubId: OF, principals, perUser: true, homeStatus, live: undefined, today, now });
  return homesChanges(plan, { hubId: OF, homeStatus, former });
}

describe('changes of homes', () => {
  test('create one home for each new person, sorted by address', () => {
    expect(changes(['grace@acme.dev', 'ada@acme.dev'])).toEqual([
      {
        scope: 'homes',
        action: 'create',
        subject: { kind: 'bucket', owner: 'ada@acme.dev' },
        attributes: [{ name: 'place', after: `gs://acme-research-research-${ADA}` }],
      },
      expect.objectContaining({ subject: { kind: 'bucket', owner: 'grace@acme.dev' } }),
    ]);
    expect(changes(['ada@acme.dev'], { ...NONE, ready: { [ADA]: 'bucket' } })).toEqual([]);
  });

  test('revoke access of people who left, and delete nothing', () => {
    const homeStatus: HomeStatus = { ...NONE, ready: { [ADA]: 'bucket', [GRACE]: 'folder' } };
    const [ada, unknown, ...more] = changes([], homeStatus, ['ada@acme.dev']);
    expect(more).toEqual([]);
    expect(ada).toEqual({
      scope: 'homes',
      action: 'update',
      subject: { kind: 'bucket', owner: 'ada@acme.dev' },
      attributes: [{ name: 'rights', before: `gs://acme-research-research-${ADA}` }],
      notes: [{ code: 'owner-left' }],
    });
    expect(unknown).toMatchObject({
      subject: { kind: 'folder', ownerKey: GRACE },
      attributes: [{ before: `gs://acme-research-research-homes/${GRACE}/` }],
    });
  });

  test('grant a returning person access to the kept home', () => {
    const back = (purging: object) =>
      changes(['ada@acme.dev'], { ...NONE, left: { [ADA]: { kind: 'bucket', day: '2026-01-01', ...purging } } });
    expect(back({})).toMatchObject([
      { action: 'update', attributes: [{ name: 'rights', after: expect.stringContaining(ADA) }] },
    ]);
    expect(back({})[0]?.notes).toEqual([{ code: 'owner-returned' }]);
    expect(back({ purging: true })[0]?.notes).toEqual([{ code: 'owner-returned-in-purge' }]);
  });

  test('are the same on another day and for any order of the files', () => {
    const homeStatus: HomeStatus = { ...NONE, ready: { [GRACE]: 'bucket' } };
    const print = (emails: readonly string[], now: Date) =>
      fingerprint({ hub: 'research', changes: changes(emails, homeStatus, [], now) });
    const people = ['ada@acme.dev', 'bob@acme.dev'];
    expect(print([...people].reverse(), new Date('2026-12-24T00:00:00Z'))).toBe(print(people, NOW));
  });
});

describe('the plan of buckets', () => {
  const config = hubConfig();
  const session = { config: { ...config, storage: { ...config.storage, perUserBuckets: true } } };
  const people = {
    changes: [{ scope: 'access', action: 'delete', subject: { kind: 'person', name: 'grace@acme.dev' } }],
    notes: [],
    people: [principal('ada@acme.dev')],
  } as const;

  test('counts all homes as new before the first apply, and estimates the duration', () => {
    const { changes, notes } = planBuckets(session, people, NO_HOME_STATUS, NOW);
    expect(changes.map((change) => `${change.action} ${addressOf(change)}`)).toEqual(['create ada@acme.dev']);
    expect(notes).toEqual([{ code: 'buckets-planned', seconds: 2 }]);
  });

  test('names people whose access the same plan revokes', () => {
    const homeStatus: HomeStatus = { ...NONE, ready: { [ADA]: 'bucket', [GRACE]: 'bucket' } };
    const { changes, notes } = planBuckets(session, people, homeStatus, NOW);
    expect(changes.map((change) => `${change.action} ${addressOf(change)}`)).toEqual(['update grace@acme.dev']);
    expect(notes).toEqual([]);
  });

  test('has nothing to do if nobody has or needs a bucket', () => {
    expect(planBuckets({ config }, people, NO_HOME_STATUS, NOW)).toEqual({ changes: [], notes: [] });
  });
});
