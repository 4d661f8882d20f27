import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeObject } from '../kubernetes/client.js';
import { Person } from './person.js';
import type { Document, Stage } from './stage.js';

/** What a person has when IAP closes behind them. */
export interface Visit {
  readonly person: Person;
  readonly token: string;
  readonly socket: { readonly closed: Promise<number> };
  readonly volume: string;
}

const NOTE = 'kept across leaving and coming back';

/** A listed person gets a notebook on a node that the real scheduler chose, and a websocket to it. */
export async function enter(stage: Stage): Promise<Visit> {
  const { story, cast, signIn } = stage;
  const person = await signIn(cast.first);
  await person.startServer();
  story.check(`${cast.first} has a notebook server`, true);
  const pod = await podOf(stage, cast.first);
  story.check(
    `its pod was bound to ${String(pod?.spec?.nodeName)} by the scheduler`,
    typeof pod?.spec?.nodeName === 'string',
    pod?.status,
  );
  const saved = await person.notebook('/api/contents/note.txt', {
    method: 'PUT',
    body: { type: 'file', format: 'text', content: NOTE },
  });
  story.check('a file is saved in the home', saved.status < 300, saved.text);
  const socket = await person.websocket();
  story.check('a websocket is open', true);
  const made = await person.api(`/users/${encodeURIComponent(cast.first)}/tokens`, {
    method: 'POST',
    body: { note: 'life' },
  });
  const { token } = JSON.parse(made.text) as { token: string };
  story.check('a token of the hub works', (await byToken(stage, token)) === 200);
  const [claim] = await claims(stage);
  return { person, token, socket, volume: String(claim?.spec?.volumeName) };
}

/** Whoever is not listed, or comes with anything but IAP's own word for who they are, gets nothing. */
export async function refuseForgers(stage: Stage, { person }: Visit): Promise<void> {
  const { ground, story, cast, signIn } = stage;
  const { iap, ingress } = ground;
  const stranger = await signIn(cast.stranger);
  const closed = await stranger.open('/hub/home');
  story.check(`${cast.stranger} is stopped in IAP (403)`, closed.status === 403, closed.status);
  const email = cast.first;
  const assertions: Record<string, string | undefined> = {
    'no assertion': undefined,
    'a forged signature': await iap.assertion({ email, forged: true }),
    'an expired assertion': await iap.assertion({ email, expiresIn: -600 }),
    'an assertion for another backend': await iap.assertion({
      email,
      audience: '/projects/123456789012/global/backendServices/1',
    }),
    'an assertion of a stranger': await iap.assertion({ email: cast.stranger }),
    'an unsigned one': unsigned(email),
  };
  for (const [what, assertion] of Object.entries(assertions)) {
    const headers: Record<string, string> = {
      'x-goog-authenticated-user-email': `accounts.google.com:${email}`,
      ...(assertion === undefined ? {} : { 'x-goog-iap-jwt-assertion': assertion }),
    };
    const page = await new Person(email, ingress.hubUrl, headers).open('/hub/home');
    story.check(`${what}: nothing (${page.status})`, page.status === 401 || page.status === 403, page.text);
    const stolen = await person.at(ingress.hubUrl, headers).open('/hub/api/user');
    story.check(
      `${what}, with a stolen session: nothing (${stolen.status})`,
      stolen.status === 401 || stolen.status === 403,
      stolen.text,
    );
  }
  const other = await iap.assertion({ email: cast.second });
  const page = await person
    .at(ingress.hubUrl, { 'x-goog-iap-jwt-assertion': other })
    .open(`${person.server}/api/status`);
  story.check(
    `a stolen session with another person's assertion: nothing (${page.status})`,
    page.status === 401 || page.status === 403,
    page.text,
  );
}

/** Whoever owns a notebook holds the assertions of its visitors, and gets nothing for them: neither from the hub nor through the proxy. */
export async function refuseStolenAssertions(stage: Stage, { token }: Visit): Promise<void> {
  const { ground, story, cast } = stage;
  const assertion = { 'x-goog-iap-jwt-assertion': await ground.iap.assertion({ email: cast.second }) };
  const visitor = new Person(cast.second, ground.ingress.hubUrl, assertion);
  const welcome = await visitor.open('/hub/home');
  story.check(`an assertion of ${cast.second} counts at the load balancer (${welcome.status})`, welcome.status === 200);
  const source = addressOf(await podOf(stage, cast.first));
  const hub = `http://${addressOf(await partOf(stage, 'hub'))}:8081`;
  const proxy = `http://${addressOf(await partOf(stage, 'proxy'))}:8000`;
  const claim = { ...assertion, 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' };
  for (const [where, origin] of Object.entries({ 'straight at the hub': hub, 'at the proxy': proxy })) {
    for (const thief of [new Person(cast.second, origin, claim, source), visitor.at(origin, claim, source)]) {
      const page = await thief.open('/hub/home');
      const refused = page.status === 403 && page.text.includes('own load balancer');
      story.check(`the same from the pod of ${cast.first}, ${where}: nothing (${page.status})`, refused, page.text);
    }
  }
  const bearer = { ...assertion, authorization: `token ${token}` };
  const own = await new Person(cast.first, hub, bearer, source).open('/hub/api/user');
  const { name } = own.status === 200 ? (JSON.parse(own.text) as { name?: string }) : {};
  story.check(`a token works from there, as ${cast.first}`, name === cast.first, own.text);
}

/** One line less in the users file, one sync: server, token and socket end, the home stays. One line more: the same home. */
export async function leaveAndReturn(stage: Stage, visit: Visit): Promise<void> {
  const { story, cast, ask, read, write, signIn } = stage;
  const file = stage.fileOf(cast.first);
  const before = read(file);
  write(file, without(before, cast.first));
  const synced = await ask<Document>('sync', 'sync-users');
  story.check(
    'sync-users takes one person out',
    synced.changes.some(({ action, address }) => action === 'delete' && address === cast.first),
    synced,
  );
  await soon(story, 'the websocket has ended', async () =>
    Promise.race([visit.socket.closed.then(() => true), sleep(100, false)]),
  );
  await soon(story, 'the server is stopped', async () => (await podOf(stage, cast.first)) === undefined);
  await soon(story, 'the token is dead', async () => (await byToken(stage, visit.token)) === 403);
  const refused = await visit.person.open('/hub/home');
  story.check(`IAP is closed (${refused.status})`, refused.status === 403, refused.status);
  story.check(
    'the home is kept',
    (await claims(stage)).some(({ spec }) => spec?.volumeName === visit.volume),
  );

  write(file, before);
  const back = await ask<Document>('sync', 'sync-users');
  story.check(
    'sync-users lets the person in again',
    back.changes.some(({ action, address }) => action === 'create' && address === cast.first),
    back,
  );
  const person = await signIn(cast.first);
  await soon(story, 'the hub lets the person in', async () => (await person.open('/hub/home')).status === 200);
  await person.startServer();
  const note = await person.notebook('/api/contents/note.txt');
  story.check('it is the same home', note.status === 200 && note.text.includes(NOTE), note.text);
}

/** The users file without the entry of one person. */
export function without(text: string, email: string): string {
  const lines = text.split('\n');
  const kept = lines.filter((line) => !line.toLowerCase().includes(email));
  if (kept.length !== lines.length - 1)
    throw new Error(`The life needs ${email} on exactly one line of the users file.`);
  return kept.join('\n');
}

async function soon(story: Stage['story'], what: string, look: () => Promise<boolean>): Promise<void> {
  const start = Date.now();
  while (!(await look())) {
    if (Date.now() - start > 90_000) return story.check(what, false, 'not within 90 s');
    await sleep(300);
  }
  story.check(`${what} (after ${((Date.now() - start) / 1000).toFixed(1)} s)`, true);
}

async function podOf({ ground, namespace }: Stage, email: string): Promise<KubeObject | undefined> {
  const pods = await ground.controlPlane.client.list(`/api/v1/namespaces/${namespace}/pods`);
  return pods.find(
    ({ metadata }) =>
      metadata.labels?.component === 'singleuser-server' &&
      metadata.annotations?.['hub.jupyter.org/username'] === email,
  );
}

/** The pod of `hub` or `proxy`. */
async function partOf({ ground, namespace }: Stage, component: string): Promise<KubeObject | undefined> {
  const pods = await ground.controlPlane.client.list(`/api/v1/namespaces/${namespace}/pods`);
  return pods.find(({ metadata }) => metadata.labels?.component === component);
}

function addressOf(pod: KubeObject | undefined): string {
  const { podIP } = (pod?.status ?? {}) as { podIP?: string };
  if (podIP === undefined) throw new Error('A pod that the life needs has no address.');
  return podIP;
}

async function claims({ ground, namespace, cast }: Stage): Promise<readonly KubeObject[]> {
  const all = await ground.controlPlane.client.list(`/api/v1/namespaces/${namespace}/persistentvolumeclaims`);
  return all.filter(({ metadata }) => metadata.annotations?.['hub.jupyter.org/username'] === cast.first);
}

/** Status of the hub's answer to a token, asked past IAP as a program inside the cluster would. */
async function byToken({ ground }: Stage, token: string): Promise<number> {
  const answer = await fetch(new URL('/hub/api/user', ground.ingress.hubUrl), {
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
