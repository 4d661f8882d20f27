import { describe, expect, test } from '@jest/globals';
import type { ReportInput } from '../../../../src/access/audit/report-model.js';
import { roleRows, rolesOf } from '../../../../src/access/audit/report-roles.js';
import { loadUsers } from '../../../../src/access/users/load.js';
import { roleGrants } from '../../../../src/change/role-grants.js';
import type { JsonObject } from '../../../../src/config/model.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const USERS = `users:
  - {email: ada@acme.dev, groups: [staff]}
  - {email: grace@acme.dev}
  - {email: gone@acme.dev, groups: [staff], until: 2026-11-01}
`;
const { principals } = loadUsers([{ path: 'users.yaml', text: USERS }], NOW);
const STAFF: JsonObject = {
  scopes: ['admin-ui', 'list:users', 'access:servers'],
  users: ['Grace@acme.dev'],
  groups: ['staff'],
};
const values = (loadRoles: JsonObject, services: JsonObject = {}): JsonObject => ({ hub: { loadRoles, services } });

function rows(applied: JsonObject | undefined, wanted: JsonObject) {
  const roles = { applied: applied && roleGrants(applied), wanted: roleGrants(wanted) };
  return roleRows({ roles, principals, now: NOW } as unknown as ReportInput);
}

describe('rights that roles give', () => {
  test('are named with scopes, users, and the people behind a group who have access', () => {
    expect(rows(values({ staff: STAFF }), values({ staff: STAFF }))).toEqual([
      {
        name: 'staff',
        scopes: ['admin-ui', 'list:users', 'access:servers'],
        holders: [
          { what: 'users', who: 'Grace@acme.dev' },
          { what: 'groups', who: 'staff', people: ['ada@acme.dev'] },
        ],
        isForEverybody: false,
        state: 'in-force',
      },
    ]);
  });

  test('are those that were applied, and those that the file changes are told from them', () => {
    const found = rows(
      values({ staff: STAFF, old: STAFF, edited: STAFF }),
      values({ staff: STAFF, edited: { ...STAFF, scopes: ['self'] }, fresh: STAFF }),
    );
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['edited', 'changes'],
      ['old', 'ends'],
      ['staff', 'in-force'],
      ['fresh', 'pending'],
    ]);
    expect(rows(undefined, values({ staff: STAFF })).map(({ state }) => state)).toEqual(['unknown']);
  });

  test('of services and of the role of everybody are among them, and those of this program are not', () => {
    const found = rows(
      values(
        { user: { scopes: ['list:users'] }, 'jupyterhub-gke-admins': STAFF },
        { grader: { admin: true, apiToken: '(hidden)' }, plain: { url: 'http://x' } },
      ),
      values({}),
    );
    expect(found.map(({ name, scopes, isForEverybody }) => [name, scopes, isForEverybody])).toEqual([
      ['grader', ['admin:all'], false],
      ['user', ['list:users'], true],
    ]);
  });

  test('stand at each person who has them', () => {
    const found = rows(values({ staff: STAFF, user: { scopes: ['self'] } }), values({}));
    expect(principals.map((one) => rolesOf(one, found))).toEqual([['staff'], ['staff'], ['staff']]);
  });

  test('in values that are no values of a chart are none', () => {
    for (const broken of [
      {},
      { hub: 1 },
      { hub: { loadRoles: [1], services: 'x' } },
      values({ a: 7, b: { scopes: 'x' } }),
    ]) {
      expect(roleGrants(broken as JsonObject)).toEqual([]);
    }
  });
});
