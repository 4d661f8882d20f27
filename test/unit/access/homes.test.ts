import { expect, test } from '@jest/globals';
import { type Home, leftHomes } from '../../../src/access/homes.js';
import { loadUsers } from '../../../src/access/users.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const home = (owner: string, created = '2026-01-01T00:00:00Z'): Home => ({
  owner,
  claim: `claim-${owner}`,
  size: '10Gi',
  created,
});
const left = (users: string, ...homes: Home[]): string[] =>
  leftHomes(homes, loadUsers([{ path: 'users.yaml', text: users }], NOW).principals, NOW).map(({ owner }) => owner);

test('homes of people whom no file lists, or whose end has passed, the oldest first', () => {
  const users =
    'users:\n  - ada@acme.dev\n  - {email: bo@acme.dev, until: 2026-11-23}\n  - {email: cy@acme.dev, until: 2026-11-24}\n';
  expect(
    left(
      users,
      home('ada@acme.dev'),
      home('bo@acme.dev'),
      home('cy@acme.dev'),
      home('gone@acme.dev', '2025-01-01T00:00:00Z'),
    ),
  ).toEqual(['gone@acme.dev', 'bo@acme.dev']);
});

test('a listed domain covers its people, except those whose end has passed', () => {
  const users = 'users:\n  - {email: bo@acme.dev, until: 2026-11-23}\ndomains: [acme.dev]\n';
  const homes = [home('ada@acme.dev'), home('bo@acme.dev'), home('x@evil-acme.dev'), home('y@sub.acme.dev')];
  expect(left(users, ...homes)).toEqual(['bo@acme.dev', 'x@evil-acme.dev', 'y@sub.acme.dev']);
});

test('one mailbox of Gmail is one person, however it is written', () => {
  expect(left('users: [ada.l@gmail.com]\n', home('adal@googlemail.com'))).toEqual([]);
});
