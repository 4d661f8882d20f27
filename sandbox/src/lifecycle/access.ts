import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeObject } from '../kubernetes/client.js';
import { Person } from './person.js';
import type { Document, Scenario } from './scenario.js';

/** What a person holds before their access is revoked. */
export interface Visit {
  readonly person: Person;
  readonly token: string;
  readonly socket: { readonly closed: Promise<number> };
  readonly volume: string;
}

const NOTE = 'retained while the person was away';

/** A listed person gets a notebook on a node that the real scheduler chose, and a websocket to it. */
export async function enter(scenario: Scenario): Promise<Visit> {
  const { reporter, people, signIn } = scenario;
  const person = await signIn(people.first);
  await person.startServer();
  reporter.check(`${people.first} has a notebook server`, true);
  const pod = await podOf(scenario, people.first);
  reporter.check(
    `its pod was bound to ${String(pod?.spec?.nodeName)} by the scheduler`,
    typeof pod?.spec?.nodeName === 'string',
    pod?.status,
  );
  const saved = await person.notebook('/api/contents/note.txt', {
    method: 'PUT',
    body: { type: 'file', format: 'text', content: NOTE },
  });
  reporter.check('a file is saved in the home', saved.status < 300, saved.text);
  const socket = await person.websocket();
  reporter.check('a websocket is open', true);
  const made = await person.api(`/users/${encodeURIComponent(people.first)}/tokens`, {
    method: 'POST',
    body: { note: 'lifecycle' },
  });
  const { token } = JSON.parse(made.text) as { token: string };
  reporter.check('a hub token works', (await byToken(scenario, token)) === 200);
  const [claim] = await claims(scenario);
  return { person, token, socket, volume: String(claim?.spec?.volumeName) };
}

/** People who are not listed, or who have no valid assertion of IAP, get no access. */
export async function refuseForgers(scenario: Scenario, { person }: Visit): Promise<void> {
  const { sandbox, reporter, people, signIn } = scenario;
  const { iap, ingress } = sandbox;
  const stranger = await signIn(people.stranger);
  const closed = await stranger.open('/hub/home');
  reporter.check(`${people.stranger} is stopped by IAP (403)`, closed.status === 403, closed.status);
  const email = people.first;
  const assertions: Record<string, string | undefined> = {
    'no assertion': undefined,
    'a forged signature': await iap.assertion({ email, forged: true }),
    'an expired assertion': await iap.assertion({ email, expiresIn: -600 }),
    'an assertion for another backend': await iap.assertion({
      email,
      audience: '/projects/123456789012/global/backendServices/1',
    }),
    'an assertion of an unlisted person': await iap.assertion({ email: people.stranger }),
    'an unsigned assertion': unsigned(email),
  };
  for (const [what, assertion] of Object.entries(assertions)) {
    const headers: Record<string, string> = {
      'x-goog-authenticated-user-email': `accounts.google.com:${email}`,
      ...(assertion === undefined ? {} : { 'x-goog-iap-jwt-assertion': assertion }),
    };
    const page = await new Person(email, ingress.hubUrl, headers).open('/hub/home');
    reporter.check(`${what}: refused (${page.status})`, page.status === 401 || page.status === 403, page.text);
    const stolen = await person.at(ingress.hubUrl, headers).open('/hub/api/user');
    reporter.check(
      `${what}, with a stolen session: refused (${stolen.status})`,
      stolen.status === 401 || stolen.status === 403,
      stolen.text,
    );
  }
  const other = await iap.assertion({ email: people.second });
  const page = await person
    .at(ingress.hubUrl, { 'x-goog-iap-jwt-assertion': other })
    .open(`${person.server}/api/status`);
  reporter.check(
    `a stolen session with another person's assertion: refused (${page.status})`,
    page.status === 401 || page.status === 403,
    page.text,
  );
}

/** The owner of a notebook sees the assertions of its visitors, but neither hub nor proxy accepts them from a pod. */
export async function refuseStolenAssertions(scenario: Scenario, { token }: Visit): Promise<void> {
  const { sandbox, reporter, people } = scenario;
  const assertion = { 'x-goog-iap-jwt-assertion': await sandbox.iap.assertion({ email: people.second }) };
  const visitor = new Person(people.second, sandbox.ingress.hubUrl, assertion);
  const welcome = await visitor.open('/hub/home');
  reporter.check(
    `an assertion of ${people.second} is accepted at the load balancer (${welcome.status})`,
    welcome.status === 200,
  );
  const source = addressOf(await podOf(scenario, people.first));
  const hub = `http://${addressOf(await partOf(scenario, 'hub'))}:8081`;
  const proxy = `http://${addressOf(await partOf(scenario, 'proxy'))}:8000`;
  const claim = { ...assertion, 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' };
  for (const [where, origin] of Object.entries({ 'directly at the hub': hub, 'at the proxy': proxy })) {
    for (const thief of [new Person(people.second, origin, claim, source), visitor.at(origin, claim, source)]) {
      const page = await thief.open('/hub/home');
      const refused = page.status === 403 && page.text.includes('own load balancer');
      reporter.check(
        `the same assertion from the pod of ${people.first}, ${where}: refused (${page.status})`,
        refused,
        page.text,
      );
    }
  }
  const bearer = { ...assertion, authorization: `token ${token}` };
  const own = await new Person(people.first, hub, bearer, source).open('/hub/api/user');
  const { name } = own.status === 200 ? (JSON.parse(own.text) as { name?: string }) : {};
  reporter.check(`a token works from that pod, as ${people.first}`, name === people.first, own.text);
}

/** Removes the person's line and syncs: server, token and websocket end, the home is retained. Adds the line again: the same home. */
export async function leaveAndReturn(scenario: Scenario, visit: Visit): Promise<void> {
  const { reporter, people, ask, read, write, signIn } = scenario;
  const file = scenario.fileOf(people.first);
  const before = read(file);
  write(file, without(before, people.first));
  const synced = await ask<Document>('sync', 'sync-users');
  reporter.check(
    'sync-users revokes the access of one person',
    synced.changes.some(({ action, address }) => action === 'delete' && address === people.first),
    synced,
  );
  await soon(reporter, 'the websocket is closed', async () =>
    Promise.race([visit.socket.closed.then(() => true), sleep(100, false)]),
  );
  await soon(reporter, 'the server is stopped', async () => (await podOf(scenario, people.first)) === undefined);
  await soon(reporter, 'the token is revoked', async () => (await byToken(scenario, visit.token)) === 403);
  const refused = await visit.person.open('/hub/home');
  reporter.check(`IAP refuses the person (${refused.status})`, refused.status === 403, refused.status);
  reporter.check(
    'the home is retained',
    (await claims(scenario)).some(({ spec }) => spec?.volumeName === visit.volume),
  );

  write(file, before);
  const back = await ask<Document>('sync', 'sync-users');
  reporter.check(
    'sync-users grants the access again',
    back.changes.some(({ action, address }) => action === 'create' && address === people.first),
    back,
  );
  const person = await signIn(people.first);
  await soon(reporter, 'the hub admits the person', async () => (await person.open('/hub/home')).status === 200);
  await person.startServer();
  const note = await person.notebook('/api/contents/note.txt');
  reporter.check('it is the same home', note.status === 200 && note.text.includes(NOTE), note.text);
}

/** The users file without the entry of one person. */
export function without(text: string, email: string): string {
  const lines = text.split('\n');
  const kept = lines.filter((line) => !line.toLowerCase().includes(email));
  if (kept.length !== lines.length - 1)
    throw new Error(`The lifecycle needs ${email} on exactly one line of the users file.`);
  return kept.join('\n');
}

async function soon(reporter: Scenario['reporter'], what: string, look: () => Promise<boolean>): Promise<void> {
  const start = Date.now();
  while (!(await look())) {
    if (Date.now() - start > 90_000) return reporter.check(what, false, 'not within 90 s');
    await sleep(300);
  }
  reporter.check(`${what} (after ${((Date.now() - start) / 1000).toFixed(1)} s)`, true);
}

async function podOf({ sandbox, namespace }: Scenario, email: string): Promise<KubeObject | undefined> {
  const pods = await sandbox.controlPlane.client.list(`/api/v1/namespaces/${namespace}/pods`);
  return pods.find(
    ({ metadata }) =>
      metadata.labels?.component === 'singleuser-server' &&
      metadata.annotations?.['hub.jupyter.org/username'] === email,
  );
}

/** The pod of `hub` or `proxy`. */
async function partOf({ sandbox, namespace }: Scenario, component: string): Promise<KubeObject | undefined> {
  const pods = await sandbox.controlPlane.client.list(`/api/v1/namespaces/${namespace}/pods`);
  return pods.find(({ metadata }) => metadata.labels?.component === component);
}

function addressOf(pod: KubeObject | undefined): string {
  const { podIP } = (pod?.status ?? {}) as { podIP?: string };
  if (podIP === undefined) throw new Error('A pod that the lifecycle needs has no address.');
  return podIP;
}

async function claims({ sandbox, namespace, people }: Scenario): Promise<readonly KubeObject[]> {
  const all = await sandbox.controlPlane.client.list(`/api/v1/namespaces/${namespace}/persistentvolumeclaims`);
  return all.filter(({ metadata }) => metadata.annotations?.['hub.jupyter.org/username'] === people.first);
}

/** Status of the hub's answer to a token, without IAP, as from a program inside the cluster. */
async function byToken({ sandbox }: Scenario, token: string): Promise<number> {
  const answer = await fetch(new URL('/hub/api/user', sandbox.ingress.hubUrl), {
    headers: { authorization: `token ${token}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}

function unsigned(email: string): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ iss: 'https://cloud.google.com/iap', email, iat: now, exp: now + 600 })}.`;
}
