import { describe, expect, test } from '@jest/globals';
import type { Offers } from '../../../../src/cloud/compute/offers.js';
import { dynamicDiskFinding } from '../../../../src/stages/zones/disk-version.js';
import { type ZoneOffers, zoneFindings } from '../../../../src/stages/zones/findings.js';
import { unaskedZones } from '../../../../src/stages/zones/offline.js';
import { machineNames, type Wanted, wantedInZones } from '../../../../src/stages/zones/wanted.js';
import { loadText } from '../../../support/config.js';

const TEXT = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
platform: {zones: [us-central1-a, us-central1-b]}
profiles:
  - {name: cpu}
  - {name: l4, gpu: {type: nvidia-l4, count: 2}}
  - {name: a100, gpu: {type: nvidia-tesla-a100}}
  - {name: tpu, tpu: {type: tpu-v5-lite-podslice, topology: 2x2}}
`;
const { config, locate } = loadText({ path: 'jupyterhub.yaml', text: TEXT }, '/repository');
if (config === undefined) throw new Error('the configuration has errors');
const ALL = wantedInZones(config);
const [L4, A100, TPU] = ALL as readonly [Wanted, Wanted, Wanted];

const offers = (zones: Readonly<Record<string, readonly string[]>>, unreachable: readonly string[] = []): Offers => ({
  zones: new Map(
    Object.entries(zones).map(([name, list]) => [name, new Set(list.map((zone) => `us-central1-${zone}`))]),
  ),
  unreachable: new Set(unreachable),
});
const HERE: ZoneOffers = {
  gpus: offers({ 'nvidia-l4': ['a', 'b', 'c'], 'nvidia-tesla-a100': ['a', 'f'] }),
  machines: offers({ 'g2-standard-24': ['a', 'c'], 'a2-highgpu-1g': ['a', 'f'], 'ct5lp-hightpu-4t': ['a'] }),
};
const found = (zones: readonly string[], offered: ZoneOffers, wanted: readonly Wanted[] = ALL) =>
  zoneFindings(wanted, zones, 'us-central1', offered, locate);

describe('zones without the accelerator of a profile', () => {
  test('are asked for by the machine types that have it in this number', () => {
    expect(L4.machines).toEqual(['g2-standard-24']);
    expect(TPU.machines).toEqual(['ct5lp-hightpu-4t']);
    expect(machineNames({ kind: 'gpu', type: 'nvidia-tesla-t4', count: 1 })).toEqual([]);
    expect(machineNames({ kind: 'gpu', type: 'nvidia-l9', count: 1 })).toEqual([]);
  });

  test('are errors at the line of each profile, with the zones that have all of them', () => {
    expect(found(['us-central1-a'], HERE)).toEqual([]);
    const findings = found(['us-central1-a', 'us-central1-b'], HERE);
    expect(
      findings.map(({ line, column, rule, severity, message }) => [line, column, rule, severity, message]),
    ).toEqual([
      [
        10,
        16,
        'zone-offer',
        'error',
        'us-central1-b has no 2 × nvidia-l4 in one machine. A home stays in the zone of its first start, so this profile could never start for a person whose home is there.',
      ],
      [11, 18, 'zone-offer', 'error', expect.stringMatching(/^us-central1-b has no nvidia-tesla-a100\. A home stays/)],
      [
        12,
        17,
        'zone-offer',
        'error',
        expect.stringMatching(/^us-central1-b has no tpu-v5-lite-podslice of 2x2\. A home stays/),
      ],
    ]);
    expect(findings[0]?.hint).toBe(
      'Zones of us-central1 with 2 × nvidia-l4 in one machine: us-central1-a, us-central1-c. Write platform: {zones: [us-central1-a]}, which have the accelerators of all profiles.',
    );
  });

  test('where no zone is left, the profile needs another hub or another place', () => {
    const [none] = found(['us-central1-b'], HERE, [A100]);
    expect(none?.message).toBe('us-central1-b has no nvidia-tesla-a100. No server of this profile could start.');
    const apart = { gpus: HERE.gpus, machines: offers({ 'a2-highgpu-1g': ['f'], 'ct5lp-hightpu-4t': ['a'] }) };
    expect(found(['us-central1-a'], apart, [A100, TPU])[0]?.hint).toBe(
      'Zones of us-central1 with nvidia-tesla-a100: us-central1-f. No zone has the accelerators of all profiles: give this profile a hub of its own.',
    );
    const nowhere = { gpus: offers({}), machines: offers({}) };
    expect(found(['us-central1-a'], nowhere, [L4])[0]?.hint).toBe(
      'No zone of us-central1 has 2 × nvidia-l4 in one machine: choose another one, or a hub in another location.',
    );
  });

  test('that did not answer are not blamed, and a type that no table has is decided by the list of GPUs alone', () => {
    const silent = { gpus: offers({}, ['us-central1-b']), machines: HERE.machines };
    expect(found(['us-central1-b'], silent, [A100])).toEqual([]);
    const unknown: Wanted = { ...A100, text: 'nvidia-l9', gpu: 'nvidia-l9', machines: [] };
    expect(found(['us-central1-a'], { ...HERE, gpus: offers({ 'nvidia-l9': ['a'] }) }, [unknown])).toEqual([]);
    expect(found(['us-central1-a'], HERE, [unknown])).toHaveLength(1);
    const tpu = { type: 'tpu9', topology: '2x2', chips: 4 };
    const later = { ...config, profiles: config.profiles.map((one) => ({ ...one, gpu: undefined, tpu })) };
    expect(wantedInZones(later)).toEqual([]);
  });

  test('are a note of a check that contacts nothing', () => {
    expect(unaskedZones(config, locate)).toEqual([
      expect.objectContaining({
        line: 7,
        rule: 'zones-not-asked',
        severity: 'note',
        message:
          'Whether us-central1-a and us-central1-b have 2 × nvidia-l4 in one machine, nvidia-tesla-a100 and tpu-v5-lite-podslice of 2x2 is not checked here, because this command contacts nothing.',
      }),
    ]);
    expect(unaskedZones({ ...config, profiles: config.profiles.slice(0, 1) }, locate)).toEqual([]);
  });
});

describe('the machines of node pools', () => {
  const POOLS = `${TEXT.slice(0, TEXT.indexOf('platform:'))}platform:
  zones: [us-central1-a, us-central1-b]
  cluster: {mode: standard}
  nodePools:
    l4: {machineType: g2-standard-24, gpu: {type: nvidia-l4}, max: 1, zones: [us-central1-b]}
    t4: {machineType: n1-standard-4, gpu: {type: nvidia-tesla-t4}, max: 1, zones: [us-central1-a]}
    own: {machineType: n2-custom-4-8192, max: 1}
profiles: [{name: cpu, pool: own}]
`;
  const loaded = loadText({ path: 'jupyterhub.yaml', text: POOLS }, '/repository');

  test('are missing at the line of the pool, in its own zones or those of the platform', () => {
    if (loaded.config === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
    const wanted = wantedInZones(loaded.config);
    const here = {
      gpus: offers({ 'nvidia-l4': ['a', 'b'], 'nvidia-tesla-t4': ['b'] }),
      machines: offers({ 'g2-standard-24': ['a'], 'n1-standard-4': ['a', 'b'], 'e2-standard-2': ['a', 'b'] }),
    };
    const zones = ['us-central1-a', 'us-central1-b'];
    const findings = zoneFindings(wanted, zones, 'us-central1', here, loaded.locate);
    expect(findings.map(({ line, message }) => [line, message])).toEqual([
      [11, 'us-central1-b has no g2-standard-24 with nvidia-l4. No node of this pool could be made there.'],
      [12, 'us-central1-a has no n1-standard-4 with nvidia-tesla-t4. No node of this pool could be made there.'],
    ]);
    expect(findings[0]?.hint).toBe(
      'Zones of us-central1 with g2-standard-24 with nvidia-l4: us-central1-a. Write such zones in platform.zones or at the pool.',
    );
    const none = { gpus: here.gpus, machines: offers({ 'n1-standard-4': ['a'] }) };
    const core = zoneFindings(wanted, zones, 'us-central1', none, loaded.locate).find(({ message }) =>
      message.includes('e2-standard-2'),
    );
    expect([core?.line, core?.message]).toEqual([
      10,
      'us-central1-a and us-central1-b have no e2-standard-2. No node of this pool could be made there.',
    ]);
  });
});

describe('homes of the type dynamic', () => {
  test.each([
    ['1.34.9-gke.9999999', true],
    ['1.35.2-gke.9999999', true],
    ['1.35.3-gke.1289999', true],
    ['1.35.3-gke.1290000', false],
    ['1.35.10-gke.1', false],
    ['1.36.0-gke.1', false],
    ['2.0.0-gke.1', false],
    ['latest', false],
    [undefined, false],
  ])('on a cluster of version %s: refused %s', (version, refused) => {
    expect(dynamicDiskFinding(version, true, locate)).toHaveLength(refused ? 1 : 0);
  });

  test('name what a new cluster starts with', () => {
    expect(dynamicDiskFinding('1.34.1-gke.1', false, locate)[0]).toMatchObject({
      rule: 'cluster-version',
      message:
        'A new cluster starts with Kubernetes 1.34.1-gke.1, but homes of the type "dynamic" need 1.35.3-gke.1290000 or later.',
    });
  });
});
