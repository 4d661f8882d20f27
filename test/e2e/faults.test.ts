import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type HubEnvironment, leftIn, startHubEnvironment } from '../support/e2e/hub-environment.js';

let environment: HubEnvironment;
beforeAll(async () => {
  environment = await startHubEnvironment();
}, 300_000);
afterAll(() => environment?.stop());
afterEach(() => {
  expect(leftIn(environment.temp)).toEqual([]);
});

const SLOW = 180_000;
const STATE = 'acme-research-tfstate';

/** Calls the storage API as the project's owner. */
async function storage(method: string, path: string, body?: string): Promise<{ generation?: string }> {
  const { sandbox } = environment;
  const answer = await fetch(`${sandbox.emulator.storageOrigin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${String(sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as { generation?: string });
}

function writes(): number {
  return environment.sandbox.emulator.journal.filter(({ write, status }) => write && status < 400).length;
}

describe('before anything exists', () => {
  test('a missing secret is named with its variable and line, and nothing is changed', async () => {
    const good = environment.read('jupyterhub.yaml');
    environment.write(
      'jupyterhub.yaml',
      `${good}approval: none\nsecrets: {api: {env: HUB_API_KEY}}\nhub: {values: {hub: {extraEnv: {API_KEY: {secretRef: api}}}}}\n`,
    );
    const before = writes();
    const { code, text } = await environment.gke('apply', 'apply');
    environment.write('jupyterhub.yaml', good);
    expect(text).toMatch(/jupyterhub\.yaml:\d+:\d+: The environment lacks the secrets api \(variable HUB_API_KEY\)/);
    expect({ code, written: writes() - before }).toEqual({ code: 1, written: 0 });
  });

  test(
    'an unreachable API is reported with its host and a hint',
    async () => {
      const env = { GOOGLE_RESOURCE_MANAGER_CUSTOM_ENDPOINT: 'http://127.0.0.1:9/cloudresourcemanager/v1/' };
      const { code, text } = await environment.gke('plan', 'plan', { env });
      expect(text).toContain('127.0.0.1:9 cannot be reached');
      expect(text).toContain('Check the network of this machine');
      expect(code).toBe(1);
    },
    SLOW,
  );

  test(
    'credentials that Google refuses are reported as such, before terraform starts',
    async () => {
      const { code, text } = await environment.gke('plan', 'plan', {
        env: { GOOGLE_OAUTH_ACCESS_TOKEN: 'not-a-token' },
      });
      expect(text).toContain('Google does not accept the credentials');
      expect(text).not.toContain('terraform');
      expect(text).not.toContain('not-a-token');
      expect(code).toBe(1);
    },
    SLOW,
  );

  test(
    'a disabled API is reported with the command that enables it',
    async () => {
      const services = `${environment.sandbox.emulator.origin}/serviceusage/v1/projects/acme-research/services/cloudresourcemanager.googleapis.com`;
      const headers = { authorization: `Bearer ${String(environment.sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}` };
      const set = (verb: string): Promise<Response> =>
        fetch(`${services}:${verb}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: '{}',
        });
      await set('disable');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { code, text } = await environment.gke('plan', 'plan');
      await set('enable');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(text).toContain('The API cloudresourcemanager.googleapis.com is not enabled in this project');
      expect(text).toContain('gcloud services enable cloudresourcemanager.googleapis.com');
      expect(code).toBe(1);
    },
    SLOW,
  );

  test(
    'a missing permission is named',
    async () => {
      const { code, text } = await environment.gke('plan', 'apply');
      expect(text).toMatch(/permission/i);
      expect(text).toContain('storage.objects.create');
      expect(code).toBe(1);
    },
    SLOW,
  );

  test(
    'an exhausted quota ends in one message that names it, and the next apply continues from there',
    async () => {
      environment.sandbox.emulator.quota.set('NETWORKS', 0);
      const { code, text } = await environment.gke('apply', 'apply');
      environment.sandbox.emulator.quota.delete('NETWORKS');
      expect(text).toMatch(/quota/i);
      expect(text).toContain('NETWORKS');
      expect(code).toBe(1);
    },
    SLOW,
  );

  test(
    'a held lock names its holder and id, and --break-lock takes that id only',
    async () => {
      const lock = {
        ID: '',
        Operation: 'OperationTypeApply',
        Who: 'somebody@elsewhere',
        Created: '2026-01-01T00:00:00Z',
        Path: '',
      };
      const name = encodeURIComponent('jupyterhub/research/platform/default.tflock');
      const upload = `/upload/storage/v1/b/${STATE}/o?uploadType=media&name=${name}`;
      const { generation } = await storage('POST', upload, JSON.stringify(lock));
      const { code, text } = await environment.gke('apply', 'apply');
      expect(text).toContain('locked by somebody@elsewhere');
      expect(text).toContain(`--break-lock ${generation}`);
      expect(code).toBe(1);
      const wrong = await environment.gke('apply', 'apply --break-lock 12345');
      expect(wrong.text).toContain('No state of this hub is locked with the id "12345"');
      expect(wrong.code).toBe(1);
      const right = await environment.gke('apply', `apply --break-lock ${generation}`);
      expect(right.text).toContain('Applied. The hub is at');
      expect(right.code).toBe(0);
    },
    SLOW,
  );
});

describe('on a running hub', () => {
  test(
    'a policy that others write at the same time is read again until the write succeeds',
    async () => {
      const users = environment.read('users.yaml');
      environment.write('users.yaml', `${users.trimEnd()}\n  - {email: lin@acme.dev}\n`);
      environment.sandbox.emulator.faults.add({
        method: 'iap.setIamPolicy',
        times: 3,
        status: 409,
        code: 'ABORTED',
        message: 'There were concurrent policy changes.',
      });
      const added = await environment.gke('sync', 'sync-users');
      expect(added.text).toContain('1 added, 0 removed');
      expect(added.code).toBe(0);
      environment.write('users.yaml', users);
      environment.sandbox.emulator.faults.add({
        method: 'iap.setIamPolicy',
        times: 20,
        status: 409,
        code: 'ABORTED',
        message: 'There were concurrent policy changes.',
      });
      const lost = await environment.gke('sync', 'sync-users');
      expect(lost.text).toMatch(/Somebody else changed the IAP policy \d+ times in \d+ s/);
      expect(lost.code).toBe(1);
      const repaired = await environment.gke('sync', 'sync-users');
      expect(repaired.text).toContain('0 added, 1 removed');
      expect(repaired.code).toBe(0);
    },
    SLOW,
  );

  test(
    'a secret is masked wherever it is printed, and is neither in the plan nor in the cluster record',
    async () => {
      const canary = 'canary-7f3a9c51d2e84b60';
      const good = environment.read('jupyterhub.yaml');
      environment.write(
        'jupyterhub.yaml',
        `${good}approval: none\nsecrets: {api: {env: HUB_API_KEY}}\nhub: {values: {hub: {extraEnv: {API_KEY: {secretRef: api}}}}}\n`,
      );
      const env = { HUB_API_KEY: canary, GITHUB_ACTIONS: 'true' };
      const planned = await environment.gke('plan', 'plan --json', { env: { HUB_API_KEY: canary } });
      const applied = await environment.gke('apply', 'apply', { env });
      expect(applied.code).toBe(0);
      expect(planned.text).not.toContain(canary);
      const lines = applied.text.split('\n').filter((line) => line.includes(canary));
      expect(lines.filter((line) => !line.startsWith('::add-mask::'))).toEqual([]);
      const { client } = environment.sandbox.controlPlane;
      const record = await client.get('/api/v1/namespaces/jupyterhub-research/configmaps/research-deployed');
      expect(JSON.stringify(record)).not.toContain(canary);
      environment.write('jupyterhub.yaml', good);
      expect((await environment.gke('apply', 'apply')).code).toBe(0);
    },
    SLOW,
  );

  test(
    'a change that would lose the address and the homes is refused before anything is done',
    async () => {
      const good = environment.read('jupyterhub.yaml');
      environment.write('jupyterhub.yaml', good.replace('us-central1', 'europe-west1'));
      const before = writes();
      const { code, text } = await environment.gke('apply', 'apply');
      environment.write('jupyterhub.yaml', good);
      expect(text).toContain('cannot move to europe-west1');
      expect(code).toBe(1);
      // The locks of both states were taken and released.
      expect(writes() - before).toBe(4);
    },
    SLOW,
  );
});
