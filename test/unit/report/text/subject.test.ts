import { expect, test } from '@jest/globals';
import type { Access, Change } from '../../../../src/change/change.js';
import { publicText } from '../../../../src/report/markdown.js';
import { accessText, attributesOf, subjectText } from '../../../../src/report/text/subject.js';
import { person } from '../../../support/report/changes.js';

const END = '2027-01-01T00:00:00Z';

test.each<[Access, string]>([
  [{ role: 'user' }, 'user'],
  [{ role: 'user', groups: ['ml', 'vision'] }, 'user, groups ml vision'],
  [{ role: 'admin', groups: ['ml'], until: END }, 'admin, group ml, until 2026-12-31'],
  [{ role: 'full-admin' }, 'full admin'],
  [{}, 'passes IAP'],
  [{ until: END }, 'passes IAP, until 2026-12-31'],
])('access %j of a person reads "%s"', (access, text) => {
  expect(accessText(access, { kind: 'person', name: 'ada@acme.dev' })).toBe(text);
});

test('access of a domain and of whom IAP lets pass says for how many it stands', () => {
  expect(accessText({ role: 'user' }, { kind: 'domain', name: 'acme.dev' })).toBe('everybody of the domain');
  expect(subjectText({ subject: { kind: 'iap-trust' } })).toBe('everybody whom IAP lets pass');
});

test('a home of somebody unknown has the key of its owner, and none where everybody can read it', () => {
  const left: Pick<Change, 'subject'> = { subject: { kind: 'bucket', ownerKey: '0123456789ab' } };
  expect(subjectText(left)).toBe('somebody who left (0123456789ab)');
  expect(publicText(subjectText(left))).not.toContain('0123');
  expect(publicText(JSON.stringify(left))).not.toContain('0123');
  expect(publicText(JSON.stringify(left, null, 2))).not.toContain('0123');
});

test('access and what a deleted home loses are attributes with text on both sides', () => {
  expect(attributesOf(person('update', 'ada@acme.dev'))).toEqual([
    { name: 'access', before: 'user', after: 'user, until 2027-06-30' },
  ]);
  const purge: Change = {
    scope: 'homes',
    action: 'delete',
    subject: { kind: 'home', owner: 'old@uni.example' },
    deletes: [
      { kind: 'disk', size: '10Gi', created: '2026-02-03T04:05:06Z' },
      { kind: 'disk' },
      { kind: 'bucket', place: 'gs://a' },
    ],
  };
  expect(attributesOf(purge).map(({ name, before }) => `${name}: ${before}`)).toEqual([
    'disk: 10Gi, made 2026-02-03',
    'disk: size not known',
    'bucket: gs://a',
  ]);
});
