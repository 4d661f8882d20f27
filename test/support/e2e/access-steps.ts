import { expect } from '@jest/globals';
import { Person } from '../../../sandbox/src/lifecycle/person.js';
import type { HubEnvironment } from './hub-environment.js';

/** Steps of the access tests. */
export interface AccessSteps {
  readonly enter: (email: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly until: (email: string, status: number) => Promise<string>;
  readonly sync: (args?: string) => Promise<string>;
  readonly stored: (method: string, path: string, body?: object) => Promise<string>;
  readonly iapPolicy: (verb: string, body: object) => Promise<{ bindings: object[]; etag: string }>;
}

/** @param current the environment of the test file, which is set after the steps are made */
export function accessSteps(current: () => HubEnvironment): AccessSteps {
  /** Signs in through IAP and opens the page on which a person chooses a profile; the status and text that they see. */
  async function enter(email: string): Promise<{ readonly status: number; readonly text: string }> {
    const person = new Person(email, current().sandbox.iap.url);
    await person.open(current().sandbox.iap.signInUrl(email));
    return person.open(`/hub/spawn/${encodeURIComponent(email)}`);
  }

  /** Polls the page until it gives the expected answer, because Google and the hub take a moment. */
  async function until(email: string, status: number): Promise<string> {
    for (const end = Date.now() + 60_000; ; ) {
      const page = await enter(email);
      if (page.status === status) return page.text;
      if (Date.now() > end) throw new Error(`${email}: ${page.status} ${page.text.slice(0, 500)}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async function sync(args = ''): Promise<string> {
    const { code, text } = await current().gke('apply', `sync-users${args}`);
    expect([code, code === 0 ? '' : text]).toEqual([0, '']);
    return text;
  }

  /** Calls the emulated storage API as the project's owner. */
  async function stored(method: string, path: string, body?: object): Promise<string> {
    const answer = await fetch(`${current().sandbox.emulator.storageOrigin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${String(current().sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.text();
  }

  /** Calls a verb on the IAP policy that the last sync wrote, as the project's owner. */
  async function iapPolicy(verb: string, body: object): Promise<{ bindings: object[]; etag: string }> {
    const backend = current().sandbox.emulator.journal.findLast(
      ({ path }) => path.includes(':setIamPolicy') && path.includes('/iap_web/'),
    );
    const url = `${current().sandbox.emulator.origin}${backend?.path.replace(':setIamPolicy', '')}`;
    const answer = await fetch(`${url}:${verb}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${String(current().sandbox.env.GOOGLE_OAUTH_ACCESS_TOKEN)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { bindings: object[]; etag: string };
  }

  return { enter, until, sync, stored, iapPolicy };
}
