import { firstOf, plural } from '../../config/text.js';
import { ConfigurationError } from '../../errors.js';
import { addressFault } from '../users/email.js';
import type { EntryKind } from '../users/entries.js';
import { IAM_PREFIXES, memberKind, memberName } from './policy.js';

/** The first run over an existing policy or group would revoke the access of members whom the users files do not list. */
export class AdoptionNeeded extends ConfigurationError {
  /** Members as IAM has them. */
  readonly members: readonly string[];

  /** @param group address of the managed Google group; undefined: the members are in the IAP policy */
  constructor(hub: string, members: readonly string[], group?: string) {
    const what = group === undefined ? `The IAP policy of ${hub}` : `The Google group ${group}`;
    super(
      `${what} already has ${plural(members.length, 'member')} whom the users files do not list: ${firstOf(members, 5)}. Nothing was written`,
      {
        where: group === undefined ? `IAP policy of ${hub}` : 'jupyterhub.yaml: access.entry.group',
        hint: adoptionHint(members, group),
      },
    );
    this.members = members;
  }
}

/**
 * The entry of a users file for a member of an IAM policy, or the reason why there can be none. A member that cannot be
 * listed stays until a person removes it, so nobody loses access unnoticed.
 */
export function entryForMember(member: string): { readonly kind: EntryKind; readonly name: string } | string {
  const kind = memberKind(member);
  if (!(kind in IAM_PREFIXES)) return 'It is not an account, Google group or domain.';
  const name = memberName(member).toLowerCase();
  return addressFault(kind as EntryKind, name)?.message ?? { kind: kind as EntryKind, name };
}

/** How to remove a member that no users file can list. */
function removalHint(group: string | undefined): string {
  return group === undefined
    ? 'remove its role "IAP-secured Web App User" in the Google Cloud console, at Security, Identity-Aware Proxy'
    : `remove it from ${group} in the Admin console or at groups.google.com`;
}

function adoptionHint(members: readonly string[], group: string | undefined): string {
  const unlistable = members.filter((member) => typeof entryForMember(member) === 'string');
  const patch = 'Run sync-users --adopt for a patch that adds';
  const adopt = unlistable.length === 0 ? `${patch} them to a users file` : `${patch} all others to a users file`;
  return [
    ...(unlistable.length === 0 ? [] : [`No users file can list ${firstOf(unlistable, 5)}: ${removalHint(group)}.`]),
    unlistable.length === members.length ? 'Then run again.' : `${adopt}, merge it, then run again.`,
    'To keep them as they are, set access: {mode: additive}.',
  ].join(' ');
}
