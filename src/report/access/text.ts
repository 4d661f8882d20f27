import type { HistoryNote } from '../../access/audit/history.js';
import type {
  AccessReport,
  HubState,
  IapState,
  ListedRow,
  OtherReason,
  OtherWay,
  RoleRow,
} from '../../access/audit/report-model.js';
import { lastDay } from '../../access/users/day.js';
import { plural } from '../../config/text.js';

const IAP_STATES: Readonly<Record<IapState['state'], string>> = {
  granted: 'granted',
  'other-end': 'granted with another end',
  missing: 'missing',
  ended: 'ended',
  'via-group': 'by the group of access.entry',
  unknown: 'not known',
};
const HUB_STATES: Readonly<Record<HubState['state'], string>> = {
  listed: 'listed',
  'listed-otherwise': 'listed otherwise',
  'not-listed': 'not listed',
  revoked: 'revoked at once',
  'via-domain': 'by its domain',
  'trusts-iap': 'trusts IAP',
  unknown: 'not known',
};

/** What IAP does, in words. */
export function iapStateText({ state }: IapState): string {
  return IAP_STATES[state];
}

/** What the hub does, in words; whether it has happened is said only where it matters. */
export function hubStateText({ state, enforced }: HubState): string {
  if (state === 'unknown') return HUB_STATES[state];
  const when = enforced === undefined ? ' (not known whether enforced)' : enforced ? '' : ' (not enforced yet)';
  return `${HUB_STATES[state]}${when}`;
}

/** Another grant that lets an entry pass. */
export function otherWayText({ member, place, condition }: OtherWay): string {
  const under = condition === undefined ? '' : ` under the condition "${condition}"`;
  return `${member} on ${place === 'iap' ? 'IAP' : place}${under}`;
}

const AUDIENCES = {
  everybody: 'EVERYBODY on the internet may pass: ',
  'google-accounts': 'EVERYBODY with a Google account may pass: ',
} as const;

/** Why somebody can pass whom the users files do not explain. */
export function otherReasonText(reason: OtherReason, hub: string): string {
  const { audience } = reason;
  return `${audience === undefined ? '' : AUDIENCES[audience]}${codeText(reason, hub)}`;
}

function codeText(reason: OtherReason, hub: string): string {
  switch (reason.code) {
    case 'inherited':
      return `inherited from ${reason.place}${reason.condition === undefined ? '' : `, condition: ${reason.condition}`}`;
    case 'foreign-condition':
      return `granted by somebody else under a condition: ${reason.condition}`;
    case 'sync-pending':
      return `granted by a sync of ${hub}, and no longer in the users files: a sync is pending`;
    case 'granted-outside':
      return 'granted in the console or by another program';
    case 'hub-list-only':
      return 'on the list of the hub, and no longer in the users files: a sync is pending';
  }
}

/** Why there is no commit of an entry. */
export function historyNoteText(note: HistoryNote): string {
  if (note.code === 'not-committed') return 'not committed';
  if (note.code === 'older-than-clone') return 'older than this clone';
  return `from ${note.repository} at ${note.commit.slice(0, 7)}`;
}

/** When an access ends: the last day in the time zone that the end is written in, or the instant where it is no midnight. */
export function endText(until: string | undefined): string {
  const time = Date.parse(until ?? '');
  if (until === undefined || Number.isNaN(time)) return until ?? '';
  if (/T00:00:00(?:\.0+)?(?:Z|[+-]\d\d:\d\d)$/.test(until)) return `until ${lastDay(until)}`;
  return `before ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Role, groups and end of an entry on one line. */
export function rightsText({ role, groups, roles, until }: ListedRow): string {
  const parts = [
    role === 'full-admin' ? 'full admin' : role,
    groups.length === 0 ? '' : `group ${groups.join(', ')}`,
    roles.length === 0 ? '' : `role ${roles.join(', ')}`,
    endText(until),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const ROLE_STATES: Readonly<Record<RoleRow['state'], string>> = {
  'in-force': 'in force',
  changes: 'in force, and the file has another one: an apply is pending',
  pending: 'not in force: an apply is pending',
  ends: 'in force, and no longer in the file: an apply is pending',
  unknown: 'in the file; not known whether it is in force',
};

/** Whether a role is in force. */
export function roleStateText({ state }: RoleRow): string {
  return ROLE_STATES[state];
}

/** The short name of a commit. */
export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}

/** What the report says in one or two sentences. */
export function verdictOf({ listed, others, roles, complete, generation }: AccessReport): string {
  const missing = listed.filter(({ iap }) => iap.state === 'missing').length;
  const otherEnd = listed.filter(({ iap }) => iap.state === 'other-end').length;
  const { listed: wanted, enforced } = generation;
  return [
    `${plural(listed.length, 'entry', 'entries')} in the users files.`,
    others.length === 0
      ? complete
        ? 'This report sees nothing else by which anybody can enter.'
        : ''
      : `${plural(others.length, 'grant is', 'grants are')} not explained by them.`,
    roles.length === 0
      ? ''
      : `${plural(roles.length, 'role')} of hub.values ${roles.length === 1 ? 'gives' : 'give'} rights.`,
    missing === 0 ? '' : `${plural(missing, 'entry has', 'entries have')} no grant in IAP.`,
    otherEnd === 0 ? '' : `${plural(otherEnd, 'entry has', 'entries have')} a grant with another end.`,
    wanted !== undefined && enforced !== undefined && enforced < wanted ? 'The hub has not enforced its list yet.' : '',
    complete ? '' : 'The report has gaps: see the notes.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
