import { setTimeout as sleep } from 'node:timers/promises';
import { type KubeObject, type KubeRef, KubernetesError } from '../../cloud/kubernetes.js';
import { ToolError } from '../../errors.js';
import type { HubLists } from '../hub-lists.js';
import type { HomeKind } from './names.js';

/** A home of somebody who is out: no rights any more, everything kept. */
export interface LeftMark {
  readonly kind: HomeKind;
  /** Day of leaving, YYYY-MM-DD. */
  readonly day: string;
  /** True while Google empties it, because storage.purge names it. */
  readonly purging?: true;
}

/** Which homes are ready, by key, as the hub reads it (it mounts nothing else), and which are those of people who are out. */
export interface HomeMarks {
  readonly ready: Readonly<Record<string, HomeKind>>;
  readonly left: Readonly<Record<string, LeftMark>>;
}

/** What one step of a run changes: a home that is ready, one whose owner has left, or one that is gone for good. */
export type MarkChange =
  | { readonly key: string; readonly ready: HomeKind }
  | { readonly key: string; readonly left: LeftMark }
  | { readonly key: string; readonly gone: true };

interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

const FILE = 'homes.json';
const ATTEMPTS = 10;
const NONE: HomeMarks = { ready: {}, left: {} };

/** Reads the marks; undefined where no apply has made the object yet. */
export async function readMarks(lists: HubLists): Promise<HomeMarks | undefined> {
  const live = await lists.kubernetes.get<ConfigMap>(reference(lists));
  return live && parseMarks(live.data?.[FILE]);
}

/** Makes the object, empty: the right to write it ends at changing it. True where it is new. */
export async function makeMarks(lists: HubLists): Promise<boolean> {
  if (await lists.kubernetes.get(reference(lists))) return false;
  await lists.kubernetes.create(objectOf(lists, NONE));
  return true;
}

/** Writes changes into the marks as they are now, whatever a second run has written in between. */
export async function changeMarks(
  lists: HubLists,
  changes: readonly MarkChange[],
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<void> {
  if (changes.length === 0) return;
  for (let attempt = 1; ; attempt += 1) {
    const live = await lists.kubernetes.get<ConfigMap>(reference(lists));
    if (live === undefined) {
      throw new ToolError('The list of the homes of people is gone', {
        where: `ConfigMap ${lists.namespace}/${lists.hub}-homes`,
        hint: 'Run apply: it makes the list anew from what there is.',
      });
    }
    const { resourceVersion } = live.metadata;
    const next = objectOf(lists, changed(parseMarks(live.data?.[FILE]), changes));
    try {
      await lists.kubernetes.replace({
        ...next,
        metadata: { ...next.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
      });
      return;
    } catch (error) {
      if (!(error instanceof KubernetesError) || error.status !== 409 || attempt === ATTEMPTS) throw error;
      await pause(100 * attempt * (0.5 + Math.random()));
    }
  }
}

/** Reads the text of `homes.json`; what makes no sense counts as not there, and is found again from what exists. */
export function parseMarks(text: string | undefined): HomeMarks {
  try {
    const { ready, left } = JSON.parse(text ?? '') as Partial<Record<keyof HomeMarks, unknown>>;
    return {
      ready: sound(ready, isKind),
      left: sound(left, (one): one is HomeMarks['left'][string] => {
        const { kind, day, purging } = (one ?? {}) as Record<string, unknown>;
        const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
        return isKind(kind) && isDay && (purging === undefined || purging === true);
      }),
    };
  } catch {
    return NONE;
  }
}

/** The marks after some changes, in a steady order. */
export function changed(marks: HomeMarks, changes: readonly MarkChange[]): HomeMarks {
  const ready = { ...marks.ready };
  const left = { ...marks.left };
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

function reference({ hub, namespace }: HubLists): KubeRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${hub}-homes` };
}

function objectOf(lists: HubLists, marks: HomeMarks): ConfigMap {
  const { apiVersion, kind, namespace, name } = reference(lists);
  const labels = { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'app.kubernetes.io/instance': lists.hub };
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels },
    data: { [FILE]: `${JSON.stringify(marks)}\n` },
  };
}
