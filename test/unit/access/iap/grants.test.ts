import { describe, expect, test } from '@jest/globals';
import { readGrants } from '../../../../src/access/iap/grants.js';
import { ACCESSOR_ROLE, type Binding } from '../../../../src/access/iap/policy.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { type Answer, refusedConnection, stub } from '../../../support/answers.js';

const grant = (members: readonly string[]): Binding => ({ role: ACCESSOR_ROLE, members });

describe('the live IAM policies', () => {
  const PLACE = { project: 'acme-research', projectNumber: '42', hub: 'research' };
  const client = (answer: (url: string) => Answer): { google: GoogleClient; urls: string[] } => {
    const urls: string[] = [];
    const google = new GoogleClient({
      token: async () => 't',
      env: {},
      sleep: async () => {},
      fetch: async (url, init) => {
        urls.push(String(url));
        return stub(answer(String(url))).fetch(url, init);
      },
    });
    return { google, urls };
  };
  const iap = (google: GoogleClient) => ({ google, hub: 'research', projectNumber: '42', backendId: '7' });

  test('are read from IAP, both resources above it, and the project', async () => {
    const { google, urls } = client(() => ({ status: 200, body: { bindings: [grant(['user:a@b.dev'])] } }));
    const found = await readGrants(google, PLACE, iap(google));
    expect(urls.sort()).toEqual([
      'https://cloudresourcemanager.googleapis.com/v1/projects/acme-research:getIamPolicy',
      'https://iap.googleapis.com/v1/projects/42/iap_web/compute/services/7:getIamPolicy',
      'https://iap.googleapis.com/v1/projects/42/iap_web/compute:getIamPolicy',
      'https://iap.googleapis.com/v1/projects/42/iap_web:getIamPolicy',
    ]);
    expect(found.grants.map(({ place, owned }) => [place, owned])).toEqual([
      ['iap', true],
      ['iap_web/compute', false],
      ['iap_web', false],
      ['project', false],
    ]);
    expect(found).toMatchObject({ iapPolicyRead: true, complete: true, notes: [] });
  });

  test('that may not be read leave a note', async () => {
    const { google } = client((url) =>
      url.includes('cloudresourcemanager')
        ? { status: 403, body: { error: { message: 'resourcemanager.projects.getIamPolicy denied' } } }
        : { status: 200, body: {} },
    );
    const found = await readGrants(google, PLACE, iap(google));
    expect(found).toMatchObject({ iapPolicyRead: true, complete: false, grants: [] });
    expect(found.notes).toEqual([
      expect.stringMatching(/^A policy above IAP could not be read \(projects\/acme-research: .*denied/),
    ]);
    expect(await readGrants(google, PLACE, undefined)).toMatchObject({ iapPolicyRead: false, complete: false });
  });

  test('fail if Google cannot be reached, unlike a hub without people', async () => {
    const { google } = client(() => refusedConnection());
    await expect(readGrants(google, PLACE, iap(google))).rejects.toThrow('cannot be reached');
  });

  test('name custom roles, whose permissions are unknown', async () => {
    const bindings = [
      { role: 'projects/acme-research/roles/webUser', members: ['user:a@b.dev'] },
      { role: 'organizations/1/roles/empty', members: [] },
      { role: 'projects/acme-research/roles/jupyterhubPlan', members: ['serviceAccount:research-plan@a.dev'] },
      { role: 'roles/owner', members: ['user:owner@acme.dev'] },
    ];
    const { google } = client(() => ({ status: 200, body: { bindings } }));
    const found = await readGrants(google, PLACE, iap(google));
    expect(found.grants).toEqual([]);
    // A role of the identities that a person has may have been changed to let that person in.
    const widened = [{ role: 'projects/acme-research/roles/jupyterhubPlan', members: ['user:mallory@evil.dev'] }];
    const { google: other } = client(() => ({ status: 200, body: { bindings: widened } }));
    expect((await readGrants(other, PLACE, iap(other))).notes.join()).toContain('roles/jupyterhubPlan');
    expect(found.notes).toEqual([
      expect.stringMatching(/^Custom roles are granted as well \(projects\/acme-research\/roles\/webUser\)\./),
    ]);
  });
});
