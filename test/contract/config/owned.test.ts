import { expect, test } from '@jest/globals';
import { ownedValue } from '../../../src/config/chart/owned-values.js';
import { PYTHON_FILES } from '../../../src/helm/values/iap.js';
import { OWNED } from '../../../src/helm/values/layers.js';

// Mappings in which a user may have entries beside ours; the names of ours are refused one by one.
const SHARED = ['hub.extraEnv', 'hub.extraFiles', 'singleuser.extraEnv', 'singleuser.extraFiles'];

test('what helm puts back over hub.values, validation has refused before', () => {
  const refused = (dotted: string): boolean => {
    const path = dotted.split('.');
    return path.some((_step, index) => ownedValue(path.slice(0, index + 1), null) !== undefined);
  };
  expect(OWNED.filter((path) => !SHARED.includes(path) && !refused(path))).toEqual([]);
});

test('no Python file of ours can be replaced by one of hub.values', () => {
  expect(PYTHON_FILES.filter((name) => ownedValue(['hub', 'extraFiles', name], {}) === undefined)).toEqual([]);
  const mounted = (name: string) => ownedValue(['hub', 'extraFiles', 'own'], { mountPath: `/usr/local/etc/${name}` });
  expect(PYTHON_FILES.filter((name) => mounted(name) === undefined)).toEqual([]);
});
