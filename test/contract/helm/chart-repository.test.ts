import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { type ChartRepository, startChartRepository } from '../../../sandbox/src/charts/repository.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ensureTools, type Toolbox } from '../../../sandbox/src/tools/toolbox.js';
import { hubValues, readSources } from '../../../src/helm/values/layers.js';
import { run } from '../../../src/system/exec.js';
import { loadText } from '../../support/config.js';

let tools: Toolbox | undefined;
let reason = '';
let dir: string;
let repository: ChartRepository | undefined;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'charts-'));
  try {
    tools = await ensureTools(['helm'], { log: (line) => console.log(line) });
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
    return;
  }
  repository = await startChartRepository({ tools, dir: join(dir, 'charts'), log: () => {} });
}, 900_000);

afterAll(async () => {
  await repository?.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Record<string, string> };
  readonly spec?: Record<string, unknown>;
}

async function render(
  chart: string,
  values: unknown,
): Promise<{ code: number | null; objects: Rendered[]; error: string }> {
  const args = [
    'template',
    'research',
    chart,
    '--namespace',
    'jupyterhub-research',
    '--kube-version',
    '1.34.0',
    '--values',
    '-',
  ];
  const result = await run(tools?.path('helm') ?? '', args, { input: JSON.stringify(values) });
  const documents = result.code === 0 ? parseAllDocuments(result.stdout) : [];
  const objects = documents.map((document) => document.toJS() as Rendered | null).filter((entry) => entry !== null);
  return { code: result.code, objects, error: result.stderr };
}

test('helm pulls the stand-in from the repository, which serves no other paths', async () => {
  if (repository === undefined) return console.log(`SKIPPED chart repository: ${reason}`);
  const args = ['pull', 'jupyterhub', '--repo', repository.url, '--version', '4.4.0', '--destination', dir];
  const pulled = await run(tools?.path('helm') ?? '', args);
  expect(pulled).toMatchObject({ code: 0 });
  expect(readFileSync(join(dir, 'jupyterhub-4.4.0.tgz')).length).toBeGreaterThan(1000);
  for (const path of ['/', '/.helm-cache', '/..%2f..%2fetc%2fpasswd', '/jupyterhub-9.9.9.tgz', '//index.yaml']) {
    expect((await fetch(repository.url + path)).status).toBe(404);
  }
  expect((await fetch(`${repository.url}/index.yaml`, { method: 'POST' })).status).toBe(405);
});

test('our values for the quick start fit the stand-in and render the objects of the real chart', async () => {
  if (tools === undefined) return console.log(`SKIPPED stand-in chart: ${reason}`);
  const path = repoPath('examples', 'quick-start', 'jupyterhub.yaml');
  const { config } = loadText(
    { path: 'jupyterhub.yaml', text: readFileSync(path, 'utf8') },
    repoPath('examples', 'quick-start'),
  );
  if (config === undefined) throw new Error('the example is not sound');
  const values = hubValues(config, await readSources(repoPath('helm')), {});
  const { objects, error } = await render(repoPath('sandbox', 'charts', 'jupyterhub'), values);
  expect(error).toBe('');
  const names = objects.map((object) => `${object.kind}/${object.metadata.name}`);
  expect(names.sort()).toEqual([
    'ConfigMap/hub',
    'Deployment/hub',
    'Deployment/proxy',
    'Ingress/jupyterhub',
    'NetworkPolicy/hub',
    'NetworkPolicy/proxy',
    'NetworkPolicy/singleuser',
    'PersistentVolumeClaim/hub-db-dir',
    'PodDisruptionBudget/hub',
    'PodDisruptionBudget/proxy',
    'Role/hub',
    'RoleBinding/hub',
    'Secret/hub',
    'Secret/singleuser',
    'Service/hub',
    'Service/proxy-api',
    'Service/proxy-public',
    'ServiceAccount/hub',
  ]);
  const claim = objects.find((object) => object.metadata.name === 'hub-db-dir');
  expect(claim?.metadata.annotations?.['helm.sh/resource-policy']).toBe('keep');
  const front = objects.find((object) => object.metadata.name === 'proxy-public');
  expect(front?.spec?.type).toBe('ClusterIP');
  expect(front?.metadata.annotations).toHaveProperty(['cloud.google.com/neg']);
});

test.each([
  ['an unknown key', { hub: { extraFile: {} } }, /extraFile/],
  ['a switch that it does not support', { proxy: { https: { enabled: true } } }, /enabled/],
  ['a section of hub.config that is not a class', { hub: { config: { jupyterHub: {} } } }, /jupyterHub|config/],
  ['a file without a mount path', { hub: { extraFiles: { a: { stringData: 'x' } } } }, /mountPath/],
])('the stand-in chart refuses %s', async (_name, values, message) => {
  if (tools === undefined) return console.log(`SKIPPED stand-in chart: ${reason}`);
  const result = await render(repoPath('sandbox', 'charts', 'jupyterhub'), values);
  expect(result.code).not.toBe(0);
  expect(result.error).toMatch(message);
});
