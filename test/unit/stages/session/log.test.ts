import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
let before: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-test-'));
  before = process.env.RUNNER_TEMP;
  process.env.RUNNER_TEMP = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.RUNNER_TEMP;
  else process.env.RUNNER_TEMP = before;
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
