import type { Change } from '../../change/change.js';
import { type SettingChange, settingText } from '../../change/settings.js';
import { firstOf } from '../../config/text.js';
import { oneLine } from '../markdown.js';
import type { Writer } from '../writer.js';
import { NAMED } from './rights.js';

const PREFIX = 'hub.values.';
const EGRESS = 'singleuser.networkPolicy.egressAllowRules';

/** Switches of the network of notebook servers, with the sentence for each way. */
const SWITCHES: Readonly<Record<string, { readonly on: string; readonly off: string; readonly usual: boolean }>> = {
  [`${EGRESS}.privateIPs`]: {
    on: '⚠️ Notebook servers reach private addresses.',
    off: 'Notebook servers no longer reach private addresses.',
    usual: false,
  },
  [`${EGRESS}.nonPrivateIPs`]: {
    on: '⚠️ Notebook servers reach the internet.',
    off: 'Notebook servers no longer reach the internet.',
    usual: true,
  },
};

const IMAGES: readonly (readonly [path: string, what: string, end: string])[] = [
  ['singleuser.image', 'Image of notebook servers', ', for new servers'],
  ['hub.image', 'Image of the hub', ''],
];

/** Values of hub.values that change, with both sides. What other sentences call code, rights or data is theirs. */
export function chartValueSentences(changes: readonly Change[], write: Writer): readonly string[] {
  const values = changes
    .flatMap(({ settings = [] }) => settings)
    .filter(({ setting }) => setting.startsWith(PREFIX))
    .map((one) => ({ ...one, setting: one.setting.slice(PREFIX.length) }));
  const told = changes.flatMap(({ code = [], rights = [], dataPlaces = [] }) => [
    ...[...code, ...rights].map(({ path }) => path),
    ...dataPlaces,
  ]);
  const isTold = ({ setting }: SettingChange): boolean =>
    told.some((path) => setting === path || setting.startsWith(`${path}.`)) ||
    IMAGES.some(([path]) => setting === `${path}.name` || setting === `${path}.tag`) ||
    Object.hasOwn(SWITCHES, setting);
  const others = values.filter((one) => !isTold(one)).map((one) => `${write.code(one.setting)} ${sides(one, write)}`);
  return [
    ...values.flatMap(switchSentence),
    ...IMAGES.flatMap((image) => imageSentence(image, values, write)),
    ...(others.length === 0 ? [] : [`Values of the chart change: ${firstOf(others, NAMED)}.`]),
  ];
}

function switchSentence({ setting, before, after }: SettingChange): readonly string[] {
  const found = Object.hasOwn(SWITCHES, setting) ? SWITCHES[setting] : undefined;
  if (found === undefined) return [];
  const [was, is] = [before ?? found.usual, after ?? found.usual];
  return was === is ? [] : [is === true ? found.on : found.off];
}

function imageSentence(
  [path, what, end]: (typeof IMAGES)[number],
  values: readonly SettingChange[],
  write: Writer,
): readonly string[] {
  const parts = ['name', 'tag'].flatMap((key) => {
    const change = values.find(({ setting }) => setting === `${path}.${key}`);
    return change === undefined ? [] : [`${key} ${sides(change, write)}`];
  });
  return parts.length === 0 ? [] : [`${what}: ${parts.join(', ')}${end}.`];
}

function sides({ before, after }: SettingChange, write: Writer): string {
  const side = (value: SettingChange['after']): string => {
    const text = settingText(value);
    return text === undefined ? 'none' : write.code(oneLine(write.plain(text), 80));
  };
  return `${side(before)} → ${side(after)}`;
}
