import { type Document, isMap, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { ToolError } from '../errors.js';
import { byText, memberKey, PREFIXES } from './bindings.js';
import { memberOf } from './desired.js';
import type { EntryKind } from './user-entries.js';
import { loadUsers, type Principal } from './users.js';

/** What to list: a plain name in the list of its kind. */
export type NewEntry = Pick<Principal, 'kind' | 'name'>;

/** The list of a users file for each kind. */
export const LIST_KEYS: Readonly<Record<EntryKind, string>> = {
  person: 'users',
  group: 'googleGroups',
  serviceAccount: 'serviceAccounts',
  domain: 'domains',
};

interface Edit {
  readonly at: number;
  readonly text: string;
}

/**
 * Adds entries to the text of a users file, each at the end of its list; comments, order and all that stands there stay
 * as they are. Loads the YAML writer, so import this file where it is needed only.
 */
export function addEntries(text: string, path: string, entries: readonly NewEntry[]): string {
  const known = keysOf(text, path);
  const fresh = entries.filter((entry) => !known.has(memberKey(memberOf(entry))));
  if (fresh.length === 0) return text;
  const wanted = new Set([...known, ...fresh.map((entry) => memberKey(memberOf(entry)))]);
  for (const edit of [spliced, rewritten]) {
    const result = edit(text, fresh);
    const found = result === undefined ? known : keysOf(result, path);
    if (result !== undefined && found.size === wanted.size && [...wanted].every((key) => found.has(key))) return result;
  }
  throw new ToolError(`The lists of ${path} cannot be extended by a program`, {
    where: path,
    hint: `Add by hand: ${fresh.map(({ kind, name }) => `${LIST_KEYS[kind]}: ${name}`).join(', ')}`,
  });
}

/** Comparable members of all that a text lists, read as the product reads it. */
function keysOf(text: string, path: string): Set<string> {
  return new Set(loadUsers([{ path, text }]).principals.map((one) => memberKey(memberOf(one))));
}

function byList(entries: readonly NewEntry[]): (readonly [key: string, names: readonly string[]])[] {
  return (Object.keys(PREFIXES) as EntryKind[]).flatMap((kind) => {
    const names = entries.filter((entry) => entry.kind === kind).map(({ name }) => name);
    return names.length === 0 ? [] : [[LIST_KEYS[kind], [...new Set(names)].sort(byText)] as const];
  });
}

/** The text with lines put in where the document says that its lists end; undefined where a list has no such place. */
function spliced(text: string, entries: readonly NewEntry[]): string | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const whole = body === '' || body.endsWith('\n') ? body : body + eol;
  const document = parseDocument(whole);
  const root = document.contents;
  if (root !== null && (!isMap(root) || root.flow)) return undefined;
  const edits: Edit[] = [];
  let end = '';
  for (const [key, names] of byList(entries)) {
    const lines = (indent: string): string => names.map((name) => `${indent}- ${scalar(name)}${eol}`).join('');
    if (!document.has(key)) {
      end += `${key}:${eol}${lines('  ')}`;
      continue;
    }
    const edit = editOf(document, whole, key, names, lines);
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  const inner = edits
    .sort((a, b) => b.at - a.at)
    .reduce((result, edit) => result.slice(0, edit.at) + edit.text + result.slice(edit.at), whole);
  return mark + inner + end;
}

function editOf(
  document: Document.Parsed,
  text: string,
  key: string,
  names: readonly string[],
  lines: (indent: string) => string,
): Edit | undefined {
  const value: unknown = document.get(key, true);
  if (isSeq(value)) return seqEdit(value, text, names, lines);
  // `users:` with nothing behind it: the list starts on the next line.
  if (isScalar(value) && value.value === null && value.range?.[0] === value.range?.[1]) {
    const at = lineEnd(text, value.range?.[0] ?? text.length);
    return { at, text: lines('  ') };
  }
  return undefined;
}

function seqEdit(
  seq: YAMLSeq,
  text: string,
  names: readonly string[],
  lines: (indent: string) => string,
): Edit | undefined {
  const last = seq.items.at(-1) as { readonly range?: readonly number[] } | undefined;
  const start = seq.range?.[0];
  if (start === undefined) return undefined;
  if (seq.flow) {
    const flow = names.map(scalar).join(', ');
    const end = last?.range?.[1];
    return end === undefined ? { at: start + 1, text: flow } : { at: end, text: `, ${flow}` };
  }
  const end = last?.range?.[1];
  if (end === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // Behind a value that ends with its line, such as a block text, the range ends a line too far.
  return /^ *$/.test(indent)
    ? { at: lineEnd(text, text.slice(0, end).trimEnd().length), text: lines(indent) }
    : undefined;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** A name as YAML needs it: quoted where it would mean something else. */
function scalar(name: string): string {
  return stringify(name, { lineWidth: 0 }).trimEnd();
}

/** The document written anew, for shapes that have no place to put a line in; comments and order stay, spacing may not. */
function rewritten(text: string, entries: readonly NewEntry[]): string | undefined {
  const document = parseDocument(text);
  try {
    for (const [key, names] of byList(entries)) {
      if (!isSeq(document.get(key, true))) document.set(key, document.createNode([]));
      for (const name of names) document.addIn([key], name);
    }
    return document.toString({ lineWidth: 0 });
  } catch {
    // An alias in place of a list cannot be added to.
    return undefined;
  }
}
