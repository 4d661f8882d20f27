import { describe, expect, test } from '@jest/globals';
import { addressOf, type Change } from '../../../../src/change/change.js';
import { diffReleases } from '../../../../src/helm/diff/diff.js';
import { NO_KEY } from '../../../../src/helm/diff/hidden-digest.js';
import { parseManifests } from '../../../../src/helm/diff/manifests.js';

const HOME = 'jupyterhub-research';
const ours = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata: {a: one}\n';
const plan = (before: string, after: string): readonly Change[] =>
  diffReleases(
    { values: {}, manifests: parseManifests(before) },
    { values: {}, manifests: parseManifests(after) },
    NO_KEY,
    HOME,
  );
const planned = (before: string, after: string): string[] =>
  plan(before, after).map((change) => `${change.action} ${addressOf(change)}`);

describe('an object is not hidden in a plan', () => {
  test.each([
    [
      'by one of the same name in another namespace',
      'v1',
      'ConfigMap',
      'kube-system',
      'create ConfigMap/kube-system/hub',
    ],
    [
      'by one of the same name and kind in another group',
      'evil.dev/v1',
      'ConfigMap',
      undefined,
      'create ConfigMap.evil.dev/hub',
    ],
    ['in both ways', 'evil.dev/v1', 'ConfigMap', 'other', 'create ConfigMap.evil.dev/other/hub'],
    ['by a kind that poses as one of the core', 'v1', 'Deployment', undefined, 'create Deployment.core/hub'],
    ['by the kind alone', 'rbac.authorization.k8s.io/v1', 'ClusterRole', undefined, 'create ClusterRole/hub'],
  ])('%s', (_, apiVersion, kind, namespace, expected) => {
    const place = namespace === undefined ? '' : `, namespace: ${namespace}`;
    const other = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: hub${place}}\n`;
    for (const both of [`${ours}---\n${other}`, `${other}---\n${ours}`])
      expect(planned(ours, both)).toEqual([expected]);
  });

  test('in a list, or in a list within a list', () => {
    const binding = (name: string) =>
      `{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: ${name}}, roleRef: {kind: ClusterRole, name: cluster-admin}}`;
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${binding('a')}\n  - {apiVersion: v1, kind: RoleBindingList, items: [${binding('b')}]}\n`;
    const changes = plan(ours, `${ours}---\n${list}`);
    expect(changes.map(addressOf)).toEqual(['ClusterRoleBinding/a', 'ClusterRoleBinding/b']);
    expect(changes[0]?.attributes).toContainEqual({ name: 'roleRef.name', after: 'cluster-admin' });
  });

  test.each([
    ['without a name', 'apiVersion: v1\nkind: Pod\nmetadata: {generateName: x-}\n'],
    ['with an empty name', 'apiVersion: v1\nkind: Pod\nmetadata: {name: ""}\n'],
    ['without a kind', 'apiVersion: v1\nmetadata: {name: x}\n'],
    ['that is a text', 'kind\n'],
  ])('one %s is refused', (_, text) => {
    expect(() => parseManifests(`${ours}---\n${text}`)).toThrow('which no plan can show');
  });

  test('the same object twice is refused, also under another version or with its own namespace named', () => {
    const named = ours.replace('name: hub', `name: hub, namespace: ${HOME}`);
    for (const second of [ours, named, ours.replace('v1', 'v1 ')]) {
      expect(() => planned(ours, `${ours}---\n${second}`)).toThrow('renders the same object twice: ConfigMap/hub');
    }
    const role = (version: string) =>
      `apiVersion: rbac.authorization.k8s.io/${version}\nkind: Role\nmetadata: {name: r}\n`;
    expect(() => planned(ours, `${role('v1')}---\n${role('v1beta1')}`)).toThrow('twice: Role/r');
  });

  test('an object that moves to another namespace is created there and deleted here', () => {
    const moved = ours.replace('name: hub', 'name: hub, namespace: other');
    expect(planned(ours, moved)).toEqual(['create ConfigMap/other/hub', 'delete ConfigMap/hub']);
  });
});
