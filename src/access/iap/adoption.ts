import { list, number } from '../../config/text.js';
import { ConfigurationError } from '../../errors.js';
import { addressFault } from '../users/email.js';
import type { EntryKind } from '../users/entries.js';
import { IAM_PREFIXES, memberKind, memberName } from './policy.js';

/** The first run over a policy or a group that others filled would shut people out whom the users files do not list. */
export class AdoptionNeeded extends ConfigurationError {
  /** Members as IAM has them. */
  readonly members: readonly string[];

  /** @param group address of the Google group that lets them in; undefined: the policy of IAP does */
  constructor(hub: string, members: readonly string[], group?: string) {
    const many = members.length === 1 ? 'member' : 'members';
    super(
      `${group === undefined ? `IAP of ${hub} already lets in` : `The Google group ${group} already has`} ${number(members.length)} ${many} whom the users files do not list: ${some(members)}. Nothing was written`,
      {
        where: group === undefined ? `access policy of ${hub}` : 'jupyterhub.yaml: access.entry.group',
        hint: waysOut(members, group),
      },
    );
    this.members = members;
  }
}

/**
 * The entry of a users file that lets in a member as IAM has it, or in words why there can be none. Nobody is shut out
 * unseen: what cannot be listed stays until a person takes it away.
 */
export function entryForMember(member: string): { readonly kind: EntryKind; readonly name: string } | string {
  const kind = memberKind(member);
  if (!(kind in IAM_PREFIXES)) return 'It is no account, Google group or domain.';
  const name = memberName(member).toLowerCase();
  return addressFault(kind as EntryKind, name)?.message ?? { kind: kind as EntryKind, name };
}

/** How a person takes away what no users file can list. */
function byHand(group: string | undefined): string {
  return group === undefined
    ? 'take the role "IAP-secured Web App User" from it in the console, at Security, Identity-Aware Proxy'
    : `take it out of ${group} in the Admin console or at groups.google.com`;
}

function waysOut(members: readonly string[], group: string | undefined): string {
  const stuck = members.filter((member) => typeof entryForMember(member) === 'string');
  const patch = 'Run sync-users --adopt for a patch that adds';
  const adopt = stuck.length === 0 ? `${patch} them to a users file` : `${patch} all others to a users file`;
  return [
    ...(stuck.length === 0 ? [] : [`No users file can list ${some(stuck)}: ${byHand(group)}.`]),
    stuck.length === members.length ? 'Then run again.' : `${adopt}, merge it, then run again.`,
    'To leave them as they are, set access: {mode: additive}.',
  ].join(' ');
}

function some(members: readonly string[]): string {
  if (members.length <= 5) return list(members);
  return `${members.slice(0, 5).join(', ')}, … (${number(members.length - 5)} more)`;
}
