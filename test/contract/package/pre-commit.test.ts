import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const hooks = parse(readFileSync(repoPath('.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const [hook] = hooks;
// pre-commit runs a program of its clone of this repository, and nothing else.
const [program = '', ...args] = hook?.entry.split(' ') ?? [];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pre-commit-test-'));
  cpSync(repoPath('examples/quick-start'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// A minimal environment: only PATH, without a home and without settings of Google or GitHub.
const bare = { PATH: `${join(process.execPath, '..')}:${process.env.PATH}` };
const runHook = (wrapper: readonly string[] = []): { code: number | null; out: string } => {
  const [first = '', ...rest] = [...wrapper, repoPath(program), ...args];
  const { status, stdout, stderr } = spawnSync(first, rest, { cwd: folder, env: bare, encoding: 'utf8' });
  return { code: status, out: stdout + stderr };
};

describe('the hook for pre-commit', () => {
  test('is one script in this repository that checks the whole configuration', () => {
    expect(hooks).toHaveLength(1);
    expect(hook).toMatchObject({ id: 'jupyterhub-gke-validate', language: 'script', pass_filenames: false });
    expect(statSync(repoPath(program)).mode & 0o111).not.toBe(0);
    expect(args).toEqual(['validate']);
  });

  test.each([
    ['jupyterhub.yaml', true],
    ['users.yaml', true],
    ['hubs/research/jupyterhub-dev.yml', true],
    ['people/users-2027.csv', true],
    ['SETUP.md', false],
    ['.github/workflows/push.yml', false],
    ['users/notes.txt', false],
  ])('runs when %s changes: %s', (path, runs) => {
    expect(new RegExp(hook?.files ?? '').test(path)).toBe(runs);
  });

  test('accepts valid files, and stops a commit of invalid ones with file, line and column', () => {
    expect(runHook()).toEqual({ code: 0, out: expect.stringContaining('2 warnings in 2 files') });
    appendFileSync(join(folder, 'users.yaml'), '  - {email: ada@acme.dev, admin: yes}\n');
    const { code, out } = runHook();
    expect(code).toBe(1);
    expect(out).toMatch(/^users\.yaml:\d+:\d+ error wrong-value/m);
  });
});

describe('validate', () => {
  test('needs no .git, no home and no settings of Google or GitHub', () => {
    expect([existsSync(join(folder, '.git')), Object.keys(bare)]).toEqual([false, ['PATH']]);
    expect(runHook()).toEqual({ code: 0, out: expect.stringContaining('Nothing was contacted.') });
  });

  test('needs no network', () => {
    const alone = [['-n'], ['-rn']].find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0);
    if (alone === undefined)
      return console.log('SKIPPED validate without a network: unshare cannot remove the network here');
    const { code, out } = runHook(['unshare', ...alone]);
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing was contacted.')]);
  });
});
