import { type SettingChange, type SettingValue, settingText } from '../../change/settings.js';
import { firstOf } from '../../config/text.js';
import { entryOf } from '../../json.js';
import type { Writer } from '../writer.js';
import { type Amount, amountChange, amountText, longTime } from './quantities.js';
import { NAMED } from './rights.js';
import { capacitySentences, extraChanges, extrasOfNew } from './servers/extras.js';

/** What of one profile changes. */
interface ProfileChange {
  readonly name: string;
  /** By the name below the profile, such as `memory.limit`. */
  readonly values: ReadonlyMap<string, SettingChange>;
  /** True where the side has the profile. */
  readonly before: boolean;
  readonly after: boolean;
}

/** Profiles told one by one. Of more than these only the number is said. */
const TOLD = 6;

/** What happens to profiles, for those who start servers: new ones, lost ones, sizes, images, limits of time. */
export function profileSentences(settings: readonly SettingChange[], write: Writer): readonly string[] {
  const profiles = profileChanges(settings);
  const renamed = renamedProfiles(profiles);
  const isRenamed = ({ name }: ProfileChange): boolean => renamed.some((pair) => pair.includes(name));
  const removed = profiles.filter((one) => !one.after && !isRenamed(one)).map(({ name }) => write.code(name));
  const changed = profiles
    .filter((one) => !isRenamed(one))
    .flatMap((one) => (one.before ? (one.after ? changeSentences(one, write) : []) : [newSentence(one, write)]));
  return [
    ...(removed.length === 0
      ? []
      : [
          `⚠️ ${removed.length === 1 ? 'Profile' : 'Profiles'} ${firstOf(removed, NAMED)} ${removed.length === 1 ? 'is' : 'are'} removed: servers that run with ${removed.length === 1 ? 'it' : 'them'} stay until they stop, and next time their people start with another profile.`,
        ]),
    ...renamed.map(
      ([from, to]) =>
        `Profile ${write.code(from)} is called ${write.code(to)}, with the same settings: its people choose anew at their next start.`,
    ),
    ...profiles
      .filter((one) => one.after && !isRenamed(one))
      .flatMap(({ name, values }) => capacitySentences(name, values.get('capacity'), write)),
    ...changed.slice(0, TOLD),
    ...(changed.length > TOLD ? [`${changed.length - TOLD} more changes of profiles are listed below.`] : []),
    ...cullingSentences(profiles, write),
    ...defaultSentence(profiles, write),
  ];
}

/** Whether running servers stop because of a shorter limit of time. */
export function stopsSooner(settings: readonly SettingChange[]): boolean {
  return profileChanges(settings).some(({ values, before, after }) =>
    [...values].some(([name, change]) => before && after && name.startsWith('culling.') && isShorter(change)),
  );
}

function profileChanges(settings: readonly SettingChange[]): readonly ProfileChange[] {
  const found = new Map<string, Map<string, SettingChange>>();
  for (const change of settings) {
    const [, name, key = ''] = /^profiles\[([^\]]*)\]\.(.+)$/.exec(change.setting) ?? [];
    if (name === undefined) continue;
    const values = found.get(name) ?? new Map<string, SettingChange>();
    found.set(name, values.set(key, change));
  }
  return [...found].map(([name, values]) => {
    const sides = [...values.values()];
    const has = (side: 'before' | 'after'): boolean => sides.some((one) => one[side] !== undefined);
    return { name, values, before: has('before'), after: has('after') };
  });
}

/** Pairs of a lost and a new profile that differ in name alone, where no other profile could be meant. */
function renamedProfiles(profiles: readonly ProfileChange[]): readonly (readonly [string, string])[] {
  const text = ({ values }: ProfileChange, side: 'before' | 'after'): string =>
    JSON.stringify([...values].filter(([key]) => key !== 'displayName').map(([key, one]) => [key, one[side]]));
  const [lost, found] = [profiles.filter((one) => !one.after), profiles.filter((one) => !one.before)];
  return lost.flatMap((one) => {
    const same = found.filter((other) => text(other, 'after') === text(one, 'before'));
    const rivals = lost.filter((other) => text(other, 'before') === text(one, 'before'));
    return same.length === 1 && rivals.length === 1 && same[0] !== undefined ? [[one.name, same[0].name] as const] : [];
  });
}

function newSentence({ name, values }: ProfileChange, write: Writer): string {
  const side = (key: string): SettingValue | undefined => values.get(key)?.after;
  const amount = (what: string): Amount => ({
    guarantee: String(side(`${what}.guarantee`) ?? ''),
    limit: settingText(side(`${what}.limit`)) ?? null,
  });
  const [image, groups] = [settingText(side('image')), settingText(side('groups'))];
  const parts = [
    write.prose(amountText(amount('cpu'), 'CPU')),
    write.prose(amountText(amount('memory'), 'GiB')),
    ...(image === undefined ? [] : [`image ${write.code(image)}`]),
    ...extrasOfNew(side, write),
    ...(groups ? [`for ${groupText(groups, write)} only`] : []),
  ];
  return `Profile ${write.code(name)} is new: ${parts.join(', ')}.`;
}

function changeSentences({ name, values }: ProfileChange, write: Writer): readonly string[] {
  const profile = `Profile ${write.code(name)}`;
  const image = values.get('image');
  const parts = [
    ...amountParts('CPU', 'cpu', values, write),
    ...amountParts('memory', 'memory', values, write),
    ...(image === undefined ? [] : [`image ${imageText(image.before, write)} → ${imageText(image.after, write)}`]),
    ...extraChanges(values, write),
  ];
  const groups = values.get('groups');
  const offered = (side: SettingValue | undefined): string =>
    side === '' ? 'everybody' : `${groupText(String(side), write)} only`;
  const isText = values.has('displayName') || values.has('description');
  return [
    ...(parts.length === 0 ? [] : [`${profile}: ${parts.join(', ')}, for new servers.`]),
    ...(groups === undefined
      ? []
      : [`${profile} is for ${offered(groups.after)}, for ${offered(groups.before)} so far.`]),
    ...(isText ? [`${profile} has another text on the start page.`] : []),
  ];
}

function amountParts(
  word: string,
  what: 'cpu' | 'memory',
  values: ProfileChange['values'],
  write: Writer,
): readonly string[] {
  const [guarantee, limit] = [values.get(`${what}.guarantee`), values.get(`${what}.limit`)];
  const unit = what === 'cpu' ? 'CPU' : 'GiB';
  const bare = (text: string): string => write.prose(unit === 'CPU' ? text.replace(/ CPU\b/, '') : text);
  if (guarantee !== undefined && limit !== undefined) {
    const amount = (side: 'before' | 'after'): Amount => ({
      guarantee: String(guarantee[side]),
      limit: settingText(limit[side]) ?? null,
    });
    return [`${word} ${bare(amountChange(amount('before'), amount('after'), unit))}`];
  }
  return [
    ...(guarantee === undefined ? [] : [['guaranteed', guarantee] as const]),
    ...(limit === undefined ? [] : [['at most', limit] as const]),
  ].map(([kind, { before, after }]) => {
    const side = (value: SettingValue | undefined, isBare: boolean): string => {
      const text = settingText(value);
      return text === undefined ? 'no limit' : amountText({ guarantee: text, limit: text }, unit, isBare);
    };
    return `${kind} ${word} ${bare(`${side(before, after !== null)} → ${side(after, false)}`)}`;
  });
}

function imageText(value: SettingValue | undefined, write: Writer): string {
  const text = settingText(value);
  return text === undefined ? 'that of the chart' : write.code(text);
}

function groupText(groups: string, write: Writer): string {
  const names = groups.split(', ').map(write.code);
  return `${names.length === 1 ? 'group' : 'groups'} ${firstOf(names, NAMED)}`;
}

function isShorter({ before, after }: SettingChange): boolean {
  const limit = (value: SettingValue | undefined): number =>
    typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
  return limit(after) < limit(before);
}

/** Profiles with the same change of a limit share one sentence. */
function cullingSentences(profiles: readonly ProfileChange[], write: Writer): readonly string[] {
  const shared = new Map<string, { readonly names: string[]; readonly key: string; readonly change: SettingChange }>();
  for (const { name, values, before, after } of profiles) {
    for (const key of ['culling.idle', 'culling.maxAge']) {
      const change = values.get(key);
      if (change === undefined || !before || !after) continue;
      const same = JSON.stringify([key, change.before, change.after]);
      const known = shared.get(same) ?? { names: [], key, change };
      known.names.push(write.code(name));
      shared.set(same, known);
    }
  }
  return [...shared.values()].map(({ names, key, change }) => {
    const of = `of ${names.length === 1 ? 'profile' : 'profiles'} ${firstOf(names, NAMED)}`;
    const [sign, tail] = isShorter(change) ? ['⚠️ ', entryOf(TAILS, key) ?? '.'] : ['', '.'];
    const text =
      key === 'culling.idle'
        ? `stop after ${longTime(change.after)} without activity, after ${longTime(change.before)} so far`
        : ageText(change);
    return `${sign}Notebook servers ${of} ${text}${tail}`;
  });
}

const TAILS: Readonly<Record<string, string>> = {
  'culling.idle': ': those that are idle for longer stop soon after apply.',
  'culling.maxAge': ': those that run for longer stop soon after apply.',
};

function ageText({ before, after }: SettingChange): string {
  const now = before === null ? 'never so far' : `after ${longTime(before)} so far`;
  if (after === null) return `no longer stop by their age, ${now}`;
  return `stop ${longTime(after)} after their start, in use or not, ${now}`;
}

function defaultSentence(profiles: readonly ProfileChange[], write: Writer): readonly string[] {
  const becomes = profiles.find(
    ({ values }) => values.get('default')?.after === true && values.get('default')?.before !== true,
  );
  const was = profiles.find(({ values }) => values.get('default')?.before === true);
  if (becomes === undefined || was === undefined || renamedProfiles(profiles).some(([, to]) => to === becomes.name)) {
    return [];
  }
  return [`The profile that is chosen by default is ${write.code(becomes.name)}, ${write.code(was.name)} so far.`];
}
