import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Redactor } from '../../../../src/change/redact.js';
import * as workflow from '../../../../src/github/runner/workflow.js';
import { writer } from '../../../../src/report/writer.js';
import { RunLog } from '../../../../src/stages/session/log.js';

const LIMIT = 1_048_576;
const CUT = '*Cut here: too long for a step summary. The file of the output `summary_path` has all of it.*';
let folder = '';
const before = { ...process.env };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-test-'));
  process.env.RUNNER_TEMP = folder;
  process.env.GITHUB_OUTPUT = join(folder, 'output');
});
afterEach(() => {
  for (const name of ['RUNNER_TEMP', 'GITHUB_OUTPUT']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  rmSync(folder, { recursive: true, force: true });
});

/** The step summary of a run, and the file that the output `summary_path` names. */
async function summarized(markdown: string): Promise<{ readonly summary: string; readonly file: string }> {
  let summary = '';
  let path = '';
  const log = new RunLog(new Redactor(), writer(false));
  log.join({
    ...workflow,
    addSummary: async (text) => {
      summary += text;
    },
    setOutputs: (outputs) => {
      path = outputs.summary_path ?? path;
    },
  });
  await log.summarize(markdown);
  return { summary, file: readFileSync(path, 'utf8') };
}

test('a step summary over the limit of GitHub is cut, says so, and names the output with the file that has all of it', async () => {
  const markdown = `### Plan\n${`- ${'x'.repeat(98)}\n`.repeat(12_000)}`;
  const { summary, file } = await summarized(markdown);
  expect(Buffer.byteLength(summary)).toBeLessThan(LIMIT);
  expect(Buffer.byteLength(summary)).toBeGreaterThan(LIMIT - 300);
  expect(summary.startsWith('### Plan\n- xxx')).toBe(true);
  expect(summary.trimEnd().endsWith(CUT)).toBe(true);
  expect(file).toBe(markdown);
});

test('a step summary within the limit of GitHub is written whole', async () => {
  const { summary, file } = await summarized('### Plan\n- one change');
  expect(summary).toBe('### Plan\n- one change');
  expect(file).toBe(summary);
});

test('a summary leaves no file where no later step can find it, and one that cannot be written is said', async () => {
  const printed: string[] = [];
  const log = new RunLog(new Redactor(), writer(false));
  log.print = (line) => void printed.push(line);
  log.join({ ...workflow, addSummary: async () => 'EACCES', setOutputs: () => {} });
  for (const name of ['GITHUB_OUTPUT', 'RUNNER_TEMP']) {
    delete process.env[name];
    await log.summarize('### Plan');
  }
  expect(readdirSync(folder)).toEqual([]);
  expect(printed).toEqual(Array(2).fill('The step summary cannot be written (EACCES). The log has what the run did.'));
});
