import type { Change, ChangeSet } from './change.js';
import { fingerprint } from './fingerprint.js';

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

const VERSION = 1;
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

/** Reads a record; undefined for anything else, and where its fingerprint is not that of its changes. */
export function parseRecord(text: string): PlanRecord | undefined {
  try {
    const { version, hub, head, fingerprint: noted, changes } = JSON.parse(text) as Record<string, unknown>;
    if (version !== VERSION || typeof hub !== 'string' || typeof head !== 'string') return undefined;
    if (typeof noted !== 'string' || !/^[0-9a-f]{64}$/.test(noted)) return undefined;
    if (changes === null) return { hub, head, fingerprint: noted, changes: undefined };
    if (!Array.isArray(changes) || fingerprint({ hub, changes }) !== noted) return undefined;
    return { hub, head, fingerprint: noted, changes };
  } catch {
    return undefined;
  }
}

/** One thing about which two plans differ. */
export interface PlanDifference {
  readonly reviewed: Change | undefined;
  readonly now: Change | undefined;
}

/** What a fresh plan does otherwise than the one that was reviewed, in its order; then what it does no more. */
export function planDifferences(reviewed: readonly Change[], now: readonly Change[]): readonly PlanDifference[] {
  const keyOf = ({ engine, kind, address }: Change): string => [engine, kind, address].join('\0');
  const before = new Map(reviewed.map((change) => [keyOf(change), change]));
  const after = new Set(now.map(keyOf));
  const same = (one: Change | undefined, other: Change): boolean =>
    one !== undefined && fingerprint({ hub: '', changes: [one] }) === fingerprint({ hub: '', changes: [other] });
  return [
    ...now.flatMap((change) => {
      const was = before.get(keyOf(change));
      return same(was, change) ? [] : [{ reviewed: was, now: change }];
    }),
    ...reviewed.flatMap((change) => (after.has(keyOf(change)) ? [] : [{ reviewed: change, now: undefined }])),
  ];
}
