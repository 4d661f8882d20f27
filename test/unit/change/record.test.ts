import { describe, expect, test } from '@jest/globals';
import type { ChangeSet } from '../../../src/change/change.js';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { parseRecord, planDifferences, recordText } from '../../../src/change/record.js';
import { manifest, person } from '../../support/report/changes.js';

const HEAD = 'a'.repeat(40);
const CHANGES: ChangeSet = {
  hub: 'research',
  changes: [manifest('update', 'Deployment/hub'), person('create', 'ada@acme.dev')],
};
const TEXT = recordText(CHANGES, HEAD, false);

describe('the record of a plan', () => {
  test('is read as it was written, and without changes where everybody can download it', () => {
    const record = { hub: 'research', head: HEAD, fingerprint: fingerprint(CHANGES) };
    expect(parseRecord(TEXT)).toEqual({ state: 'read', record: { ...record, changes: CHANGES.changes } });
    expect(parseRecord(recordText(CHANGES, HEAD, true))).toEqual({
      state: 'read',
      record: { ...record, changes: undefined },
    });
    expect(recordText(CHANGES, HEAD, true)).not.toContain('ada');
  });

  test('of another version is told from a damaged one, since its fingerprint cannot be compared', () => {
    const old = {
      version: 1,
      hub: 'research',
      head: HEAD,
      fingerprint: 'f'.repeat(64),
      changes: [{ engine: 'members', action: 'create', address: 'ada@acme.dev', kind: 'person', attributes: [] }],
    };
    expect(parseRecord(JSON.stringify(old))).toEqual({ state: 'other-version' });
    expect(parseRecord(TEXT.replace('"version":4', '"version":3'))).toEqual({ state: 'other-version' });
  });

  test.each([
    ['no JSON', 'approved!'],
    ['no version', '{}'],
    ['a version that is no number', TEXT.replace('"version":4', '"version":"4"')],
    ['another fingerprint than that of its changes', TEXT.replace('ada@acme.dev', 'eve@acme.dev')],
    ['a fingerprint that is none', TEXT.replace(fingerprint(CHANGES), 'yes')],
    ['changes that are no list', TEXT.replace(/"changes":.*/, '"changes":{}}')],
  ])('with %s is damaged', (_, text) => {
    expect(parseRecord(text)).toEqual({ state: 'damaged' });
  });
});

test('one thing in two scopes differs in each by itself', () => {
  const [hub, iap] = [person('create', 'ada@acme.dev'), { ...person('create', 'ada@acme.dev'), scope: 'iap' as const }];
  expect(planDifferences([hub], [hub, iap])).toEqual([{ reviewed: undefined, now: iap }]);
  expect(planDifferences([hub, iap], [iap])).toEqual([{ reviewed: hub, now: undefined }]);
});

test('what apply sets back in the cluster is no part of what is reviewed', () => {
  const drift = { ...manifest('update', 'Deployment/proxy'), isDrift: true as const };
  const [reviewed, now] = [CHANGES.changes, [...CHANGES.changes, drift]];
  expect(fingerprint({ hub: 'research', changes: now })).toBe(fingerprint(CHANGES));
  expect(planDifferences(reviewed, now)).toEqual([]);
  expect(planDifferences(now, reviewed)).toEqual([]);
});
