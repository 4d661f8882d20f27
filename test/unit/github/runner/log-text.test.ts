import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { harmlessJson, harmlessLine, maskedParts } from '../../../../src/github/runner/log-text.js';
import { changeLines, verdictLines } from '../../../../src/report/terminal.js';
import { writer } from '../../../../src/report/writer.js';
import { INJECTIONS } from '../../../support/report/injection.js';
import { changesOf } from '../../../support/report/pages.js';
import { runnerLines, runnerReads } from '../../../support/runner-reads.js';

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

test('no mask is made of next to nothing', () => {
  expect(maskedParts('')).toEqual([]);
  expect(maskedParts('a\nb')).toEqual([]);
  expect(maskedParts(' abcd \nxyz')).toEqual(['abcd \nxyz', 'abcd']);
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

  test('is each line of a list of changes and of a verdict', () => {
    const linesOf = (text: string): string[] => {
      const changes = changesOf(text);
      return [...changeLines(changes, writer(false)), ...verdictLines(changes, writer(false))];
    };
    for (const text of INJECTIONS) {
      const lines = linesOf(text);
      expect({ text, count: lines.length }).toEqual({ text, count: linesOf('harmless').length });
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
