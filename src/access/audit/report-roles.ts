import { hashOf } from '../../change/canonical.js';
import type { RoleGrant } from '../../change/role-grants.js';
import { hasEnded } from '../iap/desired.js';
import { sameAddress } from '../users/email.js';
import type { Principal } from '../users/load.js';
import type { ReportInput, RoleRow } from './report-model.js';

/** Role of JupyterHub that everybody has who signs in. */
const EVERYBODY = 'user';

/** Rights that roles of hub.values give, with the people behind their groups. */
export function roleRows({ roles, principals, now }: ReportInput): readonly RoleRow[] {
  const present = principals.filter(({ kind, until }) => kind === 'person' && !hasEnded(until, now));
  const row = (grant: RoleGrant, state: RoleRow['state']): RoleRow => ({
    ...grant,
    isForEverybody: grant.name === EVERYBODY,
    holders: grant.holders.map((holder) =>
      holder.what === 'groups' ? { ...holder, people: inGroup(present, holder.who) } : holder,
    ),
    state,
  });
  const { applied, wanted } = roles;
  if (applied === undefined) return wanted.map((grant) => row(grant, 'unknown'));
  const ofName = (list: readonly RoleGrant[], name: string): RoleGrant | undefined =>
    list.find((one) => one.name === name);
  return [
    ...applied.map((grant) => {
      const next = ofName(wanted, grant.name);
      if (next === undefined) return row(grant, 'ends');
      return row(grant, hashOf(next) === hashOf(grant) ? 'in-force' : 'changes');
    }),
    ...wanted.filter(({ name }) => ofName(applied, name) === undefined).map((grant) => row(grant, 'pending')),
  ];
}

/** Names of the roles that somebody has by name or by a group. What everybody has is left out. */
export function rolesOf({ name, groups }: Principal, rows: readonly RoleRow[]): readonly string[] {
  const own = new Set(groups.map(({ text }) => text));
  return rows
    .filter(({ holders }) =>
      holders.some(({ what, who }) =>
        what === 'users' ? sameAddress(who) === sameAddress(name) : what === 'groups' && own.has(who),
      ),
    )
    .map((row) => row.name);
}

function inGroup(people: readonly Principal[], group: string): readonly string[] {
  return people.filter(({ groups }) => groups.some(({ text }) => text === group)).map(({ name }) => name);
}
