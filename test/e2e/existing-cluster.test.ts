import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

// A hub on a cluster that another hub's file made, and that this file only names.
const SLOW = 400_000;
const ADA = 'ada@acme.dev';

let environment: HubEnvironment;
beforeAll(async () => {
  environment = await startHubEnvironment();
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  environment.write('guests.yaml', `users:\n  - {email: ${ADA}, admin: true}\n`);
  guest('shared');
}, 600_000);
afterAll(() => environment?.stop());

/** Writes the file of a second hub on a cluster that exists. */
function guest(cluster: string, more = ''): void {
  environment.write(
    'guest.yaml',
    `${environment
      .read('jupyterhub.yaml')
      .replace(/^name: .*$/m, 'name: guests')
      .replace(
        /^users: .*$/m,
        'users: guests.yaml',
      )}platform: {deletionProtection: false, cluster: {existing: {name: ${cluster}, location: us-central1}}}\n${more}`,
  );
}

const run = (args: string, env: NodeJS.ProcessEnv = {}) =>
  environment.gke('apply', `${args} --config guest.yaml`, { env });
/** OAuth clients of all backend services. */
const clientIds = async (): Promise<string[]> => {
  const { items = [] } = (await compute('global/backendServices')) as {
    items?: { iap?: { oauth2ClientId?: string } }[];
  };
  return items.flatMap(({ iap }) => (iap?.oauth2ClientId ? [iap.oauth2ClientId] : []));
};
const compute = async (path: string): Promise<unknown> => {
  const { emulator, env } = environment.sandbox;
  const authorization = `Bearer ${String(env.GOOGLE_OAUTH_ACCESS_TOKEN)}`;
  const url = `${emulator.origin}/compute/v1/projects/acme-research/${path}`;
  return (await fetch(url, { headers: { authorization } })).json();
};
const networks = async (): Promise<number> => ((await compute('global/networks')) as { items: unknown[] }).items.length;

test(
  'a cluster that is not there stops the run at its line',
  async () => {
    const { code, text } = await run('plan');
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('There is no cluster projects/acme-research/locations/us-central1/clusters/shared'),
    ]);
    expect(text).toMatch(/guest\.yaml:\d+:\d+/);
  },
  SLOW,
);

test(
  'a hub on a cluster that exists is planned, applied, planned without a change, and destroyed; the cluster stays',
  async () => {
    guest('research');
    const before = await networks();
    const plan = await run('plan');
    expect([plan.code, plan.code === 0 ? '' : plan.text]).toEqual([0, '']);
    expect(plan.text).not.toMatch(/google_container_cluster|google_compute_network/);
    const applied = await run('apply');
    expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
    expect(await networks()).toBe(before);
    const again = await run('plan');
    expect([again.code, again.text]).toEqual([0, expect.stringContaining('No change')]);

    const ada = new Person(ADA, environment.sandbox.iap.url);
    await ada.open(environment.sandbox.iap.signInUrl(ADA));

    // The guests are of other organisations.
    const id = '123-abc.apps.googleusercontent.com';
    const client = JSON.stringify({ web: { client_id: id, client_secret: 'GOCSPX-canary' } });
    guest('research', 'access: {oauthClient: {secretRef: CLIENT}}\nsecrets: {CLIENT: {env: CLIENT}}\n');
    const broken = await run('apply', { CLIENT: '{}' });
    expect([broken.code, broken.text]).toEqual([1, expect.stringContaining('no OAuth client for a web application')]);
    const withClient = await run('apply', { CLIENT: client });
    expect([withClient.code, withClient.code === 0 ? '' : withClient.text]).toEqual([0, '']);
    expect(withClient.text).not.toContain('GOCSPX-canary');
    expect(await clientIds()).toEqual([id]);
    const same = await run('apply', { CLIENT: client });
    expect([same.code, same.text]).toEqual([0, expect.stringContaining('No change')]);
    guest('research');
    const back = await run('plan');
    expect([back.code, back.text]).toEqual([
      1,
      expect.stringContaining(`has the OAuth client ${id}, and GKE does not`),
    ]);

    guest('another');
    const moved = await run('plan');
    expect([moved.code, moved.text]).toEqual([
      1,
      expect.stringContaining('is on the cluster projects/acme-research/locations/us-central1/clusters/research'),
    ]);
    guest('research', 'access: {oauthClient: {secretRef: CLIENT}}\nsecrets: {CLIENT: {env: CLIENT}}\n');

    const platform = await run('destroy --target platform --yes');
    expect([platform.code, platform.text]).toEqual([1, expect.stringContaining('is managed elsewhere')]);
    const gone = await run('destroy --target hub --yes');
    expect([gone.code, gone.code === 0 ? '' : gone.text]).toEqual([0, '']);
    // The other hub and its cluster live on.
    const first = await environment.gke('apply', 'plan');
    expect([first.code, first.text]).toEqual([0, expect.stringContaining('No change')]);
  },
  SLOW,
);
