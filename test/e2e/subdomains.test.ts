import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Authority } from '../../sandbox/src/kubernetes/pki.js';
import { HostBrowser } from '../support/e2e/host-browser.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

const SLOW = 300_000;
const HUB = 'https://hub.acme.dev';
const ADA = 'ada@acme.dev';
const ON = 'access: {domain: hub.acme.dev, subdomains: true, certificate: hub-acme-dev}';

let environment: HubEnvironment;
beforeAll(async () => {
  environment = await startHubEnvironment('access: {domain: hub.acme.dev}\n');
  environment.write('users.yaml', `users:\n  - {email: ${ADA}, admin: true}\n  - eve@acme.dev\n`);
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  environment.write('jupyterhub.yaml', environment.read('jupyterhub.yaml').replace(/^access: .*$/m, ON));
}, 400_000);
afterAll(() => environment?.stop());

/** Uploads a certificate for these names, as `gcloud compute ssl-certificates create` does. */
async function upload(name: string, hosts: readonly string[]): Promise<void> {
  const { sandbox } = environment;
  const { cert, key } = new Authority('a certificate authority').issue({ name: 'hub.acme.dev', hosts });
  const url = `${sandbox.emulator.origin}/compute/v1/projects/acme-research/global/sslCertificates`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name, certificate: cert, privateKey: key }),
  });
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, '']);
}

test(
  'hosts of people are refused, with the place in the file, until there is a certificate for all of them',
  async () => {
    const absent = await environment.gke('plan', 'plan');
    expect([absent.code, absent.text]).toEqual([
      expect.any(Number),
      expect.stringMatching(/jupyterhub\.yaml:8:\d+[\s\S]*has no global SSL certificate "hub-acme-dev"\. Nothing was/),
    ]);
    expect(absent.code).not.toBe(0);
    await upload('narrow', ['hub.acme.dev', 'www.hub.acme.dev']);
    const good = environment.read('jupyterhub.yaml');
    environment.write('jupyterhub.yaml', good.replace('hub-acme-dev', 'narrow'));
    const narrow = await environment.gke('apply', 'apply');
    expect([narrow.code === 0, narrow.text]).toEqual([
      false,
      expect.stringContaining('does not cover *.hub.acme.dev, only hub.acme.dev, www.hub.acme.dev'),
    ]);
    environment.write('jupyterhub.yaml', good);
  },
  SLOW,
);

test(
  'hosts of people are planned, applied and reached, and the hub knows nobody there',
  async () => {
    const { sandbox } = environment;
    await upload('hub-acme-dev', ['hub.acme.dev', '*.hub.acme.dev']);
    const plan = await environment.gke('plan', 'plan');
    expect([plan.code, plan.text]).toEqual([0, expect.stringContaining('links to servers change')]);
    const applied = await environment.gke('apply', 'apply');
    expect([applied.code, applied.text]).toEqual([
      0,
      expect.stringMatching(
        /hub\.acme\.dev and \*\.hub\.acme\.dev need A records with [\d.]+\. The certificate "hub-acme-dev" covers both until 20/,
      ),
    ]);
    const live = await sandbox.controlPlane.client.get(
      '/apis/networking.k8s.io/v1/namespaces/jupyterhub-research/ingresses/jupyterhub',
    );
    expect(live?.metadata.annotations?.['ingress.gcp.kubernetes.io/pre-shared-cert']).toBe('hub-acme-dev');
    expect(live?.metadata.annotations).not.toHaveProperty('networking.gke.io/managed-certificates');

    const ada = await new HostBrowser(sandbox.iap.url).signIn(sandbox.iap.signInUrl(ADA));
    for (const end = Date.now() + 60_000; (await ada.open(`${HUB}/hub/home`)).status !== 200; ) {
      if (Date.now() > end) throw new Error((await ada.open(`${HUB}/hub/home`)).text);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const asked = await ada.open(`${HUB}/hub/api/users/${ADA}/server`, { method: 'POST', xsrf: '/hub/' });
    expect([asked.status < 300, asked.text]).toEqual([true, expect.any(String)]);
    let server = '';
    for (const end = Date.now() + 120_000; server === ''; ) {
      const model = await ada.open(`${HUB}/hub/api/users/${ADA}`, { xsrf: '/hub/' });
      const { servers } = JSON.parse(model.text) as { servers?: Record<string, { ready: boolean; url: string }> };
      server = servers?.['']?.ready ? servers[''].url : '';
      if (Date.now() > end) throw new Error(model.text);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(server).toMatch(/^https:\/\/u-ada--[0-9a-f]{32}\.hub\.acme\.dev\/user\/ada@acme\.dev\/$/);
    const page = await ada.open(`${HUB}/user/${ADA}/files/none.txt`);
    expect(page.url.startsWith(server)).toBe(true);
    const status = await ada.open(`${server}api/status`, { xsrf: `/user/${ADA}/` });
    expect([status.status, status.text]).toEqual([200, expect.stringContaining('"kernels"')]);

    const hubAtHost = await ada.open(`${new URL(server).origin}/hub/token`);
    expect([hubAtHost.status, hubAtHost.text]).toEqual([403, expect.stringContaining('at its own host name only')]);
    const eve = await new HostBrowser(sandbox.iap.url).signIn(sandbox.iap.signInUrl('eve@acme.dev'));
    await eve.open(`${HUB}/hub/home`);
    expect((await eve.open(`${server}api/status`)).status).toBe(403);

    const again = await environment.gke('apply', 'apply');
    expect([again.code, again.text]).toEqual([0, expect.stringContaining('Nothing to do.')]);
  },
  SLOW,
);
