import { addressOf, type Change, type ChartOrigin, type CodeChange } from '../../change/change.js';
import { firstOf } from '../../config/text.js';
import type { Writer } from '../writer.js';
import { untilText } from './dates.js';

/** How many names a sentence has. */
export const NAMED = 3;

/** Who becomes full admin, who admin, and who gets into a group: a sentence each, none where nobody does. */
export function rightsSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const become = (rank: 'admin' | 'full-admin'): readonly string[] =>
    changes
      .filter(({ gains }) => gains?.admin === rank)
      .map((change) => `${write.code(addressOf(change))}${change.action === 'create' ? ' (new)' : ''}`);
  const [full, admins] = [become('full-admin'), become('admin')];
  return [
    ...(full.length === 0
      ? []
      : [`⚠️ ${firstOf(full, NAMED)} become${ending(full)} full admin and may enter all notebook servers.`]),
    ...(admins.length === 0 ? [] : [`${firstOf(admins, NAMED)} become${ending(admins)} admin.`]),
    ...groupSentence(changes, write),
  ];
}

/** Who keeps access and is less than before: no admin any more, in fewer groups, or with another end. */
export function lossSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const people = changes.flatMap((change) => {
    const { before, after } = change.access ?? {};
    return change.scope === 'access' && before && after ? [{ name: write.code(addressOf(change)), before, after }] : [];
  });
  const was = (rank: 'admin' | 'full-admin'): readonly string[] =>
    people
      .filter(
        ({ before, after }) =>
          before.role === rank && (after.role === 'user' || after.role === 'admin') && after.role !== rank,
      )
      .map(({ name }) => name);
  const verb = (names: readonly string[], one: string, many: string): string => (names.length === 1 ? one : many);
  const ranks = [
    ['full-admin', 'full admin'],
    ['admin', 'admin'],
  ] as const;
  const left = people.flatMap(({ name, before, after }) => {
    const groups = (before.groups ?? []).filter((group) => !after.groups?.includes(group));
    return groups.length === 0
      ? []
      : [`${name} leaves ${groups.length === 1 ? 'group' : 'groups'} ${firstOf(groups.map(write.code), NAMED)}`];
  });
  const ends = people
    .filter(({ before, after }) => before.until !== after.until)
    .map(({ name, before, after }) => {
      const end = (until: string | undefined): string =>
        until === undefined ? 'without an end' : write.prose(untilText(until));
      return `${name} has access ${end(after.until)}, ${end(before.until)} so far`;
    });
  return [
    ...ranks.flatMap(([rank, word]) => {
      const names = was(rank);
      return names.length === 0 ? [] : [`${firstOf(names, NAMED)} ${verb(names, 'is', 'are')} no longer ${word}.`];
    }),
    ...[left, ends].flatMap((some) => (some.length === 0 ? [] : [`${firstOf(some, NAMED)}.`])),
  ];
}

function groupSentence(changes: readonly Change[], write: Writer): readonly string[] {
  const people = changes.flatMap((change) =>
    change.gains?.groups === undefined ? [] : [{ name: write.code(addressOf(change)), groups: change.gains.groups }],
  );
  if (people.length === 0) return [];
  const names = people.map(({ name }) => name);
  const all = [...new Set(people.flatMap(({ groups }) => groups))];
  const groupsOf = (groups: readonly string[]): string => firstOf(groups.map(write.code), NAMED);
  if (people.length === 1 || all.length === 1) {
    const word = all.length === 1 ? 'group' : 'groups';
    return [`${firstOf(names, NAMED)} join${ending(names)} ${word} ${groupsOf(all)}.`];
  }
  return [
    `${firstOf(
      people.map(({ name, groups }) => `${name} (${groupsOf(groups)})`),
      NAMED,
    )} join groups.`,
  ];
}

/** Which places of hub.values bring other code, and where it runs. */
export function codeSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const code = changes.flatMap((change) => change.code ?? []);
  const sentence = (where: CodeChange['runsIn'], place: string): readonly string[] => {
    const paths = code.filter(({ runsIn }) => runsIn === where).map(({ path }) => write.code(path));
    return paths.length === 0 ? [] : [`⚠️ Code that runs in ${place} changes: ${firstOf(paths, NAMED)}.`];
  };
  return [
    ...sentence('hub', 'the hub'),
    ...sentence('proxy', 'the proxy'),
    ...sentence('servers', 'notebook servers'),
    ...sentence('cluster', 'other pods of the hub'),
  ];
}

/** Which rights hub.values gives or takes: roles with their scopes and who has them, then all other places. */
export function valueRightsSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const rights = changes.flatMap((change) => change.rights ?? []);
  const roles = rights.flatMap(({ role }) => (role === undefined || role.scopes.length === 0 ? [] : [role]));
  const told = roles.slice(0, NAMED).map(({ name, scopes, holders }) => {
    const who = holders.map(({ what, who: one }) => `${HOLDERS[what]} ${write.code(one)}`);
    const to = who.length === 0 ? 'nobody yet' : firstOf(who, NAMED);
    return `⚠️ Role ${write.code(name)} gives ${firstOf(scopes.map(write.code), SCOPES)} to ${to}.`;
  });
  const more = roles.length > NAMED ? [`⚠️ ${roles.length - NAMED} more roles of the hub change.`] : [];
  const others = rights
    .filter(({ role }) => role === undefined || role.scopes.length === 0)
    .map(({ path, isRemoved }) => `${write.code(path)}${isRemoved === true ? ' (removed)' : ''}`);
  return [...told, ...more, ...(others.length === 0 ? [] : [`⚠️ Rights change: ${firstOf(others, NAMED)}.`])];
}

/** All rights that roles of hub.values give or take, whole, as a list. Empty where none changes. */
export function rightsList(changes: readonly Change[], write: Writer): string {
  const lines = changes
    .flatMap((change) => change.rights ?? [])
    .flatMap(({ path, role, isRemoved }) => {
      if (isRemoved === true)
        return /^hub\.(?:loadRoles|services)\./.test(path) ? [`- ${write.code(path)} is removed`] : [];
      if (role === undefined) return [];
      const who = role.holders.map(({ what, who: one }) => `${HOLDERS[what]} ${write.code(one)}`);
      return [
        `- Role ${write.code(role.name)}: ${role.scopes.map(write.code).join(', ') || 'no rights'}, for ${who.join(', ') || 'nobody yet'}`,
      ];
    });
  return lines.length === 0
    ? ''
    : ['Rights that roles of hub.values give after this change:', lines.join('\n')].join('\n\n');
}

const HOLDERS = { users: 'user', groups: 'group', services: 'service' } as const;
/** How many scopes of a role are named. */
const SCOPES = 6;

/** Objects that give rights in the cluster. Those of a hub that is new as a whole are no news. */
export function clusterRightsSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const isNew = changes.some((change) => addressOf(change) === 'Deployment/hub' && change.action === 'create');
  const found = changes.filter(({ subject, action }) => {
    if (subject.kind !== 'kubernetes-object') return false;
    const isPlain = subject.namespace === undefined && subject.group === undefined;
    if (isNew && action === 'create' && isPlain && !subject.type.startsWith('Cluster')) return false;
    return CLUSTER_RIGHTS.includes(subject.type) || subject.namespace !== undefined;
  });
  if (found.length === 0) return [];
  const names = found.map((change) => `${write.code(addressOf(change))}${change.action === 'create' ? ' (new)' : ''}`);
  return [`⚠️ Rights in the cluster change: ${firstOf(names, NAMED)}.`];
}

const CLUSTER_RIGHTS = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'ServiceAccount'];

/** That a hub's chart is another one, and whether it is the release that this program was tested with. */
export function chartSentences(changes: readonly Change[], write: Writer): readonly string[] {
  return changes.flatMap(({ chart }) => {
    if (chart === undefined) return [];
    const { before, after, isPinned } = chart;
    const origin = ({ source, version }: ChartOrigin): string => `${write.code(version)} of ${write.code(source)}`;
    const isMoved = before !== undefined && origin(before) !== origin(after);
    const from = isMoved ? `, and no longer ${origin(before)}` : '';
    const what =
      before === undefined || isMoved
        ? `The chart is ${origin(after)}${from}`
        : `The files of the chart ${origin(after)} change`;
    return isPinned
      ? [`${what}.`]
      : [`⚠️ ${what}. It is not the pinned release, and a chart is code that runs with the rights of apply.`];
  });
}

function ending(names: readonly string[]): string {
  return names.length === 1 ? 's' : '';
}
