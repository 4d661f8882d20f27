import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { filesBelow, QUICK_START } from '../../support/init.js';

const manifest = JSON.parse(readFileSync(repoPath('package.json'), 'utf8')) as Record<string, Record<string, string>>;

let folder = '';
let tarball = '';
// npm gets its own home, so the developer's settings and cache have no effect.
const npm = (args: readonly string[], cwd: string) =>
  spawnSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: join(folder, 'home'),
      npm_config_cache: join(folder, 'cache'),
      npm_config_update_notifier: 'false',
    },
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-test-'));
  mkdirSync(join(folder, 'empty'));
  const packed = npm(['pack', '--json', '--pack-destination', folder], repoPath());
  if (packed.status !== 0) throw new Error(packed.stderr);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  // With any of these, npm would install our development packages before `npx github:…` runs.
  test('has nothing to install and nothing to build', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies', 'workspaces'])
      expect(manifest).not.toHaveProperty(kind);
    const scripts = ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare', 'prepack', 'postpack', 'build'];
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => scripts.includes(name))).toEqual([]);
    expect(manifest.bin).toEqual({ 'jupyterhub-gke': 'dist/index.js' });
  });

  test('contains every file that a command or an action reads, and neither tests nor sandbox', () => {
    const listed = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n');
    const packed = new Set(listed.map((name) => name.replace(/^package\//, '')));
    const tracked = execFileSync('git', ['ls-files', 'actions', 'helm', 'terraform', 'schemas', 'templates'], {
      cwd: repoPath(),
      encoding: 'utf8',
    });
    const needed = [
      ...tracked.trim().split('\n'),
      'action.yml',
      ...readdirSync(repoPath('dist')).map((name) => `dist/${name}`),
    ];
    expect(needed.filter((name) => !packed.has(name))).toEqual([]);
    expect([...packed].filter((name) => /^(test|sandbox|src|node_modules|tools)\//.test(name))).toEqual([]);
  });

  test('runs with npx in an empty folder, without network and cache', () => {
    const cwd = join(folder, 'empty');
    const flags = Object.entries(QUICK_START).flatMap(([flag, value]) => [`--${flag}`, value]);
    const exec = (...args: string[]) =>
      npm(['exec', '--yes', '--offline', `--package=${tarball}`, '--', 'jupyterhub-gke', ...args], cwd);
    const help = exec('init', '--help');
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('jupyterhub-gke init [flags]')]);
    const made = exec('init', '--json', ...flags);
    expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('Nothing was contacted.')]);
    const { files } = JSON.parse(made.stdout) as { files: string[] };
    expect(files.sort()).toEqual(Object.keys(filesBelow(cwd)));
    expect(exec('validate').status).toBe(0);
    expect(existsSync(join(cwd, 'package.json'))).toBe(false);
  }, 120_000);
});
