import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { repoPath } from '../../../sandbox/src/paths.js';

type Env = Readonly<Record<string, string>>;
const script = async <T>(name: string): Promise<T> => (await import(repoPath('scripts/release', name))) as T;
const { bundleSbom, bundledPackages } = await script<{
  bundledPackages(licenses: string): string[];
  bundleSbom(sbom: unknown, bundle: { name: string; bundled: readonly string[] }): Record<string, unknown>;
}>('assets.mjs');
const { isUploadHost } = await script<{ isUploadHost(url: URL, api: URL): boolean }>('github.mjs');
const { publishRelease } = await script<{
  publishRelease(options: { root: string; folder: string; env: Env; say: (line: string) => void }): Promise<void>;
}>('publish.mjs');

describe('the SBOM', () => {
  const component = (name: string, version: string) => ({
    'bom-ref': `${name}@${version}`,
    ...{ name, version, properties: [{ name: 'cdx:npm:package:development', value: 'true' }] },
  });
  const all = {
    metadata: { component: { 'bom-ref': 'x@1.0.0', name: 'folder' } },
    components: [component('@a/b', '1.0.0'), component('jest', '30.0.0'), component('@a/b', '2.0.0')],
    dependencies: [
      { ref: 'x@1.0.0', dependsOn: ['@a/b@1.0.0', 'jest@30.0.0'] },
      { ref: '@a/b@1.0.0', dependsOn: ['jest@30.0.0'] },
      { ref: 'jest@30.0.0' },
    ],
  };

  test('lists what the bundle holds, and no package that only builds or tests it', () => {
    const bundled = bundledPackages('@a/b 1.0.0: MIT\n\nText of @a/b 9.9.9: no\n\n-----\n');
    expect(bundled).toEqual(['@a/b@1.0.0']);
    expect(bundleSbom(all, { name: 'jupyterhub-gke', bundled })).toEqual({
      metadata: { component: { 'bom-ref': 'x@1.0.0', name: 'jupyterhub-gke' } },
      components: [{ 'bom-ref': '@a/b@1.0.0', name: '@a/b', version: '1.0.0', properties: [] }],
      dependencies: [
        { ref: 'x@1.0.0', dependsOn: ['@a/b@1.0.0'] },
        { ref: '@a/b@1.0.0', dependsOn: [] },
      ],
    });
  });

  test('is not written where a package of the bundle is not installed', () => {
    expect(() => bundleSbom(all, { name: 'x', bundled: ['c@1.0.0'] })).toThrow('dist/licenses.txt names: c@1.0.0');
  });
});

describe('publishing', () => {
  const [sha, other] = ['a'.repeat(40), 'b'.repeat(40)];
  let github: GitHub;
  let root = '';
  let env: Env = {};
  const said: string[] = [];
  const publish = () => publishRelease({ root, folder: join(root, 'files'), env, say: (line) => void said.push(line) });
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'release-publish-'));
    mkdirSync(join(root, 'files'));
    writeFileSync(join(root, 'files/SHA256SUMS'), Buffer.from([0, 255, 10]));
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ version: '0.2.1', repository: { url: 'git+https://github.com/acme/x.git' } }),
    );
    writeFileSync(join(root, 'CHANGELOG.md'), '## [0.2.1] - 2027-01-05\n\n- A fix.\n');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeEach(async () => {
    said.length = 0;
    github = await startGitHub({ repository: 'acme/x', log: () => {} });
    for (const after of [other, sha]) github.addPush({ after, files: [] });
    github.releases.setTag('v0.2.1', sha);
    github.releases.setTag('v0.2', other);
    env = {
      ...{ GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/x', GITHUB_SHA: sha },
      ...{
        GITHUB_REF: 'refs/tags/v0.2.1',
        GITHUB_TOKEN: github.addToken('github-actions[bot]', { contents: 'write' }),
      },
    };
  });
  afterEach(async () => {
    expect(github.violations).toEqual([]);
    await github.stop();
  });

  test('makes a release with its files and moves tags, those that are there and those that are not', async () => {
    await publish();
    const [release] = github.releases.all();
    expect(release).toMatchObject({ tag: 'v0.2.1', body: '- A fix.', draft: false, latest: true });
    expect(release?.assets.get('SHA256SUMS')).toEqual(Buffer.from([0, 255, 10]));
    expect(github.releases.tags()).toEqual({ 'v0.2.1': sha, 'v0.2': sha, v0: sha });
    expect(said.at(-1)).toBe('v0.2 is at v0.2.1.');
  });

  test('goes on after a run that failed on its way', async () => {
    github.faults.add({ operation: 'repos/upload-release-asset', times: 1 });
    await expect(publish()).rejects.toThrow('/assets: GitHub answers 502');
    expect(github.releases.all()).toMatchObject([{ draft: true }]);
    expect(github.releases.tags().v0).toBeUndefined();
    await publish();
    expect(github.releases.all()).toMatchObject([{ draft: false }]);
  });

  test('leaves the newest tags and the latest release alone for a fix of an older line', async () => {
    github.releases.setTag('v0.3.0', other);
    github.releases.setTag('v0', other);
    await publish();
    expect(github.releases.all()).toMatchObject([{ latest: false }]);
    expect(github.releases.tags()).toMatchObject({ v0: other, 'v0.2': sha });
  });

  test('takes the commit of an annotated tag, and refuses one that was moved since the files were built', async () => {
    github.releases.setTag('v0.2.1', sha, 'c'.repeat(40));
    await publish();
    github.releases.setTag('v0.2.1', other);
    await expect(publish()).rejects.toThrow(
      `v0.2.1 is at ${other}, and this run is for ${sha}. Nothing was published.`,
    );
  });

  test('says what is missing without a token, or where GitHub refuses it', async () => {
    env = { ...env, GITHUB_TOKEN: '' };
    await expect((async () => publish())()).rejects.toThrow('GITHUB_TOKEN is empty');
    env = { ...env, GITHUB_TOKEN: github.token };
    await expect(publish()).rejects.toThrow('GitHub answers 403: {"message":"Resource not accessible by integration"');
  });

  test.each([
    ['https://uploads.github.com/x', 'https://api.github.com', true],
    ['https://uploads.acme.ghe.com/x', 'https://api.acme.ghe.com', true],
    ['https://github.acme.dev/api/uploads/x', 'https://github.acme.dev/api/v3', true],
    ['http://uploads.github.com/x', 'https://api.github.com', false],
    ['https://uploads.github.com.evil.dev/x', 'https://api.github.com', false],
    ['https://evil.dev/x', 'https://api.github.com', false],
  ])('a file goes to %s with the API at %s: %s', (url, api, expected) => {
    expect(isUploadHost(new URL(url), new URL(api))).toBe(expected);
  });
});
