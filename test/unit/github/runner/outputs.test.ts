import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addSummary, keepSummary, outputEntry, setOutputs } from '../../../../src/github/runner/outputs.js';
import { truncate } from '../../../../src/report/markdown.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads an output file as the runner does: `name<<DELIMITER`, lines, `DELIMITER`, or `name=value`. */
function runnerReads(file: string): Record<string, string> {
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
  test('arrive as they were, and no value makes another output', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nchanged=true', 'EOF\nx<<EOF\ny', 'ghadelimiter_1\nhub_url=https://evil.example'),
    );
    await fc.assert(
      fc.asyncProperty(value, value, async (one, two) => {
        const path = join(folder, 'output');
        writeFileSync(path, '');
        await setOutputs({ GITHUB_OUTPUT: path }, { first: one, second: two });
        expect(runnerReads(readFileSync(path, 'utf8'))).toEqual({ first: one, second: two });
      }),
      { numRuns: 50 },
    );
  });

  test('have another delimiter each time', () => {
    expect(outputEntry('a', 'b')).not.toBe(outputEntry('a', 'b'));
  });

  test('are refused when their name or value could break the file', () => {
    expect(() => outputEntry('a=b', 'c')).toThrow('not a name');
    expect(() => outputEntry('a\nb', 'c')).toThrow('not a name');
    expect(() => outputEntry('a', 'x\nEND\ny', 'END')).toThrow('delimiter');
  });

  test('are nothing in a terminal', async () => {
    await expect(setOutputs({}, { changed: 'true' })).resolves.toBeUndefined();
  });
});

describe('the summary', () => {
  test('is added to what earlier calls wrote', async () => {
    const path = join(folder, 'summary');
    await addSummary({ GITHUB_STEP_SUMMARY: path }, '# one\n\n', truncate);
    await addSummary({ GITHUB_STEP_SUMMARY: path }, '# two', truncate);
    expect(readFileSync(path, 'utf8')).toBe('# one\n# two\n');
  });

  test('is cut to what GitHub takes, and says so', async () => {
    const path = join(folder, 'summary');
    await addSummary({ GITHUB_STEP_SUMMARY: path }, 'line\n'.repeat(300_000), truncate);
    const text = readFileSync(path, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    expect(text).toContain('summary_path');
  });

  test('is kept as a file that the sweep of the action leaves', async () => {
    const path = await keepSummary({ RUNNER_TEMP: folder }, '# plan');
    expect(readFileSync(path, 'utf8')).toBe('# plan');
    expect(path.startsWith(join(folder, 'jupyterhub-gke-'))).toBe(false);
  });
});
