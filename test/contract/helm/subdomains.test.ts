import { expect } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../src/config/model.js';
import { type Manifest, parseManifests } from '../../../src/helm/diff/manifests.js';
import { prepareRelease, renderRelease } from '../../../src/helm/release/release.js';
import { companionValues } from '../../../src/helm/values/companion.js';
import { valueAt } from '../../../src/helm/values/values.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { ACCESS, hubConfig } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);
const domain = 'hub.acme.dev';

testInEnvironment('with hosts of people, the companion chart asks Google for no certificate', async ({ helm }) => {
  const kinds = async (subdomains: typeof ACCESS.subdomains): Promise<readonly string[]> => {
    const values = companionValues(hubConfig({}, { access: { ...ACCESS, domain, subdomains } }));
    const text = await helm.template('research-companion', repoPath('helm', 'companion'), 'ns', values);
    return parseManifests(text).map(({ kind }) => kind);
  };
  const [off, on] = [await kinds(undefined), await kinds({ domain, certificate: 'wild' })];
  expect(on).toEqual(off.filter((kind) => kind !== 'ManagedCertificate'));
  expect(off).toHaveLength(on.length + 1);
});

for (const [name, path] of [
  ['stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['real z2jh chart', process.env.JUPYTERHUB_GKE_TEST_CHART],
] as const) {
  testInEnvironment(
    `with hosts of people, the ${name} has a proxy that looks at hosts, and an Ingress for all of them with the certificate`,
    async ({ helm }) => {
      if (!path) return console.log(`SKIPPED ${name}: JUPYTERHUB_GKE_TEST_CHART is not set`);
      const render = async (subdomains: typeof ACCESS.subdomains) => {
        const base = hubConfig({}, { access: { ...ACCESS, domain, subdomains } });
        const config = { ...base, hub: { ...base.hub, chart: { ...base.hub.chart, path } } };
        const prepared = await prepareRelease({ config, env: {}, helmDir: repoPath('helm') });
        return (await renderRelease(prepared, helm, undefined)).manifests;
      };
      const find = (manifests: readonly Manifest[], kind: string, called: string): JsonObject =>
        manifests.find((one) => one.kind === kind && one.name === called)?.object ?? {};
      const on = await render({ domain, certificate: 'wild' });
      const ingress = find(on, 'Ingress', 'jupyterhub');
      const rules = valueAt(ingress, 'spec.rules') as readonly JsonObject[];
      expect(rules.map(({ host }) => host)).toEqual([domain, `*.${domain}`]);
      expect(valueAt(ingress, 'metadata.annotations')).toMatchObject({
        'ingress.gcp.kubernetes.io/pre-shared-cert': 'wild',
        'kubernetes.io/ingress.global-static-ip-name': 'research-ip',
      });
      expect(JSON.stringify(find(on, 'Deployment', 'proxy'))).toContain('"--host-routing"');

      const off = await render(undefined);
      expect(JSON.stringify(off)).not.toMatch(/host-routing|pre-shared-cert|\*\.hub\.acme\.dev/);
      expect(valueAt(find(off, 'Ingress', 'jupyterhub'), 'metadata.annotations')).toHaveProperty([
        'networking.gke.io/managed-certificates',
      ]);
    },
  );
}
