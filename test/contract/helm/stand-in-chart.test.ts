import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { run } from '../../../src/system/exec.js';
import { isReady, startPodEnvironment } from '../../support/pod-environment.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startPodEnvironment, 240_000);

/** The released chart as a folder or archive, where somebody has one; it is never committed. */
const REAL = process.env.JUPYTERHUB_GKE_TEST_CHART;

const CHARTS: readonly (readonly [string, string | undefined])[] = [
  ['the stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['the real chart', REAL],
];

for (const [name, chart] of CHARTS) {
  testInEnvironment(`a hub of ${name} becomes ready and starts a notebook with a home`, async (at) => {
    if (chart === undefined) return console.log(`SKIPPED hub of ${name}: JUPYTERHUB_GKE_TEST_CHART names no chart`);
    const release = name === 'the real chart' ? 'real' : 'standin';
    const ns = `jupyterhub-${release}`;
    const token = randomBytes(16).toString('hex');
    const values = {
      hub: {
        config: { JupyterHub: { authenticator_class: 'dummy' }, Authenticator: { allow_all: true } },
        services: { tester: { apiToken: token } },
        loadRoles: { tester: { scopes: ['admin:users', 'admin:servers', 'access:servers'], services: ['tester'] } },
        db: { pvc: { storageClassName: 'standard-rwo' } },
      },
      proxy: { service: { type: 'ClusterIP' } },
      singleuser: {
        storage: { dynamic: { storageClass: 'standard-rwo' } },
        extraFiles: { greeting: { mountPath: '/etc/greeting/hello.txt', stringData: 'hello' } },
      },
      scheduling: { userScheduler: { enabled: false }, userPlaceholder: { enabled: false } },
      cull: { enabled: false },
    };
    const args = ['upgrade', '--install', release, chart, '--namespace', ns, '--create-namespace', '--wait'];
    const env = { ...process.env, KUBECONFIG: at.plane.adminKubeconfig };
    const input = JSON.stringify(values);
    const helm = await run(at.tools.path('helm'), [...args, '--timeout', '90s', '--values', '-'], { env, input });
    expect(helm).toMatchObject({ code: 0 });

    const [proxy] = at.kubelet.services()[`${ns}/proxy-public`]?.ports[0]?.endpoints ?? [];
    const [hub] = at.kubelet.services()[`${ns}/hub`]?.ports[0]?.endpoints ?? [];
    expect((await fetch(`http://${hub}/hub/health`)).status).toBe(200);
    const call = (path: string, method = 'GET', body?: object): Promise<Response> =>
      fetch(`http://${proxy}${path}`, {
        method,
        headers: { authorization: `token ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const person = 'ada@acme.dev';
    expect((await call(`/hub/api/users/${person}`, 'POST')).status).toBe(201);
    expect([201, 202]).toContain((await call(`/hub/api/users/${person}/server`, 'POST', {})).status);
    await at.until(async () => {
      const model = (await (await call(`/hub/api/users/${person}`)).json()) as {
        servers: Record<string, { ready: boolean }>;
      };
      return model.servers['']?.ready;
    }, 60);
    const pods = await at.plane.client.list(`/api/v1/namespaces/${ns}/pods`, {
      labelSelector: 'component=singleuser-server',
    });
    const pod = await at.pod(ns, pods[0]?.metadata.name ?? '');
    expect(isReady(pod)).toBe(true);
    expect(pod?.metadata.name).toBe('jupyter-ada-acme-dev---b1ff3fe9');

    const file = { type: 'file', format: 'text', content: 'kept' };
    expect((await call(`/user/${person}/api/contents/note.txt`, 'PUT', file)).status).toBe(201);
    const disks = join(at.dir, 'disks');
    const home = readdirSync(disks).find((disk) => existsSync(join(disks, disk, 'note.txt')));
    expect(readFileSync(join(disks, home ?? '', 'note.txt'), 'utf8')).toBe('kept');

    expect([202, 204]).toContain((await call(`/hub/api/users/${person}/server`, 'DELETE')).status);
    await at.until(async () => (await at.pod(ns, pod?.metadata.name ?? '')) === undefined, 40);
    expect(existsSync(join(disks, home ?? '', 'note.txt'))).toBe(true);
  });
}
