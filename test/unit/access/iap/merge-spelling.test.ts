import { describe, expect, test } from '@jest/globals';
import { mergePolicy } from '../../../../src/access/iap/merge.js';
import { conditionTitle } from '../../../../src/access/iap/ownership.js';
import { ACCESSOR_ROLE, type Binding } from '../../../../src/access/iap/policy.js';
import { principal, wanted } from '../../../support/people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const END = '2027-01-01T00:00:00Z';
const ours = (...members: string[]): Binding => ({ role: ACCESSOR_ROLE, members });
const timed = (end: string, ...members: string[]): Binding => ({
  ...ours(...members),
  condition: { title: conditionTitle('research'), expression: `request.time < timestamp("${end}")` },
});
const merge = (want: ReturnType<typeof wanted>, ...bindings: Binding[]) =>
  mergePolicy(want, { etag: 'v1', bindings }, NOW);

describe('a merge of the IAP policy', () => {
  test('writes each member who stays as IAM spells it, whoever else comes or goes', () => {
    const live = [
      ours('user:Grace@Acme.dev', 'group:ML-Team@Acme.dev', 'user:e.d.sger@gmail.com', 'user:Gone@Acme.dev'),
      timed(END, 'user:Guest@Acme.dev'),
    ];
    const listed = [
      'grace@acme.dev',
      'edsger@gmail.com',
      'new@acme.dev',
      principal('ml-team@acme.dev', { kind: 'group' }),
    ];
    const { policy, added, removed } = merge(wanted([...listed, principal('guest@acme.dev')]), ...live);
    expect(policy.bindings).toEqual([
      ours(
        'group:ML-Team@Acme.dev',
        'user:Grace@Acme.dev',
        'user:Guest@Acme.dev',
        'user:e.d.sger@gmail.com',
        'user:new@acme.dev',
      ),
    ]);
    expect([added, removed]).toEqual([['user:new@acme.dev'], ['user:gone@acme.dev']]);
  });

  test('takes the spelling of an account from the grant that somebody else made', () => {
    const theirs = { role: 'roles/viewer', members: ['user:Ada@Acme.dev'] };
    const { policy } = merge(wanted(['ada@acme.dev']), theirs);
    expect(policy.bindings).toEqual([theirs, ours('user:Ada@Acme.dev')]);
  });
});
