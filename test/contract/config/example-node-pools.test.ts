import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { poolText } from '../../../src/config/platform/node-pool.js';
import { loadText } from '../../support/config.js';

const FOLDER = join(process.cwd(), 'examples/node-pools');

test('the example with node pools has no error, and its profiles run where the documentation says', () => {
  const text = readFileSync(join(FOLDER, 'jupyterhub.yaml'), 'utf8');
  const { config, diagnostics } = loadText({ path: 'jupyterhub.yaml', text }, FOLDER);
  expect(diagnostics.filter(({ severity, rule }) => severity === 'error' || rule === 'not-supported-yet')).toEqual([]);
  const cluster = config?.platform.cluster;
  if (cluster?.mode !== 'standard') throw new Error('the example has no standard cluster');
  expect(Object.entries(cluster.nodePools).map(([name, pool]) => `${name}: ${poolText(pool)}`)).toEqual([
    'core: 1–3 × e2-standard-2',
    'cpu: 0–10 × n2-standard-8',
    'l4: 0–4 × g2-standard-8 with 1 nvidia-l4',
    'course: 0–5 × g2-standard-8 with 1 nvidia-l4, each for 4 servers',
    'cheap: 0–20 × n2-standard-8, spot',
    'tpu: 0–2 × ct5lp-hightpu-4t with 4 TPU chips, flex-start in us-central1-a',
  ]);
  expect(config?.profiles.map(({ placement }) => ({ labels: placement?.labels, devices: placement?.devices }))).toEqual(
    [
      { labels: { 'jupyterhub-gke/open': 'true' }, devices: undefined },
      { labels: { 'jupyterhub-gke/pool': 'cheap' }, devices: undefined },
      { labels: { 'jupyterhub-gke/pool': 'course' }, devices: { resource: 'nvidia.com/gpu', count: 1 } },
      { labels: { 'jupyterhub-gke/pool': 'l4' }, devices: { resource: 'nvidia.com/gpu', count: 1 } },
      { labels: { 'jupyterhub-gke/pool': 'tpu' }, devices: { resource: 'google.com/tpu', count: 4 } },
    ],
  );
});
