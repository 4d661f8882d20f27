import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ToolError } from '../../../src/errors.js';
import type { RootName } from '../../../src/terraform/variables.js';
import {
  missingFor,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const LIMIT = 300_000;

let ground: TerraformGround;
beforeEach(async () => {
  ground = await startTerraformGround();
});
afterEach(() => ground.stop());

const call = async (path: string, body: object): Promise<void> => {
  const { emulator, people } = ground;
  const authorization = `Bearer ${emulator.identities.token(people.operator)}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${emulator.origin}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([answer.status, path]).toEqual([200, path]);
  await new Promise((resolve) => setTimeout(resolve, 3000));
};
const read = async (path: string): Promise<{ readonly labelFingerprint?: string }> => {
  const { emulator, people } = ground;
  const authorization = `Bearer ${emulator.identities.token(people.operator)}`;
  const answer = await fetch(`${emulator.origin}/${path}`, { headers: { authorization } });
  return (await answer.json()) as { readonly labelFingerprint?: string };
};
const enable = () =>
  call('serviceusage/v1/projects/acme-research/services:batchEnable', { serviceIds: ['compute.googleapis.com'] });

const LOST: readonly (readonly [string, RootName, string])[] = [
  ['network', 'platform', 'compute.networks.insert'],
  ['cluster', 'platform', 'container.projects.locations.clusters.create'],
  ['address', 'hub', 'compute.globalAddresses.insert'],
];
const LOST_TOO: typeof LOST = [
  ['subnetwork', 'platform', 'compute.subnetworks.insert'],
  ['router', 'platform', 'compute.routers.insert'],
  ['NAT', 'platform', 'compute.routers.patch'],
];

describe.each([
  ['the stand-in for the provider', false],
  ['the real provider', true],
])('with %s', (name, isReal) => {
  test.each(isReal ? LOST : [...LOST, ...LOST_TOO])(
    'the %s whose creation was carried out and never answered is imported by a later run on another machine',
    async (_, root, method) => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED lost creation with ${name}: ${missing}`);
      if (root === 'hub') await enable();
      ground.emulator.faults.add({ method, drop: 'after' });
      // The real provider asks once more, and is told that the thing exists.
      const first = await planAndApply(ground.open(root, { isReal })).catch((reason: unknown) => reason);
      expect(isReal || first instanceof ToolError).toBe(true);
      // Another runner has no notes of a killed run.
      rmSync(join(ground.dir, 'cache'), { recursive: true, force: true });
      await planAndApply(ground.open(root, { isReal }));
      const { hasChanges } = await ground.open(root, { isReal }).plan({ stateExists: true, lock: false });
      expect(hasChanges).toBe(false);
    },
    LIMIT,
  );

  test(
    'a state that somebody deleted is made again from what is there',
    async () => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED lost state with ${name}: ${missing}`);
      await planAndApply(ground.open('platform', { isReal }));
      const { emulator, people } = ground;
      const path = encodeURIComponent('jupyterhub/research/platform/default.tfstate');
      const authorization = `Bearer ${emulator.identities.token(people.operator)}`;
      const url = `${emulator.storageOrigin}/storage/v1/b/acme-research-tfstate/o/${path}`;
      expect((await fetch(url, { method: 'DELETE', headers: { authorization } })).status).toBe(204);
      const before = emulator.journal.length;
      await planAndApply(ground.open('platform', { isReal }));
      expect(ground.writes(before).filter((call) => /DELETE .*(networks|clusters|routers)/.test(call))).toEqual([]);
      const { hasChanges } = await ground.open('platform', { isReal }).plan({ stateExists: true, lock: false });
      expect(hasChanges).toBe(false);
    },
    LIMIT,
  );
});

describe('what no run of this hub made is not taken over', () => {
  const COMPUTE = 'compute/v1/projects/acme-research';
  const NETWORK = 'projects/acme-research/global/networks';

  test.each<[string, readonly (readonly [string, object])[], RegExp]>([
    [
      'a network in which somebody else has a subnetwork',
      [
        [`${COMPUTE}/global/networks`, { name: 'research', autoCreateSubnetworks: false }],
        [
          `${COMPUTE}/regions/us-central1/subnetworks`,
          { name: 'lab', network: `${NETWORK}/research`, ipCidrRange: '10.99.0.0/24' },
        ],
      ],
      /research exists already, and is not known to be this hub's: it has the subnetwork lab/,
    ],
    [
      'a network of automatic subnetworks',
      [[`${COMPUTE}/global/networks`, { name: 'research', autoCreateSubnetworks: true }]],
      /its subnetworks are made automatically/,
    ],
    [
      'a router of another network',
      [
        [`${COMPUTE}/global/networks`, { name: 'lab', autoCreateSubnetworks: false }],
        [`${COMPUTE}/regions/us-central1/routers`, { name: 'research', network: `${NETWORK}/lab` }],
      ],
      /it is in the network lab/,
    ],
    [
      'a router with a BGP peer',
      [
        [`${COMPUTE}/global/networks`, { name: 'research', autoCreateSubnetworks: false }],
        [
          `${COMPUTE}/regions/us-central1/routers`,
          { name: 'research', network: `${NETWORK}/research`, bgp: { asn: 64512 }, bgpPeers: [{ name: 'office' }] },
        ],
      ],
      /it has the BGP peer office/,
    ],
  ])(
    '%s',
    async (_, made, message) => {
      const missing = await missingFor(false);
      if (missing !== undefined) return console.log(`SKIPPED a foreign resource: ${missing}`);
      await enable();
      for (const [path, body] of made) await call(path, body);
      const error = await planAndApply(ground.open('platform')).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ToolError);
      expect((error as ToolError).message).toMatch(message);
      expect((error as ToolError).hint).toContain('It is left alone');
    },
    LIMIT,
  );

  test(
    'an address that somebody else has reserved under the name of the hub, until its label says whose it is',
    async () => {
      const missing = await missingFor(false);
      if (missing !== undefined) return console.log(`SKIPPED a foreign address: ${missing}`);
      await enable();
      await call(`${COMPUTE}/global/addresses`, { name: 'research-ip', addressType: 'EXTERNAL' });
      const error = await planAndApply(ground.open('hub')).catch((reason: unknown) => reason);
      expect((error as ToolError).message).toContain('nothing says that this hub made it');
      const { labelFingerprint } = await read(`${COMPUTE}/global/addresses/research-ip`);
      await call(`${COMPUTE}/global/addresses/research-ip/setLabels`, {
        labels: { 'jupyterhub-gke-hub': 'research' },
        labelFingerprint,
      });
      await planAndApply(ground.open('hub'));
      const { hasChanges } = await ground.open('hub').plan({ stateExists: true, lock: false });
      expect(hasChanges).toBe(false);
    },
    LIMIT,
  );
});
