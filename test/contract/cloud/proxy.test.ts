import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { Authority } from '../../../sandbox/src/kubernetes/pki.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { type RunResult, run } from '../../../src/system/exec.js';
import { CONFIG } from '../../support/hub-cloud.js';
import { KUBE_HOST } from '../../support/kube-api.js';
import { type LoopbackProxy, startProxy } from '../../support/proxy.js';
import { configure, fixture, fixtureForEach, granted } from '../../support/sync.js';

// No resolver knows such a name (RFC 2606): a call that does not go through the proxy fails.
const ZONE = 'proxied.invalid';
const PUBLISHER = 'releases.hashicorp.com';
const PROVIDER = 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github';

let proxy: LoopbackProxy;
let github: GitHub;
let identity: Server;
let cluster: TlsServer;
let publisher: TlsServer;
let env: NodeJS.ProcessEnv;

fixtureForEach();

/** Stands for GitHub's identity tokens and for Google's exchange of them. */
function identityServer(token: string): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname;
    const answers: Readonly<Record<string, object>> = {
      '/oidc': { value: 'jwt' },
      '/sts/token': { access_token: 'federated', token_type: 'Bearer', expires_in: 3600 },
    };
    const expireTime = new Date(Date.now() + 3_600_000).toISOString();
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[path] ?? { accessToken: token, expireTime }));
  });
}

async function listening(server: Server | TlsServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const portOf = (url: string): number => Number(new URL(url).port);

beforeEach(async () => {
  const { at, kube, cloud, folder } = fixture;
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  const contents = { 'users.yaml': 'users:\n  - {email: ada@acme.dev, admin: true}\n' };
  github.addRepository({ name: 'acme/people' }).addPush({ after: '4f2a91c'.padEnd(40, '0'), files: [], contents });
  configure(CONFIG.replace('users: users.yaml', 'users: {repository: acme/people, path: users.yaml}'));
  identity = identityServer(at.emulator.identities.token(cloud.people.sync));
  const authority = new Authority('proxy-test');
  writeFileSync(join(folder, 'ca.pem'), authority.cert);
  cluster = createTlsServer(authority.issue({ name: KUBE_HOST, hosts: [KUBE_HOST] }), (socket) => {
    socket.pipe(connect(kube.port, '127.0.0.1')).pipe(socket);
    socket.on('error', () => {});
  });
  publisher = createTlsServer(authority.issue({ name: PUBLISHER, hosts: [PUBLISHER] }), (socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nanother file'));
    socket.on('error', () => {});
  });
  const google = portOf(at.emulator.origin);
  proxy = await startProxy({
    [`google.${ZONE}`]: google,
    [`github.${ZONE}`]: portOf(github.url),
    [`identity.${ZONE}`]: await listening(identity),
    [KUBE_HOST]: await listening(cluster),
    [PUBLISHER]: await listening(publisher),
  });
  const moved = Object.entries(at.emulator.env()).map(([name, url]) => [
    name,
    url.replace(`127.0.0.1:${google}`, `google.${ZONE}`),
  ]);
  env = {
    PATH: process.env.PATH,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/hubs',
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    ...Object.fromEntries(moved),
    GOOGLE_STS_CUSTOM_ENDPOINT: `http://identity.${ZONE}/sts/`,
    GOOGLE_IAM_CREDENTIALS_CUSTOM_ENDPOINT: `http://identity.${ZONE}/iam/`,
    GITHUB_API_URL: `http://github.${ZONE}${new URL(github.url).pathname.replace(/\/$/, '')}`,
    INPUT_USERS_TOKEN: github.addToken('ada-l', { contents: 'read' }, ['acme/people']),
    INPUT_WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
    INPUT_SERVICE_ACCOUNT: cloud.people.sync,
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://identity.${ZONE}/oidc?x=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
    HTTPS_PROXY: proxy.url,
    HTTP_PROXY: proxy.url,
  };
});

afterEach(async () => {
  await Promise.all([proxy.stop(), github.stop()]);
  for (const server of [identity, cluster, publisher]) await new Promise((resolve) => server.close(resolve));
});

function toolkit(command: string, more: NodeJS.ProcessEnv): Promise<RunResult> {
  const args = [repoPath('dist/index.js'), command];
  return run(process.execPath, args, { cwd: fixture.folder, env: { ...env, ...more }, timeout: 60_000 });
}

const syncUsers = (more: NodeJS.ProcessEnv = {}): Promise<RunResult> => toolkit('sync-users', more);

test('all calls of sync-users go through the proxy: to GitHub, for tokens, to Google and to the cluster', async () => {
  const { code, stderr } = await syncUsers();
  expect([stderr, code]).toEqual(['', 0]);
  const hosts = [...new Set(proxy.seen)].sort();
  expect(hosts).toEqual([`github.${ZONE}`, `google.${ZONE}`, `identity.${ZONE}`, KUBE_HOST]);
  expect(await granted()).toEqual(['user:ada@acme.dev']);
}, 90_000);

test('a host that NO_PROXY names, or whose domain it names, is called without the proxy', async () => {
  const direct = await syncUsers({ NO_PROXY: `localhost,identity.${ZONE}` });
  expect(direct.code).toBe(1);
  expect(direct.stderr).toContain(`ENOTFOUND identity.${ZONE}`);
  expect(proxy.seen).not.toContain(`identity.${ZONE}`);
  proxy.seen.length = 0;
  const none = await syncUsers({ NO_PROXY: `.${ZONE}` });
  expect(none.code).toBe(1);
  expect(proxy.seen).toEqual([]);
}, 90_000);

test('the settings count in small letters too, and a proxy that does not answer is named', async () => {
  configure(CONFIG);
  writeFileSync(join(fixture.folder, 'users.yaml'), 'users: [ada@acme.dev]\n');
  const refused = await syncUsers({
    HTTPS_PROXY: '',
    HTTP_PROXY: '',
    https_proxy: 'http://127.0.0.1:9',
    http_proxy: 'http://127.0.0.1:9',
  });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('127.0.0.1:9');
}, 90_000);

test('a program is downloaded through the proxy, and is not used where its checksum is another one', async () => {
  const { at, cloud } = fixture;
  configure(CONFIG);
  writeFileSync(join(fixture.folder, 'users.yaml'), 'users: [ada@acme.dev]\n');
  const { code, stdout, stderr } = await toolkit('plan', {
    PATH: join(fixture.folder, 'no-programs'),
    GITHUB_ACTIONS: '',
    GOOGLE_OAUTH_ACCESS_TOKEN: at.emulator.identities.token(cloud.people.plan),
  });
  expect(stderr).toMatch(/terraform_[\d.]+_\w+\.zip has the checksum [0-9a-f]{64} instead of [0-9a-f]{64}/);
  expect(code).toBe(1);
  expect(proxy.seen).toContain(PUBLISHER);
  // The packages of @actions speak to a runner that is not there, and one of their commands would show the identity token.
  expect(stdout).not.toMatch(/^::/m);
}, 90_000);
