import { ToolError } from '../../errors.js';
import { iamMember } from '../iap/desired.js';
import { compareText, IAM_PREFIXES, memberKey } from '../iap/policy.js';
import type { EntryKind } from '../users/entries.js';
import { loadUsers, type Principal } from '../users/load.js';
import { entryText } from './entry-text.js';
import { insertEntries } from './insert.js';

const BOM = '\uFEFF';

/** An entry to add: a plain name in the list of its kind. */
export type NewEntry = Pick<Principal, 'kind' | 'name'>;

/** The key of the list in a users file, by kind. */
export const LIST_KEYS: Readonly<Record<EntryKind, string>> = {
  person: 'users',
  group: 'googleGroups',
  serviceAccount: 'serviceAccounts',
  domain: 'domains',
};

/**
 * Adds entries to the text of a users file, each at the end of its list. Comments, order and existing entries stay as
 * they are. Import this file lazily: it loads the YAML writer.
 */
export function addEntries(text: string, path: string, entries: readonly NewEntry[]): string {
  const known = keysOf(text, path);
  const fresh = entries.filter((entry) => !known.has(memberKey(iamMember(entry))));
  if (fresh.length === 0) return text;
  const expected = new Set([...known, ...fresh.map((entry) => memberKey(iamMember(entry)))]);
  const result = extended(text, fresh);
  const found = result === undefined ? known : keysOf(result, path);
  const isComplete = found.size === expected.size && [...expected].every((key) => found.has(key));
  if (result !== undefined && isComplete) return result;
  throw new ToolError(`The entries cannot be added to ${path} automatically`, {
    where: path,
    hint: `Add them yourself: ${fresh.map(({ kind, name }) => `${LIST_KEYS[kind]}: ${name}`).join(', ')}`,
  });
}

/** Comparable members of all entries of a text, read as the product reads it. */
function keysOf(text: string, path: string): Set<string> {
  return new Set(loadUsers([{ path, text }]).principals.map((one) => memberKey(iamMember(one))));
}

/** The text with the entries added; undefined if a list has no place for them. */
function extended(text: string, entries: readonly NewEntry[]): string | undefined {
  const mark = text.startsWith(BOM) ? BOM : '';
  let body: string | undefined = text.slice(mark.length);
  for (const kind of Object.keys(IAM_PREFIXES) as EntryKind[]) {
    const names = new Set(entries.filter((entry) => entry.kind === kind).map(({ name }) => name));
    if (names.size === 0) continue;
    const values = [...names].sort(compareText).map((name) => (kind === 'domain' ? { domain: name } : { email: name }));
    body = insertEntries(body, LIST_KEYS[kind], undefined, (style) => values.map((value) => entryText(value, style)));
    if (body === undefined) return undefined;
  }
  return mark + body;
}
