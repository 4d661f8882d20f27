import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { createReport, type Location, type Report } from '../../config/location.js';
import { quoted } from '../../config/text.js';
import { dayAfter } from './day.js';
import { dayHint } from './day-hint.js';
import { addressFault, sameAddress } from './email.js';
import { type EntryKind, type LocatedText, readEntries, type UsersFile, type UsersFileEntry } from './entries.js';
import { isCalendarDay } from './grammar.js';
import { checkGroups } from './groups.js';
import { isActive, joinEntries } from './join.js';

/** A person, Google group, service account or domain that a users file lists. */
export interface Principal {
  readonly kind: EntryKind;
  /** E-mail address or domain, in lower case. */
  readonly name: string;
  readonly admin: boolean | 'full';
  readonly groups: readonly LocatedText[];
  /** First instant after the access has ended, with the offset of the time zone; undefined: no end. */
  readonly until: string | undefined;
  /** Location of the name. */
  readonly location: Location;
}

/** All valid entries of the users files. */
export interface LoadedUsers {
  /** In the order of the files. Expired entries stay in the list, so that the hub knows and refuses them. */
  readonly principals: readonly Principal[];
  /** Each entry of each file, of which several can be one principal. */
  readonly entries: readonly Principal[];
  /** Those whose last day has not passed. */
  readonly active: readonly Principal[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An entry, its name as it is written, and the place of its last day. */
interface ListedEntry {
  readonly principal: Principal;
  readonly written: string;
  readonly day: Location | undefined;
}

/** The entries of each account, of all files. */
type Listed = Map<string, ListedEntry[]>;

/**
 * Reads and checks users files. Never throws.
 * @param timezone in which the days of `until` end; must exist
 * @param complete false if there are more users files; then nothing is reported as missing
 */
export function loadUsers(
  files: readonly UsersFile[],
  now: Date = new Date(),
  timezone = 'UTC',
  complete = true,
): LoadedUsers {
  const listed: Listed = new Map();
  const check = (entry: UsersFileEntry, report: Report): void => addEntry(listed, entry, report, timezone);
  const ofFiles = files.flatMap((file) => readEntries(file, check));
  const ofAccounts: Diagnostic[] = [];
  const principals = [...listed.values()].flatMap((all) => joined(all, now, createReport(ofAccounts)));
  const entries = [...listed.values()].flatMap((all) => all.map(({ principal }) => principal));
  const active = principals.filter((principal) => isActive(principal, now));
  const diagnostics =
    ofAccounts.length === 0
      ? ofFiles
      : orderFindings(
          [...ofFiles, ...ofAccounts],
          files.map(({ path }) => path),
        );
  const [first] = files;
  if (first !== undefined && diagnostics.every(({ severity }) => severity !== 'error')) {
    const start = { file: first.path, line: 1, column: 1, length: 1 };
    if (complete) checkMissing(principals, active, start, createReport(diagnostics));
    checkTrust(principals, createReport(diagnostics));
  }
  return { principals, entries, active, diagnostics };
}

/** The people among principals, sorted by address. */
export function listedPeople(principals: readonly Principal[]): Principal[] {
  return principals.filter(({ kind }) => kind === 'person').sort((a, b) => (a.name < b.name ? -1 : 1));
}

function checkMissing(
  principals: readonly Principal[],
  active: readonly Principal[],
  start: Location,
  report: Report,
): void {
  if (principals.length === 0) {
    report(start, 'no-people', 'The users files list nobody, so nobody could use the hub.', {
      hint: 'List at least one person under users.',
      absent: true,
    });
    return;
  }
  if (active.length === 0) {
    // No error: time alone must not stop the runs that take people away.
    report(start, 'no-people', 'The last day of everybody in the users files has passed, so nobody can use the hub.', {
      hint: 'Set later days, list somebody else, or remove the hub with destroy.',
      severity: 'warning',
      absent: true,
    });
  }
  if (active.some(({ admin }) => admin !== false)) return;
  const hasEnded = principals.some(({ admin }) => admin !== false);
  report(start, 'no-admin', `The hub has no administrator${hasEnded ? ' whose last day has not passed' : ''}.`, {
    hint: 'Give one person admin: true.',
    absent: true,
  });
}

function checkTrust(principals: readonly Principal[], report: Report): void {
  const group = principals.find(({ kind }) => kind === 'group');
  if (group !== undefined) {
    report(
      group.location,
      'trusts-iap',
      'A Google group is listed, so the hub also admits people it does not know if IAP lets them pass. A grant on the whole project then opens the hub, too.',
      { hint: 'List people one by one if possible.' },
    );
  }
}

function addEntry(listed: Listed, entry: UsersFileEntry, report: Report, timezone: string): void {
  const { kind, name, admin, groups } = entry;
  const fault = addressFault(kind, name.text);
  if (fault !== undefined) {
    report(name.location, fault.rule, fault.message, { hint: fault.hint });
    return;
  }
  if (admin === 'full') {
    report(name.location, 'admin-full', `${quoted(name.text)} may open everybody's servers and all files in them.`, {
      hint: 'admin: true is enough to see and stop servers.',
    });
  }
  checkGroups(entry, report);
  const until = endOf(entry, report, timezone);
  const key = `${kind}:${sameAddress(name.text)}`;
  const all = listed.get(key) ?? [];
  const first = all.find(({ principal }) => principal.location.file === name.location.file);
  if (first === undefined) {
    // In another file it is the same account, by the spelling of the first.
    const principal = {
      kind,
      name: all[0]?.principal.name ?? name.text.toLowerCase(),
      admin,
      groups,
      until,
      location: name.location,
    };
    listed.set(key, [...all, { principal, written: name.text, day: entry.until?.location }]);
    return;
  }
  const spelling = first.written === name.text ? '' : `, as ${quoted(first.written)}`;
  const { file, line } = first.principal.location;
  report(name.location, 'duplicate-person', `${quoted(name.text)} is already listed at ${file}:${line}${spelling}.`, {
    hint: `Keep one entry for each ${KIND_TEXT[kind]}.`,
  });
}

/** The principal of the entries of one account, and a finding for each of them if its access has ended. */
function joined(all: readonly ListedEntry[], now: Date, report: Report): readonly Principal[] {
  const principal = joinEntries(
    all.map((one) => one.principal),
    now,
    report,
  );
  if (principal === undefined) return [];
  if (!isActive(principal, now)) {
    for (const { day, principal: one } of all) {
      if (day === undefined) continue;
      const message = `The last day of access has passed; the hub refuses this ${KIND_TEXT[one.kind]}.`;
      report(day, 'expired', message, { hint: 'Remove the entry, or set a later day.' });
    }
  }
  return [principal];
}

const KIND_TEXT: Readonly<Record<EntryKind, string>> = {
  person: 'person',
  group: 'group',
  serviceAccount: 'service account',
  domain: 'domain',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function endOf({ until }: UsersFileEntry, report: Report, timezone: string): string | undefined {
  if (until === undefined) return undefined;
  const { text, location } = until;
  const instant = dayAfter(text, timezone);
  if (instant === undefined) {
    const isOut = isCalendarDay(text);
    const message = isOut
      ? 'is not between 1900-01-01 and 9998-12-31'
      : `is not a day ${DAY.test(text) ? 'of the calendar' : 'in the form YYYY-MM-DD'}`;
    report(location, 'wrong-date', `${quoted(text)} ${message}.`, { hint: dayHint(text) });
  }
  return instant;
}
