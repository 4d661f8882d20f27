import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../sandbox.js';
import { type Page, Person } from './person.js';
import { auditEvents, auditSize } from './writes.js';

/** When an access change of one person took effect; milliseconds since 1970. */
export interface AccessTimes {
  /** The API server had answered the write of the hub's list (a ConfigMap). */
  readonly list: number;
  /** The emulator had answered the write of IAP's IAM policy. */
  readonly policy: number;
  /** `sync-users` had ended: the access reconciler reported the list as enforced. */
  readonly end: number;
  /** The hub, called without IAP but with a valid assertion, gave the first answer that shows the change. */
  readonly hub: number;
  /** IAP alone gave the first such answer. */
  readonly iap: number;
  /** A browser got the first such answer through IAP and hub. */
  readonly browser: number;
}

/** One change of one person, and how to make it. */
export interface AccessChange {
  readonly sandbox: Sandbox;
  readonly email: string;
  /** True for granted access. For revoked access, the person must have access before, and keeps using that session. */
  readonly comes: boolean;
  /** Changes the users file and runs `sync-users` to its end. */
  readonly sync: () => Promise<unknown>;
}

/** Milliseconds between an answer and the next request. The times are exact to this plus the time of one answer. */
export const PAUSE = 50;
const LIMIT = 120_000;

/** Makes the change while polling hub, IAP and both, and returns when each showed it. */
export async function timeAccess({ sandbox, email, comes, sync }: AccessChange): Promise<AccessTimes> {
  const { iap, ingress, emulator, controlPlane } = sandbox;
  const assertion = { 'x-goog-iap-jwt-assertion': await iap.assertion({ email }) };
  const browser = async (): Promise<Person> => {
    const person = new Person(email, iap.url);
    await person.open(iap.signInUrl(email));
    return person;
  };
  const visitor = await browser();
  // With granted access each request signs in again. With revoked access the person signed in before.
  const atHub = (): Person => (comes ? new Person(email, ingress.hubUrl) : visitor).at(ingress.hubUrl, assertion);
  const questions = {
    hub: async () => atHub().open('/hub/home'),
    // IAP itself answers this one, after checking its policy (cloud.google.com/iap/docs/query-parameters-and-headers-howto).
    iap: async () => visitor.open('/?gcp-iap-mode=IDENTITY'),
    browser: async () => (comes ? await browser() : visitor).open('/hub/home'),
  };
  for (const [name, ask] of Object.entries(questions)) {
    if (isIn(await ask()) === comes)
      throw new Error(`${name}: ${email} ${comes ? 'has access' : 'has no access'} before the change`);
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
    // The first of them has the change. A second one notes that IAP has taken away the grants of those who left.
    const put = auditEvents(controlPlane.auditLog, audited).find(
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

/** Polls until the expected answer arrives, and returns that moment. */
async function firstAnswer(ask: () => Promise<Page>, expected: boolean, signal: AbortSignal): Promise<number> {
  const limit = Date.now() + LIMIT;
  while (!signal.aborted) {
    if (isIn(await ask()) === expected) return Date.now();
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
