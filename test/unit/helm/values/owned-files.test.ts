import { expect, test } from '@jest/globals';
import { ownedValue } from '../../../../src/config/chart/owned-values.js';
import { PYTHON_FILES } from '../../../../src/helm/values/iap.js';

// A file of the same name at another key would hide ours from Python.
test.each(PYTHON_FILES.map((name) => [name]))('hub.values may not bring a file %s', (name) => {
  const file = { mountPath: `/usr/local/etc/jupyterhub/${name}`, stringData: '' };
  expect(ownedValue(['hub', 'extraFiles', 'mine'], file)).toBeDefined();
});
