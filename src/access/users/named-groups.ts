import { RESERVED_GROUPS } from '../../config/chart/owned-groups.js';
import type { Report } from '../../config/location.js';
import { didYouMean } from '../../config/suggest.js';
import { quoted } from '../../config/text.js';
import { type Locate, type Path, treeAt } from '../../config/yaml/locate.js';
import type { Tree } from '../../config/yaml/tree.js';
import type { LoadedUsers, Principal } from './load.js';

/** What the check of groups needs. */
interface NamedGroupsInput {
  readonly tree: Tree;
  readonly locate: Locate;
  readonly users: LoadedUsers;
  /** False if some users file was not read; then nothing is reported as missing. */
  readonly complete: boolean;
  readonly report: Report;
}

/** Lists of jupyterhub.yaml that name groups, and what a name without people does there. */
const NAMING: readonly (readonly [list: string, what: string, effect: string])[] = [
  ['profiles', 'profile', 'so nobody can start the profile through it'],
  ['budgets', 'budget', 'so the budget covers nobody through it'],
];

/** Checks that somebody is in each group that jupyterhub.yaml names. Only where all users files were read. */
export function checkNamedGroups({ tree, locate, users, complete, report }: NamedGroupsInput): void {
  if (!complete) return;
  const namesOf = (principals: readonly Principal[]): string[] => [
    ...new Set(principals.flatMap(({ groups }) => groups.map(({ text }) => text))),
  ];
  const known = namesOf(users.active);
  const ended = new Set(namesOf(users.principals));
  const check = (path: Path, [, what, effect]: (typeof NAMING)[number]): void => {
    const value = treeAt(tree, path)?.value;
    if (typeof value !== 'string' || known.includes(value)) return;
    if (value.startsWith(RESERVED_GROUPS)) {
      report(locate(path), 'reserved-group', `The group name ${quoted(value)} is reserved for the hub.`, {
        hint: `No users file can give it to anybody. Name a group that does not begin with ${RESERVED_GROUPS}.`,
      });
      return;
    }
    if (ended.has(value)) {
      report(
        locate(path),
        'unknown-group',
        `The last day of everybody in the group ${quoted(value)} has passed, ${effect}.`,
        { hint: `Set later days in the users files, or remove the group from the ${what}.`, severity: 'warning' },
      );
      return;
    }
    report(
      locate(path),
      'unknown-group',
      `The group ${quoted(value)} has no members, ${effect}.${didYouMean(value, known)}`,
      { hint: 'Add the group to somebody in a users file: groups: [NAME]' },
    );
  };
  for (const naming of NAMING) {
    const [list] = naming;
    for (const entry of (treeAt(tree, [list])?.items ?? []).keys()) {
      for (const index of (treeAt(tree, [list, entry, 'groups'])?.items ?? []).keys()) {
        check([list, entry, 'groups', index], naming);
      }
    }
  }
}
