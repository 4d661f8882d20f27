import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Diagnostic, documentationLink } from '../../../../src/config/diagnostic.js';
import { ToolError } from '../../../../src/errors.js';
import { keepFile } from '../../../../src/github/runner/outputs.js';
import { addSummary, annotate, mask, setOutputs, showFailure } from '../../../../src/github/runner/workflow.js';
import { printedBy } from '../../../support/printed.js';
import { INJECTIONS } from '../../../support/report/injection.js';
import { runnerLines, runnerReads } from '../../../support/runner-reads.js';

const finding = (more: Partial<Diagnostic>): Diagnostic => ({
  file: 'users.yaml',
  line: 4,
  column: 36,
  length: 6,
  severity: 'error',
  rule: 'unknown-key',
  message: 'Unknown key "untill".',
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

const annotation = (found: Diagnostic): string => printedBy(() => annotate(found)).join('\n');
const failure = (message: string): string => printedBy(() => showFailure(message)).join('\n');

describe('an annotation', () => {
  test('names file, line, columns and rule', () => {
    expect(annotation(finding({ hint: 'Did you mean "until"?' }))).toBe(
      `::error title=unknown-key,file=users.yaml,line=4,col=36,endColumn=41::Unknown key "untill".%0ADid you mean "until"?%0A${documentationLink('unknown-key')}`,
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
        expect(read?.data).toBe(`${message}\n${hint}\n${documentationLink('unknown-key')}`);
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
        [failure(text), 'error'],
      ] as const) {
        expect({ text, read: runnerLines(line).map((one) => runnerReads(one)?.command) }).toEqual({
          text,
          read: [kind],
        });
      }
      const properties = Object.keys(runnerReads(found)?.properties ?? {});
      expect(properties).toEqual(['title', 'file', 'line', 'col', 'endColumn']);
    }
  });

  test('never spreads over lines, also of hostile text', () => {
    fc.assert(fc.property(text, (message) => expect(failure(message)).not.toMatch(/[\r\n]/)));
  });
});

describe('a mask', () => {
  test('is a command for the whole secret and for each of its lines', () => {
    expect(printedBy(() => mask('-----BEGIN-----\nabcdef\n\nx\n-----END-----\n'))).toEqual([
      '::add-mask::-----BEGIN-----%0Aabcdef%0A%0Ax%0A-----END-----',
      '::add-mask::-----BEGIN-----',
      '::add-mask::abcdef',
      '::add-mask::-----END-----',
    ]);
  });

  test('prints no secret outside of its command', () => {
    fc.assert(
      fc.property(text, (secret) => {
        for (const line of printedBy(() => mask(secret))) expect(runnerReads(line)?.command).toBe('add-mask');
      }),
    );
  });
});

let folder = '';
const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-test-'));
  for (const name of names) {
    process.env[name] = join(folder, name);
    writeFileSync(join(folder, name), '');
  }
});
afterEach(() => {
  for (const name of names) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
});
const written = (name: (typeof names)[number]): string => readFileSync(join(folder, name), 'utf8');

/** Reads an output file as the runner does: `name<<DELIMITER`, lines, `DELIMITER`, or `name=value`. */
function runnerFinds(file: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = file.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const head = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? '');
    const plain = /^([^=<]+)=(.*)$/.exec(lines[at] ?? '');
    if (head) {
      const end = lines.indexOf(String(head[2]), at + 1);
      found[String(head[1])] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (plain) found[String(plain[1])] = String(plain[2]);
  }
  return found;
}

describe('outputs', () => {
  test('arrive as they were, and no value makes another output', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nchanged=true', 'EOF\nx<<EOF\ny', 'ghadelimiter_1\nhub_url=https://evil.example'),
    );
    fc.assert(
      fc.property(value, value, (one, two) => {
        writeFileSync(join(folder, 'GITHUB_OUTPUT'), '');
        setOutputs({ first: one, second: two });
        expect(runnerFinds(written('GITHUB_OUTPUT'))).toEqual({ first: one, second: two });
      }),
      { numRuns: 50 },
    );
  });

  test('are no command in the log where the runner gives no file', () => {
    delete process.env.GITHUB_OUTPUT;
    expect(printedBy(() => setOutputs({ changed: 'true' }))).toEqual([]);
  });
});

test('a file of the runner that cannot be written is said in words', async () => {
  process.env.GITHUB_OUTPUT = join(folder, 'none/output');
  expect(() => setOutputs({ changed: 'true' })).toThrow(/^The outputs of this step cannot be written \(/);
  expect(() => setOutputs({ changed: 'true' })).toThrow(ToolError);
  process.env.GITHUB_STEP_SUMMARY = join(folder, 'none/summary');
  expect(await addSummary('# lost')).toContain('none/summary');
  await expect(keepFile({ RUNNER_TEMP: join(folder, 'none') }, 'plan.json', '{}')).rejects.toThrow(ToolError);
});

test('a summary is added to what earlier calls wrote', async () => {
  await addSummary('# one\n\n');
  appendFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'of another step\n');
  await addSummary('# two');
  expect(written('GITHUB_STEP_SUMMARY')).toBe('# one\nof another step\n# two\n');
});
