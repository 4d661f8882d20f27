import { describe, expect, test } from '@jest/globals';
import { type KnownLater, liveDifferences } from '../../../../src/helm/diff/live-rendering.js';
import { objectsOf, rawManifests } from '../../../../src/helm/diff/manifests.js';

const HOME = 'jupyterhub-research';
const KNOWN: KnownLater = {
  texts: new Map([
    [`\${hub.address}`, ['192.0.2.7.sslip.io']],
    [`\${secret:DB}`, ['p{w}', 'p{{w}}']],
  ]),
  standIns: new Set(['stand-in']),
};
const encode = (text: string): string => Buffer.from(text).toString('base64');
const differences = (reviewed: string, live: string): string[] =>
  liveDifferences(rawManifests(objectsOf(reviewed)), rawManifests(objectsOf(live)), KNOWN, HOME).map(
    ({ object, what, field }) => `${object.kind}/${object.name} ${what}${field === undefined ? '' : ` ${field}`}`,
  );
const map = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: ${data}\n`;
const secret = (values: string, more = ''): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: hub}\ndata: {values.yaml: ${encode(values)}${more}}\n`;

describe('the rendering of the cluster', () => {
  test('may have the address and the secrets in place of their names, also within a text', () => {
    const text = `"https://\${hub.address}/ \${secret:DB} \${secret:DB}"`;
    for (const live of ['"https://192.0.2.7.sslip.io/ p{w} p{{w}}"', text]) {
      expect(differences(map(`{a: ${text}}`), map(`{a: ${live}}`))).toEqual([]);
    }
  });

  test.each([
    ['text after a secret', `"\${secret:DB}"`, '"p{w} and more"'],
    ['text before an address', `"\${hub.address}"`, '"evil.192.0.2.7.sslip.io"'],
    ['another address', `"\${hub.address}"`, '"evil.dev"'],
    ['another type', '"1"', '1'],
    ['a list for a map', '{"0": a}', '[a]'],
    ['nothing', 'a', 'null'],
  ])('may not have %s', (_, reviewed, live) => {
    expect(differences(map(`{a: ${reviewed}}`), map(`{a: ${live}}`))).toEqual(['ConfigMap/a changed data.a']);
  });

  test('may have secrets of the chart in a Secret only, and only in the place of a stand-in', () => {
    const reviewed = secret('a: stand-in\nb: code\n', `, token: ${encode('stand-in')}`);
    expect(differences(reviewed, secret('a: other\nb: code\n', `, token: ${encode('made')}`))).toEqual([]);
    expect(differences(reviewed, secret('b: code\n', `, token: ${encode('made')}`))).toEqual([]);
    expect(differences(reviewed, secret('a: stand-in\nb: evil\n', `, token: ${encode('made')}`))).toEqual([
      'Secret/hub changed data.values.yaml.b',
    ]);
    expect(differences(reviewed, secret('a: stand-in\nb: code\nc: evil\n', `, token: ${encode('made')}`))).toEqual([
      'Secret/hub changed data.values.yaml.c',
    ]);
    expect(differences(reviewed, secret('a: stand-in\nb: code\n', `, token: ${encode('')}`))).toEqual([
      'Secret/hub changed data.token',
    ]);
    expect(differences(map('{a: stand-in}'), map('{a: made}'))).toEqual(['ConfigMap/a changed data.a']);
  });

  test('may have other checksums, and no other annotation', () => {
    const pod = (annotation: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {${annotation}}}\n`;
    expect(differences(pod('checksum/secret: a'), pod('checksum/secret: b'))).toEqual([]);
    expect(differences(pod('checksum/secret: a'), pod('checksum/secret: {evil: a}'))).toEqual([
      'Pod/p changed metadata.annotations.checksum/secret',
    ]);
    expect(differences(pod('checksum/secret: a'), pod('checksum/secret: a, x: y'))).toEqual([
      'Pod/p changed metadata.annotations.x',
    ]);
  });

  test('may not have an object twice, one elsewhere, or one less, unless it is a hook', () => {
    const one = map('{a: b}');
    const other = one.replace('name: a', 'name: a, namespace: kube-system');
    expect(differences(one, `${one}---\n${one}`)).toEqual(['ConfigMap/a not-reviewed']);
    expect(differences(one, `${one}---\n${other}`)).toEqual(['ConfigMap/a not-reviewed']);
    expect(differences(one, '')).toEqual(['ConfigMap/a left-out']);
    expect(differences(one.replace('name: a', 'name: a, annotations: {helm.sh/hook: pre-install}'), '')).toEqual([]);
  });
});
