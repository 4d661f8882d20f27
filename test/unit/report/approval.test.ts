import { expect, test } from '@jest/globals';
import type { Change } from '../../../src/change/change.js';
import { approvalSummary } from '../../../src/report/approval.js';
import { writer } from '../../../src/report/writer.js';
import { resource } from '../../support/report/changes.js';

const CHANGE: Change = {
  ...resource('update', 'google_container_cluster', 'hub'),
  attributes: [{ name: 'location', before: 'a', after: 'b' }],
  hiddenDigest: 'a'.repeat(64),
};

function rowOf(reviewed: Change, now: Change): string | undefined {
  const differences = [{ reviewed, now }];
  const report = { hub: 'research', fingerprint: 'f', why: 'why', plan: '', write: writer(false) };
  return approvalSummary({ ...report, differences })
    .split('\n')
    .find((line) => line.includes('google_container_cluster.hub'));
}

test('a difference of what is not shown is said, since both sides look alike', () => {
  expect(rowOf(CHANGE, { ...CHANGE, hiddenDigest: 'b'.repeat(64) })).toContain('differs in values that are not shown');
});

test('a difference that is seen needs no such word', () => {
  const now = { ...CHANGE, attributes: [{ name: 'location', before: 'a', after: 'c' }], hiddenDigest: 'b'.repeat(64) };
  expect(rowOf(CHANGE, now)).not.toContain('not shown');
});
