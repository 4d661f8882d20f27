import { type RaceOptions, retryRaces } from '../../cloud/races.js';
import { ToolError } from '../../errors.js';
import { type ConfigMap, configMapOf, configMapRef, type HubConfigMaps } from '../hub/config-map.js';
import { isConflict } from '../hub/config-maps.js';
import type { HomeKind } from './names.js';

/** A home whose owner has left: access is revoked, everything is kept. */
export interface LeftHome {
  readonly kind: HomeKind;
  /** Day of leaving, YYYY-MM-DD. */
  readonly day: string;
  /** True while Google deletes its objects because storage.purge names it. */
  readonly purging?: true;
}

/** Homes by key: those that are ready, which are the only ones that the hub mounts, and those of people who left. */
export interface HomeStatus {
  readonly ready: Readonly<Record<string, HomeKind>>;
  readonly left: Readonly<Record<string, LeftHome>>;
}

/** A change of one home: it is ready, its owner has left, or it is deleted. */
export type HomeStatusChange =
  | { readonly key: string; readonly ready: HomeKind }
  | { readonly key: string; readonly left: LeftHome }
  | { readonly key: string; readonly gone: true };

const FILE = 'homes.json';
/** The status before the first home. */
export const NO_HOME_STATUS: HomeStatus = { ready: {}, left: {} };

/** Reads the home status; undefined if no apply has created the ConfigMap yet. */
export async function readHomeStatus(configMaps: HubConfigMaps): Promise<HomeStatus | undefined> {
  const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'homes'));
  return live && parseHomeStatus(live.data?.[FILE]);
}

/** Creates the ConfigMap, empty, since the sync identity may change but not create it. @returns whether it is new */
export async function createHomeStatus(configMaps: HubConfigMaps): Promise<boolean> {
  if (await configMaps.kubernetes.get(configMapRef(configMaps, 'homes'))) return false;
  await configMaps.kubernetes.create(objectOf(configMaps, NO_HOME_STATUS));
  return true;
}

/** Applies changes to the current home status, also if a second run writes at the same time. */
export async function updateHomeStatus(
  configMaps: HubConfigMaps,
  changes: readonly HomeStatusChange[],
  pause?: RaceOptions['pause'],
): Promise<void> {
  if (changes.length === 0) return;
  const write = async (): Promise<void> => {
    const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'homes'));
    if (live === undefined) {
      throw new ToolError('The ConfigMap with the home status is missing', {
        where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-homes`,
        hint: 'Run apply: it creates the ConfigMap again from the existing homes.',
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

/** Reads the text of `homes.json`. Invalid parts are ignored; a later run finds those homes again. */
export function parseHomeStatus(text: string | undefined): HomeStatus {
  try {
    const { ready, left } = JSON.parse(text ?? '') as Partial<Record<keyof HomeStatus, unknown>>;
    return {
      ready: validEntries(ready, isKind),
      left: validEntries(left, (home): home is HomeStatus['left'][string] => {
        const { kind, day, purging } = (home ?? {}) as Record<string, unknown>;
        const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
        return isKind(kind) && isDay && (purging === undefined || purging === true);
      }),
    };
  } catch {
    return NO_HOME_STATUS;
  }
}

/** The home status after some changes, in a stable order. */
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

function validEntries<T>(value: unknown, isValid: (home: unknown) => home is T): Record<string, T> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(([key, home]) => /^[0-9a-f]{12}$/.test(key) && isValid(home));
  return Object.fromEntries(entries) as Record<string, T>;
}

function sorted<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function objectOf(configMaps: HubConfigMaps, homeStatus: HomeStatus): ConfigMap {
  return configMapOf(configMaps, 'homes', { [FILE]: `${JSON.stringify(homeStatus)}\n` });
}
