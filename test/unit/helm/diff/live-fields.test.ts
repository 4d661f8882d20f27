import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../src/config/model.js';
import { fieldDifferences } from '../../../../src/helm/diff/live-fields.js';
import { parseManifests } from '../../../../src/helm/diff/manifests.js';

const long = 'x'.repeat(300);
const digest = `sha256:${createHash('sha256').update(long).digest('hex')}`;
const object = (kind: string, rest: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'a' },
  ...rest,
});
const found = (recorded: JsonObject, live: JsonObject): string[] => {
  const [manifest] = parseManifests(JSON.stringify(recorded));
  if (manifest === undefined) throw new Error('no manifest');
  return fieldDifferences(manifest, live, 'hub.acme.dev').map(({ path }) => path.join('.'));
};
const containers = (...list: JsonObject[]): JsonObject => ({ spec: { template: { spec: { containers: list } } } });

describe('what the cluster may add or write otherwise is no difference', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['a status', { spec: { a: 1 } }, { spec: { a: 1 }, status: { b: 1 } }],
    ['a default', { spec: { a: 1 } }, { spec: { a: 1, clusterIP: '10.0.0.1' } }],
    ['an annotation', { metadata: { name: 'a', annotations: {} } }, { metadata: { annotations: { note: 'x' } } }],
    ['what is empty', { spec: { a: {}, b: [], c: '', d: null, e: 0, f: false } }, { spec: {} }],
    ['a port as a text', { spec: { port: 80 } }, { spec: { port: '80' } }],
    [
      'a container more',
      containers({ name: 'hub', image: 'a' }),
      containers({ name: 'proxy' }, { name: 'hub', image: 'a' }),
    ],
    ['the address', { spec: { host: `\${hub.address}` } }, { spec: { host: 'hub.acme.dev' } }],
    ['a secret', { spec: { a: `x\${secret:DB}` } }, { spec: { a: 'xyz' } }],
    [
      'a checksum of secrets',
      { metadata: { name: 'a', annotations: { 'checksum/secret': 'a' } } },
      { metadata: { annotations: {} } },
    ],
  ])('%s', (_, recorded, live) => {
    expect(found(object('Deployment', recorded), live)).toEqual([]);
  });
});

describe('what somebody changed is a difference at its path', () => {
  test.each<[string, string, JsonObject, JsonObject, string]>([
    ['a value', 'Deployment', { spec: { replicas: 1 } }, { spec: { replicas: 0 } }, 'spec.replicas'],
    ['a field that is gone', 'Service', { spec: { selector: { a: 'b' } } }, { spec: {} }, 'spec.selector'],
    [
      'an image',
      'Deployment',
      containers({ name: 'hub', image: 'a' }),
      containers({ name: 'hub', image: 'b' }),
      'spec.template.spec.containers.hub.image',
    ],
    [
      'a container that is gone',
      'Deployment',
      containers({ name: 'hub', image: 'a' }),
      containers({ name: 'x' }),
      'spec.template.spec.containers.hub',
    ],
    [
      'a list with one more',
      'Role',
      { rules: [{ verbs: ['get'] }] },
      { rules: [{ verbs: ['get', '*'] }] },
      'rules.0.verbs',
    ],
    [
      'a rule where there was none',
      'NetworkPolicy',
      { spec: { podSelector: {} } },
      { spec: { podSelector: {}, ingress: [{}] } },
      'spec.ingress',
    ],
    [
      'a selector where there was none',
      'NetworkPolicy',
      { spec: { podSelector: {} } },
      { spec: { podSelector: { a: 'b' } } },
      'spec.podSelector',
    ],
    [
      'one more whom a binding gives rights',
      'RoleBinding',
      { subjects: [{ kind: 'User', name: 'a' }] },
      {
        subjects: [
          { kind: 'User', name: 'a' },
          { kind: 'User', name: 'eve' },
        ],
      },
      'subjects',
    ],
    ['a long text', 'ConfigMap', { data: { 'a.py': long } }, { data: { 'a.py': `${long}y` } }, 'data.a.py'],
    ['a key of a Secret', 'Secret', { data: { a: 'eA==', b: 'eA==' } }, { data: { a: 'eA==' } }, 'data.b'],
  ])('%s', (_, kind, recorded, live, path) => {
    expect(found(object(kind, recorded), live)).toEqual([path]);
  });

  test('but a long text is none, and neither is a claim that has grown', () => {
    expect(found(object('ConfigMap', { data: { 'a.py': long } }), { data: { 'a.py': long } })).toEqual([]);
    expect(found(object('ConfigMap', { data: { 'a.py': long } }), { data: { 'a.py': digest } })).toEqual([]);
    const claim = (storage: string): JsonObject => ({ spec: { resources: { requests: { storage } } } });
    expect(found(object('PersistentVolumeClaim', claim('1Gi')), claim('5Gi'))).toEqual([]);
  });
});
