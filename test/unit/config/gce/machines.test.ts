import { describe, expect, test } from '@jest/globals';
import {
  describeDisks,
  gpuFact,
  gpuTypes,
  type Machine,
  machine,
  machineTypes,
  tpuFact,
  tpuTypes,
} from '../../../../src/config/gce/machines.js';
import facts from '../../../../src/config/gce/machines.json' with { type: 'json' };
import { suggest } from '../../../../src/config/suggest.js';

const PD = ['pd-balanced', 'pd-ssd', 'pd-standard'];
const HYPERDISK = ['hyperdisk-balanced'];
const known = (type: string): Machine => {
  const found = machine(type);
  if (found === undefined) throw new Error(`${type} is not known`);
  return found;
};

describe('a machine type', () => {
  test.each([
    ['n2-standard-8', 8, 32],
    ['n2-highmem-128', 128, 864],
    ['e2-highmem-4', 4, 32],
    ['e2-medium', 2, 4],
    ['n1-standard-4', 4, 15],
    ['n1-highcpu-2', 2, 1.8],
    ['n1-highmem-8', 8, 52],
    ['c3-standard-22-lssd', 22, 88],
    ['c3d-highcpu-30', 30, 59],
    ['c4-standard-2', 2, 7],
    ['c4-highmem-8', 8, 62],
    ['c4d-standard-8', 8, 31],
    ['g2-standard-8', 8, 32],
    ['g2-standard-24', 24, 96],
    ['g4-standard-96', 96, 360],
    ['a2-highgpu-1g', 12, 85],
    ['a2-megagpu-16g', 96, 1360],
    ['a3-highgpu-2g', 52, 468],
    ['a3-ultragpu-8g', 224, 2952],
    ['a4-highgpu-8g-nolssd', 224, 3968],
    ['m3-ultramem-32', 32, 976],
    ['ct5lp-hightpu-4t', 112, 192],
    ['ct6e-standard-8t', 180, 1440],
  ])('%s has %d vCPUs and %d GiB', (type, vcpus, memoryGiB) => {
    expect(machine(type)).toMatchObject({ type, vcpus, memoryGiB });
  });

  test.each([
    ['g2-standard-8', 'nvidia-l4', [1]],
    ['g2-standard-48', 'nvidia-l4', [4]],
    ['a2-ultragpu-4g', 'nvidia-a100-80gb', [4]],
    ['a3-megagpu-8g', 'nvidia-h100-mega-80gb', [8]],
    ['a4x-highgpu-4g', 'nvidia-gb200', [4]],
    ['g4-standard-384', 'nvidia-rtx-pro-6000', [8]],
  ])('%s comes with %s', (name, type, counts) => {
    expect(known(name).gpus).toEqual([{ type, counts, optional: false }]);
  });

  test('of the N1 family can have a GPU, but one of the N2 family cannot', () => {
    expect(known('n1-standard-8').gpus).toContainEqual({ type: 'nvidia-tesla-t4', counts: [1, 2, 4], optional: true });
    expect(known('custom-4-8192').gpus.length).toBe(4);
    expect(known('n2-standard-8').gpus).toEqual([]);
  });

  test.each([
    ['ct5lp-hightpu-1t', 'tpu-v5-lite-podslice', 1, '1x1'],
    ['ct5lp-hightpu-4t', 'tpu-v5-lite-podslice', 4, '2x2'],
    ['ct6e-standard-8t', 'tpu-v6e-slice', 8, '2x4'],
    ['ct4p-hightpu-4t', 'tpu-v4-podslice', 4, '2x2x1'],
    ['tpu7x-standard-4t', 'tpu7x', 4, '2x2x1'],
  ])('%s is a host of %s', (type, accelerator, chips, topology) => {
    expect(known(type).tpu).toEqual({ accelerator, chips, topology });
  });

  test.each([
    ['e2-standard-4', PD, PD],
    ['n4-standard-4', HYPERDISK, HYPERDISK],
    ['c4a-highmem-4', HYPERDISK, HYPERDISK],
    ['a3-ultragpu-8g', HYPERDISK, HYPERDISK],
    ['a3-highgpu-8g', ['hyperdisk-balanced', 'pd-balanced', 'pd-ssd'], ['hyperdisk-balanced', 'pd-balanced', 'pd-ssd']],
    ['g2-standard-4', ['pd-balanced', 'pd-ssd'], PD],
    ['h3-standard-88', ['hyperdisk-balanced', 'pd-balanced'], ['hyperdisk-balanced', 'pd-balanced']],
  ])('%s can attach the disks of its series', (type, boot, data) => {
    expect(known(type).disks).toEqual({ boot, data });
  });

  test('describes its disks for a message', () => {
    expect(describeDisks(known('a3-ultragpu-8g').disks.data)).toBe('only Hyperdisk');
    expect(describeDisks(known('n2-standard-2').disks.data)).toBe('only Persistent Disk');
    expect(describeDisks(known('g2-standard-4').disks.boot)).toBe('pd-balanced, pd-ssd');
  });

  test.each([
    ['a3-highgpu-1g', ['spot', 'flex-start']],
    ['a3-highgpu-8g', ['on-demand', 'spot', 'flex-start', 'reservation']],
    ['a3-ultragpu-8g', ['spot', 'flex-start', 'reservation']],
    ['a4x-highgpu-4g', ['reservation']],
    ['h3-standard-88', ['on-demand', 'reservation']],
    ['n2-standard-4', ['on-demand', 'spot', 'reservation']],
  ])('%s has the capacity types that Google sells', (type, capacity) => {
    expect(known(type).capacity).toEqual(capacity);
  });

  test('has its local SSDs, unless its variant excludes them', () => {
    expect(known('a3-highgpu-8g').localSsds).toBe(16);
    expect(known('a3-highgpu-8g-nolssd').localSsds).toBe(0);
    expect(known('c3-standard-22-lssd').localSsds).toBe(4);
    expect(known('c3-standard-22').localSsds).toBe(0);
    expect(machine('a2-highgpu-1g-nolssd')).toBeUndefined();
  });

  test('has the quota of its vCPUs, or none if only its GPUs are counted', () => {
    expect(known('e2-medium').quota).toEqual({ metric: 'CPUS' });
    expect(known('c4-standard-8').quota).toEqual({ family: 'C4' });
    expect(known('a3-highgpu-8g').quota).toBeUndefined();
  });

  test('with an Arm CPU has the architecture arm64', () => {
    expect(machineTypes().filter((type) => known(type).arch === 'arm64')).toEqual(
      machineTypes().filter((type) => /^(n4a|c4a|t2a|a4x)-/.test(type)),
    );
  });
});

describe('a custom machine type', () => {
  test.each([
    ['n2-custom-4-8192', 'n2', 4, 8],
    ['n4-custom-8-32768', 'n4', 8, 32],
    ['custom-4-8192', 'n1', 4, 8],
    ['n1-custom-2-7680', 'n1', 2, 7.5],
    ['n2-custom-2-65536-ext', 'n2', 2, 64],
    ['e2-custom-4-8192', 'e2', 4, 8],
  ])('%s is computed', (type, family, vcpus, memoryGiB) => {
    expect(machine(type)).toMatchObject({ type, family, vcpus, memoryGiB });
  });

  test.each([
    'e2-custom-4-8192-ext',
    'e2-custom-64-131072',
    'n2-custom-4-8000',
    'c3-custom-4-8192',
    'n2-custom-04-8192',
    'n2-custom-4',
  ])('%s does not exist', (type) => {
    expect(machine(type)).toBeUndefined();
  });
});

describe('an unknown or hostile name', () => {
  test.each([
    '',
    'n2',
    'n2-standard-7',
    'n2-standard-999999999999',
    'n2-standard-8-lssd',
    'n2-custom-999999999999-8192',
    '__proto__',
    'constructor',
    'n2-__proto__',
    'n2-standard-constructor',
    '__proto__-custom-4-8192',
  ])('"%s" gives undefined', (name) => {
    expect([machine(name), gpuFact(name), tpuFact(name)]).toEqual([undefined, undefined, undefined]);
  });

  test.each(['a', 'n2-', 'custom-', '9'])('of a megabyte of "%s" gives undefined', (part) => {
    const name = part.repeat(2 ** 20 / part.length);
    machine('');
    expect([machine(name), gpuFact(name), tpuFact(name)]).toEqual([undefined, undefined, undefined]);
  });

  test('with a typo gets the nearest name as a suggestion', () => {
    expect(suggest('n2-standrad-8', machineTypes())).toBe('n2-standard-8');
    expect(suggest('nvidia-tesla-t5', gpuTypes())).toBe('nvidia-tesla-t4');
  });
});

describe('accelerators', () => {
  test('have memory, quota and the counts that Autopilot offers', () => {
    expect(gpuFact('nvidia-l4')).toEqual({
      memoryGiB: 24,
      autopilot: [1, 2, 4, 8],
      quota: { metric: 'NVIDIA_L4_GPUS', spot: 'PREEMPTIBLE_NVIDIA_L4_GPUS' },
    });
    expect(gpuFact('nvidia-h100-80gb')?.quota).toEqual({ family: 'NVIDIA_H100', spot: 'PREEMPTIBLE_NVIDIA_H100_GPUS' });
    expect(gpuFact('nvidia-gb200')).toEqual({ memoryGiB: 186, autopilot: [] });
    expect(tpuFact('tpu-v6e-slice')).toEqual({
      version: 'v6e',
      quota: { family: 'CT6E', spot: 'PREEMPTIBLE_TPU_V6E' },
      machines: ['ct6e-standard-1t', 'ct6e-standard-4t', 'ct6e-standard-8t'],
    });
  });

  test('of every machine type are known, and each is in some machine type', () => {
    const machines = machineTypes().map(known);
    expect([...new Set(machines.flatMap(({ gpus }) => gpus.map(({ type }) => type)))].sort()).toEqual(
      [...gpuTypes()].sort(),
    );
    expect(tpuTypes().every((type) => (tpuFact(type)?.machines.length ?? 0) > 0)).toBe(true);
    expect(new Set(machines.flatMap(({ tpu }) => tpu?.accelerator ?? []))).toEqual(new Set(tpuTypes()));
  });

  test('have a machine type for every count that Autopilot offers', () => {
    for (const type of gpuTypes()) {
      const counts = machineTypes().flatMap((name) =>
        known(name).gpus.flatMap((gpu) => (gpu.type === type ? gpu.counts : [])),
      );
      expect(counts).toEqual(expect.arrayContaining([...(gpuFact(type)?.autopilot ?? [])]));
    }
  });
});

describe('the facts in machines.json', () => {
  const keys = (object: object): string[] => Object.keys(object);
  const unknown = (object: object, allowed: string): string[] =>
    keys(object).filter((key) => !allowed.split(' ').includes(key));
  const entries = [...Object.entries(facts.families), ...Object.entries(facts.gpus), ...Object.entries(facts.tpus)];

  test('have existing sources and the day of their last check', () => {
    for (const [name, { source, verified_on }] of entries) {
      expect([name, source.length > 0, source.filter((key) => !keys(facts.sources).includes(key))]).toEqual([
        name,
        true,
        [],
      ]);
      expect(verified_on ?? '2000-01-01').toMatch(/^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/);
    }
    expect(new Set(entries.flatMap(([, { source }]) => source))).toEqual(new Set(keys(facts.sources)));
  });

  test('have no unused keys', () => {
    expect(unknown(facts, 'sources families gpus tpus')).toEqual([]);
    for (const family of Object.values(facts.families)) {
      const allowed =
        'arch disks bootDisks quota capacity custom gpus accelerator shapes lssd nolssd sizes source verified_on';
      expect(unknown(family, allowed)).toEqual([]);
      for (const size of Object.values('sizes' in family ? family.sizes : {}) as object[]) {
        expect(unknown(size, 'cpus gib shared disks gpus tpu localSsd capacity')).toEqual([]);
      }
    }
    for (const gpu of Object.values(facts.gpus))
      expect(unknown(gpu, 'gib quota autopilot source verified_on')).toEqual([]);
    for (const tpu of Object.values(facts.tpus)) expect(unknown(tpu, 'version quota source verified_on')).toEqual([]);
  });

  test('use only the values that the types declare', () => {
    const words = new Set(
      machineTypes()
        .map(known)
        .flatMap(({ disks, capacity, arch }) => [...disks.boot, ...disks.data, ...capacity, arch]),
    );
    const promised = [...PD, ...HYPERDISK, 'on-demand', 'spot', 'flex-start', 'reservation', 'amd64', 'arm64'];
    expect(words).toEqual(new Set(promised));
  });
});
