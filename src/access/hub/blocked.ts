import { sameAddress } from '../users/email.js';

/**
 * People who were put out at once, by dispatch, while a users file still lists them. The block lasts until no file lists
 * them any more: a sync that runs in between must not let them in again.
 */
export type Blocked = readonly string[];

/** Reads the text of `blocked.json`; anything that is not such a list counts as none. */
export function parseBlocked(text: string | undefined): Blocked {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** The blocks that go on: those of before and the new ones, as far as a users file lists these people. */
export function nextBlocked(before: Blocked, added: Blocked, listed: readonly string[]): Blocked {
  const known = new Map(listed.map((name) => [sameAddress(name), name]));
  const kept = [...before, ...added].flatMap((name) => known.get(sameAddress(name)) ?? []);
  return [...new Set(kept)].sort();
}

/** The entries that are not blocked. */
export function withoutBlocked<T extends { readonly name: string }>(
  entries: readonly T[],
  blocked: Blocked,
): readonly T[] {
  if (blocked.length === 0) return entries;
  const out = new Set(blocked.map(sameAddress));
  return entries.filter(({ name }) => !out.has(sameAddress(name)));
}
