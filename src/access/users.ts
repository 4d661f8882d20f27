import { type Diagnostic, orderFindings, withoutEchoes } from '../config/diagnostics.js';
import { at, locator, type Path } from '../config/locate.js';
import type { Person } from '../config/model.js';
import { collector, type Location, type Report } from '../config/places.js';
import { checkSchema } from '../config/schema.js';
import { parseSource, type SourceFile } from '../config/source.js';
import { quoted } from '../config/words.js';
import { dayAfter } from './day.js';
import { emailFault } from './email.js';

/** All people of the users files, as far as they are sound. */
export interface LoadedUsers {
  /** Sorted by e-mail. Expired people stay in, so that the hub knows them and refuses them. */
  readonly people: readonly Person[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A person and where the entry stands. */
interface Listed {
  readonly person: Person;
  readonly location: Location;
  /** Address as written. */
  readonly written: string;
}

/** Reads and checks users files. Never throws, whatever the text. */
export function loadUsers(files: readonly SourceFile[], now: Date = new Date()): LoadedUsers {
  const listed = new Map<string, Listed>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) diagnostics.push(...readFile(file, listed, now));
  const people = [...listed.values()].map(({ person }) => person).sort((a, b) => (a.email < b.email ? -1 : 1));
  const [first] = files;
  if (first !== undefined && diagnostics.every(({ severity }) => severity !== 'error')) {
    const report = collector(diagnostics);
    const start = { file: first.path, line: 1, column: 1, length: 1 };
    if (people.length === 0) {
      report(start, 'no-people', 'Nobody is listed: nobody could enter.', {
        hint: 'List at least one person under users.',
        absent: true,
      });
    } else if (!people.some(({ admin }) => admin)) {
      report(start, 'no-admin', 'Nobody is an administrator of the hub.', {
        hint: 'Give one person admin: true.',
        absent: true,
      });
    }
  }
  return { people, diagnostics };
}

function readFile(file: SourceFile, listed: Map<string, Listed>, now: Date): Diagnostic[] {
  const { tree, place, diagnostics } = parseSource(file);
  if (tree === undefined) return orderFindings(diagnostics);
  const locate = locator(tree, place);
  const found: Diagnostic[] = [];
  const report = collector(found);
  checkSchema('users', tree, locate, report);
  for (const [index, entry] of (at(tree, ['users'])?.items ?? []).entries()) {
    const path: Path = entry.entries === undefined ? ['users', index] : ['users', index, 'email'];
    const written = at(tree, path)?.value;
    if (typeof written !== 'string') continue;
    const location = locate(path);
    const fault = emailFault(written);
    if (fault !== undefined) {
      report(location, fault.rule, fault.message, { hint: fault.hint });
      continue;
    }
    const untilPath: Path = ['users', index, 'until'];
    const until = end(at(tree, untilPath)?.value, locate(untilPath), report, now);
    const email = written.toLowerCase();
    const admin = at(tree, ['users', index, 'admin'])?.value === true;
    const person: Person = { email, admin, until, source: `${file.path}:${location.line}` };
    add(listed, { person, location, written }, report);
  }
  return orderFindings(withoutEchoes(diagnostics, found));
}

function end(value: unknown, location: Location, report: Report, now: Date): string | undefined {
  // Other forms have a finding of the schema already.
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const until = dayAfter(value);
  if (until === undefined) {
    report(location, 'wrong-date', `${quoted(value)} is not in the calendar.`, {
      hint: 'Write a day as YYYY-MM-DD, up to 9998.',
    });
  } else if (Date.parse(until) <= now.getTime()) {
    report(location, 'expired', `The last day of access has passed; the hub refuses this person.`, {
      hint: 'Remove the entry, or set a later day.',
    });
  }
  return until;
}

function add(listed: Map<string, Listed>, entry: Listed, report: Report): void {
  const first = listed.get(entry.person.email);
  if (first === undefined) {
    listed.set(entry.person.email, entry);
    return;
  }
  const spelling = first.written === entry.written ? '' : `, as ${quoted(first.written)}`;
  report(
    entry.location,
    'duplicate-person',
    `${quoted(entry.written)} is already listed at ${first.person.source}${spelling}.`,
    {
      hint: 'Keep one entry for each person.',
    },
  );
}
