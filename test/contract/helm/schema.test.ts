import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import { chartDiagnostics } from '../../../src/commands/chart-findings.js';
import { loadConfig } from '../../../src/config/load.js';
import type { JsonObject } from '../../../src/config/model.js';
import { ChartSchemaError } from '../../../src/helm/schema-error.js';
import { findingLine } from '../../../src/report/findings.js';
import { type HelmGround, helmGround } from './ground.js';

let ground: HelmGround | string = 'not started';
beforeAll(async () => {
  ground = await helmGround();
}, 600_000);
afterAll(() => {
  if (typeof ground !== 'string') ground.stop();
});

// Names that no chart has would be refused before helm sees them; these are what only the schema knows.
const TEXT = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
access: {domain: hub.acme.dev}
hub:
  values:
    cull:
      timeout: one hour
    hub:
      concurrentSpawnLimit: many
      db: {type: oracle}
    prePuller:
      hook: {enabled: 1}
    imagePullSecrets: {a: b}
`;

async function refused(chart: string): Promise<string[]> {
  if (typeof ground === 'string') throw new Error(ground);
  const { config, locate } = loadConfig({ path: 'jupyterhub.yaml', text: TEXT }, '/repository');
  if (config === undefined) throw new Error('the file has errors');
  const { values } = config.hub;
  const error = await ground.helm
    .template('research', chart, 'jupyterhub-research', values)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof ChartSchemaError)) throw new Error(`no error of the schema: ${String(error)}`);
  return chartDiagnostics(error.findings, { written: values, layered: values, locate }).map(findingLine);
}

describe('helm refuses values', () => {
  test('of the stand-in chart, and each finding is on its line', async () => {
    if (typeof ground === 'string') return console.log(`SKIPPED findings of helm's schema check: ${ground}`);
    expect(await refused(repoPath('sandbox', 'charts', 'jupyterhub'))).toEqual([
      'jupyterhub.yaml:11:16 error chart-schema "timeout" takes a whole number or null, not text.',
      'jupyterhub.yaml:13:29 error chart-schema "concurrentSpawnLimit" takes a whole number or null, not text.',
      'jupyterhub.yaml:14:18 error chart-schema "type" takes only "sqlite-pvc", "sqlite-memory", "mysql", "postgres", "other".',
      'jupyterhub.yaml:16:23 error chart-schema "enabled" takes only false.',
      expect.stringMatching(/^jupyterhub\.yaml:17:23 error chart-schema "imagePullSecrets" takes a list/),
    ]);
  });

  test('by the schema of the real chart as well', async () => {
    const file = repoPath('..', 'shared', 'data', 'z2jh-4.4.0', 'values.schema.yaml');
    if (typeof ground === 'string') return console.log(`SKIPPED findings of the real schema: ${ground}`);
    if (!existsSync(file)) return console.log(`SKIPPED findings of the real schema: no ${file}`);
    const chart = join(ground.dir, 'chart');
    mkdirSync(chart);
    writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: jupyterhub\nversion: 4.4.0\n');
    const schema = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }) as JsonObject;
    // The chart's own values, which these lists ask for, are not here.
    writeFileSync(join(chart, 'values.schema.json'), JSON.stringify(withoutRequired(schema)));
    expect(await refused(chart)).toEqual([
      'jupyterhub.yaml:11:16 error chart-schema "timeout" takes a whole number or null, not text.',
      'jupyterhub.yaml:13:29 error chart-schema "concurrentSpawnLimit" takes a whole number or null, not text.',
      'jupyterhub.yaml:14:18 error chart-schema "type" takes only "sqlite-pvc", "sqlite-memory", "mysql", "postgres", "other".',
      'jupyterhub.yaml:16:23 error chart-schema "enabled" takes true or false, not a number.',
      'jupyterhub.yaml:17:23 error chart-schema "imagePullSecrets" takes a list, not a mapping (key: value).',
    ]);
  });
});

function withoutRequired(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === 'required' && Array.isArray(value) ? undefined : value,
  );
  return JSON.parse(text) as JsonObject;
}
