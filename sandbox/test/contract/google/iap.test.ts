import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { errorOf, NUMBER, PROJECT, type Rig, rig } from '../../../../test/support/google.js';
import { startGitHub } from '../../../src/github/github.js';
import type { TrustedProvider } from '../../../src/google/services/federation.js';

const ROLE = 'roles/iap.httpsResourceAccessor';
let at: Rig;
let backend: string;

beforeEach(async () => {
  at = await rig();
  await at.enable('compute', 'iap', 'cloudresourcemanager', 'iam', 'iamcredentials');
  const path = `compute/v1/projects/${PROJECT}/global/backendServices`;
  await at.call('POST', path, { name: 'hub', iap: { enabled: true } });
  backend = String((await at.call('GET', `${path}/hub`)).body.id);
});
afterEach(() => at.emulator.stop());

function policyPath(verb: string, project = NUMBER, service = backend): string {
  return `iap/v1/projects/${project}/iap_web/compute/services/${service}:${verb}`;
}

interface Policy {
  readonly etag: string;
  readonly version?: number;
  readonly bindings?: readonly { readonly role: string; readonly members: string[]; readonly condition?: unknown }[];
}

async function read(version = 3): Promise<Policy> {
  const options = { requestedPolicyVersion: version };
  return (await at.call('POST', policyPath('getIamPolicy'), { options })).body as unknown as Policy;
}

test('one of two writers with the same etag gets 409', async () => {
  const { etag } = await read();
  const write = (email: string): ReturnType<Rig['call']> =>
    at.call('POST', policyPath('setIamPolicy'), {
      policy: { version: 3, etag, bindings: [{ role: ROLE, members: [`user:${email}`] }] },
    });
  const answers = await Promise.all([write('ada@acme.dev'), write('bo@acme.dev')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost && errorOf(lost)).toMatchObject({ status: 'ABORTED', errors: [{ reason: 'aborted' }] });
  expect((await read()).etag).not.toBe(etag);
});

test('the ID and number of a project, and the ID and name of a backend, name the same policy', async () => {
  const policy = { bindings: [{ role: ROLE, members: ['user:ada@acme.dev'] }] };
  await at.call('POST', policyPath('setIamPolicy', PROJECT, 'hub'), { policy });
  expect((await read()).bindings).toEqual(policy.bindings);
  expect((await at.call('POST', policyPath('getIamPolicy', NUMBER, '42'), {})).status).toBe(404);
});

test('conditions can be set only with version 3, and are hidden from readers of lower versions', async () => {
  const condition = { title: 'until', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' };
  const bindings = [{ role: ROLE, members: ['user:ada@acme.dev'], condition }];
  expect((await at.call('POST', policyPath('setIamPolicy'), { policy: { version: 1, bindings } })).status).toBe(400);
  expect((await at.call('POST', policyPath('setIamPolicy'), { policy: { version: 3, bindings } })).status).toBe(200);
  expect(await read(3)).toMatchObject({ version: 3, bindings });
  const old = await read(1);
  expect(old.bindings?.[0]?.role).toMatch(/^roles\/iap\.httpsResourceAccessor_withcond_[0-9a-f]{20}$/);
  expect(at.emulator.violations).toEqual([]);
});

test('people pass by name, domain or project until their access ends', async () => {
  const end = '2027-01-01T00:00:00Z';
  const bindings = [
    { role: ROLE, members: ['user:Ada@acme.dev', 'domain:partner.example'] },
    {
      role: ROLE,
      members: ['user:bo@acme.dev'],
      condition: { title: 't', expression: `request.time < timestamp("${end}")` },
    },
    { role: ROLE, members: ['user:cy@acme.dev'], condition: { title: 't', expression: 'request.host == "x"' } },
    { role: 'roles/owner', members: ['user:di@acme.dev'] },
  ];
  await at.call('POST', policyPath('setIamPolicy'), { policy: { version: 3, bindings } });
  at.emulator.identities.add('ed@acme.dev', { roles: [ROLE] });
  const allowed = (email: string, time = '2026-12-31T23:59:59Z'): boolean =>
    at.emulator.iapAllows(backend, email, new Date(time));
  expect(['ada@acme.dev', 'x@partner.example', 'bo@acme.dev', 'ed@acme.dev'].map((email) => allowed(email))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(
    ['x@notpartner.example', 'cy@acme.dev', 'di@acme.dev', 'nobody@acme.dev'].map((email) => allowed(email)),
  ).toEqual([false, false, false, false]);
  expect(allowed('bo@acme.dev', end)).toBe(false);
  expect(at.emulator.iapAllows('42', 'ada@acme.dev', new Date())).toBe(false);
  const all = { bindings: [{ role: ROLE, members: ['allUsers'] }] };
  await at.call('POST', policyPath('setIamPolicy'), { policy: { version: 3, ...all } });
  expect(allowed('nobody@acme.dev')).toBe(true);
});

test('a job whose subject has more than 127 bytes cannot sign in, and with the mapping of SETUP.md it can', async () => {
  const repository = `${'o'.repeat(39)}/${'r'.repeat(100)}`;
  const github = await startGitHub({ repository, repositoryId: '742', log: () => {} });
  try {
    const provider = `projects/${NUMBER}/locations/global/workloadIdentityPools/github/providers/long`;
    const email = `hub-long@${PROJECT}.iam.gserviceaccount.com`;
    at.emulator.identities.add(email, { roles: ['roles/browser'] });
    const { tokenSource } = await import('../../../../src/cloud/auth.js');
    const { identityToken } = await import('../../../../src/github/runner/workflow.js');
    Object.assign(process.env, github.jobEnv({ event: 'pull_request', ref: 'refs/pull/7/merge' }));
    const signIn = (subject?: TrustedProvider['subject']): Promise<string> => {
      at.emulator.federation.trust({
        provider,
        issuer: github.oidcUrl,
        keys: `${github.oidcUrl}/.well-known/jwks`,
        ...(subject === undefined ? {} : { subject }),
        impersonation: { [email]: ['*'] },
      });
      const env = at.emulator.env();
      return tokenSource({
        env,
        identityToken,
        workloadIdentityProvider: provider,
        serviceAccount: email,
        mask: () => {},
      })();
    };
    await expect(signIn()).rejects.toThrow(/google\.subject exceeds the 127 bytes limit/);
    const token = await signIn(({ repository_id: id, run_id: run }) => `${String(id)}:${String(run)}`);
    expect(at.emulator.identities.whoIs(token)).toBe(email);
  } finally {
    await github.stop();
  }
});

test("a job signs in with GitHub's token, only as the account that its attribute is bound to", async () => {
  const github = await startGitHub({ repository: 'acme/hubs', repositoryId: '742', log: () => {} });
  try {
    const provider = `projects/${NUMBER}/locations/global/workloadIdentityPools/github/providers/github`;
    const email = (name: string): string => `${name}@${PROJECT}.iam.gserviceaccount.com`;
    for (const name of ['hub-plan', 'hub-apply']) at.emulator.identities.add(email(name), { roles: ['roles/browser'] });
    at.emulator.federation.trust({
      provider,
      issuer: github.oidcUrl,
      keys: `${github.oidcUrl}/.well-known/jwks`,
      attributes: { job: ({ repository_id: id, event_name: event }) => `${String(id)}:${String(event)}` },
      impersonation: {
        [email('hub-plan')]: ['attribute.job/742:pull_request'],
        [email('hub-apply')]: ['attribute.job/742:push'],
      },
    });
    const { tokenSource } = await import('../../../../src/cloud/auth.js');
    const { identityToken } = await import('../../../../src/github/runner/workflow.js');
    Object.assign(process.env, github.jobEnv({ event: 'pull_request', ref: 'refs/pull/7/merge' }));
    const signIn = (name: string, audience = provider): Promise<string> =>
      tokenSource({
        env: at.emulator.env(),
        identityToken,
        workloadIdentityProvider: audience,
        serviceAccount: email(name),
        mask: () => {},
      })();
    expect(at.emulator.identities.whoIs(await signIn('hub-plan'))).toBe(email('hub-plan'));
    await expect(signIn('hub-apply')).rejects.toThrow(/iam\.serviceAccounts\.getAccessToken/);
    await expect(signIn('hub-plan', provider.replace('/github/', '/other/'))).rejects.toThrow();
    const forged = await at.call('POST', 'sts/v1/token', {
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `//iam.googleapis.com/${provider}`,
      subjectToken: 'a.b.c',
    });
    expect([forged.status, forged.body.error]).toEqual([400, 'invalid_grant']);
    expect(at.emulator.violations).toEqual([]);
  } finally {
    await github.stop();
  }
});
