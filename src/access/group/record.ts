import { addressKey } from './membership-api.js';

/**
 * What this hub knows about its managed group, since a membership does not tell who added it. The record is written
 * together with the list of people, before the group.
 */
export interface GroupRecord {
  /** Address of the adopted group. */
  readonly group: string;
  /** Addresses that lists of this hub added; empty if all members are ours. */
  readonly added: readonly string[];
}

/** The group that the configuration tells this hub to manage. */
export interface ManagedGroup {
  /** Lower-case address. */
  readonly group: string;
  readonly mode: 'authoritative' | 'additive';
}

/** Reads the text of `group.json`; undefined if it is not such a record. */
export function parseGroupRecord(text: string | undefined): GroupRecord | undefined {
  try {
    const { group, added } = JSON.parse(text ?? '') as Partial<GroupRecord>;
    if (typeof group !== 'string' || !Array.isArray(added)) return undefined;
    return { group, added: added.filter((address) => typeof address === 'string') };
  } catch {
    return undefined;
  }
}

/** The text of `group.json`. */
export function groupRecordText(record: GroupRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/**
 * The record for a list of addresses. Addresses of an earlier list stay ours until `reconciledGroupRecord` drops them.
 * Otherwise an interrupted run could leave somebody in the group forever.
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

/** The record after a sync: the listed addresses, and those that could not be removed. */
export function reconciledGroupRecord(
  record: GroupRecord,
  listed: readonly string[],
  failed: readonly string[],
): GroupRecord {
  const ours = new Set([...listed, ...failed].map(addressKey));
  return { ...record, added: record.added.filter((address) => ours.has(addressKey(address))) };
}
