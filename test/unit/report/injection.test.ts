import { describe, expect, test } from '@jest/globals';
import {
  GRANTED_MARKER,
  grantedComment,
  REQUEST_MARKER,
  refusedComment,
  requestBody,
  requestOpenedComment,
  requestTitle,
} from '../../../src/report/access/request.js';
import { oneLine } from '../../../src/report/markdown.js';
import { planComment, planMarker } from '../../../src/report/plan-comment.js';
import { doneSummary } from '../../../src/report/summary.js';
import { writer } from '../../../src/report/writer.js';
import { INJECTIONS, LONG, type Structure, structureOf } from '../../support/report/injection.js';
import { finding, PAGES, planOf, REQUEST } from '../../support/report/pages.js';

describe.each(Object.keys(PAGES))('%s', (name) => {
  const page = PAGES[name] as (text: string, isPublic: boolean) => string;
  const expected = [false, true].map((isPublic) => structureOf(page('harmless', isPublic)));
  // A text of which nothing can be seen leaves its place empty, which looks otherwise in some.
  const empty = structureOf(page('', false));

  test('has the structure that harmless text has, whatever the text', () => {
    for (const text of INJECTIONS) {
      const alone = structureOf(page(text, false));
      expect({ text, ...alone }).toEqual({ text, ...(oneLine(text) === '' ? empty : expected[0]) });
      expect({ text, ...structureOf(page(`x\n${text}\ny`, true)) }).toEqual({ text, ...expected[1] });
    }
  });

  test('has no other element, and nothing that comes to life, where a text is very long', () => {
    // A comment that is cut says so, in emphasis and with its link.
    const { elements, addresses, live, comments } = expected[0] as Structure;
    const allowed = new Set([...elements, 'em']);
    for (const text of LONG) {
      const found = structureOf(page(text, false));
      expect(found.elements.filter((element) => !allowed.has(element))).toEqual([]);
      expect(addresses).toEqual(expect.arrayContaining([...found.addresses]));
      expect(live).toEqual(expect.arrayContaining([...found.live]));
      expect(found.comments).toEqual(comments);
    }
  });
});

describe('the marker', () => {
  const marked: Readonly<Record<string, (text: string) => readonly [string, string]>> = {
    'of a plan': (text) => [planComment(planOf(text)), planMarker('research')],
    'of a plan, whatever the name of the hub': (text) => [planComment(planOf(text, { hub: text })), planMarker(text)],
    'of an answer': (text) => [refusedComment(text), REQUEST_MARKER],
    'of a pull request': (text) => [
      requestBody({ ...REQUEST, login: text, why: text, path: text, lineText: text, findings: [finding(text)] }),
      `<!-- jupyterhub-gke:access-request author=583231 commit=${'a'.repeat(40)} -->`,
    ],
    // Its only text is the domain, which the schema takes as a host name and nothing else.
    'of a welcome': () => [grantedComment('hub.acme.dev'), GRANTED_MARKER],
    'of an asked request': () => [requestOpenedComment(13), REQUEST_MARKER],
  };

  test.each(Object.keys(marked))('%s is there once and first', (name) => {
    for (const text of INJECTIONS) {
      const [markdown, marker] = (marked[name] as (text: string) => readonly [string, string])(text);
      expect(marker).toMatch(/^<!-- jupyterhub-gke:[a-zA-Z0-9:= -]+ -->$/);
      expect({ text, first: markdown.split('\n')[0], comments: structureOf(markdown).comments }).toEqual({
        text,
        first: marker,
        comments: [marker],
      });
    }
  });
});

describe('a link', () => {
  const HOST = 'https://github.com/acme/hubs/actions/runs/7';
  const plan = (url: string): string =>
    planComment(planOf('x', { changeSet: { hub: 'research', changes: [] }, links: { summary: url } }));
  const done = (url: string): string =>
    doneSummary({
      hub: 'research',
      command: 'apply',
      changeSet: { hub: 'research', changes: [] },
      hubUrl: url,
      write: writer(false),
    });

  test.each([
    ['of the step summary', plan],
    ['of the hub', done],
  ])('%s leads where it leads and ends where it ends', (_, build) => {
    const harmless = structureOf(build(HOST));
    expect(harmless.addresses.length).toBeGreaterThan(0);
    for (const text of INJECTIONS) {
      for (const url of [`${HOST}?${text}`, `${HOST}#${text}`, `${HOST}/${text}`]) {
        const found = structureOf(build(url));
        expect({ url, elements: found.elements }).toEqual({ url, elements: harmless.elements });
        for (const address of found.addresses) expect(new URL(address).origin).toBe('https://github.com');
      }
    }
  });

  test('is none where the address is no address of the web', () => {
    for (const text of [...INJECTIONS, 'data:text/html,x', 'vbscript:x', '//evil.example']) {
      if (/^(?:https?|HTTPS):\/\//.test(text)) continue;
      expect({ text, found: structureOf(done(text)).addresses }).toEqual({ text, found: [] });
      expect({ text, found: structureOf(plan(text)).addresses.filter((address) => address !== '#') }).toEqual({
        text,
        found: [],
      });
    }
  });
});

test('a title of a pull request mentions nobody and refers to nothing', () => {
  for (const text of INJECTIONS) {
    const title = requestTitle(text);
    expect({ text, found: title.match(/@[a-z0-9]|#\d|GH-\d|[\p{Cc}\u202a-\u202e\u2066-\u2069]/giu) }).toEqual({
      text,
      found: null,
    });
  }
});
