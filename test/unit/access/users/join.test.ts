import { describe, expect, test } from '@jest/globals';
import { loadUsers } from '../../../../src/access/users/load.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const BOSS = 'users: [{email: boss@acme.dev, admin: true}]\n';
const load = (...texts: string[]) =>
  loadUsers(
    [BOSS, ...texts].map((text, index) => ({
      path: `users${index}.${text.startsWith('email') ? 'csv' : 'yaml'}`,
      text,
    })),
    NOW,
  );
const bobOf = (...texts: string[]) => {
  const { principals, diagnostics } = load(...texts);
  const [bob, ...more] = principals.filter(({ name }) => name !== 'boss@acme.dev');
  expect(more).toEqual([]);
  return { ...bob, groups: bob?.groups.map(({ text }) => text), found: diagnostics.map(({ rule }) => rule) };
};

describe('a person in several files', () => {
  test('is one person in the groups of all of them, until the latest day', () => {
    const phys = 'email,groups,until\nbob@acme.dev,phys,2027-01-31\n';
    const bio = 'email,groups,until\nBOB@acme.dev,bio,2027-06-30\n';
    expect(bobOf(phys, bio)).toMatchObject({
      name: 'bob@acme.dev',
      groups: ['phys', 'bio'],
      until: '2027-07-01T00:00:00Z',
      location: { file: 'users1.csv', line: 2 },
      found: [],
    });
    expect(bobOf(phys, 'users: [bob@acme.dev]\n')).toMatchObject({ until: undefined, groups: ['phys'], found: [] });
  });

  test('is the same in another spelling of a Gmail address', () => {
    const one = 'users: [{email: b.ob@gmail.com, groups: [a]}]\n';
    expect(bobOf(one, 'users: [{email: bob@googlemail.com, groups: [b]}]\n')).toMatchObject({
      name: 'b.ob@gmail.com',
      groups: ['a', 'b'],
      found: [],
    });
  });

  test('gets nothing of an entry whose day has passed, and has ended only once all have', () => {
    const old = 'users: [{email: bob@acme.dev, admin: full, groups: [old], until: 2026-11-23}]\n';
    const now = 'email,groups,until\nbob@acme.dev,bio,2027-06-30\n';
    expect(bobOf(old, now)).toMatchObject({ admin: false, groups: ['bio'], found: ['admin-full'] });
    const ended = 'email,groups,until\nbob@acme.dev,bio,2026-01-31\n';
    expect(bobOf(old, ended).found).toEqual(['admin-full', 'expired', 'expired']);
  });

  test('keeps the rights of an administrator no longer than the entry that gives them', () => {
    const admin = 'users: [{email: bob@acme.dev, admin: true, until: 2026-12-31}]\n';
    const { diagnostics } = load(admin, 'email,until\nbob@acme.dev,2027-06-30\n');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        file: 'users1.yaml',
        severity: 'error',
        message: '"bob@acme.dev" is an administrator until 2026-12-31 here, but has access for longer at users2.csv:2.',
      }),
    ]);
    expect(bobOf(admin, 'email,until\nbob@acme.dev,2026-12-31\n')).toMatchObject({ admin: true, found: [] });
  });

  test('is in at most 100 groups of all files', () => {
    const of = (prefix: string) => Array.from({ length: 60 }, (_, index) => `${prefix}${index}`).join(' ');
    const file = (prefix: string) => `email,groups\nbob@acme.dev,${of(prefix)}\n`;
    expect(bobOf(file('a'), file('b')).found).toEqual(['too-many-groups']);
  });

  test('is still an error twice in one file', () => {
    expect(load('email\nbob@acme.dev\nbob@acme.dev\n').diagnostics.map(({ rule }) => rule)).toEqual([
      'duplicate-person',
    ]);
  });
});
