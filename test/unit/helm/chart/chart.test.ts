import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ChartFetcher, chartReference, fetchChart, recheckChart } from '../../../../src/helm/chart/chart.js';
import { readChart } from '../../../../src/helm/chart/files.js';
import { CHART_REPOSITORY, DEFAULT_CHART_SHA256 } from '../../../../src/versions.js';

let dir: string;
let archive: string;
const CONTENT = 'an archive';
const DIGEST = createHash('sha256').update(CONTENT).digest('hex');
const SOURCE = { version: '4.4.0', repository: undefined, path: undefined, sha256: undefined };
const REPOSITORY = 'https://charts.example/';
const MIRROR = { JUPYTERHUB_GKE_CHART_REPOSITORY: REPOSITORY };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chart-'));
  archive = join(dir, 'jupyterhub-4.4.0.tgz');
  writeFileSync(archive, CONTENT);
});
afterEach(() => rmSync(dir, { recursive: true }));

const pulls: string[][] = [];
const helm: ChartFetcher = {
  pull: async (...args: string[]) => {
    pulls.push(args);
    return archive;
  },
  chartFolder: async () => mkdtempSync(join(dir, 'folder-')),
};

const folder = (name: string, files: Record<string, string>): string => {
  mkdirSync(join(dir, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, file, '..'), { recursive: true });
    writeFileSync(join(dir, name, file), text);
  }
  return join(dir, name);
};
const digestOf = async (path: string): Promise<string> => (await readChart(path)).digest;

describe('the digest of a chart', () => {
  test('the digest of an archive is that of the file, and of a folder that of its files', async () => {
    expect(await digestOf(archive)).toBe(DIGEST);
    const one = await digestOf(folder('one', { 'Chart.yaml': 'a', 'templates/b.yaml': 'b' }));
    expect(await digestOf(folder('two', { 'templates/b.yaml': 'b', 'Chart.yaml': 'a' }))).toBe(one);
  });

  test('the digest of a folder differs if a name or a text differs', async () => {
    const digests = await Promise.all(
      [{ a: 'bc' }, { ab: 'c' }, { a: 'b', c: '' }, { 'a/b': 'c' }, { a: 'bd' }].map((files, index) =>
        digestOf(folder(`f${index}`, files as Record<string, string>)),
      ),
    );
    expect(new Set(digests).size).toBe(5);
  });

  test('a missing chart path is refused with the key of the configuration', async () => {
    await expect(digestOf(join(dir, 'none'))).rejects.toMatchObject({ where: 'jupyterhub.yaml: hub.chart.path' });
  });

  test.each([
    ['a link to a file', 'templates/evil.yaml', (at: string) => symlinkSync(join(dir, 'jupyterhub-4.4.0.tgz'), at)],
    ['a link to a folder', 'charts', (at: string) => symlinkSync(tmpdir(), at)],
    ['a link that leads nowhere', 'values.yaml', (at: string) => symlinkSync('nowhere', at)],
    ['a link to the chart itself', 'templates/again', (at: string) => symlinkSync('..', at)],
  ])('a chart folder with %s is refused, whatever it points to', async (_, name, link) => {
    const path = folder('linked', { 'Chart.yaml': 'a', 'templates/b.yaml': 'b' });
    link(join(path, name));
    await expect(digestOf(path)).rejects.toMatchObject({
      message: `The chart has a link: ${JSON.stringify(name)}`,
      where: 'jupyterhub.yaml: hub.chart.path',
    });
  });

  test('a chart path that is a link itself is refused', async () => {
    symlinkSync(folder('real', { 'Chart.yaml': 'a' }), join(dir, 'alias'));
    symlinkSync(archive, join(dir, 'alias.tgz'));
    for (const name of ['alias', 'alias.tgz']) {
      await expect(digestOf(join(dir, name))).rejects.toThrow(`The chart has a link: "${name}"`);
    }
  });

  test('a chart folder with a socket is refused, and is not read', async () => {
    const path = folder('special', { 'Chart.yaml': 'a' });
    const server = createServer().listen(join(path, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    await expect(digestOf(path)).rejects.toThrow('The chart has something that is no file: "socket"');
    server.close();
  });
});

describe('the chart of a configuration', () => {
  test('the tested release of the official repository is pinned by its digest', async () => {
    const chart = await chartReference(SOURCE, {});
    expect(chart).toMatchObject({ repository: CHART_REPOSITORY, sha256: DEFAULT_CHART_SHA256, isPinned: true });
    await expect(fetchChart(chart, helm, undefined)).rejects.toMatchObject({
      message: `The chart file jupyterhub-4.4.0.tgz of ${CHART_REPOSITORY} differs from the reviewed one: its SHA-256 is ${DIGEST}, and ${DEFAULT_CHART_SHA256} was expected`,
      key: 'version',
    });
  });

  test('another release, another repository and another digest are not the pinned release', async () => {
    const of = (more: object) => chartReference({ ...SOURCE, ...more }, {});
    expect(await of({ version: '4.3.5' })).toMatchObject({ sha256: undefined, isPinned: false });
    expect(await of({ repository: REPOSITORY })).toMatchObject({ sha256: undefined, isPinned: false });
    expect(await of({ sha256: DIGEST })).toMatchObject({ sha256: DIGEST, isPinned: false });
    expect(await of({ path: archive })).toMatchObject({ sha256: DIGEST, isPinned: false, source: 'hub.chart.path' });
    // The same bytes are the same chart, wherever they come from.
    expect(await of({ repository: REPOSITORY, sha256: DEFAULT_CHART_SHA256 })).toMatchObject({ isPinned: true });
  });

  test('a workflow that names a mirror may name the digest of its archive', async () => {
    expect(await chartReference(SOURCE, MIRROR)).toMatchObject({
      repository: REPOSITORY,
      sha256: DEFAULT_CHART_SHA256,
    });
    const env = { ...MIRROR, JUPYTERHUB_GKE_CHART_SHA256: DIGEST };
    expect(await chartReference(SOURCE, env)).toMatchObject({ sha256: DIGEST, isPinned: true });
    expect((await chartReference({ ...SOURCE, repository: 'https://other.example' }, env)).sha256).toBeUndefined();
  });

  test('a change of the repository, the version, the digest or the files alone is another chart', async () => {
    const identities = await Promise.all(
      [
        {},
        { version: '4.3.5' },
        { repository: REPOSITORY },
        { repository: 'https://other.example' },
        { repository: REPOSITORY, sha256: DIGEST },
        { sha256: DIGEST },
        { path: archive },
        { path: folder('chart', { 'Chart.yaml': 'a' }) },
      ].map(async (more) => (await chartReference({ ...SOURCE, ...more }, {})).identity),
    );
    expect(new Set(identities).size).toBe(identities.length);
  });

  test('a chart with another sha256 is refused, from disk and from the network', async () => {
    const sha256 = 'f'.repeat(64);
    const refusal = { where: 'jupyterhub.yaml: hub.chart.sha256', message: expect.stringContaining(DIGEST) };
    await expect(chartReference({ ...SOURCE, path: archive, sha256 }, {})).rejects.toMatchObject(refusal);
    const pulled = await chartReference({ ...SOURCE, sha256 }, {});
    await expect(fetchChart(pulled, helm, undefined)).rejects.toMatchObject(refusal);
    const upper = await chartReference({ ...SOURCE, sha256: DIGEST.toUpperCase() }, {});
    expect((await fetchChart(upper, helm, undefined)).digest).toBe(DIGEST);
  });

  test('a chart of another release must equal the one deployed under the same version and repository', async () => {
    const chart = await chartReference({ ...SOURCE, version: '4.3.5' }, MIRROR);
    const last = { version: '4.3.5', repository: REPOSITORY, digest: 'e'.repeat(64) };
    await expect(fetchChart(chart, helm, last)).rejects.toMatchObject({
      message: `The chart file jupyterhub-4.3.5.tgz of ${REPOSITORY} differs from the reviewed one: its SHA-256 is ${DIGEST}, and ${last.digest} was expected`,
      hint: expect.stringContaining('hub.chart.sha256'),
    });
    expect((await fetchChart(chart, helm, { ...last, digest: DIGEST })).digest).toBe(DIGEST);
    for (const other of [{ version: '4.3.0' }, { repository: 'https://other.example/' }]) {
      expect((await fetchChart(chart, helm, { ...last, ...other })).digest).toBe(DIGEST);
    }
    const trusted = await chartReference({ ...SOURCE, version: '4.3.5', sha256: DIGEST }, MIRROR);
    expect((await fetchChart(trusted, helm, last)).digest).toBe(DIGEST);
  });
});

describe('a chart on disk', () => {
  test('a chart on disk is copied and not downloaded, so that a later change of it reaches no cluster', async () => {
    pulls.length = 0;
    const path = folder('mine', { 'Chart.yaml': 'a', 'templates/b.yaml': 'reviewed' });
    for (const [at, file] of [
      [path, 'templates/b.yaml'],
      [archive, ''],
    ] as const) {
      const fetched = await fetchChart(await chartReference({ ...SOURCE, path: at }, {}), helm, undefined);
      const text = readFileSync(join(fetched.path, file), 'utf8');
      writeFileSync(join(at, file), 'another one');
      expect(readFileSync(join(fetched.path, file), 'utf8')).toBe(text);
      await recheckChart(fetched);
    }
    expect(pulls).toEqual([]);
  });

  test('a chart that changes between its reading and its copy is refused', async () => {
    const chart = await chartReference({ ...SOURCE, path: archive }, {});
    writeFileSync(archive, 'another one');
    await expect(fetchChart(chart, helm, undefined)).rejects.toThrow('The chart file hub.chart.path differs');
  });

  test('a fetched chart that something else has changed is not installed', async () => {
    const fetched = await fetchChart(await chartReference({ ...SOURCE, path: archive }, {}), helm, undefined);
    writeFileSync(fetched.path, 'another one');
    await expect(recheckChart(fetched)).rejects.toThrow('changed on disk between plan and installation');
  });
});
