import { sameAddress } from '../users/email.js';

/**
 * People whose access was revoked at once (`sync-users --remove`) while a users file still lists them. The block lasts
 * until no file lists them any more. A sync in between must not grant them access again.
 */
export type Blocked = readonly string[];

/** Reads a list of names, as `blocked.json` and `leaving.json` have it. Anything else counts as an empty list. */
export function parseNames(text: string | undefined): readonly string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** Whose access a run by hand revokes or gives back at once, against the users files or according to them again. */
export interface ImmediateChange {
  readonly remove: readonly string[];
  readonly restore: readonly string[];
}

/** A run that leaves the blocks as they are. */
export const NO_IMMEDIATE_CHANGE: ImmediateChange = { remove: [], restore: [] };

/** The blocks that continue: earlier and new ones of people whom a users file still lists. */
export function nextBlocked(before: Blocked, { remove, restore }: ImmediateChange, listed: readonly string[]): Blocked {
  const known = new Map(listed.map((name) => [sameAddress(name), name]));
  const restored = new Set(restore.map(sameAddress));
  const kept = [...before, ...remove]
    .filter((name) => !restored.has(sameAddress(name)))
    .flatMap((name) => known.get(sameAddress(name)) ?? []);
  return [...new Set(kept)].sort();
}

/** The entries that are not blocked. */
export function withoutBlocked<T extends { readonly name: string }>(
  entries: readonly T[],
  blocked: Blocked,
): readonly T[] {
  if (blocked.length === 0) return entries;
  const keys = new Set(blocked.map(sameAddress));
  return entries.filter(({ name }) => !keys.has(sameAddress(name)));
}
