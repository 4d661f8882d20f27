import { describe, expect, test } from '@jest/globals';
import { allocatable } from '../../../../src/config/gce/allocatable.js';
import { type Machine, machine, machineTypes } from '../../../../src/config/gce/machines.js';

const GIB = 2 ** 30;
const known = (type: string): Machine => {
  const found = machine(type);
  if (found === undefined) throw new Error(`${type} is not known`);
  return found;
};

describe('the part of a machine that GKE leaves for Pods', () => {
  // Computed manually from the documented percentages: cores, and GiB before the 100 MiB eviction threshold.
  test.each([
    ['n2-standard-8', 7.91, 32 - 3.56],
    ['n2-standard-2', 1.93, 8 - 1.8],
    ['n1-standard-1', 0.94, 3.75 - 0.9375],
    ['e2-standard-32', 31.85, 128 - 9.32],
    ['e2-medium', 0.94, 4 - 1],
    ['m1-ultramem-40', 39.83, 961 - 9.32 - 16.66],
    ['custom-1-768', 0.94, (768 - 255) / 1024],
  ])('is, for %s, %d cores and %d GiB before the eviction threshold', (type, cores, gib) => {
    const left = allocatable(known(type));
    expect(left.cores).toBeCloseTo(cores, 6);
    expect(left.bytes / GIB).toBeCloseTo(gib - 100 / 1024, 2);
  });

  test('is above zero and less than the machine, for each machine type', () => {
    for (const found of machineTypes().map(known)) {
      const { cores, bytes } = allocatable(found);
      expect(cores > 0 && cores < found.vcpus && bytes > 0 && bytes < found.memoryGiB * GIB).toBe(true);
    }
  });
});
