import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { collector, type Report } from '../../config/location.js';
import { didYouMean } from '../../config/suggest.js';
import { list, number, quoted } from '../../config/text.js';
import { type Locate, type Path, treeAt } from '../../config/yaml/locate.js';
import type { Tree } from '../../config/yaml/tree.js';
import { sameAddress } from './email.js';
import type { LoadedUsers, Principal } from './load.js';

/** What the rules between the configuration and the users files look at. */
export interface UserRuleInput {
  readonly tree: Tree;
  readonly locate: Locate;
  readonly users: LoadedUsers;
  /** Paths of the users files that were read, as findings print them. */
  readonly files: readonly string[];
  /** False where a users file is not read here, so that nothing can be said of what is missing. */
  readonly complete: boolean;
  /** True where anybody can read the repository; false too where that is not known. */
  readonly isPublic: boolean;
  /** Whether a users file is of another repository, with readers of its own. */
  readonly isElsewhere: (file: string) => boolean;
  /** Whether a path of access.files names a users file. */
  readonly matches: (pattern: string, file: string) => boolean;
}

interface Context extends UserRuleInput {
  readonly report: Report;
  readonly people: readonly Principal[];
}

// An IAM policy has 1,500 principals at most, 250 of them groups: IAM documentation, "Quotas and limits".
const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;
/** Domains in which everybody can have an account, so that it belongs to no organisation. Only sure ones: it is an error. */
const CONSUMER = new Set(
  [
    'gmail.com googlemail.com googlegroups.com icloud.com me.com mac.com aol.com msn.com live.com',
    'outlook.com outlook.de outlook.fr outlook.es hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.co.uk',
    'yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.com.br ymail.com',
    'gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de proton.me protonmail.com pm.me tutanota.com',
    'mail.ru yandex.ru yandex.com qq.com 163.com 126.com orange.fr free.fr laposte.net libero.it',
  ].flatMap((line) => line.split(' ')),
);

/** Checks what needs both the configuration and the people: domains, groups, rights of files, limits of IAM. */
export function checkUsers(input: UserRuleInput): Diagnostic[] {
  const found: Diagnostic[] = [];
  const people = input.users.principals.filter(({ kind }) => kind === 'person');
  const context: Context = { ...input, report: collector(found), people };
  for (const rule of [domains, groups, fileRights, perUser, purges, limits, managedGroup, admins, visibility])
    rule(context);
  return orderFindings(found);
}

function domainOf({ name }: Principal): string {
  return name.slice(name.indexOf('@') + 1);
}

/** With the client that Google manages the sign-in lets in people of the project's own organisation only. */
function domains({ tree, locate, users, report }: Context): void {
  if (treeAt(tree, ['access', 'oauthClient'])?.entries !== undefined) return;
  const byDomain = new Map<string, Principal[]>();
  for (const one of users.principals) {
    if (one.kind === 'serviceAccount') continue;
    const domain = domainOf(one);
    const members = byDomain.get(domain);
    if (members === undefined) byDomain.set(domain, [one]);
    else members.push(one);
  }
  const own: string[] = [];
  for (const [domain, members] of byDomain) {
    const [first] = members;
    if (first === undefined || !CONSUMER.has(domain)) {
      own.push(domain);
      continue;
    }
    const more = members.length === 1 ? '' : ` (and ${number(members.length - 1)} more)`;
    report(
      first.location,
      'consumer-domain',
      `${quoted(first.name)}${more} belongs to no organisation, and the sign-in that Google manages lets in people of yours only.`,
      {
        hint: 'Set access.oauthClient: {secretRef: NAME} with a client of your own, or list an account of your organisation.',
      },
    );
  }
  if (own.length < 2) return;
  const some = [...own].sort().slice(0, 5);
  report(
    locate(['users'], 'key'),
    'several-domains',
    `People of ${own.length} domains are listed (${some.join(', ')}${own.length > 5 ? ', …' : ''}); the sign-in that Google manages lets in those of your organisation only.`,
    {
      hint: 'Are all of them domains of your organisation? Else set access.oauthClient.',
      absent: true,
    },
  );
}

function groups({ tree, locate, users, complete, report }: Context): void {
  if (!complete) return;
  const known = [...new Set(users.principals.flatMap((one) => one.groups.map(({ text }) => text)))];
  for (const profile of (treeAt(tree, ['profiles'])?.items ?? []).keys()) {
    for (const [index, { value }] of (treeAt(tree, ['profiles', profile, 'groups'])?.items ?? []).entries()) {
      if (typeof value !== 'string' || known.includes(value)) continue;
      report(
        locate(['profiles', profile, 'groups', index]),
        'unknown-group',
        `Nobody is in a group ${quoted(value)}, so that nobody can start the profile by it.${didYouMean(value, known)}`,
        {
          hint: 'Give somebody the group in a users file: groups: [NAME]',
        },
      );
    }
  }
}

/** With access.files, a file may grant what its first matching entry says, and nothing but entry without one. */
function fileRights({ tree, locate, users, files, complete, matches, report }: Context): void {
  const entries = (treeAt(tree, ['access', 'files'])?.items ?? []).flatMap((item, index) => {
    const pattern = treeAt(item, ['path'])?.value;
    if (typeof pattern !== 'string') return [];
    const granted = treeAt(item, ['mayGrant', 'groups'])?.items?.map(({ value }) => value) ?? [];
    return [{ pattern, index, granted, admin: treeAt(item, ['mayGrant', 'admin'])?.value === true }];
  });
  if (entries.length === 0) return;
  for (const { pattern, index } of entries) {
    if (!complete || files.some((file) => matches(pattern, file))) continue;
    report(locate(['access', 'files', index, 'path']), 'unknown-file', `No users file is called ${quoted(pattern)}.`, {
      hint: 'Write the path as under users.',
    });
  }
  for (const one of users.principals) {
    const { file } = one.location;
    const rights = entries.find(({ pattern }) => matches(pattern, file));
    const where =
      rights === undefined
        ? 'access.files does not name this file, so that it lets people in and grants nothing else'
        : `access.files entry ${rights.index + 1}`;
    if (one.admin !== false && rights?.admin !== true) {
      report(one.location, 'file-rights', `${quoted(file)} may not make administrators (${where}).`, {
        hint: 'List the administrator in a file that may, or change access.files.',
      });
    }
    for (const { text, location } of one.groups) {
      if (rights?.granted.includes('*') || rights?.granted.includes(text)) continue;
      report(
        location,
        'file-rights',
        `${quoted(file)} may not put anybody into the group ${quoted(text)} (${where}).`,
        {
          hint:
            rights === undefined || rights.granted.length === 0
              ? 'Change access.files.'
              : `It may: ${rights.granted.join(', ')}.`,
        },
      );
    }
  }
}

function perUser({ tree, locate, people, complete, report }: Context): void {
  const path: Path = ['storage', 'buckets', 'perUser'];
  if (treeAt(tree, path)?.value !== true || people.length > 0 || !complete) return;
  report(locate(path), 'per-user-people', 'Buckets are made for listed people, and the users files list none.', {
    hint: 'List people under users, or use storage.buckets.shared.',
  });
}

/** Nobody's home is deleted who is listed and may come back to it. */
function purges({ tree, locate, people, report }: Context): void {
  for (const index of (treeAt(tree, ['storage', 'purge'])?.items ?? []).keys()) {
    const path: Path = ['storage', 'purge', index, 'email'];
    const email = treeAt(tree, path)?.value;
    const listed = people.find(({ name }) => typeof email === 'string' && sameAddress(name) === sameAddress(email));
    if (listed === undefined) continue;
    const { file, line } = listed.location;
    report(
      locate(path),
      'purge-entry',
      `${quoted(listed.name)} is listed at ${file}:${line}; nobody’s home is deleted who is.`,
      {
        hint: 'Remove the entry here, or the person there.',
      },
    );
  }
}

function limits({ tree, locate, users, report }: Context): void {
  const entry = treeAt(tree, ['access', 'entry']);
  if (entry?.entries !== undefined) return;
  const count = users.principals.length;
  const ofGroups = users.principals.filter(({ kind }) => kind === 'group').length;
  const ways =
    'Ways out: access: {entry: {group: ADDRESS}} with one Google group, {entry: {domain: DOMAIN}}, or a second hub.';
  const where = locate(['users'], 'key');
  if (count > MAX_PRINCIPALS) {
    report(
      where,
      'too-many-principals',
      `The users files list ${number(count)} entries; an IAM policy takes ${number(MAX_PRINCIPALS)} principals.`,
      { hint: ways },
    );
  } else if (ofGroups > MAX_GROUPS) {
    report(
      where,
      'too-many-principals',
      `The users files list ${number(ofGroups)} Google groups; an IAM policy takes ${MAX_GROUPS}.`,
      { hint: ways },
    );
  }
}

/** What cannot become a member of the group that is kept as the users files say, and so would never pass IAP. */
function managedGroup({ tree, users, report }: Context): void {
  const entry = treeAt(tree, ['access', 'entry']);
  const group = treeAt(entry, ['group'])?.value;
  if (treeAt(entry, ['manage'])?.value !== true || typeof group !== 'string') return;
  const domains = users.principals.filter(({ kind }) => kind === 'domain');
  const [domain] = domains;
  if (domain !== undefined) {
    const more = domains.length === 1 ? '' : ` (and ${number(domains.length - 1)} more)`;
    report(
      domain.location,
      'group-member',
      `${quoted(domain.name)}${more} is a domain, which no Google group can have as a member: its people would never pass IAP.`,
      {
        hint: 'List its people, or a Google group that has them, or use access.entry: {domain: DOMAIN} or direct instead of a group. Where another grant lets them pass, acknowledge the rule.',
      },
    );
  }
  const itself = users.principals.find(({ kind, name }) => kind === 'group' && name === group.toLowerCase());
  if (itself === undefined) return;
  report(
    itself.location,
    'group-member',
    `${quoted(itself.name)} is the group of access.entry, whose members are those that the users files list: it cannot be one of them.`,
    { hint: 'Remove the entry. Or remove manage: true, and the group is kept by somebody else.' },
  );
}

function admins({ tree, locate, users, complete, report }: Context): void {
  const path: Path = ['access', 'guard', 'requiredAdmins'];
  const wanted = treeAt(tree, path)?.value;
  const there = users.principals.filter(({ admin }) => admin !== false).length;
  if (typeof wanted !== 'number' || there >= wanted || !complete) return;
  report(
    locate(path),
    'required-admins',
    `${there} ${there === 1 ? 'administrator is' : 'administrators are'} listed, and ${wanted} are required.`,
    {
      hint: 'Give more people admin: true.',
    },
  );
}

function visibility({ locate, people: all, isPublic, isElsewhere, report }: Context): void {
  const people = all.filter(({ location }) => !isElsewhere(location.file));
  if (!isPublic || people.length === 0) return;
  const files = [...new Set(people.map(({ location }) => location.file))];
  report(
    locate(['users'], 'key'),
    'public-people',
    `The repository is public, and ${list(files.slice(0, 3))} ${files.length === 1 ? 'lists' : 'list'} ${number(people.length)} ${people.length === 1 ? 'person' : 'people'} for everybody to read.`,
    {
      hint: 'Make the repository private, keep the users file in a private one ({repository: …}), or acknowledge the rule.',
    },
  );
}
