import { quoted } from '../config/words.js';
import { ConfigurationError } from '../errors.js';
import { byText, kindOf, memberKey, nameOf } from './bindings.js';
import { addressFault } from './email.js';
import { unifiedDiff } from './unified-diff.js';
import type { EntryKind } from './user-entries.js';
import { addEntries, LIST_KEYS, type NewEntry } from './users-edit.js';

/** A users file that lists the members of a policy that is taken over. */
export interface Adoption {
  /** The whole new file. */
  readonly text: string;
  /** The change as a unified diff; empty where there is none. */
  readonly diff: string;
  /** One sentence for each member that a users file cannot hold, names as they are in the policy. */
  readonly notes: readonly string[];
}

/**
 * Adds the members of a live policy to the text of a users file, so that the first run shuts nobody out. Nothing is
 * granted by it that is not granted now. Import this file lazily: it loads the YAML writer.
 * @param path as the diff names it, relative to the repository
 */
export function adoptionPatch(members: readonly string[], usersFileText: string, path: string): Adoption {
  if (/\.csv$/i.test(path)) {
    throw new ConfigurationError('People are adopted into a users file in YAML, and this one is CSV', {
      where: path,
      hint: 'Name a YAML file beside it under users, also one that does not exist yet.',
    });
  }
  const entries: NewEntry[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const member of [...members].sort(byText)) {
    const key = memberKey(member);
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = entryOf(member);
    if (typeof entry === 'string') notes.push(entry);
    else entries.push(entry);
  }
  const text = addEntries(usersFileText, path, entries);
  return { text, diff: unifiedDiff(usersFileText, text, path), notes };
}

/** The entry for a member, or why there is none. */
function entryOf(member: string): NewEntry | string {
  const kind = kindOf(member);
  if (kind === 'public') return `${quoted(member)} is everybody, and is not taken over: it goes with the first run.`;
  if (kind === 'deleted') return `${quoted(member)} is an account that no longer exists, and is not taken over.`;
  if (kind === 'other' || !(kind in LIST_KEYS)) {
    return `${quoted(member)} cannot be listed in a users file: it goes with the first run, unless access.mode is additive.`;
  }
  const name = nameOf(member).toLowerCase();
  const fault = addressFault(kind as EntryKind, name);
  if (fault === undefined) return { kind: kind as EntryKind, name };
  return `${quoted(member)} cannot be listed in a users file (${fault.message}) It goes with the first run, unless access.mode is additive.`;
}
