import { existsSync } from 'node:fs';
import { expect } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { Json, JsonObject } from '../../../src/config/model.js';
import { prepareRelease, renderRelease } from '../../../src/helm/release/release.js';
import { hubTemplate, trialObjects } from '../../../src/helm/trial/objects.js';
import { isObject } from '../../../src/json.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);

const VALUES: JsonObject = {
  hub: {
    extraConfig: { mine: 'x = 1' },
    extraFiles: { page: { mountPath: '/srv/page.html', stringData: '<p>' } },
    extraEnv: { KEY: 'value' },
    resources: { limits: { memory: '2Gi' } },
  },
};

/** All texts under a key, wherever it is. */
function under(value: Json | undefined, wanted: string): Json[] {
  if (Array.isArray(value)) return value.flatMap((inner: Json) => under(inner, wanted));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(key === wanted ? [inner] : []), ...under(inner, wanted)]);
}

for (const [name, chart] of [
  ['the stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['the real chart', process.env.JUPYTERHUB_GKE_TEST_CHART],
] as const) {
  testInEnvironment(
    `${name}: a trial starts the hub as its Deployment does, with copies of its settings`,
    async ({ helm }) => {
      if (chart === undefined || !existsSync(chart)) {
        return console.log(`SKIPPED trial of ${name}: JUPYTERHUB_GKE_TEST_CHART names no chart`);
      }
      const source = { version: '4.4.0', repository: undefined, path: chart, sha256: undefined };
      const config = hubConfig(VALUES, { hub: { chart: source, values: VALUES } });
      const prepared = await prepareRelease({ config, env: {}, helmDir: repoPath('helm') });
      const { objects } = await renderRelease(prepared, helm, undefined);
      const made = trialObjects(objects, {
        namespace: prepared.namespace,
        id: 'hub-trial-1',
        program: 'pass',
        secrets: [],
      });
      const job = made?.job as unknown as JsonObject | undefined;
      const hub = hubTemplate(objects);
      const [container] = Array.isArray(hub?.containers) ? hub.containers : [];
      expect(under(job, 'image')).toEqual(under(container, 'image'));
      expect(under(job, 'command')).toEqual([['python3', '/usr/local/etc/jupyterhub-gke-trial/hub_trial.py']]);
      const [args] = under(container, 'args') as string[][];
      expect(under(job, 'args')).toEqual([args?.slice(1)]);
      // Every object of the chart that the pod names is a copy, and every copy is there.
      const copies = (made?.owned('uid') ?? []).map(({ metadata }) => metadata.name);
      const secrets = new Set([
        ...under(job, 'secretName'),
        ...under(job, 'secretKeyRef').flatMap((one) => under(one, 'name')),
      ]);
      expect([...secrets]).toEqual(['hub-trial-1-hub']);
      expect(copies).toEqual(expect.arrayContaining(['hub-trial-1-hub', 'hub-trial-1-program', 'hub-trial-1']));
      expect(under(job, 'persistentVolumeClaim')).toEqual([]);
      expect(JSON.stringify(job)).not.toContain('"component"');
    },
  );
}
