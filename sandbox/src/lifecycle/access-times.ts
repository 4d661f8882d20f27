import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../sandbox.js';
import { type Page, Person } from './person.js';
import { auditEvents, auditSize } from './writes.js';

/** When things happened while one person was let in or put out; milliseconds since 1970. */
export interface AccessTimes {
  /** The API server had answered the write of the hub's list (a ConfigMap). */
  readonly list: number;
  /** The emulator had answered the write of IAP's IAM policy. */
  readonly policy: number;
  /** `sync-users` had ended: the access reconciler reported the list as enforced. */
  readonly end: number;
  /** The hub's gate, asked past IAP with a valid assertion, gave the first answer that shows the change. */
  readonly hub: number;
  /** IAP alone gave one. */
  readonly iap: number;
  /** A browser, which has IAP and hub before it, got one. */
  readonly browser: number;
}

/** One change of one person, and how to make it. */
export interface AccessChange {
  readonly sandbox: Sandbox;
  readonly email: string;
  /** Whether the person comes. Who goes must be able to enter before, and is asked for with the session they have. */
  readonly comes: boolean;
  /** Changes the users file and runs `sync-users` to its end. */
  readonly sync: () => Promise<unknown>;
}

/** Milliseconds between an answer and the next question: what the times are exact to, together with the answer's own. */
export const PAUSE = 50;
const LIMIT = 120_000;

/** Makes the change while hub, IAP and both are asked all the time, and tells when each of them had it. */
export async function timeAccess({ sandbox, email, comes, sync }: AccessChange): Promise<AccessTimes> {
  const { iap, ingress, emulator, controlPlane } = sandbox;
  const assertion = { 'x-goog-iap-jwt-assertion': await iap.assertion({ email }) };
  const browser = async (): Promise<Person> => {
    const person = new Person(email, iap.url);
    await person.open(iap.signInUrl(email));
    return person;
  };
  const visitor = await browser();
  // Who comes signs in anew with each question; who goes has signed in before.
  const atHub = (): Person => (comes ? new Person(email, ingress.hubUrl) : visitor).at(ingress.hubUrl, assertion);
  const questions = {
    hub: async () => atHub().open('/hub/home'),
    // IAP itself answers this one, and asks its policy first (cloud.google.com/iap/docs/query-parameters-and-headers-howto).
    iap: async () => visitor.open('/?gcp-iap-mode=IDENTITY'),
    browser: async () => (comes ? await browser() : visitor).open('/hub/home'),
  };
  for (const [name, ask] of Object.entries(questions)) {
    if (isIn(await ask()) === comes)
      throw new Error(`${name}: ${email} ${comes ? 'is in' : 'is out'} before the change`);
  }
  const [called, audited] = [emulator.journal.length, auditSize(controlPlane.auditLog)];
  const stop = new AbortController();
  const first = (ask: () => Promise<Page>): Promise<number> => firstAnswer(ask, comes, stop.signal);
  try {
    const [end, hub, iap, seen] = await Promise.all([
      sync().then(() => Date.now()),
      first(questions.hub),
      first(questions.iap),
      first(questions.browser),
    ]);
    const members = `/configmaps/${sandbox.config.name}-members`;
    const put = auditEvents(controlPlane.auditLog, audited).findLast(
      ({ verb, requestURI, responseStatus }) =>
        verb === 'update' && requestURI.endsWith(members) && responseStatus?.code === 200,
    );
    const set = emulator.journal
      .slice(called)
      .findLast(({ method, status }) => method === 'iap.setIamPolicy' && status === 200);
    if (put === undefined || set === undefined) throw new Error('sync-users wrote no list or no policy');
    return { list: Date.parse(put.stageTimestamp), policy: Date.parse(set.at), end, hub, iap, browser: seen };
  } finally {
    stop.abort();
  }
}

/** Asks until the answer is the wanted one; gives the moment at which it was there. */
async function firstAnswer(ask: () => Promise<Page>, wanted: boolean, signal: AbortSignal): Promise<number> {
  const limit = Date.now() + LIMIT;
  while (!signal.aborted) {
    if (isIn(await ask()) === wanted) return Date.now();
    if (Date.now() > limit) throw new Error(`nothing changed within ${LIMIT / 1000} s`);
    await sleep(PAUSE);
  }
  throw new Error('another part failed');
}

function isIn({ status, url, text }: Page): boolean {
  if (status === 200) return true;
  if (status === 401 || status === 403) return false;
  throw new Error(`${url} answers ${status}: ${text.slice(0, 500)}`);
}
