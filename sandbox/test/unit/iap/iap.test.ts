import { createServer, get as httpGet, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { WebSocket, WebSocketServer } from 'ws';
import { type Iap, startIap } from '../../../src/iap/iap.js';
import type { Route } from '../../../src/kubernetes/ingress.js';

const AUDIENCE = '/projects/123456789012/global/backendServices/9007199254740993123';
const ADA = 'ada@acme.dev';

let hub: Server;
let iap: Iap;
let seen: IncomingHttpHeaders = {};
const allowed = new Set([ADA]);
const asked: string[] = [];
let route: Route | undefined;

const assertionOf = (headers: IncomingHttpHeaders): string => String(headers['x-goog-iap-jwt-assertion']);

beforeAll(async () => {
  hub = createServer((request, response) => {
    seen = request.headers;
    response.writeHead(request.url === '/teapot' ? 418 : 200, { 'set-cookie': ['a=1', 'b=2'] }).end('the hub');
  });
  const sockets = new WebSocketServer({ noServer: true });
  hub.on('upgrade', (request, socket, head) => {
    seen = request.headers;
    if (request.url === '/refused') {
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 4\r\n\r\nno!\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (open) =>
      open.on('message', (data) => open.send(`echo ${String(data)}`)),
    );
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  const target = { address: '127.0.0.1', port: (hub.address() as AddressInfo).port };
  route = {
    host: 'research.acme.dev',
    namespace: 'jupyterhub-research',
    service: 'proxy-public',
    backend: { name: 'k8s1-x', id: '9007199254740993123', audience: AUDIENCE },
    iap: true,
    timeoutSec: 2,
    target: () => target,
  };
  iap = await startIap({
    emulator: {
      iapAllows: (backend, email) => {
        asked.push(backend);
        return allowed.has(email);
      },
    },
    ingress: { routes: () => route },
    log: () => {},
  });
});

afterAll(async () => {
  await iap.stop();
  hub.closeAllConnections();
  await new Promise((resolve) => hub.close(resolve));
});

async function signedIn(email: string): Promise<string> {
  const answer = await fetch(iap.signInUrl(email), { redirect: 'manual' });
  return String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
}

async function get(path: string, cookie = '', headers: Record<string, string> = {}): Promise<Response> {
  return fetch(iap.url + path, { redirect: 'manual', headers: { cookie, ...headers } });
}

async function claims(token: string): Promise<Record<string, unknown>> {
  const keys = (await (await fetch(iap.keysUrl)).json()) as Parameters<typeof createLocalJWKSet>[0];
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { algorithms: ['ES256'], audience: AUDIENCE });
  return payload;
}

describe('requests', () => {
  test('a person whom the policy allows reaches the hub with an assertion', async () => {
    const answer = await get('/hub/home', await signedIn('Ada@ACME.dev'));
    expect([answer.status, await answer.text()]).toEqual([200, 'the hub']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const said = await claims(assertionOf(seen));
    expect(said).toMatchObject({ email: ADA, iss: 'https://cloud.google.com/iap', aud: AUDIENCE });
    expect(said.sub).toMatch(/^accounts\.google\.com:\d{21}$/);
    expect(Number(said.exp) - Number(said.iat)).toBe(600);
    expect(asked.at(-1)).toBe('9007199254740993123');
  });

  test("a client's own IAP headers are removed", async () => {
    const forged = await iap.assertion({ email: 'boss@acme.dev' });
    await get('/hub/home', await signedIn(ADA), {
      'X-Goog-IAP-JWT-Assertion': forged,
      'x-goog-authenticated-user-email': 'accounts.google.com:boss@acme.dev',
      'x-goog-anything': '1',
    });
    expect((await claims(assertionOf(seen))).email).toBe(ADA);
    expect(seen['x-goog-authenticated-user-email']).toBe(`accounts.google.com:${ADA}`);
    expect(seen['x-goog-anything']).toBeUndefined();
  });

  test('other people read that they have no access, and their address is escaped there', async () => {
    const answer = await get('/hub/home', await signedIn('eve"<script>@acme.dev'));
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-goog-iap-generated-response')).toBe('true');
    expect(await answer.text()).not.toContain('<script>');
  });

  test('access ends with the next request', async () => {
    const cookie = await signedIn('bob@acme.dev');
    allowed.add('bob@acme.dev');
    expect((await get('/', cookie)).status).toBe(200);
    allowed.delete('bob@acme.dev');
    expect((await get('/', cookie)).status).toBe(403);
  });

  test('a person who is not signed in is redirected to sign in, and a script gets 401', async () => {
    // Not by fetch, which says that it is a script.
    const page = await new Promise<IncomingMessage>((resolve) => httpGet(`${iap.url}/hub/home?a=b`, resolve));
    page.resume();
    expect([page.statusCode, page.headers.location]).toEqual([
      302,
      '/_gcp_iap/sandbox-sign-in?continue=%2Fhub%2Fhome%3Fa%3Db',
    ]);
    expect((await get('/hub/api', '', { 'x-requested-with': 'XMLHttpRequest' })).status).toBe(401);
    expect((await get('/hub/home', 'GCP_IAP_SANDBOX_SESSION=made-up')).status).toBe(401);
  });

  test('signing in never leads to another host', async () => {
    for (const away of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
      const answer = await get(`/_gcp_iap/sandbox-sign-in?email=${ADA}&continue=${encodeURIComponent(away)}`);
      expect(answer.headers.get('location')).toBe('/');
    }
    const form = await get(`/_gcp_iap/sandbox-sign-in?continue=${encodeURIComponent('/"><script>')}`);
    expect(await form.text()).not.toContain('"><script>');
  });

  test('signing out ends the session', async () => {
    const cookie = await signedIn(ADA);
    expect((await get('/?gcp-iap-mode=CLEAR_LOGIN_COOKIE', cookie)).status).toBe(302);
    expect((await get('/', cookie)).status).toBe(401);
  });

  test('status and absent backends', async () => {
    expect((await get('/teapot', await signedIn(ADA))).status).toBe(418);
    const before = route;
    route = undefined;
    expect((await get('/', await signedIn(ADA))).status).toBe(404);
    route = before;
  });
});

describe('websockets', () => {
  const open = (path: string, cookie: string): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(iap.url.replace('http', 'ws') + path, { headers: { cookie } });
      socket.on('open', () => resolve(socket)).on('error', reject);
    });

  test('are checked once, and last as long as the backend allows', async () => {
    const socket = await open('/ws', await signedIn(ADA));
    expect((await claims(assertionOf(seen))).email).toBe(ADA);
    allowed.delete(ADA);
    const said = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.send('hi');
    expect(await said).toBe('echo hi');
    allowed.add(ADA);
    await new Promise((resolve) => socket.once('close', resolve));
  });

  test('are refused without a sign-in, without access, and if the server refuses', async () => {
    await expect(open('/ws', '')).rejects.toThrow('401');
    await expect(open('/ws', await signedIn('eve@acme.dev'))).rejects.toThrow('403');
    await expect(open('/refused', await signedIn(ADA))).rejects.toThrow('403');
  });
});

describe('custom assertions', () => {
  test('differ from the valid one only as requested', async () => {
    const keys = createLocalJWKSet(
      (await (await fetch(iap.keysUrl)).json()) as Parameters<typeof createLocalJWKSet>[0],
    );
    const check = async (token: string): Promise<unknown> => jwtVerify(token, keys, { audience: AUDIENCE });
    await check(await iap.assertion({ email: ADA }));
    await expect(check(await iap.assertion({ email: ADA, forged: true }))).rejects.toThrow('signature');
    await expect(check(await iap.assertion({ email: ADA, expiresIn: -600 }))).rejects.toThrow('exp');
    await expect(check(await iap.assertion({ email: ADA, audience: '/other' }))).rejects.toThrow('aud');
  });

  test('are added to a request that asks for an invalid one', async () => {
    await get('/?gcp-iap-mode=SECURE_TOKEN_TEST&iap-secure-token-test-type=SIGNATURE', await signedIn(ADA));
    await expect(claims(assertionOf(seen))).rejects.toThrow('signature');
  });
});
