import { describe, expect, test } from '@jest/globals';
import { dayAfter } from '../../../../src/access/users/day.js';
import { addressFault } from '../../../../src/access/users/email.js';
import { listedPeople, loadUsers } from '../../../../src/access/users/load.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const load = (...texts: string[]) =>
  loadUsers(
    texts.map((text, index) => ({ path: `users${index}.yaml`, text })),
    NOW,
  );
const rules = (...texts: string[]): string[] => load(...texts).diagnostics.map(({ rule }) => rule);

describe('a users file', () => {
  test('lists people in lower case, with their line', () => {
    const { principals, diagnostics } = load(
      'users: [{email: Zoe@Acme.dev, admin: true}]\n',
      'users:\n  - ada@acme.dev\n',
    );
    expect(diagnostics).toEqual([]);
    expect(listedPeople(principals)).toMatchObject([
      { name: 'ada@acme.dev', admin: false, until: undefined, location: { file: 'users1.yaml', line: 2 } },
      { name: 'zoe@acme.dev', admin: true, until: undefined, location: { file: 'users0.yaml', line: 1 } },
    ]);
  });

  test('may not list a person twice, even in another spelling; the error names both locations', () => {
    const { diagnostics } = load('users: [ada@acme.dev, {email: g@acme.dev, admin: true}, ADA@acme.dev]\n');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        file: 'users0.yaml',
        rule: 'duplicate-person',
        message: '"ADA@acme.dev" is already listed at users0.yaml:1, as "ada@acme.dev".',
      }),
    ]);
  });

  test('may be empty if another file lists somebody', () => {
    expect(rules('users: []\n', 'users: [{email: g@acme.dev, admin: true}]\n')).toEqual([]);
    expect(rules('users: []\n', 'users: []\n')).toEqual(['no-people']);
  });

  test('keeps expired people, so that the hub knows whom it refuses', () => {
    const { principals, diagnostics } = load('users: [{email: g@acme.dev, admin: true, until: 2026-11-23}]\n');
    expect(principals[0]?.until).toBe('2026-11-24T00:00:00Z');
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning expired',
      'warning no-people',
      'warning no-admin',
    ]);
  });
});

test('a day ends when the next one starts, in UTC', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01T00:00:00Z');
  expect(dayAfter('2028-02-28')).toBe('2028-02-29T00:00:00Z');
  expect(dayAfter('2028-02-29')).toBe('2028-03-01T00:00:00Z');
  expect(dayAfter('9998-12-31')).toBe('9999-01-01T00:00:00Z');
  for (const day of ['2027-02-29', '2026-13-01', '2026-00-10', '9999-12-31', 'today'])
    expect(dayAfter(day)).toBeUndefined();
});

describe('an address', () => {
  test('of a Google account is accepted', () => {
    for (const email of [
      'ada@acme.dev',
      "o'neil+lab@sub.acme.dev",
      'a@b.co',
      'A_b-c~d&e=f@acme.dev',
      '1@acme.dev',
      'x@xn--bcher-kva.example',
    ]) {
      expect(addressFault('person', email)).toBeUndefined();
    }
  });

  test('of everybody, of a principal or of nobody is refused', () => {
    for (const text of [
      'allUsers',
      'ALLUSERS',
      ' allAuthenticatedUsers ',
      'deleted:user:x@acme.dev',
      'Deleted:group:x@acme.dev',
    ]) {
      expect(addressFault('person', text)?.rule).toBe('public-access');
    }
    const wrong = [
      '',
      '@',
      'a@',
      '@b.c',
      'a b@c.dev',
      'a@b',
      'a@b..c',
      'a@.b.c',
      'a.@b.dev',
      'a@b.dev.',
      'a@b_c.dev',
      'user:a@b.dev',
      'principal://x',
      'a@b.dev\n',
      '\u0000a@b.dev',
      'ａ@b.dev',
      'a@b.d\u0435v',
      'a,b@c.dev',
      'a;b@c.dev',
      'a"b@c.dev',
      '<a@b.dev>',
      'a/../b@c.dev',
      '{username}@c.dev',
      '$(id)@c.dev',
      '`id`@c.dev',
      '%2f@c.dev',
      `${'a'.repeat(65)}@b.dev`,
      `a@${'b'.repeat(64)}.dev`,
      `a@${'b.'.repeat(140)}dev`,
    ];
    for (const text of wrong) expect([text, addressFault('person', text)?.rule]).toEqual([text, 'person-format']);
  });
});
