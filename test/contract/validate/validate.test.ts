import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { command } from '../../../src/commands/validate.js';
import { ConfigurationError } from '../../../src/errors.js';
import { InputError, readInput } from '../../../src/stages/input/read.js';
import { contextIn, type TestContext } from '../../support/command-context.js';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'validate-'));
  mkdirSync(join(dir, 'repository/.git'), { recursive: true });
  cpSync('examples/quick-start', join(dir, 'repository'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = (configPath = 'jupyterhub.yaml', cwd = join(dir, 'repository')): TestContext =>
  contextIn(cwd, { configPath });

const write = (name: string, content: string | Buffer): void => writeFileSync(join(dir, 'repository', name), content);
const users = (value: string): void =>
  write(
    'jupyterhub.yaml',
    `apiVersion: jupyterhub-gke/v1\nname: research\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\nusers: ${value}\naccess: {domain: hub.acme.dev}\n`,
  );
const lines = ({ annotated }: TestContext): string[] =>
  annotated.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

describe('validate', () => {
  test('passes the quick start with a warning', async () => {
    const run = start();
    const { exitCode, document } = await command.run(run);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({ ok: true, errors: 0, warnings: 2, files: ['jupyterhub.yaml', 'users.yaml'] });
    expect(run.said.join('\n')).toMatch(/^2 warnings in 2 files \(\d\.\d\d s\)\. Nothing was contacted\.$/m);
  });

  test('leaves a summary in a workflow, and none in a terminal', async () => {
    expect(await command.run(start())).not.toHaveProperty('summary');
    const run = contextIn(join(dir, 'repository'), { env: { GITHUB_ACTIONS: 'true' } });
    expect((await command.run(run)).summary).toMatch(/^### JupyterHub `research` · files checked/);
  });

  test('finds what is wrong in all files at once and exits 1', async () => {
    users('[users.yaml, more.yaml, absent.yaml]');
    write('users.yaml', 'users: [Ada@acme.dev, {email: g@acme.dev, admin: yes}]\n');
    write('more.yaml', 'users: [bob@acme.dev, Bob@acme.dev]\n');
    const run = start();
    const { exitCode } = await command.run(run);
    expect(exitCode).toBe(1);
    expect(lines(run)).toEqual([
      'jupyterhub.yaml:6:1 no-snapshots',
      'jupyterhub.yaml:6:32 file-missing',
      'users.yaml:1:50 wrong-value',
      'more.yaml:1:23 duplicate-person',
    ]);
  });

  test('names files as the person named them', async () => {
    write('users.yaml', 'users: []\n');
    const run = start('repository/jupyterhub.yaml', dir);
    await command.run(run);
    expect(lines(run)).toEqual([
      'repository/jupyterhub.yaml:7:1 no-snapshots',
      'repository/jupyterhub.yaml:7:1 trial-domain',
      'repository/users.yaml:1:1 no-people',
    ]);
  });

  test('says that the configuration is absent, a folder, not UTF-8 or endless', async () => {
    const rule = async (name: string): Promise<string[]> => {
      const run = start(name);
      expect((await command.run(run)).exitCode).toBe(1);
      return lines(run);
    };
    expect(await rule('absent.yaml')).toEqual(['absent.yaml:1:1 file-missing']);
    mkdirSync(join(dir, 'repository/folder'));
    expect(await rule('folder')).toEqual(['folder:1:1 file-missing']);
    expect(await rule('.git')).toEqual(['.git:1:1 path-outside']);
    expect(await rule('/dev/zero')).toEqual(['/dev/zero:1:1 file-missing']);
    write('latin.yaml', Buffer.from('name: a\nname: caf\xe9\n', 'latin1'));
    expect(await rule('latin.yaml')).toEqual(['latin.yaml:2:1 not-utf8']);
    write('wide.yaml', Buffer.from('\uFEFFname: a\n', 'utf16le'));
    expect(await rule('wide.yaml')).toEqual(['wide.yaml:1:1 not-utf8']);
    write('huge.yaml', Buffer.alloc(17 * 1024 * 1024, 0x20));
    expect(await rule('huge.yaml')).toEqual(['huge.yaml:1:1 too-large']);
  });

  test('a configuration that is a link out of the repository is not read and not quoted', async () => {
    const canary = 'CANARY-of-another-file';
    writeFileSync(join(dir, 'environ'), `TOKEN=${canary}\n`);
    mkdirSync(join(dir, 'repository/.git'), { recursive: true });
    writeFileSync(join(dir, 'repository/.git/config'), `[http]\n\textraheader = ${canary}\n`);
    mkdirSync(join(dir, 'elsewhere'));
    writeFileSync(join(dir, 'elsewhere/jupyterhub.yaml'), `${canary}: x\n`);
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'repository/folder'));
    for (const [name, target] of [
      ['environ.yaml', '/proc/self/environ'],
      ['relative.yaml', '../environ'],
      ['token.yaml', '.git/config'],
      ['twice.yaml', 'token.yaml'],
      ['.git/config', undefined],
      ['folder/jupyterhub.yaml', undefined],
    ] as const) {
      if (target !== undefined) symlinkSync(target, join(dir, 'repository', name));
      const run = start(name);
      expect((await command.run(run)).exitCode).toBe(1);
      expect(lines(run)).toEqual([`${name}:1:1 path-outside`]);
      expect(JSON.stringify([run.said, run.annotated])).not.toMatch(/CANARY|PATH=/);
    }
    symlinkSync('jupyterhub.yaml', join(dir, 'repository/alias.yaml'));
    expect((await command.run(start('alias.yaml'))).exitCode).toBe(0);
  });

  test('every path that leaves the repository is reported at its line', async () => {
    const text = readFileSync(join(dir, 'repository/jupyterhub.yaml'), 'utf8');
    writeFileSync(join(dir, 'outside.yaml'), 'users: []\n');
    mkdirSync(join(dir, 'charts/jupyterhub'), { recursive: true });
    symlinkSync(join(dir, 'charts'), join(dir, 'repository/charts'));
    for (const line of [
      'hub: {chart: {path: ../charts/jupyterhub}}',
      'hub: {chart: {path: charts/jupyterhub}}',
      'hub: {chart: {path: .git/chart}}',
      'hub: {chart: {path: .git}}',
      `hub: {chart: {path: ${join(dir, 'charts/jupyterhub')}}}`,
      'extends: ../outside.yaml',
      'platform: {from: ../outside.yaml}',
    ]) {
      write('jupyterhub.yaml', `${text.trimEnd()}\n${line}\n`);
      const run = start();
      await command.run(run);
      const found = run.annotated.filter(({ rule }) => rule === 'path-outside');
      expect([line, found.map((one) => one.line)]).toEqual([line, [text.trimEnd().split('\n').length + 1]]);
    }
  });

  test('says of a chart what plan would say', async () => {
    const text = readFileSync(join(dir, 'repository/jupyterhub.yaml'), 'utf8');
    mkdirSync(join(dir, 'repository/mine/templates'), { recursive: true });
    mkdirSync(join(dir, 'repository/linked'));
    write('mine/Chart.yaml', 'name: jupyterhub\n');
    write('linked/Chart.yaml', 'name: jupyterhub\n');
    symlinkSync('../mine', join(dir, 'repository/linked/charts'));
    mkdirSync(join(dir, 'repository/empty'));
    for (const [path, message] of [
      ['mine', undefined],
      ['./mine/../mine', undefined],
      ['none', '"none": There is no chart at this path.'],
      ['empty', '"empty": This folder is no chart: it has no Chart.yaml.'],
      ['users.yaml', '"users.yaml": This file is no chart: it is no .tgz archive.'],
      ['linked', '"linked": The chart has a link: "charts".'],
    ] as const) {
      write('jupyterhub.yaml', `${text.trimEnd()}\nhub: {chart: {path: ${path}}}\n`);
      const run = start();
      await command.run(run);
      const found = run.annotated.filter(({ rule }) => rule === 'file-missing').map((one) => one.message);
      expect(found).toEqual(message === undefined ? [] : [message]);
    }
  });

  test('keeps users files in the repository, links followed', async () => {
    writeFileSync(join(dir, 'outside.yaml'), 'users: [{email: a@acme.dev, admin: true}]\n');
    symlinkSync(join(dir, 'outside.yaml'), join(dir, 'repository/link.yaml'));
    mkdirSync(join(dir, 'repository/hubs'));
    for (const [path, rules] of [
      ['../outside.yaml', ['path-outside']],
      ['../../../../../../../../etc/passwd', ['path-outside']],
      ['link.yaml', ['path-outside']],
      ['/etc/passwd', ['path-outside']],
      ['.git/config', ['path-outside']],
      ['hubs/../users.yaml', []],
    ] as const) {
      users(path);
      const run = start();
      await command.run(run);
      expect([path, run.annotated.map(({ rule }) => rule)]).toEqual([path, ['no-snapshots', ...rules]]);
      expect(run.said.join('\n')).not.toContain('root:');
    }
    users('../users.yaml');
    execFileSync('mv', [join(dir, 'repository/jupyterhub.yaml'), join(dir, 'repository/hubs/')]);
    const run = start('hubs/jupyterhub.yaml');
    expect((await command.run(run)).document).toMatchObject({
      ok: true,
      files: ['hubs/jupyterhub.yaml', 'users.yaml'],
    });
  });
});

describe('readInput', () => {
  test('gives configuration, principals and a locator, and shows warnings', async () => {
    const run = start();
    const { config, principals, diagnostics, locate } = await readInput(run);
    expect(config.name).toBe('research');
    expect(principals).toHaveLength(3);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['no-snapshots', 'trial-domain']);
    expect(locate(['name'])).toMatchObject({ file: 'jupyterhub.yaml', line: 3 });
    expect(run.said.join('\n')).toContain('trial-domain');
  });

  test('throws one error that lists the findings', async () => {
    users('users.yaml\nnme: x');
    const run = start();
    const error = await readInput(run).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(
      /^1 error in the files\n\njupyterhub\.yaml:7:1 error unknown-key {2}Unknown key "nme"\. Did you mean "name"\?/,
    );
    expect(lines(run)).toEqual(['jupyterhub.yaml:6:1 no-snapshots', 'jupyterhub.yaml:7:1 unknown-key']);
  });
});
