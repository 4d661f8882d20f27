import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { createReport, type Report } from '../../config/location.js';
import { formatNumber, joinWithAnd, quoted } from '../../config/text.js';
import { type Locate, type Path, treeAt } from '../../config/yaml/locate.js';
import type { Tree } from '../../config/yaml/tree.js';
import { CONSUMER_DOMAINS } from './consumer-domains.js';
import { sameAddress } from './email.js';
import type { LoadedUsers, Principal } from './load.js';
import { checkNamedGroups } from './named-groups.js';

/** What the rules about configuration and users files need. */
export interface UserRuleInput {
  readonly tree: Tree;
  readonly locate: Locate;
  readonly users: LoadedUsers;
  /** Paths of the users files that were read, as findings print them. */
  readonly files: readonly string[];
  /** False if some users file was not read; then nothing is reported as missing. */
  readonly complete: boolean;
  /** True if anybody can read the repository; false also if that is unknown. */
  readonly isPublic: boolean;
  /** Whether a users file is in another repository, which has its own readers. */
  readonly isRemote: (file: string) => boolean;
  /** Whether a path of access.files names a users file. */
  readonly matches: (pattern: string, file: string) => boolean;
}

interface Context extends UserRuleInput {
  readonly report: Report;
  readonly people: readonly Principal[];
}

// An IAM policy holds at most 1,500 principals, 250 of them groups: IAM documentation, "Quotas and limits".
const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;
/** Checks everything that needs the configuration and the users files: domains, groups, rights of files, IAM limits. */
export function checkUsers(input: UserRuleInput): Diagnostic[] {
  const found: Diagnostic[] = [];
  const people = input.users.principals.filter(({ kind }) => kind === 'person');
  const context: Context = { ...input, report: createReport(found), people };
  const rules = [
    checkDomains,
    checkNamedGroups,
    checkFileRights,
    checkPerUserBuckets,
    checkPurges,
    checkLimits,
    checkManagedGroup,
    checkAdmins,
    checkVisibility,
  ];
  for (const rule of rules) rule(context);
  return orderFindings(found);
}

function domainOf({ name }: Principal): string {
  return name.slice(name.indexOf('@') + 1);
}

/** The OAuth client that Google manages only signs in people of the project's own organisation. */
function checkDomains({ tree, locate, users, report }: Context): void {
  if (treeAt(tree, ['access', 'oauthClient'])?.entries !== undefined) return;
  const byDomain = new Map<string, Principal[]>();
  for (const principal of users.principals) {
    if (principal.kind === 'serviceAccount') continue;
    const domain = domainOf(principal);
    const members = byDomain.get(domain);
    if (members === undefined) byDomain.set(domain, [principal]);
    else members.push(principal);
  }
  const own: string[] = [];
  for (const [domain, members] of byDomain) {
    const [first] = members;
    if (first === undefined || !CONSUMER_DOMAINS.has(domain)) {
      own.push(domain);
      continue;
    }
    const more = members.length === 1 ? '' : ` (and ${formatNumber(members.length - 1)} more)`;
    report(
      first.location,
      'consumer-domain',
      `${quoted(first.name)}${more} belongs to no organisation. The Google-managed OAuth client only signs in people of your organisation.`,
      {
        hint: 'List an account of your organisation, or set access.oauthClient to a client of your own, which admits others: docs/oauth-client.md.',
      },
    );
  }
  if (own.length < 2) return;
  const shown = [...own].sort().slice(0, 5);
  report(
    locate(['users'], 'key'),
    'several-domains',
    `People of ${own.length} domains are listed (${shown.join(', ')}${own.length > 5 ? ', …' : ''}). The Google-managed OAuth client only signs in people of your organisation.`,
    {
      hint: 'Check that all of them are domains of your organisation, or set access.oauthClient to a client of your own: docs/oauth-client.md.',
      absent: true,
    },
  );
}

/** With access.files, the first matching entry says what a file may grant. A file without one grants access alone. */
function checkFileRights({ tree, locate, users, files, complete, matches, report }: Context): void {
  const entries = (treeAt(tree, ['access', 'files'])?.items ?? []).flatMap((item, index) => {
    const pattern = treeAt(item, ['path'])?.value;
    if (typeof pattern !== 'string') return [];
    const granted = treeAt(item, ['mayGrant', 'groups'])?.items?.map(({ value }) => value) ?? [];
    return [{ pattern, index, granted, admin: treeAt(item, ['mayGrant', 'admin'])?.value === true }];
  });
  if (entries.length === 0) return;
  for (const { pattern, index } of entries) {
    if (!complete || files.some((file) => matches(pattern, file))) continue;
    report(locate(['access', 'files', index, 'path']), 'unknown-file', `No users file matches ${quoted(pattern)}.`, {
      hint: 'Write the path as it is written under users.',
    });
  }
  for (const principal of users.entries) {
    const { file } = principal.location;
    const rights = entries.find(({ pattern }) => matches(pattern, file));
    const where =
      rights === undefined
        ? 'access.files does not name this file, so it grants access and nothing else'
        : `access.files entry ${rights.index + 1}`;
    if (principal.admin !== false && rights?.admin !== true) {
      report(principal.location, 'file-rights', `${quoted(file)} may not make administrators (${where}).`, {
        hint: 'List the administrator in a file that may, or change access.files.',
      });
    }
    for (const { text, location } of principal.groups) {
      if (rights?.granted.includes('*') || rights?.granted.includes(text)) continue;
      report(location, 'file-rights', `${quoted(file)} may not add anybody to the group ${quoted(text)} (${where}).`, {
        hint:
          rights === undefined || rights.granted.length === 0
            ? 'Change access.files.'
            : `Groups that it may grant: ${rights.granted.join(', ')}.`,
      });
    }
  }
}

function checkPerUserBuckets({ tree, locate, people, users, complete, report }: Context): void {
  const path: Path = ['storage', 'buckets', 'perUser'];
  if (treeAt(tree, path)?.value !== true || users.active.some(({ kind }) => kind === 'person') || !complete) return;
  if (people.length > 0) {
    report(
      locate(path),
      'per-user-people',
      'Buckets are created for listed people, but the last day of all has passed.',
      {
        hint: 'Set later days in the users files.',
        severity: 'warning',
      },
    );
    return;
  }
  report(locate(path), 'per-user-people', 'Buckets are created for listed people, but the users files list none.', {
    hint: 'List people under users, or use storage.buckets.shared.',
  });
}

/** The home of a listed person is never deleted. */
function checkPurges({ tree, locate, people, report }: Context): void {
  for (const index of (treeAt(tree, ['storage', 'purge'])?.items ?? []).keys()) {
    const path: Path = ['storage', 'purge', index, 'email'];
    const email = treeAt(tree, path)?.value;
    const listed = people.find(({ name }) => typeof email === 'string' && sameAddress(name) === sameAddress(email));
    if (listed === undefined) continue;
    const { file, line } = listed.location;
    report(
      locate(path),
      'purge-entry',
      `${quoted(listed.name)} is listed at ${file}:${line}. The home of a listed person is not deleted.`,
      {
        hint: 'Remove this entry, or remove the person from the users file.',
      },
    );
  }
}

function checkLimits({ tree, locate, users, report }: Context): void {
  const entry = treeAt(tree, ['access', 'entry']);
  if (entry?.entries !== undefined) return;
  const count = users.principals.length;
  const ofGroups = users.principals.filter(({ kind }) => kind === 'group').length;
  const hint =
    'Use one Google group with access: {entry: {group: ADDRESS}}, a domain with {entry: {domain: DOMAIN}}, or a second hub.';
  const where = locate(['users'], 'key');
  if (count > MAX_PRINCIPALS) {
    report(
      where,
      'too-many-principals',
      `The users files list ${formatNumber(count)} entries; an IAM policy holds at most ${formatNumber(MAX_PRINCIPALS)} principals.`,
      { hint },
    );
  } else if (ofGroups > MAX_GROUPS) {
    report(
      where,
      'too-many-principals',
      `The users files list ${formatNumber(ofGroups)} Google groups; an IAM policy holds at most ${MAX_GROUPS}.`,
      { hint },
    );
  }
}

/** Reports principals that cannot be members of the managed Google group and would never pass IAP. */
function checkManagedGroup({ tree, users, report }: Context): void {
  const entry = treeAt(tree, ['access', 'entry']);
  const group = treeAt(entry, ['group'])?.value;
  if (treeAt(entry, ['manage'])?.value !== true || typeof group !== 'string') return;
  const domains = users.principals.filter(({ kind }) => kind === 'domain');
  const [domain] = domains;
  if (domain !== undefined) {
    const more = domains.length === 1 ? '' : ` (and ${formatNumber(domains.length - 1)} more)`;
    report(
      domain.location,
      'group-member',
      `${quoted(domain.name)}${more} is a domain, and a Google group cannot have a domain as a member. Its people would never pass IAP.`,
      {
        hint: 'List its people or a Google group of them, or set access.entry to {domain: DOMAIN} or direct. If another grant lets them pass IAP, acknowledge the rule.',
      },
    );
  }
  const itself = users.principals.find(({ kind, name }) => kind === 'group' && name === group.toLowerCase());
  if (itself === undefined) return;
  report(
    itself.location,
    'group-member',
    `${quoted(itself.name)} is the managed group of access.entry, so it cannot be a member of itself.`,
    { hint: 'Remove the entry, or remove manage: true and manage the group yourself.' },
  );
}

function checkAdmins({ tree, locate, users, complete, report }: Context): void {
  const path: Path = ['access', 'guard', 'requiredAdmins'];
  const required = treeAt(tree, path)?.value;
  const listed = users.active.filter(({ admin }) => admin !== false).length;
  const ended = users.principals.filter(({ admin }) => admin !== false).length - listed;
  if (typeof required !== 'number' || listed >= required || !complete) return;
  report(
    locate(path),
    'required-admins',
    `${listed} ${listed === 1 ? 'administrator is' : 'administrators are'} listed, but ${required} are required.${ended === 0 ? '' : ` The last day of ${ended} more has passed.`}`,
    {
      hint: 'Give more people admin: true.',
    },
  );
}

function checkVisibility({ locate, people: all, isPublic, isRemote, report }: Context): void {
  const people = all.filter(({ location }) => !isRemote(location.file));
  if (!isPublic || people.length === 0) return;
  const files = [...new Set(people.map(({ location }) => location.file))];
  report(
    locate(['users'], 'key'),
    'public-people',
    `The repository is public, so anybody can read the addresses of ${formatNumber(people.length)} ${people.length === 1 ? 'person' : 'people'} in ${joinWithAnd(files.slice(0, 3))}.`,
    {
      hint: 'Make the repository private, move the users file to a private repository ({repository: …}), or acknowledge the rule.',
    },
  );
}
