import { existsSync, readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { addressOf } from '../../../src/change/change.js';
import type { HubConfig, JsonObject } from '../../../src/config/model.js';
import {
  type DeploymentRecord,
  deploymentRecordObject,
  parseDeploymentRecord,
} from '../../../src/helm/release/record.js';
import {
  isCurrent,
  type PreparedRelease,
  planRelease,
  prepareRelease,
  type RenderedRelease,
  renderRelease,
} from '../../../src/helm/release/release.js';
import { valueAt } from '../../../src/helm/values/values.js';
import { type HelmEnvironment, startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig, profile } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);

const REAL = process.env.JUPYTERHUB_GKE_TEST_CHART;
const CHARTS: readonly (readonly [string, string | undefined])[] = [
  ['the stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['the real chart', REAL],
];

const prepare = (chart: string, values: JsonObject = {}, more: Partial<HubConfig> = {}): Promise<PreparedRelease> => {
  const source = { version: '4.4.0', repository: undefined, path: chart, sha256: undefined };
  const config = hubConfig(values, { ...more, hub: { chart: source, values } });
  return prepareRelease({ config, env: {}, helmDir: repoPath('helm') });
};

/** The record that an apply leaves, after a journey through the cluster. */
function deployedOf(
  prepared: PreparedRelease,
  rendered: RenderedRelease,
  state: DeploymentRecord['state'] = 'deployed',
): DeploymentRecord {
  const { version, source } = prepared.chart;
  const chart = { version, repository: source, digest: rendered.chart.digest };
  const { values, manifests } = rendered;
  const { inputs, hub } = prepared;
  const record = { state, inputs, address: 'hub.acme.dev', chart, revision: 1, values, manifests };
  const read = parseDeploymentRecord(deploymentRecordObject(hub, record));
  if (!read) throw new Error('the record cannot be read');
  return read;
}

for (const [name, chart] of CHARTS) {
  /** A test on the chart, where there is one. */
  const onChart = (title: string, body: (environment: HelmEnvironment) => Promise<unknown>): void =>
    testInEnvironment(`with ${name}, ${title}`, async (environment) => {
      if (chart !== undefined && existsSync(chart)) return body(environment);
      console.log(`SKIPPED ${title}, with ${name}: JUPYTERHUB_GKE_TEST_CHART names no chart`);
    });
  const path = chart ?? '';

  onChart('our layers fit the schema of the chart and render the same each time', async ({ helm }) => {
    const prepared = await prepare(path);
    const [once, again] = [
      await renderRelease(prepared, helm, undefined),
      await renderRelease(prepared, helm, undefined),
    ];
    expect(again.manifests).toEqual(once.manifests);
    const names = once.manifests.map(({ kind, name: object }) => `${kind}/${object}`);
    expect(names).toEqual(
      expect.arrayContaining(['Deployment/hub', 'Deployment/proxy', 'Ingress/jupyterhub', 'BackendConfig/research']),
    );
    expect(names).not.toContain('Deployment/user-scheduler');
    const policy = once.manifests.find((manifest) => manifest.kind === 'NetworkPolicy' && manifest.name === 'proxy');
    expect(JSON.stringify(valueAt(policy?.object ?? {}, 'spec.ingress'))).not.toContain('ipBlock');
    const claim = once.manifests.find(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(valueAt(claim?.object ?? {}, 'metadata.annotations')).toEqual({ 'helm.sh/resource-policy': 'keep' });
  });

  onChart('a plan after an apply is empty and does not call helm', async ({ helm }) => {
    const prepared = await prepare(path);
    const deployed = deployedOf(prepared, await renderRelease(prepared, helm, undefined));
    expect(isCurrent(await prepare(path), deployed)).toBe(true);
    const never = async (): Promise<never> => {
      throw new Error('helm was asked for');
    };
    expect(await planRelease(await prepare(path), deployed, never)).toEqual({ changes: [], rendered: undefined });
  });

  onChart('a killed apply is planned again as one change', async ({ helm }) => {
    const prepared = await prepare(path);
    const deployed = deployedOf(prepared, await renderRelease(prepared, helm, undefined), 'applying');
    const { changes } = await planRelease(prepared, deployed, async () => helm);
    const subject = { kind: 'helm-release', name: 'research' };
    expect(changes).toMatchObject([{ subject, action: 'update', notes: [{ code: 'release-resumed' }] }]);
  });

  onChart('a new profile and disk are shown as such, and the hub restarts', async ({ helm }) => {
    const prepared = await prepare(path);
    const deployed = deployedOf(prepared, await renderRelease(prepared, helm, undefined));
    const next = await prepare(
      path,
      {},
      {
        profiles: [profile('cpu', { default: true }), profile('large', { memory: { guarantee: '8Gi', limit: '8Gi' } })],
        storage: { home: { type: 'disk', diskType: 'pd-ssd', size: '20Gi' }, perUserBuckets: false, purge: [] },
      },
    );
    const { changes } = await planRelease(next, deployed, async () => helm);
    const of = (address: string) => changes.find((change) => addressOf(change) === address);
    expect(changes.map(addressOf).sort()).toEqual([
      'Deployment/hub',
      'Secret/hub',
      'StorageClass/jupyterhub-research-home',
    ]);
    expect(of('Deployment/hub')?.notes).toEqual([{ code: 'hub-restarts' }]);
    expect(of('StorageClass/jupyterhub-research-home')).toMatchObject({ action: 'replace' });
    const names = of('Secret/hub')?.attributes?.map((attribute) => attribute.name);
    expect(names).toEqual(expect.arrayContaining(['singleuser.profileList[large]', 'singleuser.storage.capacity']));
  });

  onChart('secrets stay symbolic in the record, and no file is left behind', async ({ helm, dir }) => {
    const prepared = await prepare(path, {
      hub: { db: { password: { secretRef: 'DB' } }, extraEnv: { TOKEN: 'literal-secret' } },
    });
    const rendered = await renderRelease(prepared, helm, undefined);
    const kept = JSON.stringify(deployedOf(prepared, rendered));
    expect(kept).toContain(`\${secret:DB}`);
    expect(kept).not.toContain('literal-secret');
    expect(readdirSync(dir).filter((file) => file.startsWith('values-'))).toEqual([]);
  });
}

testInEnvironment(
  "a value that does not fit the chart's schema is reported with its key in hub.values",
  async ({ helm }) => {
    const prepared = await prepare(repoPath('sandbox', 'charts', 'jupyterhub'), { hub: { nope: true } });
    await expect(renderRelease(prepared, helm, undefined)).rejects.toMatchObject({
      name: 'ChartSchemaError',
      findings: [{ path: ['hub', 'nope'], message: 'Unknown key "nope".', about: 'key' }],
      where: 'jupyterhub.yaml: hub.values',
    });
  },
);
