import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runGit } from '../../../sandbox/src/github/act.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { run } from '../../../src/system/exec.js';
import { VERSION } from '../../../src/versions.js';

type Env = Readonly<Record<string, string>>;
const script = async <T>(name: string): Promise<T> => (await import(repoPath('scripts/release', name))) as T;
const { movingTags, isLatest } = await script<{
  movingTags(version: string, tags: readonly string[]): string[];
  isLatest(version: string, tags: readonly string[]): boolean;
}>('version.mjs');
const { notesOf, withRelease } = await script<{
  notesOf(text: string, version: string): string;
  withRelease(text: string, release: { version: string; date: string; repository: string }): string;
}>('changelog.mjs');
const { prepareRelease } = await script<{
  prepareRelease(options: { root: string; version: string; repository?: string; today: string }): string;
}>('prepare.mjs');
const { checkRelease } = await script<{ checkRelease(options: { root: string; env: Env }): string }>('check.mjs');

describe('tags that move with a release', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['0.2.0', ['v0.2.0'], ['v0', 'v0.2']],
    ['0.2.1', ['v0.2.1', 'v0.3.0', 'v0.10.0'], ['v0.2']],
    ['1.0.0', ['v0.9.0', 'v1.0.0'], ['v1']],
    ['1.2.3', ['v1.2.3', 'v1.10.0'], []],
    ['1.2.3', ['v1.2.3', 'v2.0.0', 'v1', 'vnext', 'v1.3.0-rc.1'], ['v1']],
    ['1.3.0-rc.1', ['v1.3.0-rc.1'], []],
  ])('of %s among %j are %j', (version, tags, expected) => {
    expect(movingTags(version, tags)).toEqual(expected);
  });

  test('only the newest of all is the latest', () => {
    expect(isLatest('1.2.3', ['v1.2.3', 'v1.2.2', 'v1.3.0-rc.1'])).toBe(true);
    expect(isLatest('1.2.3', ['v1.2.3', 'v2.0.0'])).toBe(false);
    expect(isLatest('1.3.0-rc.1', ['v1.2.3'])).toBe(false);
  });
});

describe('the changelog', () => {
  const text = `# Changelog

## [Unreleased]

- New.

## [0.2.0] - 2026-11-30

### Added

- First.

[Unreleased]: https://github.com/OWNER/jupyterhub-gke/compare/v0.2.0...HEAD
[0.2.0]: https://github.com/OWNER/jupyterhub-gke/releases/tag/v0.2.0
`;
  const release = { version: '0.3.0', date: '2027-01-05', repository: 'acme/jupyterhub-gke' };

  test('gives the notes of a version, without links that belong to the page', () => {
    expect(notesOf(text, '0.2.0')).toBe('### Added\n\n- First.');
  });

  test('gets what was unreleased as a version, and links to what changed', () => {
    const released = withRelease(text, release);
    expect(released).toContain('## [Unreleased]\n\n## [0.3.0] - 2027-01-05\n\n- New.\n\n## [0.2.0] - 2026-11-30');
    expect(released).toMatch(/\n\n\[Unreleased\]: .*acme\/jupyterhub-gke\/compare\/v0\.3\.0\.\.\.HEAD\n/);
    expect(released).toContain('\n[0.3.0]: https://github.com/acme/jupyterhub-gke/compare/v0.2.0...v0.3.0\n');
    expect(released).toMatch(/\n\[0\.2\.0\]: https:\/\/github\.com\/acme\/jupyterhub-gke\/releases\/tag\/v0\.2\.0\n$/);
    expect(withRelease(released, release)).toBe(released);
  });

  test.each([
    ['a version that it does not have', () => notesOf(text, '9.9.9'), 'says nothing about 9.9.9'],
    ['a version without a date', () => notesOf('## [1.0.0]\n\n- x\n', '1.0.0'), 'gives 1.0.0 no date'],
    ['nothing that is unreleased', () => withRelease('## [Unreleased]\n', release), '"## [Unreleased]" is empty'],
  ])('is refused for %s', (_, work, said) => {
    expect(work).toThrow(said);
  });

  test('of this project describes the version of this project', () => {
    expect(notesOf(readFileSync(repoPath('CHANGELOG.md'), 'utf8'), VERSION).length).toBeGreaterThan(500);
  });
});

describe('a tree', () => {
  let root = '';
  let env: Env = {};
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  const git = (...commands: string[][]): Promise<string> => runGit(run, root, commands);
  const manifest = (version: string, repository = 'acme/jupyterhub-gke'): string =>
    `${JSON.stringify({ name: 'x', version, repository: { type: 'git', url: `git+https://github.com/${repository}.git` } }, null, 2)}\n`;
  const lock = (version: string): string =>
    `${JSON.stringify({ name: 'x', version, packages: { '': { name: 'x', version }, 'node_modules/a': { version: '1.0.0' } } }, null, 2)}\n`;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'release-tree-'));
    mkdirSync(join(root, 'scripts'));
    // Its work has a test of its own.
    write('scripts/generate.mjs', "import { writeFileSync } from 'node:fs';\nwriteFileSync('generated', '');\n");
    write('package.json', manifest('1.2.3'));
    write('package-lock.json', lock('1.2.3'));
    write('CHANGELOG.md', '## [Unreleased]\n\n- New.\n\n## [1.2.3] - 2027-01-05\n\n- Old.\n');
    write('event.json', JSON.stringify({ repository: { default_branch: 'main' } }));
    await git(['init', '--quiet', '--initial-branch=main'], ['add', '--all'], ['commit', '--quiet', '--message=x']);
    await git(['update-ref', 'refs/remotes/origin/main', 'HEAD']);
    env = {
      ...{ GITHUB_REF: 'refs/tags/v1.2.3', GITHUB_REPOSITORY: 'Acme/jupyterhub-gke' },
      GITHUB_EVENT_PATH: join(root, 'event.json'),
    };
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('that is prepared has version and repository everywhere, and says what is left to do', () => {
    const said = prepareRelease({ root, version: '1.3.0', repository: 'new/hub-tools', today: '2027-02-01' });
    expect(said).toContain('git tag v1.3.0');
    const read = (path: string): string => readFileSync(join(root, path), 'utf8');
    expect(JSON.parse(read('package.json'))).toMatchObject({
      version: '1.3.0',
      repository: { url: 'git+https://github.com/new/hub-tools.git' },
    });
    expect(read('package-lock.json')).toBe(lock('1.3.0'));
    expect(read('CHANGELOG.md')).toContain('## [1.3.0] - 2027-02-01\n\n- New.');
    expect(read('generated')).toBe('');
  });

  test.each([
    ['1.2', undefined, '"1.2" is not a version'],
    ['v1.2.3', undefined, '"v1.2.3" is not a version'],
    ['1.3.0', 'https://github.com/a/b', 'is not a repository'],
    ['1.3.0', 'a', 'is not a repository'],
  ])('is not prepared for version %s and repository %s', (version, repository, said) => {
    expect(() => prepareRelease({ root, version, ...(repository ? { repository } : {}), today: 'x' })).toThrow(said);
  });

  test('can be released from a tag of its version on the default branch', () => {
    expect(checkRelease({ root, env })).toBe('v1.2.3 of acme/jupyterhub-gke can be released.');
  });

  test.each<[string, () => unknown, string]>([
    [
      'a tag of another version',
      () => (env = { ...env, GITHUB_REF: 'refs/tags/v1.2.4' }),
      'The tag is v1.2.4, and package.json has version 1.2.3',
    ],
    ['a branch', () => (env = { ...env, GITHUB_REF: 'refs/heads/main' }), 'GITHUB_REF is "refs/heads/main", not a tag'],
    [
      'a lock file of another version',
      () => write('package-lock.json', lock('1.2.2')),
      'package-lock.json has version 1.2.2 and 1.2.2',
    ],
    ['no notes', () => write('CHANGELOG.md', '## [Unreleased]\n'), 'CHANGELOG.md says nothing about 1.2.3'],
    [
      'the placeholder as owner',
      () => write('package.json', manifest('1.2.3', 'OWNER/jupyterhub-gke')),
      'package.json names the repository OWNER/jupyterhub-gke, and this is Acme/jupyterhub-gke',
    ],
    [
      'a commit that is not on the default branch',
      () => git(['commit', '--quiet', '--allow-empty', '--message=y']),
      'The commit is not on main.',
    ],
    [
      'a default branch that is not there',
      () => git(['update-ref', '-d', 'refs/remotes/origin/main']),
      'Whether the commit is on main cannot be told',
    ],
  ])('cannot be released with %s', async (_, spoil, said) => {
    await spoil();
    expect(() => checkRelease({ root, env })).toThrow(said);
  });

  test('is told all reasons at once', () => {
    write('package-lock.json', lock('1'));
    write('CHANGELOG.md', '');
    expect(() => checkRelease({ root, env })).toThrow(/^v1\.2\.3 cannot be released\.\n.*\n.*CHANGELOG/);
  });
});

test('npm run release says how it is used', () => {
  expect(() => execFileSync(process.execPath, [repoPath('scripts/release/main.mjs')], { stdio: 'pipe' })).toThrow(
    'npm run release -- prepare VERSION',
  );
});
