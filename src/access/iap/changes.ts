import type { Change } from '../../change/change.js';
import { lastDay } from '../users/day.js';
import type { MemberChange } from './merge.js';
import { type MemberKind, nameOf } from './policy.js';

const WORDS: Readonly<Record<MemberKind, string>> = {
  person: 'person',
  group: 'Google group',
  serviceAccount: 'service account',
  domain: 'domain',
  public: 'public',
  deleted: 'deleted account',
  other: 'principal',
};
const ACTIONS = { add: 'create', reschedule: 'update', remove: 'delete' } as const;

/** One Change per member whose access differs, in the words of the plan comment: who comes first, then who goes. */
export function memberChanges(members: readonly MemberChange[], timeZone?: string): Change[] {
  return (['add', 'reschedule', 'remove'] as const).flatMap((action) =>
    members
      .filter((one) => one.action === action)
      .map((one) => ({
        engine: 'members' as const,
        action: ACTIONS[action],
        address: nameOf(one.member),
        kind: wordOf(one),
        attributes: action === 'remove' ? [] : [{ name: 'access', after: accessOf(one, timeZone) }],
        note: action === 'remove' ? leaving(one) : one.reason,
      })),
  );
}

/**
 * A group or domain that no file lists is there by access.entry or the console: it passes IAP, and no more is known.
 * Nor does the hub put out anybody whom a file goes on listing.
 */
function wordOf({ kind, principal, isStillListed }: MemberChange): string {
  const isUnlistedCrowd = principal === undefined && (kind === 'group' || kind === 'domain');
  return isUnlistedCrowd || isStillListed ? `${WORDS[kind]} in IAP` : WORDS[kind];
}

function accessOf({ principal }: MemberChange, timeZone: string | undefined): string {
  const { admin = false, until } = principal ?? {};
  return `${admin === false ? 'user' : 'admin'}${until === undefined ? '' : ` until ${lastDay(until, timeZone)}`}`;
}

function leaving({ kind, reason, isStillListed }: MemberChange): string {
  return kind === 'person' && !isStillListed
    ? `${reason}; server is stopped, tokens are revoked, home is kept`
    : reason;
}
