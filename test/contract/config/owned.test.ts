import { expect, test } from '@jest/globals';
import { ownedValue } from '../../../src/config/chart/owned-values.js';
import { PYTHON_FILES } from '../../../src/helm/values/iap.js';
import { OWNED } from '../../../src/helm/values/layers.js';

// Mappings in which a user can add entries. Only the names that this product uses are rejected.
const SHARED = ['hub.extraEnv', 'hub.extraFiles', 'singleuser.extraEnv', 'singleuser.extraFiles'];

test('validation rejects every hub.values key that the Helm layers override', () => {
  const refused = (dotted: string): boolean => {
    const path = dotted.split('.');
    return path.some((_step, index) => ownedValue(path.slice(0, index + 1), {}) !== undefined);
  };
  expect(OWNED.filter((path) => !SHARED.includes(path) && !refused(path))).toEqual([]);
});

test('hub.values cannot replace a Python file of this product', () => {
  expect(PYTHON_FILES.filter((name) => ownedValue(['hub', 'extraFiles', name], {}) === undefined)).toEqual([]);
  const mounted = (name: string) => ownedValue(['hub', 'extraFiles', 'own'], { mountPath: `/usr/local/etc/${name}` });
  expect(PYTHON_FILES.filter((name) => mounted(name) === undefined)).toEqual([]);
});
