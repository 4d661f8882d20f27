import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Diagnostic } from '../../../src/config/diagnostics.js';
import { annotation, errorCommand, harmlessLine, maskCommands } from '../../../src/github/annotate.js';

/** Reads a line as the runner does: actions/runner, src/Runner.Common/ActionCommand.cs (both of its syntaxes). */
function runnerReads(line: string): { command: string; properties: Record<string, string>; data: string } | undefined {
  const modern = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/s.exec(line);
  if (modern) {
    const undo = (text: string): string => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
    const pairs = (modern[2] ?? '')
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split(/=(.*)/s));
    const properties = Object.fromEntries(
      pairs.map(([name, value]) => [name, undo(String(value).replace(/%3A/g, ':').replace(/%2C/g, ','))]),
    );
    return { command: String(modern[1]), properties, data: undo(String(modern[3])) };
  }
  const old = /##\[([^ \]]+)[^\]]*\](.*)/s.exec(line);
  return old ? { command: String(old[1]), properties: {}, data: String(old[2]) } : undefined;
}

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

  test('leaves ordinary text alone', () => {
    expect(harmlessLine('a::b ## [c]\n2 added')).toBe('a::b ## [c]\n2 added');
  });
});
