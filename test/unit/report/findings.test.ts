import { describe, expect, test } from '@jest/globals';
import { type Diagnostic, documentationLink } from '../../../src/config/diagnostic.js';
import { countText, findingLine, findingsDocument, findingsText } from '../../../src/report/findings.js';
import { shortEmails } from '../../../src/report/markdown.js';
import { ACTION } from '../../../src/versions.js';

const ESCAPE = '\u001B';
const finding: Diagnostic = {
  file: 'users.yaml',
  line: 2,
  column: 12,
  length: 6,
  severity: 'error',
  rule: 'unknown-key',
  message: 'Unknown key "untill". Did you mean "until"?',
};
const text = 'users:\n  - {email, untill: 2027-06-30}\n';
const one = (changes: Partial<Diagnostic>, source = text): string =>
  findingsText({ diagnostics: [{ ...finding, ...changes }], sources: new Map([['users.yaml', source]]) });

describe('findings in a terminal', () => {
  test('are the line, the excerpt with a caret, and the way out', () => {
    const shown = one({ column: 13, hint: 'Write until.' });
    expect(shown).toBe(
      [
        'users.yaml:2:13 error unknown-key  Unknown key "untill". Did you mean "until"?',
        '     2 |   - {email, untill: 2027-06-30}',
        '       |             ^^^^^^',
        '    Write until.   docs/reference/rules.md#unknown-key',
        '',
        '1 error in 1 file. Nothing was contacted.',
      ].join('\n'),
    );
  });

  test('show no line where something is absent, nor a line that holds a secret', () => {
    expect(one({ absent: true })).not.toContain('|');
    expect(one({ rule: 'literal-secret' })).not.toContain('|');
  });

  test('take nothing from a file that could move the cursor or turn the text', () => {
    const evil = `a: "${ESCAPE}[2J\u202Eevil\u200B\u0085\u2028"\tb`;
    const shown = one(
      { line: 1, column: 1, length: 1, message: `${ESCAPE}]0;x\u0007 \r\nhub: ok`, file: `a${ESCAPE}[1m` },
      evil,
    );
    const bare = findingsText({
      diagnostics: [{ ...finding, line: 1, column: 1, length: 1, message: evil, hint: evil }],
      sources: new Map([['users.yaml', evil]]),
    });
    for (const printed of [shown, bare]) {
      expect(
        [...printed].filter((character) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(character) && character !== '\n'),
      ).toEqual([]);
    }
    expect(shown.split('\n')[0]).toContain('\\u{001B}]0;x\\u{0007} \\u{000D}\\u{000A}hub: ok');
  });

  test('put the caret under wide letters, after tabs and in long lines', () => {
    expect(one({ line: 1, column: 4, length: 1 }, '日本:x').split('\n')[2]).toBe('       |      ^');
    expect(one({ line: 1, column: 2, length: 1 }, '\tx').split('\n')[2]).toBe('       |     ^');
    const long = one({ line: 1, column: 5001, length: 3 }, `${'a'.repeat(5000)}bcd${'e'.repeat(5000)}`).split('\n');
    expect(long[1]?.length).toBeLessThan(120);
    expect(long[1]?.indexOf('bcd')).toBe(long[2]?.indexOf('^^^'));
  });

  test('point at what people see where addresses are shortened, printed once more or not', () => {
    const source = 'users: [{email: alice@acme.dev, untill: 2027-06-30}, {email: bob@acme.dev}]\n';
    const sources = new Map([['users.yaml', source]]);
    for (const [part, under] of [
      ['untill', 'untill'],
      ['alice@acme.dev', 'a…e@acme.dev'],
      ['bob@acme.dev', 'b…b@acme.dev'],
    ] as const) {
      const at = { ...finding, line: 1, column: source.indexOf(part) + 1, length: part.length };
      const shown = findingsText({ diagnostics: [at], sources, shown: shortEmails });
      expect(shortEmails(shown)).toBe(shown);
      const [, line = '', carets = ''] = shown.split('\n');
      expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe(under);
      expect(line).not.toContain('alice');
    }
  });

  test('survive a place that the text does not have', () => {
    expect(() => one({ line: 99, column: 99 })).not.toThrow();
    expect(() => one({ line: 1, column: 99, length: 1000 })).not.toThrow();
  });

  test('say how much there is', () => {
    expect(
      findingsText({
        diagnostics: [],
        sources: new Map([
          ['a', ''],
          ['b', ''],
        ]),
        took: 87,
      }),
    ).toBe('No findings in 2 files (0.09 s). Nothing was contacted.');
    expect(countText({ error: 2, warning: 1, note: 0 })).toBe('2 errors, 1 warning');
  });
});

test('the one-line form stays on one line', () => {
  expect(findingLine({ ...finding, message: 'a\nb' })).toBe('users.yaml:2:12 error unknown-key a\\u{000A}b');
});

test('the document counts and links', () => {
  const document = findingsDocument({ diagnostics: [finding], sources: new Map([['users.yaml', text]]) });
  expect(document).toMatchObject({ ok: false, errors: 1, warnings: 0, notes: 0, files: ['users.yaml'] });
  expect(document.findings).toEqual([
    {
      ...finding,
      documentation: documentationLink('unknown-key'),
    },
  ]);
});

test('a reader who is elsewhere gets the page of this version', () => {
  expect(documentationLink('unknown-key')).toBe(
    `https://github.com/${ACTION.replace('@', '/blob/')}/docs/reference/rules.md#unknown-key`,
  );
});
