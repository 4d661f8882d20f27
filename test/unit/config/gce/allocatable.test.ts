import { describe, expect, test } from '@jest/globals';
import { allocatable } from '../../../../src/config/gce/allocatable.js';
import { type Machine, machine, machineTypes } from '../../../../src/config/gce/machines.js';

const GIB = 2 ** 30;
const known = (type: string): Machine => {
  const found = machine(type);
  if (found === undefined) throw new Error(`${type} is not known`);
  return found;
};

describe('what GKE leaves for Pods', () => {
  // By hand from the percentages of the documentation: cores, and GiB before the 100 MiB of eviction.
  test.each([
    ['n2-standard-8', 7.91, 32 - 3.56],
    ['n2-standard-2', 1.93, 8 - 1.8],
    ['n1-standard-1', 0.94, 3.75 - 0.9375],
    ['e2-standard-32', 31.85, 128 - 9.32],
    ['e2-medium', 0.94, 4 - 1],
    ['m1-ultramem-40', 39.83, 961 - 9.32 - 16.66],
    ['custom-1-768', 0.94, (768 - 255) / 1024],
  ])('of %s is %d cores and %d GiB less eviction', (type, cores, gib) => {
    const left = allocatable(known(type));
    expect(left.cores).toBeCloseTo(cores, 6);
    expect(left.bytes / GIB).toBeCloseTo(gib - 100 / 1024, 2);
  });

  test('is more than nothing and less than the machine, for each machine', () => {
    for (const found of machineTypes().map(known)) {
      const { cores, bytes } = allocatable(found);
      expect(cores > 0 && cores < found.vcpus && bytes > 0 && bytes < found.memoryGiB * GIB).toBe(true);
    }
  });
});
