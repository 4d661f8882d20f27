import type { Diagnostic } from '../../config/diagnostic.js';
import { collector, type Location, type Report } from '../../config/location.js';
import type { Person } from '../../config/model.js';
import { quoted } from '../../config/text.js';
import { dayAfter } from './day.js';
import { addressFault, sameAddress } from './email.js';
import { type LocatedText, type PrincipalKind, readEntries, type UsersFile, type UsersFileEntry } from './entries.js';

/** Somebody or something that may enter, as the users files say. */
export interface Principal {
  readonly kind: PrincipalKind;
  /** E-mail address or domain, in lower case. */
  readonly name: string;
  readonly admin: boolean | 'full';
  readonly groups: readonly LocatedText[];
  /** First instant at which the access has ended, with the offset of the time zone; undefined: no end. */
  readonly until: string | undefined;
  /** Where the name stands. */
  readonly location: Location;
}

/** All that the users files list, as far as it is sound. */
export interface LoadedUsers {
  /** Sorted by e-mail. Expired people stay in, so that the hub knows them and refuses them. */
  readonly people: readonly Person[];
  /** Everybody and everything, in the order of the files. */
  readonly principals: readonly Principal[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The present instant, and the time zone in which days end. */
interface Clock {
  readonly now: Date;
  readonly timezone: string;
}

/** A principal with its name as it is written. */
interface Listed {
  readonly principal: Principal;
  readonly written: string;
}

/**
 * Reads and checks users files. Never throws, whatever the text.
 * @param timezone in which the days of `until` end; it exists
 * @param complete false where there are more files, so that nothing can be said of who is missing
 */
export function loadUsers(
  files: readonly UsersFile[],
  now: Date = new Date(),
  timezone = 'UTC',
  complete = true,
): LoadedUsers {
  const listed = new Map<string, Listed>();
  const check = (entry: UsersFileEntry, report: Report): void => add(listed, entry, report, { now, timezone });
  const diagnostics = files.flatMap((file) => readEntries(file, check));
  const principals = [...listed.values()].map(({ principal }) => principal);
  const people = principals.filter(({ kind }) => kind === 'person').map(personOf);
  people.sort((a, b) => (a.email < b.email ? -1 : 1));
  const [first] = files;
  if (first !== undefined && diagnostics.every(({ severity }) => severity !== 'error')) {
    const start = { file: first.path, line: 1, column: 1, length: 1 };
    if (complete) checkMissing(principals, start, collector(diagnostics));
    checkTrust(principals, collector(diagnostics));
  }
  return { people, principals, diagnostics };
}

function checkMissing(principals: readonly Principal[], start: Location, report: Report): void {
  if (principals.length === 0) {
    report(start, 'no-people', 'Nobody is listed: nobody could enter.', {
      hint: 'List at least one person under users.',
      absent: true,
    });
    return;
  }
  if (!principals.some(({ admin }) => admin !== false)) {
    report(start, 'no-admin', 'Nobody is an administrator of the hub.', {
      hint: 'Give one person admin: true.',
      absent: true,
    });
  }
}

function checkTrust(principals: readonly Principal[], report: Report): void {
  const group = principals.find(({ kind }) => kind === 'group');
  if (group !== undefined) {
    report(
      group.location,
      'trusts-iap',
      'With a Google group the hub trusts IAP for people that it does not know; a grant on the whole project then opens it too.',
      { hint: 'List people one by one where that is possible.' },
    );
  }
}

function add(listed: Map<string, Listed>, entry: UsersFileEntry, report: Report, clock: Clock): void {
  const { kind, name, admin, groups } = entry;
  const fault = addressFault(kind, name.text);
  if (fault !== undefined) {
    report(name.location, fault.rule, fault.message, { hint: fault.hint });
    return;
  }
  if (admin === 'full') {
    report(
      name.location,
      'admin-full',
      `${quoted(name.text)} may enter the servers of everybody, with all that is in them.`,
      {
        hint: 'admin: true is enough to see and stop servers.',
      },
    );
  }
  const until = end(entry, report, clock);
  const key = `${kind}:${sameAddress(name.text)}`;
  const first = listed.get(key);
  if (first === undefined) {
    const principal = { kind, name: name.text.toLowerCase(), admin, groups, until, location: name.location };
    listed.set(key, { principal, written: name.text });
    return;
  }
  const spelling = first.written === name.text ? '' : `, as ${quoted(first.written)}`;
  const { file, line } = first.principal.location;
  report(name.location, 'duplicate-person', `${quoted(name.text)} is already listed at ${file}:${line}${spelling}.`, {
    hint: `Keep one entry for each ${WORDS[kind]}.`,
  });
}

const WORDS: Readonly<Record<PrincipalKind, string>> = {
  person: 'person',
  group: 'group',
  serviceAccount: 'service account',
  domain: 'domain',
};

function end({ kind, until }: UsersFileEntry, report: Report, { now, timezone }: Clock): string | undefined {
  if (until === undefined) return undefined;
  const { text, location } = until;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayAfter(text, timezone) : undefined;
  if (instant === undefined) {
    report(location, 'wrong-date', `${quoted(text)} is not in the calendar.`, {
      hint: 'Write a day as YYYY-MM-DD, up to 9998.',
    });
  } else if (Date.parse(instant) <= now.getTime()) {
    report(location, 'expired', `The last day of access has passed; the hub refuses this ${WORDS[kind]}.`, {
      hint: 'Remove the entry, or set a later day.',
    });
  }
  return instant;
}

function personOf({ name, admin, until, location }: Principal): Person {
  return { email: name, admin: admin !== false, until, source: `${location.file}:${location.line}` };
}
