import type { AccessReport, HubState, IapState, ListedRow, OtherRow } from '../../access/audit/report-model.js';
import { lastDay } from '../../access/users/day.js';

const KINDS: Readonly<Record<OtherRow['kind'], string>> = {
  person: 'person',
  group: 'Google group',
  serviceAccount: 'service account',
  domain: 'domain',
  public: 'everybody',
  deleted: 'deleted account',
  other: 'principal',
};

const DOORS: Readonly<Record<IapState['state'], string>> = {
  granted: 'granted',
  'other end': 'granted with another end',
  missing: 'missing',
  ended: 'ended',
  'left to the group': 'left to the group of access.entry',
  'not known': 'not known',
};

/** What a kind of entry is called. */
export function kindWord(kind: OtherRow['kind']): string {
  return KINDS[kind];
}

/** What IAP does, in words. */
export function iapStateText({ state }: IapState): string {
  return DOORS[state];
}

/** What the hub does, in words; whether it has happened is said only where it matters. */
export function hubWords({ state, enforced }: HubState): string {
  if (state === 'not known') return state;
  const when = enforced === undefined ? ' (not known whether enforced)' : enforced ? '' : ' (not enforced yet)';
  return `${state}${when}`;
}

/** When an access ends: the last day in the time zone that the end is written in, or the instant where it is no midnight. */
export function endWords(until: string | undefined): string {
  const time = Date.parse(until ?? '');
  if (until === undefined || Number.isNaN(time)) return until ?? '';
  if (/T00:00:00(?:\.0+)?(?:Z|[+-]\d\d:\d\d)$/.test(until)) return `until ${lastDay(until)}`;
  return `before ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Role, groups and end of an entry on one line. */
export function accessWords({ role, groups, until }: ListedRow): string {
  const parts = [role, groups.length === 0 ? '' : `group ${groups.join(', ')}`, endWords(until)];
  return parts.filter((part) => part !== '').join(', ');
}

/** The short name of a commit. */
export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}

/** What the report says in one or two sentences. */
export function verdictOf({ listed, others, complete, generation }: AccessReport): string {
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  const missing = listed.filter(({ iap }) => iap.state === 'missing').length;
  const otherEnd = listed.filter(({ iap }) => iap.state === 'other end').length;
  const { listed: wanted, enforced } = generation;
  return [
    `${count(listed.length, 'entry', 'entries')} in the users files.`,
    others.length === 0
      ? complete
        ? 'Nothing else lets anybody in that this report can see.'
        : ''
      : `${count(others.length, 'grant is', 'grants are')} not explained by them.`,
    missing === 0 ? '' : `${count(missing, 'entry has', 'entries have')} no grant in IAP.`,
    otherEnd === 0 ? '' : `${count(otherEnd, 'entry has', 'entries have')} a grant with another end.`,
    wanted !== undefined && enforced !== undefined && enforced < wanted ? 'The hub has not enforced its list yet.' : '',
    complete ? '' : 'The report has gaps: see the notes.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
