import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { parseManifests } from '../../../../src/helm/diff/manifests.js';
import {
  type DeploymentRecord,
  deploymentRecordObject,
  parseDeploymentRecord,
} from '../../../../src/helm/release/record.js';

const record = (filler = ''): DeploymentRecord => ({
  state: 'deployed',
  inputs: 'abc',
  address: 'hub.acme.dev',
  chart: { version: '4.4.0', repository: 'https://charts.example/', digest: 'def' },
  revision: 7,
  values: { hub: { image: 'x' }, filler },
  manifests: parseManifests('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata: {a: b}\n'),
  settings: { approval: 'required', 'access.domain': null, 'access.guard.requiredAdmins': 1 },
});

test('a record is read as it was written', () => {
  const object = deploymentRecordObject('research', record());
  expect(object.metadata).toMatchObject({ name: 'research-deployed', namespace: 'jupyterhub-research' });
  expect(parseDeploymentRecord(object)).toEqual(record());
});

test('a large record is kept compressed, and fits a ConfigMap', () => {
  const large = record(
    randomBytes(300_000)
      .toString('hex')
      .replace(/[89abcdef]/g, '0')
      .repeat(2),
  );
  const object = deploymentRecordObject('research', large);
  expect(Object.keys(object.binaryData as object)).toEqual(['values.json.gz', 'manifests.yaml.gz', 'settings.json.gz']);
  expect(object.data as object).not.toHaveProperty('values.json');
  expect(JSON.stringify(object).length).toBeLessThan(2 ** 20);
  expect(parseDeploymentRecord(object)).toEqual(large);
});

test('a record without settings, or with some that are none of ours, is read without them', () => {
  const { settings: _, ...older } = record();
  expect(parseDeploymentRecord(deploymentRecordObject('research', older))).toEqual(older);
  for (const text of ['', '[]', '{', '{"approval": {"a": 1}}', '"text"', 'null']) {
    const object = deploymentRecordObject('research', record());
    const data = { ...(object.data as object), 'settings.json': text };
    expect(parseDeploymentRecord({ ...object, data })).toEqual(older);
  }
});

test.each([
  [{}],
  [{ data: { chart: 'no JSON' } }],
  [{ data: { chart: '{}', 'values.json': '{' } }],
  [{ data: { chart: '{}', 'values.json': '{}', 'manifests.yaml': '[' } }],
  [{ data: { chart: 'null' } }],
  [{ binaryData: { 'values.json.gz': 'AAAA' }, data: { chart: '{}' } }],
])('an invalid record counts as missing: %j', (fields) => {
  expect(
    parseDeploymentRecord({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, ...fields }),
  ).toBeUndefined();
});

test('the record of an unfinished apply has the state applying', () => {
  const object = deploymentRecordObject('research', { ...record(), state: 'applying' });
  expect(parseDeploymentRecord(object)?.state).toBe('applying');
});
