import { ConfigurationError } from '../../errors.js';
import { entryForMember } from '../iap/adoption.js';
import { compareText, memberKey, memberKind } from '../iap/policy.js';
import { addEntries, type NewEntry } from './add-entries.js';
import { unifiedDiff } from './unified-diff.js';

/** A users file that lists the members of an existing policy. */
export interface Adoption {
  /** The whole new file. */
  readonly text: string;
  /** The change as a unified diff; empty where there is none. */
  readonly diff: string;
  /** One sentence for each member that a users file cannot list. Names are written as in the policy. */
  readonly notes: readonly string[];
}

/**
 * Adds the members of a live policy to the text of a users file, so that the first run revokes nobody's access. The
 * result grants nothing that is not granted now. Import this file lazily: it loads the YAML writer.
 * @param path for the diff, relative to the repository
 */
export function adoptionPatch(members: readonly string[], usersFileText: string, path: string): Adoption {
  if (/\.csv$/i.test(path)) {
    throw new ConfigurationError('Members can be adopted into a YAML users file only, but this one is CSV', {
      where: path,
      hint: 'List a YAML file under users as well; it need not exist yet.',
    });
  }
  const entries: NewEntry[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  for (const member of [...members].sort(compareText)) {
    const key = memberKey(member);
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = entryOrNote(member);
    if (typeof entry === 'string') notes.push(entry);
    else entries.push(entry);
  }
  const text = addEntries(usersFileText, path, entries);
  return { text, diff: unifiedDiff(usersFileText, text, path), notes };
}

/** The entry for a member, or a sentence that says why there is none. */
function entryOrNote(member: string): NewEntry | string {
  const kind = memberKind(member);
  const name = JSON.stringify(member);
  if (kind === 'public') return `${name} is everybody and is not adopted; the first run removes it.`;
  if (kind === 'deleted') return `${name} is a deleted account and is not adopted.`;
  const entry = entryForMember(member);
  if (typeof entry !== 'string') return entry;
  return `${name} cannot be listed in a users file. ${entry} The first sync is refused until you remove it yourself; a later sync removes it. access: {mode: additive} keeps it.`;
}
