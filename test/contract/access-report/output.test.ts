import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fixture, fixtureForEach, report } from '../../support/access-report.js';

fixtureForEach();

describe('the output of the access report', () => {
  test('is Markdown in a terminal, or the requested file, readable by its owner only', async () => {
    const printed = await report();
    expect(printed.result.text).toContain('| `bo@acme.dev` | user, until 2099-12-31 |');
    expect(printed.said).toContain('Access: 3 entries in the users files. 3 grants are not explained by them.');
    const written = await report({ format: 'csv', output: 'who.csv' });
    expect(written.result.text).toBeUndefined();
    expect(written.said).toContain('The report was written to who.csv');
    const csv = readFileSync(join(fixture.repository, 'who.csv'), 'utf8');
    expect(csv).toContain('"ada@acme.dev","person","yes","admin"');
    expect(csv).toContain('"people: =cmd() |');
    expect(statSync(join(fixture.repository, 'who.csv')).mode & 0o777).toBe(0o600);
    await expect(report({ output: 'gone/who.csv' })).rejects.toThrow('The report could not be written');
  });

  test('is a summary and a file in a workflow, with shortened addresses if the repository is public', async () => {
    const event = join(fixture.folder, 'event.json');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: event };
    for (const [visibility, shown] of [
      ['private', 'ada@acme.dev'],
      ['public', 'a…a@acme.dev'],
    ] as const) {
      writeFileSync(event, JSON.stringify({ repository: { visibility, private: visibility === 'private' } }));
      const { result } = await report({ format: 'csv' }, { ...env, INPUT_GITHUB_TOKEN: fixture.github.token });
      expect(result.text).toBeUndefined();
      const file = readFileSync(String(result.outputs.report_path), 'utf8');
      for (const text of [result.summary?.replaceAll('\u200b', ''), file, JSON.stringify(result.document)]) {
        expect(text).toContain(shown);
        if (visibility === 'public') expect(text).not.toMatch(/ada@|bo@|boss@/);
      }
    }
  });

  test('is refused in an unknown format before anything is contacted', async () => {
    const before = fixture.at.emulator.journal.length;
    await expect(report({ format: 'pdf' })).rejects.toMatchObject({
      name: 'UsageError',
      hint: 'Formats: markdown, csv, json.',
    });
    expect(fixture.at.emulator.journal).toHaveLength(before);
  });
});
