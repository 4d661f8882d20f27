import type { DesiredAccess } from '../../src/access/iap/desired.js';
import type { EntryKind } from '../../src/access/users/entries.js';
import type { Principal } from '../../src/access/users/load.js';

/** One entry of a users file without an end. */
export function principal(name: string, more: Partial<Principal> = {}): Principal {
  const location = { file: 'users.yaml', line: 2, column: 5, length: name.length };
  return { kind: 'person', name, admin: false, groups: [], until: undefined, location, ...more };
}

/** What IAP of the hub `research` should say, after its policy was taken over. */
export function wanted(principals: readonly (Principal | string)[], more: Partial<DesiredAccess> = {}): DesiredAccess {
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

/** One listed thing of any kind, with groups as plain names. */
export function entry(
  kind: EntryKind,
  name: string,
  more: Partial<Omit<Principal, 'groups'>> & { readonly groups?: readonly string[] } = {},
): Principal {
  const location = { file: 'users.yaml', line: 2, column: 3, length: 1 };
  const groups = (more.groups ?? []).map((text) => ({ text, location }));
  return { kind, name, admin: false, until: undefined, location, ...more, groups };
}
