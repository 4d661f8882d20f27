import { hashOf } from './canonical.js';
import { addressOf, type Change, type ChangeSet } from './change.js';
import { fingerprint, isReviewed } from './fingerprint.js';

/** What a plan run leaves for the run that applies: what was reviewed. */
export interface PlanRecord {
  readonly hub: string;
  /** Commit of the branch that was planned. */
  readonly head: string;
  /** Fingerprint of the changes, see fingerprint.ts. */
  readonly fingerprint: string;
  /** What the comment showed, allow-listed as there; undefined where everybody can download the record, since it names people. */
  readonly changes: readonly Change[] | undefined;
}

// One higher whenever the structure of a change is another: fingerprints of two structures cannot be compared.
const VERSION = 4;
/** Name of the file in the artifact. */
export const RECORD_FILE = 'plan-record.json';

/** Name of the artifact of a hub. */
export function recordName(hub: string): string {
  return `jupyterhub-plan-${hub}`;
}

/** The text of a record; of one that is public only what cannot name anybody. */
export function recordText(changeSet: ChangeSet, head: string, isPublic: boolean): string {
  const { hub, changes } = changeSet;
  const all = { version: VERSION, hub, head, fingerprint: fingerprint(changeSet), changes: isPublic ? null : changes };
  return `${JSON.stringify(all)}\n`;
}

/**
 * Audience of the identity token of a plan run: it names the record's content, so that the token signs it. No service
 * accepts it, so that readers of the record cannot use the token.
 */
export function recordAudience(text: string): string {
  return audienceOf(JSON.parse(text) as Record<string, unknown>);
}

/** The text with the identity token of the run that made it. */
export function withIdentity(text: string, identity: string): string {
  return `${JSON.stringify({ ...(JSON.parse(text) as object), identity })}\n`;
}

function audienceOf({ identity: _, ...content }: Record<string, unknown>): string {
  return `jupyterhub-gke/plan-record/${hashOf(content)}`;
}

/** The identity token of a record, and the audience that it must have. */
export interface RecordIdentity {
  readonly token: string;
  readonly audience: string;
}

/** What the text of a record holds. */
export type ParsedRecord =
  | { readonly state: 'read'; readonly record: PlanRecord; readonly identity: RecordIdentity | undefined }
  /** Written by a version of this program that names and counts changes in another way. */
  | { readonly state: 'other-version' }
  /** Anything else, and a record whose fingerprint is not that of its changes. */
  | { readonly state: 'damaged' };

const DAMAGED: ParsedRecord = { state: 'damaged' };

/** Reads the text of a record. */
export function parseRecord(text: string): ParsedRecord {
  try {
    const all = JSON.parse(text) as Record<string, unknown>;
    const { version, hub, head, fingerprint: noted, changes, identity: token } = all;
    const identity = typeof token === 'string' ? { token, audience: audienceOf(all) } : undefined;
    if (typeof version === 'number' && version !== VERSION) return { state: 'other-version' };
    if (version !== VERSION || typeof hub !== 'string' || typeof head !== 'string') return DAMAGED;
    if (typeof noted !== 'string' || !/^[0-9a-f]{64}$/.test(noted)) return DAMAGED;
    if (changes === null) {
      return { state: 'read', record: { hub, head, fingerprint: noted, changes: undefined }, identity };
    }
    if (!Array.isArray(changes) || fingerprint({ hub, changes }) !== noted) return DAMAGED;
    return { state: 'read', record: { hub, head, fingerprint: noted, changes }, identity };
  } catch {
    return DAMAGED;
  }
}

/** One thing about which two plans differ. */
export interface PlanDifference {
  readonly reviewed: Change | undefined;
  readonly now: Change | undefined;
}

/** What a fresh plan does otherwise than the one that was reviewed, in its order; then what it does no more. */
export function planDifferences(reviewed: readonly Change[], now: readonly Change[]): readonly PlanDifference[] {
  const keyOf = (change: Change): string => [change.scope, change.subject.kind, addressOf(change)].join('\0');
  const before = new Map(reviewed.map((change) => [keyOf(change), change]));
  const after = new Set(now.map(keyOf));
  const same = (one: Change | undefined, other: Change): boolean =>
    one !== undefined && fingerprint({ hub: '', changes: [one] }) === fingerprint({ hub: '', changes: [other] });
  return [
    ...now.filter(isReviewed).flatMap((change) => {
      const was = before.get(keyOf(change));
      return same(was, change) ? [] : [{ reviewed: was, now: change }];
    }),
    ...reviewed
      .filter(isReviewed)
      .flatMap((change) => (after.has(keyOf(change)) ? [] : [{ reviewed: change, now: undefined }])),
  ];
}
