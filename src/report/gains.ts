import type { Change, CodeChange } from '../change/change.js';
import type { Writer } from './table.js';

const NAMED = 3;

/** Up to three texts, then how many more there are: `a, b, c and 2 more`. */
export function firstOf(texts: readonly string[]): string {
  if (texts.length > NAMED) return `${texts.slice(0, NAMED).join(', ')} and ${texts.length - NAMED} more`;
  return [texts.slice(0, -1).join(', '), ...texts.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** Who becomes full admin, who admin, and who gets into a group: a sentence each, none where nobody does. */
export function rightsSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const become = (rank: 'admin' | 'full admin'): readonly string[] =>
    changes
      .filter(({ gains }) => gains?.admin === rank)
      .map(({ address, action }) => `${write.code(address)}${action === 'create' ? ' (new)' : ''}`);
  const [full, admins] = [become('full admin'), become('admin')];
  return [
    ...(full.length === 0
      ? []
      : [`⚠️ ${firstOf(full)} become${ending(full)} full admin and may enter all notebook servers.`]),
    ...(admins.length === 0 ? [] : [`${firstOf(admins)} become${ending(admins)} admin.`]),
    ...groupSentence(changes, write),
  ];
}

function groupSentence(changes: readonly Change[], write: Writer): readonly string[] {
  const people = changes.flatMap(({ address, gains }) =>
    gains?.groups === undefined ? [] : [{ name: write.code(address), groups: gains.groups }],
  );
  if (people.length === 0) return [];
  const names = people.map(({ name }) => name);
  const all = [...new Set(people.flatMap(({ groups }) => groups))];
  const groupsOf = (groups: readonly string[]): string => firstOf(groups.map(write.code));
  if (people.length === 1 || all.length === 1) {
    const word = all.length === 1 ? 'group' : 'groups';
    return [`${firstOf(names)} get${ending(names)} into ${word} ${groupsOf(all)}.`];
  }
  return [`${firstOf(people.map(({ name, groups }) => `${name} (${groupsOf(groups)})`))} get into groups.`];
}

/** Which places of hub.values bring other code to the hub or to notebook servers. */
export function codeSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const code = changes.flatMap((change) => change.code ?? []);
  const of = (where: CodeChange['runsIn'], words: string): readonly string[] => {
    const paths = code.filter(({ runsIn }) => runsIn === where).map(({ path }) => write.code(path));
    return paths.length === 0 ? [] : [`⚠️ Code that runs in ${words} changes: ${firstOf(paths)}.`];
  };
  return [...of('hub', 'the hub'), ...of('servers', 'notebook servers')];
}

function ending(names: readonly string[]): string {
  return names.length === 1 ? 's' : '';
}
