import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { writeManifests } from '../../../src/helm/diff/manifests.js';
import { prepareRelease, renderRelease } from '../../../src/helm/release/release.js';
import { symbolic, valueAt } from '../../../src/helm/values/values.js';
import { loadText } from '../../support/config.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);

for (const [name, path] of [
  ['stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['real z2jh chart', process.env.JUPYTERHUB_GKE_TEST_CHART],
] as const) {
  testInEnvironment(
    `the quick-start example renders twice the same with the ${name}, and holds no secret`,
    async ({ helm }) => {
      if (!path) return console.log(`SKIPPED ${name}: JUPYTERHUB_GKE_TEST_CHART is not set`);
      const file = repoPath('examples', 'quick-start', 'jupyterhub.yaml');
      const text = readFileSync(file, 'utf8');
      const { config: example } = loadText({ path: 'jupyterhub.yaml', text }, repoPath('examples', 'quick-start'));
      if (example === undefined) throw new Error('the example is not sound');
      const chart = { ...example.hub.chart, path };
      const config = {
        ...example,
        hub: { values: { hub: { config: { Mine: { key: { secretRef: 'KEY' } } } } }, chart },
      };
      const render = async () => {
        const prepared = await prepareRelease({ config, env: {}, helmDir: repoPath('helm') });
        return { prepared, rendered: await renderRelease(prepared, helm, undefined) };
      };
      const [once, twice] = [await render(), await render()];
      expect(twice.prepared.inputs).toBe(once.prepared.inputs);
      const stream = writeManifests(once.rendered.manifests);
      expect(writeManifests(twice.rendered.manifests)).toBe(stream);
      expect(twice.rendered.values).toEqual(once.rendered.values);

      const secrets = once.rendered.manifests.filter(({ kind }) => kind === 'Secret');
      expect(secrets.map(({ name: object }) => object)).toContain('hub');
      for (const { object } of secrets) {
        expect(object).not.toHaveProperty('data');
        expect(object).not.toHaveProperty('stringData');
        expect((object.keys as readonly string[]).length).toBeGreaterThan(0);
      }
      // Neither the stand-ins that the rendering needs nor what the chart made of them are kept.
      for (const hidden of ['stand-in', '00'.repeat(32)]) {
        for (const form of [hidden, Buffer.from(hidden).toString('base64')]) {
          expect(stream + JSON.stringify(once.rendered.values)).not.toContain(form);
        }
      }
      expect(valueAt(symbolic(once.prepared.values), 'hub.config.Mine.key')).toBe(`\${secret:KEY}`);
      expect(valueAt(once.rendered.values, 'hub.config.Mine.key')).toBe(`\${secret:KEY}`);
    },
  );
}
