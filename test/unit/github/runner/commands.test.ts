import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Diagnostic } from '../../../../src/config/diagnostic.js';
import {
  annotation,
  errorCommand,
  harmlessJson,
  harmlessLine,
  maskCommands,
} from '../../../../src/github/runner/commands.js';
import { changeLines } from '../../../../src/report/terminal.js';
import { INJECTIONS } from '../../../support/report/injection.js';
import { changesOf } from '../../../support/report/pages.js';
import { runnerLines, runnerReads } from '../../../support/runner-reads.js';

const finding = (more: Partial<Diagnostic>): Diagnostic => ({
  file: 'users.yaml',
  line: 4,
  column: 36,
  length: 6,
  severity: 'error',
  rule: 'unknown-key',
  message: '"untill" is not known here.',
  ...more,
});
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'a%b',
    '%0A::error::x',
    'x\n::add-mask::y',
    'a,b:c=d',
    '::set-output name=a::b',
    '\r\n::stop-commands::t',
    '##[error]x',
    '100%25',
  ),
);

describe('an annotation', () => {
  test('names file, line, columns and rule', () => {
    expect(annotation(finding({ hint: 'Did you mean "until"?' }))).toBe(
      '::error file=users.yaml,line=4,col=36,endColumn=41,title=unknown-key::"untill" is not known here.%0ADid you mean "until"?%0Adocs/reference/rules.md#unknown-key',
    );
    expect(annotation(finding({ severity: 'note' }))).toMatch(/^::notice /);
    expect(annotation(finding({ severity: 'warning' }))).toMatch(/^::warning /);
  });

  test('is one command whatever the finding says', () => {
    fc.assert(
      fc.property(text, text, text, (file, message, hint) => {
        fc.pre(!/%0[AD]|%25|%3A|%2C/.test(file + message + hint)); // the runner undoes escapes in an order that loses these
        const line = annotation(finding({ file, message, hint }));
        expect(line).not.toMatch(/[\r\n]/);
        const read = runnerReads(line);
        expect(read?.command).toBe('error');
        expect(read?.data).toBe(`${message}\n${hint}\ndocs/reference/rules.md#unknown-key`);
        expect(read?.properties.line).toBe('4');
        if (file !== '') expect(read?.properties.file).toBe(file);
      }),
    );
  });

  test('is one command of its kind, of each text that tries to be another', () => {
    for (const text of INJECTIONS) {
      const found = annotation(finding({ file: text, message: text, hint: text }));
      for (const [line, kind] of [
        [found, 'error'],
        [annotation(finding({ message: text, severity: 'note' })), 'notice'],
        [errorCommand(text, text), 'error'],
      ] as const) {
        expect({ text, read: runnerLines(line).map((one) => runnerReads(one)?.command) }).toEqual({
          text,
          read: [kind],
        });
      }
      const properties = Object.keys(runnerReads(found)?.properties ?? {});
      expect(properties).toEqual(['file', 'line', 'col', 'endColumn', 'title']);
    }
  });

  test('never spreads over lines, also of hostile text', () => {
    fc.assert(fc.property(text, (message) => expect(errorCommand(message, message)).not.toMatch(/[\r\n]/)));
  });
});

describe('masks', () => {
  test('hide the whole secret and each of its lines', () => {
    expect(maskCommands('-----BEGIN-----\nabcdef\n\nx\n-----END-----\n')).toEqual([
      '::add-mask::-----BEGIN-----%0Aabcdef%0A%0Ax%0A-----END-----',
      '::add-mask::-----BEGIN-----',
      '::add-mask::abcdef',
      '::add-mask::-----END-----',
    ]);
  });

  test('are not made of next to nothing', () => {
    expect(maskCommands('')).toEqual([]);
    expect(maskCommands('a\nb')).toEqual([]);
  });

  test('print no secret outside of a mask command', () => {
    fc.assert(
      fc.property(text, (secret) => {
        for (const line of maskCommands(secret)) expect(runnerReads(line)?.command).toBe('add-mask');
      }),
    );
  });
});

describe('a harmless line', () => {
  test('is no command for the runner', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), text, (before, line) => {
        for (const part of harmlessLine(before + line).split('\n')) expect(runnerReads(part)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(harmlessLine(' ::add-mask::e')).not.toBe(' ::add-mask::e');
  });

  test('is none of whatever text, at its start, within it and on the next line', () => {
    for (const text of INJECTIONS) {
      for (const said of [text, `x ${text}`, `x\n${text}`, `\u0085${text}`, `\u200b${text}`]) {
        const read = runnerLines(harmlessLine(said)).map(runnerReads);
        expect({ said, read: read.filter((one) => one !== undefined) }).toEqual({ said, read: [] });
      }
    }
  });

  test('is each line of a list of changes', () => {
    for (const text of INJECTIONS) {
      const lines = changeLines(changesOf(text));
      expect({ text, count: lines.length }).toEqual({ text, count: changeLines(changesOf('harmless')).length });
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(runnerReads(harmlessLine(line))).toBeUndefined();
      }
    }
  });

  test('leaves ordinary text alone', () => {
    expect(harmlessLine('a::b ## [c]\n2 added')).toBe('a::b ## [c]\n2 added');
  });
});

describe('a document of JSON', () => {
  test('holds no command for the runner, and says what it said', () => {
    for (const text of INJECTIONS) {
      const document = { [text]: [text, { text }] };
      const printed = harmlessJson(JSON.stringify(document, null, 2));
      expect(JSON.parse(printed)).toEqual(document);
      expect({ text, read: runnerLines(printed).map(runnerReads).find(Boolean) }).toEqual({ text, read: undefined });
    }
  });
});
