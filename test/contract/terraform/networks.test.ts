import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject, Platform } from '../../../src/config/model.js';
import { terraformVariables } from '../../../src/terraform/variables.js';
import {
  configWith,
  missingFor,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const LIMIT = 300_000;
const COMPUTE = 'compute/v1/projects/acme-research';
const EXISTING = { project: 'acme-research', network: 'vpc', subnetwork: 'gke' };

let ground: TerraformGround;
beforeEach(async () => {
  ground = await startTerraformGround();
});
afterEach(() => ground.stop());

async function call(method: string, path: string, body?: object): Promise<Response> {
  const { emulator, people } = ground;
  const authorization = `Bearer ${emulator.identities.token(people.operator)}`;
  return fetch(`${emulator.origin}/${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** A network of somebody else in the project, as its owners made it. */
async function makeNetwork(secondaryIpRanges: readonly object[]): Promise<void> {
  const made: readonly (readonly [string, object])[] = [
    ['serviceusage/v1/projects/acme-research/services:batchEnable', { serviceIds: ['compute.googleapis.com'] }],
    [`${COMPUTE}/global/networks`, { name: 'vpc', autoCreateSubnetworks: false }],
    [
      `${COMPUTE}/regions/us-central1/subnetworks`,
      {
        ...{ name: 'gke', network: 'projects/acme-research/global/networks/vpc', ipCidrRange: '10.99.0.0/20' },
        ...{ privateIpGoogleAccess: true, secondaryIpRanges },
      },
    ],
  ];
  for (const [path, body] of made) {
    expect([path, (await call('POST', path, body)).status]).toEqual([path, 200]);
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
}

function variables(network: Platform['network'], isProtected = true): JsonObject {
  const config = configWith(isProtected);
  const env = ground.environment();
  return terraformVariables({ ...config, platform: { ...config.platform, ...(network && { network }) } }, env).platform;
}

describe.each([
  ['the stand-in for the provider', false],
  ['the real provider', true],
])('with %s', (name, isReal) => {
  test.each<[string, readonly object[], object]>([
    [
      'whose ranges are named',
      [
        { rangeName: 'pods', ipCidrRange: '10.100.0.0/17' },
        { rangeName: 'services', ipCidrRange: '10.101.0.0/20' },
      ],
      { podsRange: 'pods', servicesRange: 'services' },
    ],
    ['in which GKE makes the ranges', [], { podsRange: undefined, servicesRange: undefined }],
  ])(
    'a platform lives in a network that exists, %s, and leaves it alone',
    async (_, ranges, chosen) => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED existing network with ${name}: ${missing}`);
      await makeNetwork(ranges);
      const network = { existing: { ...EXISTING, ...chosen } } as Platform['network'];
      const from = ground.emulator.journal.length;
      const { changes } = await planAndApply(ground.open('platform', { isReal, variables: variables(network) }));
      expect(changes.map(({ subject }) => JSON.stringify(subject)).join()).not.toMatch(
        /compute_(network|subnetwork|router)/,
      );
      const again = await ground
        .open('platform', { isReal, variables: variables(network) })
        .plan({ stateExists: true, lock: false });
      expect({ changes: again.changes, hasChanges: again.hasChanges }).toEqual({ changes: [], hasChanges: false });
      const open = variables(network, false);
      await planAndApply(ground.open('platform', { isReal, variables: open }));
      await planAndApply(ground.open('platform', { isReal, variables: open }), true);
      expect(ground.writes(from).filter((line) => /compute/.test(line))).toEqual([]);
      expect((await call('GET', `${COMPUTE}/regions/us-central1/subnetworks/gke`)).status).toBe(200);
      expect(ground.emulator.violations).toEqual([]);
    },
    LIMIT,
  );

  test(
    'a network of our own has the ranges of the file',
    async () => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED own ranges with ${name}: ${missing}`);
      const network = { ranges: { nodes: '10.64.0.0/22', pods: '10.68.0.0/17', services: undefined } };
      await planAndApply(ground.open('platform', { isReal, variables: variables(network) }));
      const made = await (await call('GET', `${COMPUTE}/regions/us-central1/subnetworks/research-nodes`)).json();
      expect(made).toMatchObject({
        ipCidrRange: '10.64.0.0/22',
        secondaryIpRanges: [{ ipCidrRange: '10.68.0.0/17' }, { ipCidrRange: '10.8.0.0/20' }],
      });
      const again = await ground
        .open('platform', { isReal, variables: variables(network) })
        .plan({ stateExists: true, lock: false });
      expect(again.hasChanges).toBe(false);
    },
    LIMIT,
  );
});
