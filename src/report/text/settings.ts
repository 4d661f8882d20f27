import type { Change } from '../../change/change.js';
import { type SettingChange, type SettingValue, settingText } from '../../change/settings.js';
import { quantity } from '../../config/quantity.js';
import { formatNumber, joinWithAnd, plural } from '../../config/text.js';
import { entryOf } from '../../json.js';
import type { Writer } from '../writer.js';
import { chartValueSentences } from './chart-values.js';
import { profileSentences } from './profiles.js';
import { longTime } from './quantities.js';
import { budgetSentence, isBudget } from './settings/budgets.js';
import { CLUSTER_SENTENCES } from './settings/cluster.js';
import { LIMIT_SENTENCES } from './settings/limits.js';
import { hourSentence, isHour } from './settings/start-page.js';
import { isWarm, warmSentence } from './settings/warm.js';

/** What a reviewer has to know about the settings that change: a sentence each, the riskiest first. */
export function settingSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const settings = changes.flatMap((change) => change.settings ?? []);
  const plain = settings.filter(({ setting }) => !/^(?:profiles\[|hub\.values\.)/.test(setting));
  const sentences = [
    ...plain.map((one) => sentenceOf(one, plain, write)),
    ...profileSentences(settings, write),
    ...chartValueSentences(changes, write),
  ].filter((sentence) => sentence !== '');
  const [risky, others] = [sentences.filter(isRisky), sentences.filter((one) => !isRisky(one))];
  return [...new Set([...risky, ...others])];
}

/** Values of the chart that this program makes from a setting. The setting has the better sentence. */
const MADE_FROM: readonly (readonly [path: RegExp, setting: RegExp])[] = [
  [/^singleuser\.profileList$/, /^profiles\[/],
  [/^singleuser\.image\.(?:name|tag)$/, /^profiles\[[^\]]*\]\.(?:image|default)$|^hub\.values\.singleuser\.image\./],
  [/^singleuser\.storage$/, /^storage\.home\./],
];

/** The changes without places of code and data that a sentence about a setting tells already. */
export function withoutExplained(changes: readonly Change[]): readonly Change[] {
  const names = changes.flatMap(({ settings = [] }) => settings.map(({ setting }) => setting));
  const isExplained = (path: string): boolean =>
    MADE_FROM.some(
      ([made, setting]) =>
        made.test(path) &&
        names.some((name) => setting.test(name)) &&
        // Whatever the file itself sets there is told as what it is.
        (path.startsWith('singleuser.image.') || !names.some((name) => name.startsWith(`hub.values.${path}`))),
    );
  return changes.map((change) => {
    const { code, dataPlaces } = change;
    if (code === undefined && dataPlaces === undefined) return change;
    return {
      ...change,
      ...(code && { code: code.filter(({ path }) => !isExplained(path)) }),
      ...(dataPlaces && { dataPlaces: dataPlaces.filter((path) => !isExplained(path)) }),
    };
  });
}

function isRisky(sentence: string): boolean {
  return sentence.startsWith('⚠️');
}

/** What one setting's change means. Empty where another sentence says it. */
export type Sentence = (change: SettingChange, all: readonly SettingChange[], write: Writer) => string;

function sentenceOf(change: SettingChange, all: readonly SettingChange[], write: Writer): string {
  const { setting, before, after } = change;
  const known =
    entryOf(SENTENCES, setting) ??
    (setting.startsWith('secrets[') ? secret : undefined) ??
    (setting.startsWith('platform.nodePools[') ? nodePool : undefined);
  if (known !== undefined) return known(change, all, write);
  if (isBudget(change)) return budgetSentence(change, write);
  if (isHour(change)) return hourSentence(change, all, write);
  if (isWarm(change)) return warmSentence(change, write);
  return `${write.code(setting)} changes from ${shown(before, write)} to ${shown(after, write)}.`;
}

function shown(value: SettingValue | undefined, write: Writer): string {
  const text = settingText(value);
  return text === undefined ? 'nothing' : write.code(text);
}

/** What people notice when their servers get hosts of their own. */
export const SUBDOMAINS_ON =
  '⚠️ The servers of each person move to a host of their own below the host of the hub: links to servers change. Old links lead on to the new hosts. Servers that run now must be stopped and started again. Names below the host of the hub need a DNS record first.';

const MAX_REMOVALS: Sentence = (_, all) => {
  const found = (name: string): SettingChange | undefined =>
    all.find(({ setting }) => setting === `access.guard.maxRemovals.${name}`);
  const [percent, number] = [found('percent'), found('atLeast')];
  const share = (side: 'before' | 'after'): string => `${formatNumber(Number(percent?.[side]))} %`;
  const count = (side: 'before' | 'after'): string => formatNumber(Number(number?.[side]));
  const grows = [percent, number].some((one) => one !== undefined && Number(one.after) > Number(one.before));
  // A change is refused where it is over both limits, so each of them is allowed whatever the other one is.
  const rule =
    number === undefined
      ? `one change may always take access away from ${share('after')} of the entries; so far it was ${share('before')}.`
      : percent === undefined
        ? `one change may always take access away from ${plural(Number(number.after), 'entry', 'entries')}; so far it was ${count('before')}.`
        : `one change may take access away from ${share('after')} of the entries or from ${count('after')}, whichever is more; so far it was ${share('before')} or ${count('before')}.`;
  return grows ? `⚠️ The guard gets looser from the next change on: ${rule}` : `The guard gets stricter: ${rule}`;
};

const SENTENCES: Readonly<Record<string, Sentence>> = {
  approval: ({ before, after }) => {
    if (after === 'none')
      return '⚠️ Review is switched off from the next change on: apply does what is merged, whatever its plan is.';
    if (after === 'required')
      return 'Review is required from the next change on: apply carries out exactly the reviewed plan.';
    return before === 'none'
      ? 'Review gets stricter from the next change on: each pull request needs its plan comment.'
      : '⚠️ Review is loosened from the next change on: the plan comment is enough, and apply no longer compares its plan with the reviewed one.';
  },
  'platform.zones': ({ before, after }, _, write) => {
    const [was, now] = [zoneList(before), zoneList(after)];
    const gone = now.length === 0 ? [] : was.filter((zone) => !now.includes(zone));
    const names = (zones: readonly string[]): string => joinWithAnd(zones.map((zone) => write.code(zone)));
    const all = (zones: readonly string[]): string => (zones.length === 0 ? 'any zone of the location' : names(zones));
    const text = `Servers start, and homes are made, in ${all(now)}; in ${all(was)} so far. The StorageClass of homes is made again, because Kubernetes cannot change one; homes that exist keep their disks.`;
    if (now.length === 0 || (was.length > 0 && gone.length === 0)) return text;
    const where = gone.length === 0 ? 'another zone' : names(gone);
    return `⚠️ ${text} Where a home is in ${where}, its server could not start any more: apply refuses that, and names the homes.`;
  },
  'platform.cluster.mode': ({ after }, _, write) =>
    `⚠️ The cluster is replaced by one of the mode ${shown(after, write)}: all servers stop, and the address of the hub changes unless it has a domain.`,
  'platform.deletionProtection': ({ after }) =>
    after === false
      ? '⚠️ Deletion protection is switched off: after this apply nothing refuses destroy.'
      : 'Deletion protection is switched on: destroy is refused after this apply.',
  'access.guard.maxRemovals.percent': MAX_REMOVALS,
  'access.guard.maxRemovals.atLeast': MAX_REMOVALS,
  'access.guard.requiredAdmins': ({ before, after }) => {
    const left = (value: SettingValue | undefined): string => formatNumber(Number(value));
    const rule = `a change has to leave ${plural(Number(after), 'administrator')}, ${left(before)} so far.`;
    return Number(after) < Number(before)
      ? `⚠️ The guard gets looser from the next change on: ${rule}`
      : `The guard gets stricter: ${rule}`;
  },
  'access.mode': ({ after }) =>
    after === 'additive'
      ? '⚠️ Grants of IAP that somebody makes in the console stay from now on.'
      : 'Grants of IAP that no users file lists are removed from now on.',
  'access.entry': ({ before, after }, _, write) =>
    `Who passes IAP is up to ${entry(after, write)}, and no longer to ${entry(before, write)}.`,
  'access.oauthClient': ({ after }, _, write) =>
    `The sign-in page of IAP uses the OAuth client of the secret ${shown(after, write)}: people of other organisations can enter where the users files list them.`,
  'access.domain': ({ before, after }, _, write) => {
    const host = (value: SettingValue | undefined): string =>
      settingText(value) === undefined ? 'the trial address' : shown(value, write);
    return `⚠️ The address of the hub changes from ${host(before)} to ${host(after)}: links to the old one end, OAuth clients that name it need the new one, and the new one needs its DNS record and certificate first.`;
  },
  'access.subdomains': ({ after }) =>
    after === true
      ? SUBDOMAINS_ON
      : '⚠️ The servers of all people move back to the host of the hub: links with the host of a person end. Servers that run now must be stopped and started again. Google makes the certificate again, which takes up to an hour; until then browsers are refused.',
  'access.certificate': ({ after }, _, write) =>
    settingText(after) === undefined ? '' : `Browsers get the certificate ${shown(after, write)}.`,
  'access.session.websocket': ({ before, after }) =>
    `A connection to a notebook lasts ${longTime(after)} at most, ${longTime(before)} so far.`,
  'access.session.timezone': ({ before, after }, _, write) =>
    `The days of ${write.code('until')} end by the clock of ${shown(after, write)}, of ${shown(before, write)} so far.`,
  'access.audit.bucket': ({ before, after }, _, write) => {
    if (settingText(after) === undefined)
      return `⚠️ Changes of access are no longer recorded (bucket ${shown(before, write)} so far).`;
    const now = settingText(before) === undefined ? 'nowhere' : `in ${shown(before, write)}`;
    return `Changes of access are recorded in the bucket ${shown(after, write)}, ${now} so far.`;
  },
  'storage.home.size': ({ before, after }, _, write) => {
    const text = `New homes have ${write.prose(String(after))}, ${write.prose(String(before))} so far. Homes that exist keep their size`;
    return bigger(before, after) ? `${text}.` : `${text}: disks never shrink.`;
  },
  'storage.home.diskType': ({ before, after }, _, write) =>
    `New homes are on disks of the type ${shown(after, write)}, ${shown(before, write)} so far. Homes that exist keep their disks.`,
  'storage.buckets.perUser': ({ after }) =>
    after === true
      ? 'Everybody who is listed gets a bucket or folder of their own, beside the home. Notebook servers reach the metadata server for that.'
      : '⚠️ Notebook servers no longer get the buckets of people. The files in them are kept.',
  ...LIMIT_SENTENCES,
  ...CLUSTER_SENTENCES,
};

const nodePool: Sentence = ({ setting, before, after }, _, write) => {
  const name = write.code(setting.slice('platform.nodePools['.length, -1));
  if (before === undefined) return `Node pool ${name} is new: ${write.prose(String(after))}.`;
  if (after === undefined) return `⚠️ Node pool ${name} goes (${write.prose(String(before))}): servers on it stop.`;
  return `Node pool ${name} is ${write.prose(String(after))}, and was ${write.prose(String(before))}.`;
};

const secret: Sentence = ({ setting, before, after }, _, write) => {
  const name = write.code(setting.slice('secrets['.length, -1));
  if (after === undefined) return `Secret ${name} is no longer declared.`;
  if (before === undefined) return `Secret ${name} is new, from ${secretSource(after, write)}.`;
  const kind = (value: SettingValue | undefined): boolean => String(value).includes('/');
  const so = kind(before) === kind(after) ? shown(before, write) : secretSource(before, write);
  return `Secret ${name} comes from ${secretSource(after, write)}, from ${so} so far.`;
};

/** A name in Secret Manager has slashes, and no variable has. */
function secretSource(value: SettingValue | undefined, write: Writer): string {
  return `${String(value).includes('/') ? 'Secret Manager,' : 'the variable'} ${shown(value, write)}`;
}

function entry(value: SettingValue | undefined, write: Writer): string {
  const [, kind, name = ''] = /^((?:managed )?group|domain) (.*)$/.exec(String(value)) ?? [];
  if (kind === 'domain') return `the whole domain ${write.code(name)}`;
  if (kind === undefined) return 'the users files, entry by entry';
  return `the Google group ${write.code(name)}${kind === 'group' ? '' : ', whose members follow the users files'}`;
}

function zoneList(value: SettingValue | undefined): readonly string[] {
  return settingText(value)?.split(', ') ?? [];
}

function bigger(before: SettingValue | undefined, after: SettingValue | undefined): boolean {
  return (quantity(after) ?? 0) >= (quantity(before) ?? 0);
}
