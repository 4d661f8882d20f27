/** A list that the hub cannot read. */
export interface UnreadList {
  /** Null if the list has none that can be read. */
  readonly generation: number | null;
  /** Index of the invalid entry among the people of the list; null if another part is invalid. */
  readonly entry: number | null;
  readonly problem: string;
}

/** Reads the part of the reconciler's report about such a list; undefined if there is none. */
export function unreadOf(value: unknown): UnreadList | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { generation, entry, problem } = value as Readonly<Record<string, unknown>>;
  const count = (one: unknown): number | null => (Number.isSafeInteger(one) ? Number(one) : null);
  // The hub's own words are plain; anything else is not repeated.
  const text = typeof problem === 'string' && /^[\x20-\x7e]{1,200}$/.test(problem) ? problem : 'it is not valid';
  return { generation: count(generation), entry: count(entry), problem: text };
}
