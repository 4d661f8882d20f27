import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../../src/change/redact.js';
import { accessCsv, accessDocument } from '../../../src/report/access/data.js';
import { changeLines, verdictLines } from '../../../src/report/terminal.js';
import { writer } from '../../../src/report/writer.js';
import { renderGfm, textOf } from '../../support/report/gfm.js';
import { accessOf, changesOf, PAGES } from '../../support/report/pages.js';

// Secrets that Markdown escapes, that a place cuts or that span lines, and one that is a word of ours.
const SECRETS = [
  'hunter2-plain',
  'pa|ss*<word>_1`$x#2',
  '::hunter2-command',
  'hunter2@acme.dev',
  'hunter2 with  spaces',
  'hunter2-one\nhunter2-two\r\nhunter2-three',
  `hunter2-${'long'.repeat(400)}`,
  'delete',
];

const redactor = new Redactor();
for (const secret of SECRETS) redactor.add(secret);
const redact = (text: string): string => redactor.text(text);

/** What a reader of the page can see, and what stands in its source. */
const seen = (markdown: string): string => `${markdown}\n${textOf(renderGfm(markdown)).replaceAll('\u200b', '')}`;
/** Parts of secrets that are nowhere else in a page. */
const LEAK = /hunter2|ss\*?<?word|longlong/;

describe.each(Object.keys(PAGES).filter((name) => !name.includes('request')))('%s', (name) => {
  const page = PAGES[name] as (typeof PAGES)[string];

  test.each([false, true])('holds no secret, whatever characters it has (public: %s)', (isPublic) => {
    for (const secret of SECRETS) {
      for (const text of [secret, `it said ${secret} twice: ${secret}`, `${'x'.repeat(290)} ${secret}`]) {
        expect(seen(page(text, isPublic, redact))).not.toMatch(LEAK);
      }
    }
    // The check would see them.
    expect(seen(page(SECRETS[1] as string, isPublic))).toMatch(LEAK);
  });
});

describe('a secret', () => {
  test('is in no line of a list of changes, also where a line is cut', () => {
    for (const secret of SECRETS) {
      for (const before of [0, 70, 110, 115, 190, 195]) {
        const changes = changesOf(`${'x'.repeat(before)} ${secret}`);
        expect(changeLines(changes, { redact }).join('\n')).not.toMatch(LEAK);
        expect(verdictLines(changes, writer(false, redact)).join('\n')).not.toMatch(LEAK);
      }
    }
  });

  test('is in no file of the report of access', () => {
    for (const secret of SECRETS) {
      const report = accessOf(`${'x'.repeat(990)} ${secret}`);
      expect(accessCsv(report, writer(false, redact))).not.toMatch(LEAK);
      expect(JSON.stringify(accessDocument(report, writer(false, redact)))).not.toMatch(LEAK);
    }
  });

  test('that is a word of ours changes no verdict', () => {
    const page = PAGES['the comment of a plan'] as (typeof PAGES)[string];
    expect(page('x', false, redact)).toContain('to destroy');
    expect(page('x', false, redact)).toContain('Data or an address is lost');
  });
});
