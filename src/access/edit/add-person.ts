import type { Json } from '../../config/model.js';
import { treeAt } from '../../config/yaml/locate.js';
import { parseSource } from '../../config/yaml/source.js';
import type { Tree } from '../../config/yaml/tree.js';
import { dayAfter } from '../users/day.js';
import { addressFault, sameAddress } from '../users/email.js';
import { isGroupName } from '../users/grammar.js';
import { entryText } from './entry-text.js';
import { insertEntries } from './insert.js';

/** Somebody to add to a users file. */
export interface NewPerson {
  readonly email: string;
  readonly groups?: readonly string[];
  /** Last day of access, as YYYY-MM-DD. */
  readonly until?: string;
  readonly note?: string;
}

/** Why nothing was added. `listed` and `expired` have the line of the existing entry. */
export interface AddFault {
  readonly fault: 'listed' | 'expired' | 'entry' | 'file';
  readonly message: string;
  readonly line?: number;
}

/** A users file with the new entry, and the line of that entry. */
export interface AddedPerson {
  readonly text: string;
  readonly line: number;
}

const BOM = '\uFEFF';
// The schema counts up to 500 characters.
const MAX_NOTE = 500;

/**
 * Adds one person to the text of a YAML users file and keeps every other character. A list sorted by e-mail stays
 * sorted; otherwise the entry is added at the end.
 * @param timezone in which the days of `until` end; must exist
 */
export function addPerson(text: string, entry: NewPerson, now = new Date(), timezone = 'UTC'): AddedPerson | AddFault {
  const wrong = entryFault(entry);
  if (wrong !== undefined) return { fault: 'entry', message: wrong };
  const mark = text.startsWith(BOM) ? BOM : '';
  const body = text.slice(mark.length);
  const before = listOf(body);
  if (before === undefined) return { fault: 'file', message: 'The file cannot be read as a list of people.' };
  const duplicate = listedFault(before.items, entry.email, now, timezone);
  if (duplicate !== undefined) return duplicate;
  const index = insertionIndex(before.items, entry.email);
  const after = insertEntries(body, 'users', index, (style) => [entryText(mappingOf(entry), style)]);
  const line = after === undefined ? undefined : lineOfAdded(before, after, index, entry);
  if (after === undefined || line === undefined) {
    return { fault: 'file', message: 'The layout of the file does not allow adding a line automatically.' };
  }
  return { text: mark + after, line };
}

function entryFault({ email, until, groups = [] }: NewPerson): string | undefined {
  const fault = addressFault('person', email);
  if (fault !== undefined) return `${fault.message} ${fault.hint}`;
  if (until !== undefined && dayAfter(until) === undefined)
    return 'The last day is not a day of the calendar in the format YYYY-MM-DD.';
  return groups.every(isGroupName) ? undefined : 'A group name is invalid.';
}

interface List {
  readonly items: readonly Tree[];
  /** The whole file as values. */
  readonly value: { readonly [key: string]: Json };
}

/** The people of a valid file. An empty file lists nobody. */
function listOf(text: string): List | undefined {
  const { tree, diagnostics } = parseSource({ path: '', text });
  if (tree === undefined) {
    const isEmpty = diagnostics.every(({ rule }) => rule === 'empty-file');
    return isEmpty ? { items: [], value: {} } : undefined;
  }
  const { value } = tree;
  if (diagnostics.length > 0 || tree.entries === undefined || value === null || typeof value !== 'object') return;
  const items = treeAt(tree, ['users'])?.items ?? [];
  return { items, value: value as List['value'] };
}

function emailOf(item: Tree): string | undefined {
  const value = (item.entries === undefined ? item : treeAt(item, ['email']))?.value;
  return typeof value === 'string' ? value : undefined;
}

function listedFault(items: readonly Tree[], email: string, now: Date, timezone: string): AddFault | undefined {
  const item = items.find((candidate) => sameAddress(emailOf(candidate) ?? '') === sameAddress(email));
  if (item === undefined) return undefined;
  const { line } = item.locate(item.start, item.end);
  const until = treeAt(item, ['until'])?.value;
  const end = typeof until === 'string' ? dayAfter(until, timezone) : undefined;
  if (end === undefined || Date.parse(end) > now.getTime())
    return { fault: 'listed', message: `The address is already listed on line ${line}.`, line };
  const message = `The address is already listed on line ${line}, and its last day, ${until}, has passed. Ask a maintainer to set a later day there.`;
  return { fault: 'expired', message, line };
}

/** Index of the new entry: its sorted position if the list is sorted, else the end. */
function insertionIndex(items: readonly Tree[], email: string): number {
  const names = items.map((item) => emailOf(item)?.toLowerCase());
  const isSorted = names.every(
    (name, index) => name !== undefined && (index === 0 || (names[index - 1] ?? name) <= name),
  );
  if (!isSorted) return items.length;
  const index = names.findIndex((name) => name !== undefined && name > email.toLowerCase());
  return index === -1 ? items.length : index;
}

/** The line of the new entry. Undefined unless the new text has the old entries, the new one, and nothing else. */
function lineOfAdded(before: List, text: string, index: number, entry: NewPerson): number | undefined {
  const after = listOf(text);
  const item = after?.items[index];
  if (after === undefined || item === undefined) return undefined;
  const { users: _, ...others } = before.value;
  const { users: __, ...othersAfter } = after.value;
  const people = [...before.items.map(({ value }) => value)];
  people.splice(index, 0, item.entries === undefined ? entry.email : mappingOf(entry));
  const expected = JSON.stringify([others, people]);
  if (JSON.stringify([othersAfter, after.items.map(({ value }) => value)]) !== expected) return undefined;
  return item.locate(item.start, item.end).line;
}

/** The entry as a mapping of the file. A note is put on one line and cut to its limit. */
function mappingOf({ email, groups = [], until, note = '' }: NewPerson): { readonly [key: string]: Json } {
  const text = note.replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const cut = [...text].slice(0, MAX_NOTE).join('');
  return {
    email,
    ...(groups.length === 0 ? {} : { groups: [...groups] }),
    ...(until === undefined ? {} : { until }),
    ...(cut === '' ? {} : { note: cut }),
  };
}
