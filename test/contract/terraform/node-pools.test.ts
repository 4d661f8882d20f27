import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clusterOf } from '../../../src/config/platform/cluster.js';
import type { Cluster } from '../../../src/config/platform/node-pool.js';
import type { JupyterhubFile } from '../../../src/config/schema/types.generated.js';
import {
  missingFor,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const LIMIT = 300_000;
type Pools = NonNullable<NonNullable<JupyterhubFile['platform']>['nodePools']>;

/** One pool of each kind. */
const POOLS: Pools = {
  cpu: { machineType: 'n2-standard-8', max: 10 },
  l4: { machineType: 'g2-standard-8', gpu: { type: 'nvidia-l4', driver: 'latest' }, max: 4 },
  shared: {
    machineType: 'g2-standard-8',
    gpu: { type: 'nvidia-l4', sharing: { strategy: 'time-sharing', clients: 4 } },
    zones: ['us-central1-b', 'us-central1-c'],
    max: 2,
  },
  mps: {
    machineType: 'n1-standard-8',
    gpu: { type: 'nvidia-tesla-t4', count: 2, sharing: { strategy: 'mps', clients: 8 } },
    max: 2,
  },
  spot: { machineType: 'e2-standard-8', capacity: 'spot', disk: { type: 'pd-ssd', size: '200Gi' }, max: 6 },
  flex: { machineType: 'a3-highgpu-1g', gpu: { type: 'nvidia-h100-80gb' }, capacity: 'flex-start', max: 2 },
  reserved: { machineType: 'a2-highgpu-1g', gpu: { type: 'nvidia-tesla-a100' }, capacity: 'reservation', max: 1 },
  tpu: { machineType: 'ct5lp-hightpu-4t', tpu: { topology: '2x2' }, max: 2 },
  'tpu-flex': { machineType: 'ct6e-standard-4t', tpu: { topology: '2x2' }, capacity: 'flex-start', max: 2 },
};

function standard(nodePools: Pools = POOLS): Cluster {
  return clusterOf({ location: 'us-central1', platform: { cluster: { mode: 'standard' }, nodePools } });
}

let ground: TerraformGround;
beforeAll(async () => {
  ground = await startTerraformGround();
});
beforeEach(() => ground.setUpAgain());
afterAll(() => ground.stop());

async function life(isReal: boolean): Promise<void> {
  const { emulator, people } = ground;
  const planner = { who: people.plan, isReal, cluster: standard() };
  const applier = { who: people.apply, isReal, cluster: standard() };
  const applied = await planAndApply(ground.open('platform', applier));
  expect(applied.changes.length).toBe(13 + Object.keys(POOLS).length + 1);
  const second = await ground.open('platform', planner).plan({ stateExists: true, lock: false });
  expect({ changes: second.changes, hasChanges: second.hasChanges }).toEqual({ changes: [], hasChanges: false });
  await planAndApply(ground.open('platform', { ...applier, isProtected: false }));
  await planAndApply(ground.open('platform', { ...applier, isProtected: false }), true);
  expect(emulator.violations).toEqual([]);
}

describe('node pools on the emulator', () => {
  test.each([
    ['the stand-in for the provider', false],
    ['the real provider', true],
  ])(
    'a pool of each kind lives with %s',
    async (name, isReal) => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED node pools with ${name}: ${missing}`);
      await life(isReal);
    },
    LIMIT,
  );
});
