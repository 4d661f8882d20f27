import { addressKey } from './membership-api.js';

/**
 * What this hub knows of the group that it manages: memberships carry no mark of who made them. It stands beside the
 * list of people, and is written together with it, before the group is.
 */
export interface GroupRecord {
  /** Address of the group that was taken over. */
  readonly group: string;
  /** Addresses that lists of this hub brought in; empty where all members are ours. */
  readonly added: readonly string[];
}

/** The group that the configuration tells this hub to manage. */
export interface ManagedGroup {
  /** Lower-case address. */
  readonly group: string;
  readonly mode: 'authoritative' | 'additive';
}

/** Reads the text of `group.json`; anything that is not such a record counts as none. */
export function parseGroupRecord(text: string | undefined): GroupRecord | undefined {
  try {
    const { group, added } = JSON.parse(text ?? '') as Partial<GroupRecord>;
    if (typeof group !== 'string' || !Array.isArray(added)) return undefined;
    return { group, added: added.filter((one) => typeof one === 'string') };
  } catch {
    return undefined;
  }
}

/** The text of `group.json`. */
export function groupRecordText(record: GroupRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/**
 * The record for a list of addresses. What an earlier list brought in stays ours until `settled` says that it is out of
 * the group: a run that was cut off in between must not leave somebody in it for good.
 */
export function nextGroupRecord(
  before: GroupRecord | undefined,
  managed: ManagedGroup | undefined,
  listed: readonly string[],
): GroupRecord | undefined {
  if (managed === undefined) return undefined;
  const { group, mode } = managed;
  if (mode === 'authoritative') return { group, added: [] };
  const known = before?.group === group ? before.added : [];
  return { group, added: [...new Set([...known, ...listed])].sort() };
}

/** The record after a sync: ours is who is listed, and who should be out and could not be removed. */
export function reconciledGroupRecord(
  record: GroupRecord,
  listed: readonly string[],
  failed: readonly string[],
): GroupRecord {
  const ours = new Set([...listed, ...failed].map(addressKey));
  return { ...record, added: record.added.filter((one) => ours.has(addressKey(one))) };
}
