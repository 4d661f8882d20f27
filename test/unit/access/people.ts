import type { EntryKind } from '../../../src/access/user-entries.js';
import type { Principal } from '../../../src/access/users.js';
import type { Person } from '../../../src/config/model.js';

/** One listed person without an end. */
export function person(email: string, more: Partial<Person> = {}): Person {
  return { email, admin: false, until: undefined, source: 'users.yaml:2', ...more };
}

/** One listed thing of any kind, with groups as plain names. */
export function principal(
  kind: EntryKind,
  name: string,
  more: Partial<Omit<Principal, 'groups'>> & { readonly groups?: readonly string[] } = {},
): Principal {
  const location = { file: 'users.yaml', line: 2, column: 3, length: 1 };
  const groups = (more.groups ?? []).map((text) => ({ text, location }));
  return { kind, name, admin: false, until: undefined, location, ...more, groups };
}
