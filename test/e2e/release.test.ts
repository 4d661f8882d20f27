import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runWorkflow, type WorkflowResult } from '../../sandbox/src/github/act.js';
import { type GitHub, startGitHub } from '../../sandbox/src/github/github.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { ensureTools } from '../../sandbox/src/tools/toolbox.js';
import { run } from '../../src/system/exec.js';
import { VERSION } from '../../src/versions.js';
import { type ReleasedTree, releaseTree } from '../support/e2e/released-tree.js';
import { filesBelow, QUICK_START } from '../support/init.js';

// act runs the steps of release.yml as they are, and takes the copy of the tree that was tagged. What it cannot do here: sign
// (GitHub's identity tokens and Sigstore), keep artifacts, look at the filter of tags, and wait for people at an environment.
const REPOSITORY = 'acme/jupyterhub-gke';
const TAG = `v${VERSION}`;
const [major = '', minor = ''] = VERSION.split('.');
const WORKFLOW = '.github/workflows/release.yml';
const MINUTE = 60_000;

let act: string;
let folder: string;
let github: GitHub;
let tree: ReleasedTree;
let released: WorkflowResult;
beforeAll(async () => {
  act = (await ensureTools(['act'], { log: () => {} })).path('act');
  folder = mkdtempSync(join(tmpdir(), 'release-test-'));
  tree = await releaseTree(folder, { version: VERSION, repository: REPOSITORY });
  github = await startGitHub({ repository: REPOSITORY, visibility: 'public', log: () => {} });
  github.addPush({ after: tree.sha, files: [] });
  github.releases.setTag(TAG, tree.sha, tree.tagObject);
  released = await release();
}, 8 * MINUTE);
afterAll(async () => {
  await github?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function release(): Promise<WorkflowResult> {
  const npm = (name: string): string =>
    execFileSync('npm', ['config', 'get', name], { cwd: repoPath(), encoding: 'utf8' }).trim();
  const workflow = readFileSync(repoPath(WORKFLOW), 'utf8');
  const others = [...workflow.matchAll(/uses: '(?!actions\/checkout@)([^']+)'/g)].map(([, name]) => String(name));
  return runWorkflow({
    act,
    dir: join(folder, 'release'),
    github,
    repository: REPOSITORY,
    event: 'push',
    ref: `refs/tags/${TAG}`,
    payload: { ...github.event(), ref: `refs/tags/${TAG}`, after: tree.sha },
    checkout: tree.path,
    workflow: WORKFLOW,
    standIns: [...new Set(others)],
    actions: {},
    // The home of the run is an empty one; npm finds what it has fetched before, and its registry.
    env: { npm_config_cache: npm('cache'), npm_config_userconfig: npm('userconfig') },
    token: github.addToken('github-actions[bot]', { contents: 'write' }),
    timeout: 6 * MINUTE,
    log: () => {},
  });
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a tag becomes a release, under act', () => {
  test('that is checked, built again, signed as far as that is possible here, and published', () => {
    expect([released.code, released.code === 0 ? '' : released.log.slice(-3000)]).toEqual([0, '']);
    expect(released.log).toContain(`${TAG} of ${REPOSITORY} can be released.`);
    expect(released.log.match(/attested: SHA256SUMS/g)).toHaveLength(2);
    expect(released.log).toContain('attested: sbom.cdx.json');
    expect(github.violations).toEqual([]);
  });

  test('with notes from the changelog, the package, its SBOM and checksums, and tags that move to it', () => {
    expect(github.releases.all()).toMatchObject([
      { tag: TAG, name: TAG, draft: false, prerelease: false, latest: true },
    ]);
    expect(github.releases.all()[0]?.body).toContain('Node.js 22');
    expect([...(github.releases.all()[0]?.assets.keys() ?? [])]).toEqual([
      'SHA256SUMS',
      `jupyterhub-gke-${VERSION}.tgz`,
      'sbom.cdx.json',
    ]);
    const moving = [`v${major}`, ...(major === '0' ? [`v0.${minor}`] : [])];
    expect(github.releases.tags()).toEqual(Object.fromEntries([TAG, ...moving].map((name) => [name, tree.sha])));
  });

  test('whose package has dist/ byte for byte as the tag and a rebuild have it', () => {
    const assets = github.releases.all()[0]?.assets;
    const unpacked = join(folder, 'package');
    mkdirSync(unpacked);
    execFileSync('tar', ['-xz', '-C', unpacked], { input: assets?.get(`jupyterhub-gke-${VERSION}.tgz`) });
    const files = readdirSync(join(tree.path, 'dist'));
    expect(readdirSync(join(unpacked, 'package/dist'))).toEqual(files);
    const sums = new Map(
      String(assets?.get('SHA256SUMS'))
        .trim()
        .split('\n')
        .map((line) => line.split('  ').reverse() as [string, string]),
    );
    for (const file of files) {
      const bytes = readFileSync(join(unpacked, 'package/dist', file));
      expect([file, sha256(bytes)]).toEqual([file, sums.get(`dist/${file}`)]);
      expect(bytes.equals(readFileSync(join(tree.path, 'dist', file)))).toBe(true);
    }
    const sbom = JSON.parse(String(assets?.get('sbom.cdx.json')));
    expect(sbom.metadata.component).toMatchObject({ name: 'jupyterhub-gke', version: VERSION });
    expect(sbom.components.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['yaml', 'google-auth-library']),
    );
  });

  test('once: publishing again changes nothing of it', async () => {
    const before = github.releases.all();
    const env = {
      ...{ PATH: process.env.PATH, GITHUB_API_URL: github.url, GITHUB_REPOSITORY: REPOSITORY },
      ...{ GITHUB_REF: `refs/tags/${TAG}`, GITHUB_SHA: tree.sha },
      GITHUB_TOKEN: github.addToken('github-actions[bot]', { contents: 'write' }),
    };
    const files = dirname(released.artifacts.release ?? '');
    const { code, stdout } = await run(process.execPath, ['scripts/release/main.mjs', 'publish', files], {
      cwd: tree.path,
      env,
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${TAG} has been published before`)]);
    expect(github.releases.all()).toEqual(before);
  });
});

describe('a workflow uses the release, under act', () => {
  let runs = 0;
  /** The action as git gives it for a tag. */
  function checkout(tag: string): string {
    const path = join(folder, `action-${tag}`);
    execFileSync('git', ['clone', '--quiet', '--no-checkout', join(folder, 'remote.git'), path]);
    execFileSync('git', ['checkout', '--quiet', github.releases.tags()[tag] ?? 'no such tag'], { cwd: path });
    rmSync(join(path, '.git'), { recursive: true });
    return path;
  }
  const use = (options: Partial<Parameters<typeof runWorkflow>[0]> & { files: Record<string, string> }) => {
    runs += 1;
    const [workflow = ''] = Object.keys(options.files).filter((path) => path.startsWith('.github/workflows/'));
    return runWorkflow({
      ...{ act, dir: join(folder, `use-${runs}`), github: hubs, repository: 'acme/hubs', event: 'push', workflow },
      ...{ log: () => {}, token: hubs.token },
      ...options,
    });
  };
  let hubs: GitHub;
  let written: Record<string, string>;
  beforeAll(async () => {
    hubs = await startGitHub({ repository: 'acme/hubs', log: () => {} });
    const path = join(folder, 'hubs');
    mkdirSync(path);
    const program = join(checkout(TAG), 'dist/index.js');
    const flags = Object.entries(QUICK_START).flatMap(([flag, value]) => [`--${flag}`, value]);
    execFileSync(process.execPath, [program, 'init', ...flags], { cwd: path, stdio: 'pipe' });
    written = filesBelow(path);
  });
  afterAll(() => hubs?.stop());

  test(
    'by its full tag',
    async () => {
      const workflow = `on: push
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ${REPOSITORY}/actions/validate@${TAG}
`;
      const { 'jupyterhub.yaml': config = '', 'users.yaml': users = '' } = written;
      const files = { '.github/workflows/check.yml': workflow, 'jupyterhub.yaml': config, 'users.yaml': users };
      const { code, log } = await use({ files, actions: { [`${REPOSITORY}@${TAG}`]: join(folder, `action-${TAG}`) } });
      expect([code, log]).toEqual([0, expect.stringContaining('Nothing was contacted.')]);
    },
    MINUTE,
  );

  test(
    'by the tag that moved to it, which is what init of the release writes into workflows',
    async () => {
      const moving = `v${major}`;
      const path = '.github/workflows/pull-request.yml';
      expect(written[path]).toContain(`uses: '${REPOSITORY}@${moving}'`);
      hubs.addPull({
        ...{ number: 7, headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40), headRef: 'change', baseRef: 'main' },
        headRepository: 'mallory/hubs',
      });
      const others = [...(written[path] ?? '').matchAll(/uses: '((?:hashicorp|actions\/upload)[^']+)'/g)];
      const { code, log } = await use({
        files: Object.fromEntries(
          Object.entries(written).filter(([name]) => !name.startsWith('.github/') || name === path),
        ),
        ...{ event: 'pull_request', pull: 7, standIns: others.map(([, name]) => String(name)) },
        actions: { [`${REPOSITORY}@${moving}`]: checkout(moving) },
      });
      expect([code, log]).toEqual([
        0,
        expect.stringContaining('jupyterhub-gke validate: the pull request comes from a fork'),
      ]);
    },
    MINUTE,
  );
});

test('a release of another repository than package.json names is refused, before anything is built', () => {
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }));
  const env = {
    ...{ PATH: process.env.PATH, GITHUB_EVENT_PATH: event },
    ...{ GITHUB_REF: `refs/tags/${TAG}`, GITHUB_REPOSITORY: 'fork/jupyterhub-gke' },
  };
  const check = (): string =>
    execFileSync(process.execPath, ['scripts/release/main.mjs', 'check'], {
      cwd: tree.path,
      env,
      stdio: 'pipe',
    }).toString();
  expect(check).toThrow(`package.json names the repository ${REPOSITORY}, and this is fork/jupyterhub-gke`);
});
