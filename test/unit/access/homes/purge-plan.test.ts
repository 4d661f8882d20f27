import { describe, expect, test } from '@jest/globals';
import type { HomeDisk } from '../../../../src/access/homes/disks.js';
import { homeKey } from '../../../../src/access/homes/names.js';
import { type PurgePlan, planPurge, purgeChanges } from '../../../../src/access/homes/purge-plan.js';
import type { Principal } from '../../../../src/access/users/load.js';
import { guardData } from '../../../../src/change/guard.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';
import { entry, principal } from '../../../support/people.js';
import { resource } from '../../../support/report/changes.js';

const OF = { project: 'acme-research', hub: 'research' };
const NOW = new Date('2026-11-27T12:00:00Z');
const ADA = 'ada@acme.dev';
const DAY = '2026-06-30';
const disk = (owner: string, left: string | undefined): HomeDisk => ({
  kind: 'disk',
  owner,
  place: `claim-${owner}`,
  size: '10Gi',
  created: '2026-02-03T04:05:06Z',
  left,
});
const homeStatus = (day: string) => ({ ready: {}, left: { [homeKey(OF, ADA)]: { kind: 'bucket' as const, day } } });

function plan(more: { disks?: HomeDisk[]; day?: string; principals?: Principal[]; left?: string }): PurgePlan {
  return planPurge({
    hubId: OF,
    entries: [{ email: ADA, left: more.left ?? DAY, where: 'jupyterhub.yaml:9:5' }],
    principals: more.principals ?? [],
    disks: more.disks ?? [],
    homeStatus: more.day === undefined ? { ready: {}, left: {} } : homeStatus(more.day),
    now: NOW,
  });
}

describe('an entry of storage.purge', () => {
  test('deletes all disks and the bucket of one person with that day, and nothing else', () => {
    const disks = [disk(ADA, DAY), disk('grace@acme.dev', DAY), disk('Ada@acme.dev', DAY)];
    const { purges, notes } = plan({ disks, day: DAY });
    expect(purges.map(({ disks: found, bucket }) => [found.map(({ owner }) => owner), bucket?.day])).toEqual([
      [[ADA, 'Ada@acme.dev'], DAY],
    ]);
    expect(notes).toEqual([]);
  });

  test('deletes no home with another day or without one, and notes it', () => {
    const { purges, notes } = plan({ disks: [disk(ADA, '2026-07-01'), disk(ADA, undefined)], day: '2026-11-26' });
    expect(purges).toEqual([]);
    const note = { code: 'home-not-purged', owner: ADA, purgeDay: DAY, where: 'jupyterhub.yaml:9:5' };
    expect(notes).toEqual([{ ...note, day: '2026-07-01' }, note, { ...note, day: '2026-11-26' }]);
  });

  test('is noted if there is nothing left to delete', () => {
    expect(plan({ disks: [disk('grace@acme.dev', DAY)] })).toEqual({
      purges: [],
      notes: [{ code: 'purge-entry-unused', owner: ADA, where: 'jupyterhub.yaml:9:5' }],
    });
  });

  test.each([
    ['by name', principal('Ada@acme.dev')],
    ['with an end to come', principal(ADA, { until: '2027-01-01T00:00:00Z' })],
    ['by a domain', entry('domain', 'acme.dev')],
  ])('is refused for somebody who has access %s', (_, listed) => {
    const asked = (): unknown => plan({ disks: [disk(ADA, DAY)], principals: [listed] });
    expect(asked).toThrow(/storage\.purge names ada@acme\.dev, who has access by .*Nothing was deleted/);
  });

  test('applies to an expired person, even if the domain is listed', () => {
    const principals = [principal(ADA, { until: '2026-07-01T00:00:00Z' }), entry('domain', 'acme.dev')];
    expect(plan({ disks: [disk(ADA, DAY)], principals }).purges).toHaveLength(1);
  });

  test('is a change that the guard allows, and does not show the claim, whose name reveals the address', () => {
    const changes = purgeChanges(OF, plan({ disks: [disk(ADA, DAY)], day: DAY }));
    expect(() => guardData({ hub: 'research', changes })).not.toThrow();
    expect(verdict(changes, writer(false))).toContain(
      '⚠️ Homes are deleted for good, as storage.purge says: `ada@acme.dev`.',
    );
    expect(verdict(changes, writer(true))).not.toContain('ada@');
    expect(JSON.stringify(changes)).not.toContain('claim-');
    const asked = [...changes, resource('delete', 'google_container_cluster', 'hub', true)];
    expect(() => guardData({ hub: 'research', changes: asked })).toThrow(/cluster\.hub \(delete\)/);
  });
});
