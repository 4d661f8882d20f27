import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chartReference, digestOf, fetchChart } from '../../../../src/helm/release/chart.js';
import type { Helm } from '../../../../src/helm/release/cli.js';

let dir: string;
let archive: string;
const CONTENT = 'an archive';
const DIGEST = createHash('sha256').update(CONTENT).digest('hex');
const SOURCE = { version: '4.4.0', repository: undefined, path: undefined, sha256: undefined };
const REPOSITORY = 'https://charts.example/';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chart-'));
  archive = join(dir, 'jupyterhub-4.4.0.tgz');
  writeFileSync(archive, CONTENT);
});
afterEach(() => rmSync(dir, { recursive: true }));

const pulls: string[][] = [];
const helm = {
  pull: async (...args: string[]) => {
    pulls.push(args);
    return archive;
  },
} as unknown as Helm;

describe('the digest of a chart', () => {
  const folder = (name: string, files: Record<string, string>): string => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(dir, name, file, '..'), { recursive: true });
      writeFileSync(join(dir, name, file), text);
    }
    return join(dir, name);
  };

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
});

describe('the chart of a configuration', () => {
  test('a chart is identified by its version, its sha256 or its content, and has the chosen repository', async () => {
    expect((await chartReference(SOURCE, {})).identity).toBe('jupyterhub-4.4.0');
    expect((await chartReference({ ...SOURCE, sha256: DIGEST }, {})).identity).toBe(`sha256:${DIGEST}`);
    expect((await chartReference({ ...SOURCE, path: archive }, {})).identity).toBe(`sha256:${DIGEST}`);
    const env = { JUPYTERHUB_GKE_CHART_REPOSITORY: 'http://127.0.0.1:1/' };
    expect((await chartReference(SOURCE, env)).repository).toBe('http://127.0.0.1:1/');
    expect((await chartReference({ ...SOURCE, repository: REPOSITORY }, env)).repository).toBe(REPOSITORY);
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

  test('a chart on disk is not downloaded', async () => {
    pulls.length = 0;
    const local = await chartReference({ ...SOURCE, path: archive }, {});
    expect(await fetchChart(local, helm, undefined)).toEqual({ path: archive, digest: DIGEST });
    expect(pulls).toEqual([]);
  });

  test('a chart must equal the one deployed under the same version, unless its sha256 is given', async () => {
    const chart = await chartReference({ ...SOURCE, repository: REPOSITORY }, {});
    const last = { version: '4.4.0', repository: REPOSITORY, digest: 'e'.repeat(64) };
    await expect(fetchChart(chart, helm, last)).rejects.toMatchObject({
      where: REPOSITORY,
      hint: expect.stringContaining(`was ${last.digest} and is ${DIGEST} now`),
    });
    expect((await fetchChart(chart, helm, { ...last, digest: DIGEST })).digest).toBe(DIGEST);
    for (const other of [{ version: '4.3.0' }, { repository: 'https://other.example/' }]) {
      expect((await fetchChart(chart, helm, { ...last, ...other })).digest).toBe(DIGEST);
    }
    const trusted = await chartReference({ ...SOURCE, repository: REPOSITORY, sha256: DIGEST }, {});
    expect((await fetchChart(trusted, helm, last)).digest).toBe(DIGEST);
  });
});
