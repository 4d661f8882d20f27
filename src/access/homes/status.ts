import { type RaceOptions, retryRaces } from '../../cloud/races.js';
import { ToolError } from '../../errors.js';
import { type ConfigMap, configMapOf, configMapRef, type HubConfigMaps, isConflict } from '../hub/config-maps.js';
import type { HomeKind } from './names.js';

/** A home of somebody who is out: no rights any more, everything kept. */
export interface LeftHome {
  readonly kind: HomeKind;
  /** Day of leaving, YYYY-MM-DD. */
  readonly day: string;
  /** True while Google empties it, because storage.purge names it. */
  readonly purging?: true;
}

/** Which homes are ready, by key, as the hub reads it (it mounts nothing else), and which are those of people who are out. */
export interface HomeStatus {
  readonly ready: Readonly<Record<string, HomeKind>>;
  readonly left: Readonly<Record<string, LeftHome>>;
}

/** What one step of a run changes: a home that is ready, one whose owner has left, or one that is gone for good. */
export type HomeStatusChange =
  | { readonly key: string; readonly ready: HomeKind }
  | { readonly key: string; readonly left: LeftHome }
  | { readonly key: string; readonly gone: true };

const FILE = 'homes.json';
/** What there is before the first home. */
export const NO_HOME_STATUS: HomeStatus = { ready: {}, left: {} };

/** Reads the homeStatus; undefined where no apply has made the object yet. */
export async function readHomeStatus(configMaps: HubConfigMaps): Promise<HomeStatus | undefined> {
  const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'homes'));
  return live && parseHomeStatus(live.data?.[FILE]);
}

/** Makes the object, empty: the right to write it ends at changing it. True where it is new. */
export async function createHomeStatus(configMaps: HubConfigMaps): Promise<boolean> {
  if (await configMaps.kubernetes.get(configMapRef(configMaps, 'homes'))) return false;
  await configMaps.kubernetes.create(objectOf(configMaps, NO_HOME_STATUS));
  return true;
}

/** Writes changes into the homeStatus as they are now, whatever a second run has written in between. */
export async function updateHomeStatus(
  configMaps: HubConfigMaps,
  changes: readonly HomeStatusChange[],
  pause?: RaceOptions['pause'],
): Promise<void> {
  if (changes.length === 0) return;
  const write = async (): Promise<void> => {
    const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'homes'));
    if (live === undefined) {
      throw new ToolError('The list of the homes of people is gone', {
        where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-homes`,
        hint: 'Run apply: it makes the list anew from what there is.',
      });
    }
    const { resourceVersion } = live.metadata;
    const next = objectOf(configMaps, updatedStatus(parseHomeStatus(live.data?.[FILE]), changes));
    await configMaps.kubernetes.replace({
      ...next,
      metadata: { ...next.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
    });
  };
  await retryRaces(write, { isRace: isConflict, attempts: 10, step: 100, pause });
}

/** Reads the text of `homes.json`; what makes no sense counts as not there, and is found again from what exists. */
export function parseHomeStatus(text: string | undefined): HomeStatus {
  try {
    const { ready, left } = JSON.parse(text ?? '') as Partial<Record<keyof HomeStatus, unknown>>;
    return {
      ready: sound(ready, isKind),
      left: sound(left, (one): one is HomeStatus['left'][string] => {
        const { kind, day, purging } = (one ?? {}) as Record<string, unknown>;
        const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
        return isKind(kind) && isDay && (purging === undefined || purging === true);
      }),
    };
  } catch {
    return NO_HOME_STATUS;
  }
}

/** The homeStatus after some changes, in a steady order. */
export function updatedStatus(homeStatus: HomeStatus, changes: readonly HomeStatusChange[]): HomeStatus {
  const ready = { ...homeStatus.ready };
  const left = { ...homeStatus.left };
  for (const change of changes) {
    delete ready[change.key];
    delete left[change.key];
    if ('ready' in change) ready[change.key] = change.ready;
    if ('left' in change) left[change.key] = change.left;
  }
  return { ready: sorted(ready), left: sorted(left) };
}

function isKind(value: unknown): value is HomeKind {
  return value === 'bucket' || value === 'folder';
}

function sound<T>(value: unknown, isSound: (one: unknown) => one is T): Record<string, T> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(([key, one]) => /^[0-9a-f]{12}$/.test(key) && isSound(one));
  return Object.fromEntries(entries) as Record<string, T>;
}

function sorted<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function objectOf(configMaps: HubConfigMaps, homeStatus: HomeStatus): ConfigMap {
  return configMapOf(configMaps, 'homes', { [FILE]: `${JSON.stringify(homeStatus)}\n` });
}
