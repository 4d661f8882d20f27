import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askTerraform, cacheFolder, findHelm, findTerraform } from '../../../src/system/tools.js';
import { compareVersions, DOWNLOADS, inRange, SUPPORTED, VERSION } from '../../../src/versions.js';
import { tarGz } from '../../support/archives.js';

let dir: string;
let said: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tools-test-'));
  said = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function program(name: string, output: string): void {
  mkdirSync(join(dir, 'bin'), { recursive: true });
  writeFileSync(join(dir, 'bin', name), `#!/bin/sh\ncat <<'END'\n${output}\nEND\n`);
  chmodSync(join(dir, 'bin', name), 0o755);
}

function options(answer?: (url: string) => string | Uint8Array) {
  return {
    env: { PATH: `${join(dir, 'bin')}:/bin:/usr/bin`, JUPYTERHUB_GKE_CACHE: join(dir, 'cache'), RUNNER_TEMP: dir },
    tempDir: dir,
    say: (line: string) => void said.push(line),
    download: async (url: string, file: string) => {
      if (!answer) throw new Error('no network in this test');
      writeFileSync(file, answer(url));
    },
  };
}

describe('finding programs', () => {
  test('terraform of PATH is used when its version is in range', async () => {
    program('terraform', '{"terraform_version": "1.12.2"}');
    expect(await findTerraform(options())).toEqual({
      name: 'terraform',
      path: join(dir, 'bin/terraform'),
      version: '1.12.2',
      origin: 'path',
    });
  });

  test('terraform is asked for its version once, even ahead of time', async () => {
    program('terraform', `{"terraform_version": "1.12.2"}\nEND\necho asked >>${join(dir, 'asked')}\ncat <<'END'`);
    askTerraform(options().env);
    expect(await findTerraform(options())).toMatchObject({ version: '1.12.2' });
    expect(await findTerraform(options())).toMatchObject({ version: '1.12.2' });
    expect(readFileSync(join(dir, 'asked'), 'utf8')).toBe('asked\n');
  });

  test('a program is asked for its version without the secrets of the run, but with the settings of version managers', async () => {
    program('terraform', `{"terraform_version": "1.12.2"}\nEND\nenv >${join(dir, 'env')}\ncat <<'END'`);
    const { env, ...rest } = options();
    const more = {
      HUB_API_KEY: 'canary',
      GITHUB_TOKEN: 'canary',
      TF_VAR_x: 'canary',
      TFENV_TERRAFORM_VERSION: '1.12.2',
    };
    await findTerraform({ ...rest, env: { ...env, ...more } });
    const seen = readFileSync(join(dir, 'env'), 'utf8');
    expect(seen).not.toContain('canary');
    expect(seen).toContain('TFENV_TERRAFORM_VERSION=1.12.2');
  });

  test('tofu is used where terraform is too old', async () => {
    program('terraform', '{"terraform_version": "1.5.7"}');
    program('tofu', '{"terraform_version": "1.10.1"}');
    expect(await findTerraform(options())).toMatchObject({ name: 'tofu', version: '1.10.1' });
  });

  test.each([['v3.18.0+gabc'], ['v4.0.4']])('helm %s of PATH is used', async (version) => {
    program('helm', version);
    expect(await findHelm(options())).toMatchObject({ name: 'helm', version: version.slice(1), origin: 'path' });
  });

  test('a failed download says what is wrong with the program of PATH and which version it needs', async () => {
    program('helm', 'v3.9.0');
    await expect(findHelm(options())).rejects.toMatchObject({
      message: expect.stringContaining('could not be downloaded (no network in this test)'),
      where: expect.stringContaining('version 3.9.0'),
      hint: 'Put helm of version 3.18.0 or later, below 5.0.0, into PATH.',
    });
  });

  test('an interrupted run does not wait for a download, and says why it ended', async () => {
    const abort = new AbortController();
    const reason = new Error('Stopped by SIGINT');
    const hanging = { ...options(), env: { PATH: '/nowhere' }, signal: abort.signal };
    const begun = { ...hanging, download: () => new Promise<void>(() => setTimeout(() => abort.abort(reason), 20)) };
    for (const find of [findTerraform, findHelm]) await expect(find(begun)).rejects.toBe(reason);
    expect(readdirSync(dir).filter((name) => name.startsWith('download-'))).toEqual([]);
  });

  test('a relative entry of PATH chooses no program', async () => {
    program('helm', 'v4.0.4');
    const { env, ...rest } = options();
    const before = process.cwd();
    process.chdir(dir);
    try {
      await expect(findHelm({ ...rest, env: { ...env, PATH: 'bin:.' } })).rejects.toThrow('helm is missing');
    } finally {
      process.chdir(before);
    }
  });

  test('a download with another checksum is refused, and nothing of it is left', async () => {
    const answer = (url: string) => (url.endsWith('.sha256sum') ? `${'0'.repeat(64)}  x` : 'not helm');
    await expect(findHelm(options(answer))).rejects.toThrow(/has the checksum [0-9a-f]{64} instead of/);
    expect(existsSync(join(dir, 'cache', 'helm')) ? readdirSync(join(dir, 'cache', 'helm')) : []).toEqual([]);
    expect(readdirSync(dir).filter((name) => name.includes('download'))).toEqual([]);
  });

  describe('a kept download', () => {
    const platform = `${process.platform === 'darwin' ? 'darwin' : 'linux'}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
    const [, arch] = platform.split('_');
    const name = `helm-v4.0.4-${platform.replace('_', '-')}.tar.gz`;
    const archive = tarGz(`linux-${arch}/helm`, 'a program');
    const sha256 = { [platform]: createHash('sha256').update(archive).digest('hex') };
    const releases = { ...DOWNLOADS, helm: { version: '4.0.4', sha256 } };
    const kept = (): string => join(dir, 'cache/helm/4.0.4', name);
    const run = (answer?: () => Uint8Array) => {
      const tempDir = mkdtempSync(join(dir, 'run-'));
      return findHelm({ ...options(answer), releases, tempDir });
    };

    test('is used again by the next run, and each run has the program in its own folder', async () => {
      const first = await run(() => new Uint8Array(archive));
      const second = await run();
      expect([first.origin, second.origin]).toEqual(['download', 'cache']);
      expect([first.path, second.path].map((path) => readFileSync(path, 'utf8'))).toEqual(['a program', 'a program']);
      expect(first.path).not.toBe(second.path);
      expect(second.path.startsWith(join(dir, 'run-'))).toBe(true);
    });

    test.each([
      ['another archive', () => tarGz(`linux-${arch}/helm`, 'a thief')],
      ['half an archive', () => archive.subarray(0, 20)],
      ['an empty file', () => Buffer.alloc(0)],
    ])('does not run if somebody has put %s in its place', async (_, other) => {
      await run(() => new Uint8Array(archive));
      writeFileSync(kept(), other());
      // Without a network nothing runs at all.
      await expect(run()).rejects.toThrow('could not be downloaded (no network in this test)');
      expect(said.join('\n')).toContain('is not what its publisher made');
      const found = await run(() => new Uint8Array(archive));
      expect([found.origin, readFileSync(found.path, 'utf8')]).toEqual(['download', 'a program']);
      expect(await run()).toMatchObject({ origin: 'cache' });
    });

    test('is not a program that lies in the cache, as versions before kept it', async () => {
      mkdirSync(join(dir, 'cache/helm/4.0.4'), { recursive: true });
      writeFileSync(join(dir, 'cache/helm/4.0.4/helm'), 'a thief', { mode: 0o755 });
      await expect(run()).rejects.toThrow('no network in this test');
    });

    test('is not needed for a run whose cache cannot be written', async () => {
      writeFileSync(join(dir, 'cache'), 'a file in its place');
      expect(await run(() => new Uint8Array(archive))).toMatchObject({ origin: 'download' });
      expect(said.join('\n')).toContain('cannot be kept');
    });
  });

  test('the cache folder follows the environment', () => {
    expect(cacheFolder({ JUPYTERHUB_GKE_CACHE: '/c' })).toBe('/c');
    expect(cacheFolder({ RUNNER_TOOL_CACHE: '/opt/hostedtoolcache' })).toBe('/opt/hostedtoolcache/jupyterhub-gke');
    expect(cacheFolder({ HOME: '/home/u' })).toBe('/home/u/.cache/jupyterhub-gke');
  });
});

describe('versions', () => {
  test('versions are compared by number', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    expect(inRange('v3.19.0+g3d8990f', SUPPORTED.helm)).toBe(true);
    expect(inRange('5.0.0', SUPPORTED.helm)).toBe(false);
    expect(inRange('1.8.5', SUPPORTED.terraform)).toBe(false);
  });

  test('the version of the product is that of package.json', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSION).toBe(manifest.version);
  });

  test('downloaded versions are in range', () => {
    expect(inRange(DOWNLOADS.terraform.version, SUPPORTED.terraform)).toBe(true);
    expect(inRange(DOWNLOADS.helm.version, SUPPORTED.helm)).toBe(true);
  });
});
