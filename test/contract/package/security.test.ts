import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

const read = (path: string): string => readFileSync(repoPath(path), 'utf8');

interface Row {
  readonly threat: string;
  readonly stops: string;
  readonly shown: string;
}

const ROWS: readonly Row[] = read('SECURITY.md')
  .split('\n')
  .filter((line) => /^\| /.test(line) && !/^\| threat \|/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))
  .map(([threat = '', stops = '', shown = '']) => ({ threat, stops, shown }));

describe('the table of threats in SECURITY.md', () => {
  test('has threats that are stopped, and says as plainly which are not', () => {
    const open = ROWS.filter(({ threat }) => threat.startsWith('**'));
    expect(open.length).toBeGreaterThan(5);
    expect(ROWS.length - open.length).toBeGreaterThan(25);
    for (const { threat } of open) expect(threat).toMatch(/^\*\*[^*]+\*\*/);
  });

  const stopped = ROWS.filter(({ threat }) => !threat.startsWith('**'));
  test.each(stopped)('names the test of: $threat', ({ stops, shown }) => {
    expect(stops).not.toBe('–');
    const [, path = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
    expect([path, existsSync(repoPath(path))]).toEqual([path, true]);
    expect(read(path)).toContain(name);
  });
});
