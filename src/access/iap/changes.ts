import type { Access, Change, PrincipalKind } from '../../change/change.js';
import type { ChangeNote } from '../../change/change-note.js';
import type { Principal } from '../users/load.js';
import type { MemberChange } from './merge.js';
import { type MemberKind, memberName } from './policy.js';

/** Kinds of IAM's members as changes, records and reports name them. */
export const PRINCIPAL_KINDS: Readonly<Record<MemberKind, PrincipalKind>> = {
  person: 'person',
  group: 'google-group',
  serviceAccount: 'service-account',
  domain: 'domain',
  public: 'public',
  deleted: 'deleted-account',
  other: 'other-principal',
};
const ACTIONS = { add: 'create', reschedule: 'update', remove: 'delete' } as const;

/** One Change per member whose access differs: new members first, then new end dates, then those who leave. */
export function memberChanges(members: readonly MemberChange[]): Change[] {
  return (['add', 'reschedule', 'remove'] as const).flatMap((action) =>
    members
      .filter((one) => one.action === action)
      .map((one) => ({
        scope: scopeOf(one),
        action: ACTIONS[action],
        subject: { kind: PRINCIPAL_KINDS[one.kind], name: memberName(one.member) },
        ...(action === 'remove' ? {} : { access: { after: accessOf(one.principal) } }),
        notes: notesOf(one),
      })),
  );
}

/**
 * A group or domain that no file lists is there by access.entry or the console: it passes IAP, and no more is known.
 * The hub goes on admitting a person whom a file still lists.
 */
function scopeOf({ kind, principal, isStillListed }: MemberChange): 'access' | 'iap' {
  const isUnlistedCrowd = principal === undefined && (kind === 'group' || kind === 'domain');
  const isOfIap = kind === 'public' || kind === 'deleted' || kind === 'other';
  return isUnlistedCrowd || isOfIap || isStillListed ? 'iap' : 'access';
}

function accessOf(principal: Principal | undefined): Access {
  if (principal === undefined) return {};
  const { admin, groups, until } = principal;
  return {
    role: admin === 'full' ? 'full-admin' : admin ? 'admin' : 'user',
    ...(groups.length === 0 ? {} : { groups: groups.map(({ text }) => text) }),
    ...(until === undefined ? {} : { until }),
  };
}

function notesOf({ action, kind, reason, isStillListed }: MemberChange): readonly ChangeNote[] {
  return action === 'remove' && kind === 'person' && !isStillListed ? [reason, { code: 'servers-stop' }] : [reason];
}
