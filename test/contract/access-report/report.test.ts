import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fixture, fixtureForEach, git, type Ran, report } from '../../support/access-report.js';
import { PROJECT } from '../../support/google.js';
import { HUB, NAMESPACE } from '../../support/hub-cloud.js';
import { PLANTED_ATTRIBUTES, plantBareRepository, plantProgram, plantSettings } from '../../support/planted.js';

fixtureForEach();

interface Document {
  readonly complete: boolean;
  readonly listed: readonly Record<string, unknown>[];
  readonly others: readonly Record<string, unknown>[];
  readonly homes: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}
const documentOf = ({ result }: Ran): Document => result.document as unknown as Document;

describe('access report', () => {
  test('lists the rights that roles of hub.values give, as they were applied', async () => {
    const staff = { scopes: ['list:users', 'access:servers'], users: ['bo@acme.dev'], groups: ['ml'] };
    fixture.kube.objects[`/api/v1/namespaces/${NAMESPACE}/configmaps/${HUB}-deployed`] = {
      metadata: { name: `${HUB}-deployed` },
      data: {
        state: 'deployed',
        chart: JSON.stringify({ version: '4.4.0', repository: 'https://charts.example/', digest: 'x' }),
        revision: '1',
        'values.json': JSON.stringify({ hub: { loadRoles: { staff } } }),
        'manifests.yaml': '',
      },
    };
    const { result } = await report({ format: 'json' });
    const document = result.document as unknown as { roles: unknown; listed: { name: string; roles: string[] }[] };
    expect(document.roles).toEqual([
      {
        name: 'staff',
        scopes: ['list:users', 'access:servers'],
        holders: [
          { what: 'users', who: 'bo@acme.dev', people: null },
          { what: 'groups', who: 'ml', people: ['ada@acme.dev'] },
        ],
        everybody: false,
        state: 'ends',
      },
    ]);
    expect(document.listed.slice(0, 2).map(({ name, roles }) => [name, roles])).toEqual([
      ['ada@acme.dev', ['staff']],
      ['bo@acme.dev', ['staff']],
    ]);
    expect(result.summary).toContain('1 role of hub.values gives rights.');
    expect(result.summary?.replaceAll('\u200b', '')).toContain(
      '| `staff` | `list:users` and `access:servers` | `bo@acme.dev` and group `ml` (`ada@acme.dev`) | in force, and no longer in the file: an apply is pending |',
    );
  });

  test('says who has access and why as the sync identity, which the workflow of init uses, and what that may not see', async () => {
    const ran = await report({ format: 'json' }, { GITHUB_TOKEN: fixture.github.token }, fixture.cloud.people.sync);
    const { complete, listed, notes } = documentOf(ran);
    expect(ran.result.exitCode).toBe(0);
    expect(listed).toMatchObject([
      { name: 'ada@acme.dev', iap: { state: 'granted' } },
      { name: 'bo@acme.dev', iap: { state: 'missing' } },
      { name: 'uni.example', iap: { state: 'missing' } },
    ]);
    expect(complete).toBe(false);
    expect(notes.join('\n')).toContain('A policy above IAP could not be read');
  });

  test('says who has access, why, since when, last seen, and which other grants there are, as the plan identity', async () => {
    const ran = await report({ format: 'json' }, { GITHUB_TOKEN: fixture.github.token });
    const { complete, listed, others, homes, notes } = documentOf(ran);
    expect(complete).toBe(true);
    const why = {
      file: 'users.yaml',
      commit: {
        sha: git('rev-parse', 'HEAD'),
        date: '2026-01-02T03:04:05Z',
        author: 'Ada',
        subject: 'people: =cmd() | @octocat',
      },
      note: null,
      pullRequest: 41,
      proposedBy: 'bo',
      approvedBy: ['ada-l'],
    };
    expect(listed).toEqual([
      expect.objectContaining({
        name: 'ada@acme.dev',
        role: 'admin',
        why: { ...why, line: 2 },
        since: '2026-01-02T03:04:05Z',
        lastSeen: '2026-11-20T08:00:00Z',
        iap: { state: 'granted', also: [{ member: 'domain:acme.dev', place: 'iap_web' }] },
        hub: { state: 'listed', enforced: true },
      }),
      expect.objectContaining({
        name: 'bo@acme.dev',
        until: '2100-01-01T00:00:00Z',
        why: { ...why, line: 3 },
        lastSeen: null,
        iap: { state: 'missing', also: [{ member: 'domain:acme.dev', place: 'iap_web' }] },
        hub: { state: 'not-listed', enforced: true },
      }),
      expect.objectContaining({
        kind: 'domain',
        name: 'uni.example',
        why: { ...why, line: 4 },
        iap: { state: 'missing', also: [] },
        hub: { state: 'listed', enforced: true },
      }),
    ]);
    expect(others.map(({ name, why: reason, place }) => [name, reason, place])).toEqual([
      ['boss@uni.example', { code: 'granted-outside' }, 'iap'],
      ['night@acme.dev', { code: 'foreign-condition', condition: 'night shift' }, 'iap'],
      ['acme.dev', { code: 'inherited', place: 'iap_web' }, 'iap_web'],
    ]);
    expect(homes).toEqual([
      {
        kind: 'disk',
        owner: 'lin@acme.dev',
        place: 'claim-lin',
        size: '12Gi',
        created: '2026-02-03T04:05:06Z',
        left: null,
        lastSeen: null,
      },
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^A policy change takes Google/),
      expect.stringMatching(/^Grants on folders/),
    ]);
    expect(JSON.parse(String(ran.result.text))).toEqual(ran.result.document);
    expect(fixture.github.journal.map(({ operation }) => operation)).toEqual([
      'repos/list-pull-requests-associated-with-commit',
      'pulls/list-reviews',
    ]);
    expect(
      fixture.at.emulator.journal.filter(({ write, identity }) => write && identity === fixture.cloud.people.plan),
    ).toEqual([]);
  });

  test('notes what it cannot read without token, permission or cluster', async () => {
    const stranger = `reader@${PROJECT}.iam.gserviceaccount.com`;
    fixture.at.emulator.identities.add(stranger, {
      roles: ['roles/compute.viewer', 'roles/container.viewer', 'roles/serviceusage.serviceUsageViewer'],
    });
    fixture.kube.objects[`/api/v1/namespaces/${NAMESPACE}/configmaps/${HUB}-members`] = 403;
    fixture.kube.objects[`/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`] = 403;
    delete fixture.kube.objects[`/api/v1/namespaces/${NAMESPACE}/configmaps/${HUB}-reconciler`];
    const { complete, listed, notes } = documentOf(await report({}, {}, stranger));
    expect(complete).toBe(false);
    expect(listed.map(({ iap, hub }) => [iap, hub])).toEqual(
      Array(3).fill([
        { state: 'unknown', also: [] },
        { state: 'unknown', enforced: null },
      ]),
    );
    const text = notes.join('\n');
    expect(text).toMatch(/^The hub's list of people may not be read/m);
    expect(text).toMatch(/^The homes of people may not be read/m);
    expect(text).toMatch(/^The access reconciler in the hub has not reported yet/m);
    expect(text).toMatch(/^Pull requests and approvals are not known, since there is no token/m);
    expect(text).toMatch(/^The IAP policy could not be read/m);
    expect(text.match(/^A policy above IAP could not be read/gm)).toHaveLength(3);

    await fixture.at.call('DELETE', `container/v1/projects/${PROJECT}/locations/us-central1/clusters/${HUB}`);
    const gone = documentOf(await report());
    expect(gone.notes).toContain(
      'The cluster of the hub does not answer ("research" does not exist), so neither its list of people nor its IAP policy is known.',
    );
    expect(gone.others.map(({ name }) => name)).toEqual(['acme.dev']);
  });
});

describe('access report runs no program of the checkout', () => {
  test('named in a folder that looks like a bare repository, in the configuration of git, by attributes or as hooks', async () => {
    const planted = plantProgram(join(fixture.folder, 'planted/program'), join(fixture.folder, 'mark'));
    plantBareRepository(join(fixture.repository, 'notes'), planted.program);
    plantSettings(join(fixture.repository, '.git/config'), planted.program);
    writeFileSync(join(fixture.repository, '.gitattributes'), PLANTED_ATTRIBUTES);
    for (const name of ['post-index-change', 'post-checkout']) {
      plantProgram(join(fixture.repository, '.git/hooks', name), join(fixture.folder, 'mark'));
    }
    const { listed } = documentOf(await report({ format: 'json' }));
    expect(planted.ran()).toBe(false);
    expect(listed[0]).toMatchObject({ name: 'ada@acme.dev', since: '2026-01-02T03:04:05Z' });
  });

  test('when its configuration is itself in such a folder', async () => {
    const planted = plantProgram(join(fixture.folder, 'planted/program'), join(fixture.folder, 'mark'));
    plantBareRepository(fixture.repository, planted.program);
    const { listed } = documentOf(await report({ format: 'json' }));
    expect(planted.ran()).toBe(false);
    expect(listed[0]).toMatchObject({ since: '2026-01-02T03:04:05Z' });
  });
});
