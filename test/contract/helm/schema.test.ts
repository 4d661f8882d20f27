import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import { planRelease, prepareRelease } from '../../../src/helm/release/release.js';
import { findingLine } from '../../../src/report/findings.js';
import { withChartFindings } from '../../../src/stages/deploy/chart-findings.js';
import { InputError } from '../../../src/stages/input/read.js';
import type { Session } from '../../../src/stages/session/session.js';
import { loadText } from '../../support/config.js';
import { type HelmEnvironment, startHelmEnvironment } from '../../support/helm-environment.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);

// Validation knows the schema of the tested release only. What another one refuses, helm finds.
const TEXT = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
access: {domain: hub.acme.dev}
hub:
  chart: {version: 4.3.0}
  values:
    cull:
      concurrency: many
    hub:
      revisionHistoryLimit: many
      db: {type: oracle}
    prePuller:
      hook: {enabled: 1}
    imagePullSecrets: {a: b}
`;

/** Findings of a plan over that chart, as a person gets them. */
async function refused({ helm }: HelmEnvironment, chart: string): Promise<string[]> {
  const { config: file, locate, diagnostics } = loadText({ path: 'jupyterhub.yaml', text: TEXT }, '/repository');
  if (file === undefined) throw new Error('the file has errors');
  const config = { ...file, hub: { ...file.hub, chart: { ...file.hub.chart, path: chart } } };
  const prepared = await prepareRelease({ config, env: {}, helmDir: repoPath('helm') });
  const sources = new Map([['jupyterhub.yaml', TEXT]]);
  const session = {
    config,
    context: { annotate: () => {} },
    input: { config, people: [], diagnostics, locate, sources },
  };
  const error = await withChartFindings(session as unknown as Session, prepared, () =>
    planRelease(prepared, undefined, async () => helm),
  ).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error(`no error of the files: ${String(error)}`);
  return error.diagnostics.map(findingLine);
}

describe('values that helm refuses', () => {
  testInEnvironment('findings of the stand-in chart are shown at their lines', async (environment) => {
    expect(await refused(environment, repoPath('sandbox', 'charts', 'jupyterhub'))).toEqual([
      'jupyterhub.yaml:12:20 error chart-schema "concurrency" must be a whole number or null, not text.',
      'jupyterhub.yaml:14:29 error chart-schema "revisionHistoryLimit" must be a whole number or null, not text.',
      'jupyterhub.yaml:15:18 error chart-schema "type" must be one of: "sqlite-pvc", "sqlite-memory", "mysql", "postgres", "other".',
      'jupyterhub.yaml:17:23 error chart-schema "enabled" must be one of: false.',
      expect.stringMatching(/^jupyterhub\.yaml:18:23 error chart-schema "imagePullSecrets" must be a list/),
    ]);
  });

  testInEnvironment('findings of the real chart are shown at their lines', async (environment) => {
    const data = repoPath('..', 'shared', 'data', 'z2jh-4.4.0');
    if (!existsSync(data)) return console.log(`SKIPPED findings of the real schema: there is no ${data}`);
    const chart = join(environment.dir, 'chart');
    mkdirSync(chart);
    writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: jupyterhub\nversion: 4.4.0\n');
    copyFileSync(join(data, 'values.yaml'), join(chart, 'values.yaml'));
    const schema: unknown = parse(readFileSync(join(data, 'values.schema.yaml'), 'utf8'), { maxAliasCount: -1 });
    writeFileSync(join(chart, 'values.schema.json'), JSON.stringify(schema));
    expect(await refused(environment, chart)).toEqual([
      'jupyterhub.yaml:12:20 error chart-schema "concurrency" must be a whole number or null, not text.',
      'jupyterhub.yaml:14:29 error chart-schema "revisionHistoryLimit" must be a whole number or null, not text.',
      'jupyterhub.yaml:15:18 error chart-schema "type" must be one of: "sqlite-pvc", "sqlite-memory", "mysql", "postgres", "other".',
      'jupyterhub.yaml:17:23 error chart-schema "enabled" must be true or false, not a number.',
      'jupyterhub.yaml:18:23 error chart-schema "imagePullSecrets" must be a list, not a mapping (key: value).',
    ]);
  });
});
