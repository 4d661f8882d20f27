import { describe, expect, test } from '@jest/globals';
import type { HomeClaim } from '../../../../src/access/homes/disks.js';
import { homeKey } from '../../../../src/access/homes/names.js';
import { onlyPlanned, type PurgePlan, planPurge, purgeChanges } from '../../../../src/access/homes/purge-plan.js';
import type { Principal } from '../../../../src/access/users/load.js';
import { fingerprint } from '../../../../src/change/fingerprint.js';
import { guardData } from '../../../../src/change/guard.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';
import { entry, principal } from '../../../support/people.js';
import { resource } from '../../../support/report/changes.js';

const OF = { project: 'acme-research', hub: 'research' };
const NOW = new Date('2026-11-27T12:00:00Z');
const ADA = 'ada@acme.dev';
const DAY = '2026-06-30';
/** The name that KubeSpawner gives the claim of these people, in its older scheme. */
const claimName = (owner: string): string =>
  `claim-${owner.replace(/[^a-z0-9]/g, (letter) => `-${letter.charCodeAt(0).toString(16)}`)}`;
const disk = (owner: string, left: string | undefined): HomeClaim => ({
  kind: 'disk',
  owner,
  server: '',
  place: claimName(owner),
  uid: `uid-of-${owner}`,
  size: '10Gi',
  created: '2026-02-03T04:05:06Z',
  left,
});
const homeStatus = (day: string) => ({ ready: {}, left: { [homeKey(OF, ADA)]: { kind: 'bucket' as const, day } } });

function plan(more: { disks?: HomeClaim[]; day?: string; principals?: Principal[]; left?: string }): PurgePlan {
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

  const stolen = { ...disk('grace@acme.dev', DAY), owner: ADA };
  test.each([
    ['the usual server', stolen],
    ['a named server', { ...stolen, server: 'grace' }],
    ['another spelling of the address', { ...stolen, owner: 'ADA@acme.dev' }],
    ['the database of the hub', { ...stolen, place: 'hub-db-dir' }],
  ])('does not delete the home of somebody else whose annotations say it is of %s', (_, claim) => {
    const { purges, notes } = plan({ disks: [claim] });
    expect(purges).toEqual([]);
    expect(notes).toEqual([{ code: 'claim-of-another', owner: ADA, count: 1, where: 'jupyterhub.yaml:9:5' }]);
    expect(plan({ disks: [claim, disk(ADA, DAY)] }).purges.map(({ disks }) => disks)).toEqual([[disk(ADA, DAY)]]);
  });

  test('is reviewed with the claims that it deletes: another claim, or a later one of its name, is another plan', () => {
    const of = (...disks: HomeClaim[]): string =>
      fingerprint({ hub: 'research', changes: purgeChanges(OF, plan({ disks })) });
    const second = { ...disk(ADA, DAY), server: 'gpu', place: 'claim-ada-40acme-2edev--gpu', uid: 'uid-2' };
    const reviewed = of(disk(ADA, DAY));
    expect(of({ ...disk(ADA, DAY) })).toBe(reviewed);
    expect(of({ ...disk(ADA, DAY), uid: 'uid-later' })).not.toBe(reviewed);
    expect(of(disk(ADA, DAY), second)).not.toBe(of(disk(ADA, DAY), { ...second, uid: 'uid-3' }));
    expect(of(second, disk(ADA, DAY))).toBe(of(disk(ADA, DAY), second));
  });

  test('deletes nothing that was not planned, also if it is there by the time of the deletion', () => {
    const second = { ...disk(ADA, DAY), server: 'gpu', place: 'claim-ada-40acme-2edev--gpu', uid: 'uid-2' };
    const planned = plan({ disks: [disk(ADA, DAY)] });
    const now = plan({ disks: [disk(ADA, DAY), second], day: DAY });
    expect(onlyPlanned(now, planned).purges).toMatchObject([{ disks: [disk(ADA, DAY)], bucket: undefined }]);
    const later = plan({ disks: [{ ...disk(ADA, DAY), uid: 'uid-later' }] });
    expect(onlyPlanned(later, planned).purges).toEqual([]);
    expect(onlyPlanned(now, { purges: [], notes: [] }).purges).toEqual([]);
    expect(onlyPlanned(planned, now).purges).toMatchObject([{ disks: [disk(ADA, DAY)] }]);
  });
});
