/** A value of the configuration that may be kept and shown. Null: the file leaves it open. */
export type SettingValue = string | number | boolean | null;

/** Values of a configuration by their names, such as `profiles[large].memory.limit`. It contains no secret. */
export type Settings = Readonly<Record<string, SettingValue>>;

/** A setting that is another one than that of the last apply. A side is absent where the setting did not exist. */
export interface SettingChange {
  readonly setting: string;
  readonly before?: SettingValue;
  readonly after?: SettingValue;
}

/** Names of settings that come and go with what the file lists: a profile, a secret, a budget, a node pool, a value of the chart. */
const LISTED = /^(?:(?:profiles|secrets|budgets|warm|platform\.nodePools)\[[^\]]*\]|hub\.values(?=\.))/;

/** Settings that earlier versions did not have, with the value that stands for what those did. */
const ADDED: Settings = { 'platform.zones': null, 'platform.cluster.mode': 'autopilot' };

/**
 * Settings that differ, sorted by name. A setting that an older version of this program did not record is not compared:
 * nobody knows what it was.
 */
export function settingChanges(before: Settings, after: Settings): readonly SettingChange[] {
  const [old, now] = [new Map(Object.entries({ ...ADDED, ...before })), new Map(Object.entries(after))];
  const listed = (names: Iterable<string>): ReadonlySet<string> =>
    new Set([...names].map((name) => LISTED.exec(name)?.[0] ?? name));
  const [oldListed, nowListed] = [listed(old.keys()), listed(now.keys())];
  const isComparable = (name: string): boolean => {
    if (old.has(name) && now.has(name)) return true;
    const [place] = LISTED.exec(name) ?? [];
    if (place === undefined) return false;
    return place === 'hub.values' || !(oldListed.has(place) && nowListed.has(place));
  };
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name) && isComparable(name))
    .sort()
    .map((setting) => {
      const [was, is] = [old.get(setting), now.get(setting)];
      return { setting, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
    });
}

/** The text of a setting's value; undefined where it is absent or open. */
export function settingText(value: SettingValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** Reads settings that a cluster kept. Undefined for anything that is not our format. */
export function parseSettings(text: string | undefined): Settings | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '');
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const isValue = (value: unknown): boolean =>
      value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return Object.values(read).every(isValue) ? (read as Settings) : undefined;
  } catch {
    return undefined;
  }
}
