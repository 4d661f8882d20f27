import { describe, expect, test } from '@jest/globals';
import type { RunNote } from '../../../../src/change/run-note.js';
import { noteDocuments, runNoteText } from '../../../../src/report/text/run-note.js';

const work = { cluster: 'research', operation: 'UPGRADE_MASTER', started: '2026-11-23T12:00:41.123Z' };
const group = 'hub-users@acme.dev';

describe('notes of a plan', () => {
  test.each<[RunNote, string]>([
    [
      { code: 'no-cluster', absence: { state: 'missing', cluster: 'research' } },
      'There is no cluster yet ("research" does not exist): the whole hub and all of its people count as new.',
    ],
    [
      { code: 'no-cluster', absence: { state: 'no-dns-endpoint', cluster: 'research' }, platformFrom: '../a.yaml' },
      'There is no cluster yet (the DNS endpoint of "research" is off): the whole hub and all of its people count as new. The platform comes with ../a.yaml, which goes first.',
    ],
    [
      { code: 'disks-without-claim', claims: ['claim-ada', 'hub-db-dir'], count: 2 },
      '⚠️ 2 disks of this hub are kept, and somebody deleted the claims: claim-ada and hub-db-dir. Whose home it was gets an empty one. docs/leaving.md says under "Disks without a claim" how to give a disk back.',
    ],
    [
      { code: 'cluster-busy', ...work },
      'GKE runs UPGRADE_MASTER on "research" since 2026-11-23 12:00 UTC: a change of the platform waits for its end.',
    ],
    [
      { code: 'acknowledgement-needs-review', rule: 'no-admin', file: 'jupyterhub.yaml', line: 3, column: 5 },
      '⚠️ no-admin is acknowledged for the first time (jupyterhub.yaml:3:5). Apply needs an approving review of the last commit, by somebody else with write access.',
    ],
    [
      {
        code: 'registry-readers',
        registries: ['acme-images', 'acme-more/europe/teaching'],
        account: 'research-nodes@acme-research.iam.gserviceaccount.com',
      },
      'The nodes must be able to read acme-images, acme-more/europe/teaching. The owners run once: gcloud projects add-iam-policy-binding acme-images --role=roles/artifactregistry.reader --member=serviceAccount:research-nodes@acme-research.iam.gserviceaccount.com --condition=None && gcloud artifacts repositories add-iam-policy-binding teaching --location=europe --project=acme-more --role=roles/artifactregistry.reader --member=serviceAccount:research-nodes@acme-research.iam.gserviceaccount.com',
    ],
    [
      { code: 'certificate-ends', certificate: 'wild', day: '2026-12-24' },
      '⚠️ The certificate "wild" ends on 2026-12-24. Upload a new one under another name before, and write that name into access.certificate.',
    ],
    [
      {
        code: 'subdomain-records',
        domain: 'hub.acme.dev',
        address: '192.0.2.7',
        certificate: 'wild',
        day: '2027-02-01',
      },
      'DNS: hub.acme.dev and *.hub.acme.dev need A records with 192.0.2.7. The certificate "wild" covers both until 2027-02-01; the load balancer takes it within a few minutes.',
    ],
    [
      { code: 'remote-users-files', repository: 'acme/people', commit: '4f2a91c'.padEnd(40, '0') },
      'Users files of acme/people are read at 4f2a91c, the newest commit of its default branch.',
    ],
    [
      { code: 'remote-users-files', repository: 'acme/people', ref: '4f2a91c', commit: '4f2a91c'.padEnd(40, '0') },
      'Users files of acme/people are read at 4f2a91c.',
    ],
  ])('%j reads "%s"', (note, text) => {
    expect(runNoteText(note)).toBe(text);
  });
});

describe('notes about access', () => {
  test.each<[RunNote, string]>([
    [
      { code: 'removes-own-identity', name: 'sync@acme.dev' },
      'This change revokes the access of sync@acme.dev, the identity that runs it.',
    ],
    [
      { code: 'public-access', member: 'allUsers', audience: 'everybody', outcome: 'removed' },
      'Everybody in the world may pass IAP (allUsers). The grant is revoked.',
    ],
    [
      {
        code: 'public-access',
        member: 'allAuthenticatedUsers',
        audience: 'google-accounts',
        outcome: 'kept-foreign',
        role: 'roles/iap.admin',
        condition: 'office hours',
      },
      'Everybody with a Google account has roles/iap.admin on IAP under the condition "office hours" (allAuthenticatedUsers). The grant is not managed by this hub and is kept; check it.',
    ],
    [
      { code: 'group-not-synced', group, where: 'groups/1', error: 'HTTP 500', hint: 'Run again.' },
      `The members of the Google group ${group} were NOT synced (groups/1): HTTP 500. Run again. The hub has its list already.`,
    ],
    [
      { code: 'access-revoked', name: 'ada@acme.dev', stoppedServers: 2, deletedTokens: 1 },
      'ada@acme.dev: 2 servers stopped, 1 token deleted, home kept',
    ],
    [
      { code: 'audit-record-missing', bucket: 'acme-audit', generation: 7, time: 't', error: 'no such bucket' },
      'Access WAS changed (generation 7, t), and its audit record is MISSING in gs://acme-audit: no such bucket. Keep the summary of this run as the record, and fix the cause: the next run records only what it changes itself.',
    ],
  ])('%j reads "%s"', (note, text) => {
    expect(runNoteText(note)).toBe(text);
  });
});

describe('notes about homes', () => {
  const entry = { owner: 'ada@acme.dev', where: 'jupyterhub.yaml:9:5' };

  test.each<[RunNote, string]>([
    [
      { code: 'buckets-planned', seconds: 120 },
      'Buckets and folders are made after access is granted, which takes about 2 min.',
    ],
    [{ code: 'homes-labelled', count: 1 }, '1 home of people who left: labelled with the day, kept.'],
    [{ code: 'buckets-ready', count: 2, planned: 3 }, '2 buckets or folders of people ready (3 planned).'],
    [
      { code: 'bucket-closed', ownerKey: '0123456789ab', day: '2026-06-30' },
      'somebody who left (0123456789ab): rights to the bucket revoked, files kept, left on 2026-06-30.',
    ],
    [
      { code: 'home-not-purged', ...entry, purgeDay: '2026-06-30' },
      'A home of ada@acme.dev has no day of leaving yet, so it is kept despite storage.purge (jupyterhub.yaml:9:5).',
    ],
    [
      { code: 'home-not-purged', ...entry, day: '2026-07-01', purgeDay: '2026-06-30' },
      'A home of ada@acme.dev was left on 2026-07-01, not on 2026-06-30, so it is kept despite storage.purge (jupyterhub.yaml:9:5).',
    ],
    [
      { code: 'claim-of-another', ...entry, count: 1 },
      '1 disk bearing the name of ada@acme.dev is kept despite storage.purge (jupyterhub.yaml:9:5): by the name of the claim it is not the home of this person. Somebody may have changed the annotation hub.jupyter.org/username.',
    ],
    [
      { code: 'purges-stopped', count: 1 },
      'storage.purge no longer names 1 home: the deletion of files stops. Deleted files can be restored for 30 days.',
    ],
  ])('%j reads "%s"', (note, text) => {
    expect(runNoteText(note)).toBe(text);
  });
});

test('a document has the code and the data of a note, and its words as the message', () => {
  expect(noteDocuments([{ code: 'homes-labelled', count: 2 }] as const, runNoteText)).toEqual([
    { code: 'homes-labelled', count: 2, message: '2 homes of people who left: labelled with the day, kept.' },
  ]);
});
