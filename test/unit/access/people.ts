import type { Wanted } from '../../../src/access/desired.js';
import type { Principal } from '../../../src/access/users.js';
import type { Person } from '../../../src/config/model.js';

/** One listed person without an end. */
export function person(email: string, more: Partial<Person> = {}): Person {
  return { email, admin: false, until: undefined, source: 'users.yaml:2', ...more };
}

/** One entry of a users file without an end. */
export function principal(name: string, more: Partial<Principal> = {}): Principal {
  const location = { file: 'users.yaml', line: 2, column: 5, length: name.length };
  return { kind: 'person', name, admin: false, groups: [], until: undefined, location, ...more };
}

/** What the door of the hub `research` should say, after its policy was taken over. */
export function wanted(principals: readonly (Principal | string)[], more: Partial<Wanted> = {}): Wanted {
  return {
    hub: 'research',
    principals: principals.map((one) => (typeof one === 'string' ? principal(one) : one)),
    entry: { kind: 'direct' },
    mode: 'authoritative',
    adopted: true,
    previous: [],
    ...more,
  };
}
