import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { command } from '../../../src/commands/changed-hubs/command.js';
import type { CommandResult } from '../../../src/stages/command.js';
import { contextIn } from '../../support/command-context.js';

const COMMON = `apiVersion: jupyterhub-gke/v1
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
`;
const FILES = {
  'hubs/common.yaml': COMMON,
  'hubs/research/jupyterhub.yaml': 'extends: ../common.yaml\nname: research\nusers: users.yaml\n',
  'hubs/research/users.yaml': 'users: [ada@acme.dev, grace@acme.dev]\n',
  'hubs/teaching/jupyterhub.yaml':
    'extends: ../common.yaml\nname: teaching\nusers: people/*.yaml\nplatform: {from: ../research/jupyterhub.yaml}\n',
  'hubs/teaching/people/a.yaml': 'users: [ada@acme.dev]\n',
  '.github/workflows/push.yml': 'on: push\n',
};

let folder: string;
let temp: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  temp = mkdtempSync(join(tmpdir(), 'fleet-temp-'));
  git('init', '-q', '-b', 'main');
  write(FILES);
  commit();
});
afterEach(() => {
  // What a run made for itself is gone, whatever became of it.
  expect(readdirSync(temp)).toEqual([]);
  for (const one of [folder, temp]) rmSync(one, { recursive: true, force: true });
});

function git(...args: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@acme.dev', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function commit(): string {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'change');
  return git('rev-parse', 'HEAD');
}

interface Ran extends CommandResult {
  readonly log: string;
}

async function list(flags: Record<string, string> = { base: 'HEAD^' }, event?: Record<string, unknown>): Promise<Ran> {
  const lines: string[] = [];
  const file = join(folder, '.git', 'event.json');
  if (event) writeFileSync(file, JSON.stringify({ repository: { default_branch: 'main', private: true }, ...event }));
  const workflow = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event?.pull_request ? 'pull_request' : event?.before ? 'push' : 'schedule',
    GITHUB_EVENT_PATH: file,
    GITHUB_REPOSITORY: 'acme/hubs',
    GITHUB_REF: 'refs/heads/main',
  };
  const env = { ...process.env, RUNNER_TEMP: temp, ...(event ? workflow : { GITHUB_ACTIONS: '' }) };
  const context = contextIn(folder, { env, flags, say: (line: string) => lines.push(line) });
  return { ...(await command.run(context)), log: lines.join('\n') };
}

async function changed(...args: Parameters<typeof list>): Promise<readonly string[]> {
  const { outputs } = await list(...args);
  return (JSON.parse(outputs.hubs ?? '') as { hub: string }[]).map(({ hub }) => hub);
}

describe('a hub is listed as changed', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'if its configuration changed',
      { 'hubs/teaching/jupyterhub.yaml': `${FILES['hubs/teaching/jupyterhub.yaml']}culling: {idle: 2h}\n` },
      ['teaching'],
    ],
    [
      'if a file that it extends changed',
      { 'hubs/common.yaml': `${COMMON}culling: {idle: 2h}\n` },
      ['research', 'teaching'],
    ],
    ['if its people changed', { 'hubs/research/users.yaml': 'users: [ada@acme.dev]\n' }, ['research']],
    [
      'if the rights of a person changed',
      { 'hubs/teaching/people/a.yaml': 'users: [{email: ada@acme.dev, admin: true}]\n' },
      ['teaching'],
    ],
    ['if a new file matches its pattern', { 'hubs/teaching/people/b.yaml': 'users: [grace@acme.dev]\n' }, ['teaching']],
    [
      'if the name of its shared platform changed',
      { 'hubs/research/jupyterhub.yaml': `${FILES['hubs/research/jupyterhub.yaml']}platform: {name: shared}\n` },
      ['research', 'teaching'],
    ],
    [
      'if the workflows changed, which name the version of this program',
      { '.github/workflows/push.yml': 'on: [push]\n' },
      ['research', 'teaching'],
    ],
    [
      'if the checksums of its provider changed',
      { 'hubs/teaching/terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/google" {}\n' },
      ['teaching'],
    ],
    [
      'if it is new',
      { 'hubs/new/jupyterhub.yaml': 'extends: ../common.yaml\nname: newest\nusers: ../research/users.yaml\n' },
      ['newest'],
    ],
    ['if its files have errors', { 'hubs/teaching/people/a.yaml': 'users: [nobody]\n' }, ['teaching']],
  ])('%s', async (_, files, hubs) => {
    write(files);
    commit();
    expect(await changed()).toEqual(hubs);
  });

  test.each<[string, Record<string, string>]>([
    ['a comment', { 'hubs/common.yaml': `# for all\n${COMMON}` }],
    ['the order of people', { 'hubs/research/users.yaml': 'users: [grace@acme.dev, ada@acme.dev]\n' }],
    [
      'a price',
      { 'hubs/common.yaml': `${COMMON}cost: {currency: EUR, asOf: 2026-11-01, prices: {pd-balanced: 0.1}}\n` },
    ],
    ['an explicit default', { 'hubs/common.yaml': `${COMMON}approval: required\n` }],
    ['a file that no hub reads', { 'README.md': 'hubs\n', 'hubs/research/notes.yaml': 'a: b\n' }],
  ])('but not if the change is %s', async (_, files) => {
    write(files);
    commit();
    const { outputs, log } = await list();
    expect(outputs).toMatchObject({ changed: 'false', hubs: '[]', owners: '[]', others: '[]' });
    expect(log).toContain('0 of 2 hubs to look at');
  });

  test('not if its folder was renamed', async () => {
    git('mv', 'hubs/teaching', 'hubs/classes');
    commit();
    expect(await changed()).toEqual([]);
  });

  test('if its chart in the repository changed', async () => {
    const config = FILES['hubs/research/jupyterhub.yaml'];
    write({
      'hubs/research/jupyterhub.yaml': `${config}hub: {chart: {path: ../../chart}}\n`,
      'chart/Chart.yaml': 'a: 1\n',
    });
    commit();
    write({ 'chart/templates/x.yaml': 'b: 2\n' });
    commit();
    expect(await changed()).toEqual(['research']);
  });
});

test('owners of platforms come first, and the lists fit a matrix', async () => {
  write({ 'hubs/common.yaml': `${COMMON}culling: {idle: 2h}\n` });
  commit();
  const research = { hub: 'research', config: 'hubs/research/jupyterhub.yaml', project: 'acme-research' };
  const teaching = { hub: 'teaching', config: 'hubs/teaching/jupyterhub.yaml', project: 'acme-research' };
  const { outputs, summary } = await list();
  expect(Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, JSON.parse(value)]))).toEqual({
    changed: true,
    hubs: [research, teaching],
    owners: [research],
    others: [teaching],
  });
  expect(summary).toContain('2 of 2 hubs to look at');
});

test('a hub whose file was removed is named only', async () => {
  git('rm', '-rq', 'hubs/teaching');
  commit();
  const { outputs, log } = await list();
  expect(outputs.hubs).toBe('[]');
  expect(log).toContain('teaching  has no file any more: nothing is deleted by that; use destroy first');
});

test.each(['name: [', '\tname: teaching'])('a hub whose file is no YAML, as %j, is not called gone', async (text) => {
  write({ 'hubs/teaching/jupyterhub.yaml': text });
  commit();
  const { outputs, log } = await list();
  expect(log).not.toMatch(/destroy|no file/);
  expect(outputs.hubs).toContain('teaching');
});

describe('the base commit', () => {
  const pushOn = (sha: string) => ({ before: sha, forced: false });

  test('of a push is the branch before it, also for several commits', async () => {
    const start = git('rev-parse', 'HEAD');
    write({ 'hubs/research/users.yaml': 'users: [ada@acme.dev]\n' });
    commit();
    write({ 'hubs/common.yaml': `# note\n${COMMON}` });
    commit();
    expect(await changed({}, pushOn(start))).toEqual(['research']);
  });

  test('of a pull request is its target, even after newer commits', async () => {
    git('checkout', '-q', '-b', 'change');
    write({ 'hubs/research/users.yaml': 'users: [ada@acme.dev]\n' });
    const head = commit();
    git('checkout', '-q', 'main');
    write({ 'hubs/teaching/people/a.yaml': 'users: [grace@acme.dev]\n' });
    commit();
    git('merge', '-q', '--no-ff', '-m', 'merge', 'change');
    const pull = { number: 7, head: { sha: head, repo: { full_name: 'acme/hubs' } }, base: { sha: head } };
    expect(await changed({}, { pull_request: pull })).toEqual(['research']);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a commit that is not in the clone', pushOn('d'.repeat(40)), /fetch-depth: 0/],
    ['a new branch', pushOn('0'.repeat(40)), /the branch is new/],
    [
      'a pull request that was not checked out as its merge',
      { pull_request: { number: 7, head: { sha: 'e'.repeat(40) } } },
      /fetch-depth: 0/,
    ],
    ['a schedule', {}, /the event schedule concerns every hub/],
  ])('is nothing for %s: every hub is listed, with the reason', async (_, event, why) => {
    const { outputs, log } = await list({}, event);
    expect(JSON.parse(outputs.hubs ?? '')).toHaveLength(2);
    expect(log).toMatch(why);
  });

  test('is not needed if one hub is requested by its name', async () => {
    expect(await changed({ hub: 'teaching' }, {})).toEqual(['teaching']);
    await expect(list({ hub: 'other' })).rejects.toMatchObject({
      message: 'This repository has no hub "other"',
      hint: 'Hubs: research, teaching.',
    });
  });

  test.each(['nothing', '--all', 'HEAD:hubs', '$(id)'])('cannot be %j', async (base) => {
    await expect(list({ base })).rejects.toThrow('This clone has no commit');
  });
});

test('two hubs with the same name are refused', async () => {
  write({
    'hubs/other/jupyterhub.yaml': FILES['hubs/research/jupyterhub.yaml'].replace(
      'users.yaml',
      '../research/users.yaml',
    ),
  });
  await expect(list()).rejects.toMatchObject({
    message: 'hubs/other/jupyterhub.yaml and hubs/research/jupyterhub.yaml both have the name "research"',
  });
});

test('a pattern without a match is an error, not an empty matrix', async () => {
  await expect(list({ configs: 'hub/*.yaml' })).rejects.toThrow('No file matches hub/*.yaml');
});

describe('an untrusted branch', () => {
  test('has file and hub names that stay text', async () => {
    const name = 'hubs/$(touch x);`id`\n::set-output name=a::b/jupyterhub.yaml';
    write({ [name]: ['name: "}}; rm -rf /"', 'project: "$', '{{ secrets.X }}"\n'].join('\n').replace('$\n', '$') });
    commit();
    const { outputs, log } = await list();
    const [found] = JSON.parse(outputs.hubs ?? '') as { hub: string; project: string; config: string }[];
    expect(found).toEqual({ hub: expect.stringMatching(/^file-[a-z0-9-]+$/), config: name, project: '' });
    expect(outputs.hubs).not.toContain('\n');
    expect(log).toContain('has errors');
    expect(readdirSync(folder)).not.toContain('x');
  });

  test('has no links that are followed out of the repository', async () => {
    symlinkSync('/etc', join(folder, 'hubs/research/people'));
    write({
      'hubs/research/jupyterhub.yaml': FILES['hubs/research/jupyterhub.yaml'].replace('users.yaml', 'people/passwd'),
    });
    commit();
    write({ 'hubs/teaching/people/a.yaml': 'users: [grace@acme.dev]\n' });
    commit();
    const { document } = await list();
    expect(document).toMatchObject({ changed: [{ hub: 'research' }, { hub: 'teaching' }] });
  });

  test('has no attribute filters that run', async () => {
    git('config', 'filter.lfs.smudge', `touch ${join(folder, 'ran')}; cat`);
    write({ '.gitattributes': '*.yaml filter=lfs\n' });
    commit();
    git('checkout', '-q', '.');
    rmSync(join(folder, 'ran'), { force: true });
    write({ 'hubs/research/users.yaml': 'users: [ada@acme.dev]\n' });
    expect(await changed({ base: 'HEAD' })).toEqual(['research']);
    expect(readdirSync(folder)).not.toContain('ran');
  });
});
