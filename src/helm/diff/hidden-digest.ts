import { hashOf } from '../../change/canonical.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { canonical } from '../values/values.js';
import { hideValues } from './manifests.js';

/** A value that differs: its path, and what is on each side. */
type Difference = readonly [path: string, before: Json | undefined, after: Json | undefined];

/** With what digests of a release are made. */
export interface DigestKey {
  /** Undefined before the first installation. */
  readonly key: string | undefined;
  /** Literal values that are kept and shown nowhere; they are in digests with a key only. */
  readonly literals: readonly Difference[];
}

/** Digests without a key, for what holds nothing secret. */
export const NO_KEY: DigestKey = { key: undefined, literals: [] };

/**
 * How digests are made of what a release does and does not show: with an id of the cluster as key, which readers of a
 * record do not know, and only with it over literal values under names that look secret.
 */
export function digestKey(uid: string | undefined, values: JsonObject): DigestKey {
  return { key: uid, literals: uid === undefined ? [] : differences(hideValues(values), values) };
}

/** Digest over all that differs between pairs of trees, shown or not; undefined where nothing does. */
export function hiddenDigest(
  pairs: readonly (readonly [Json | undefined, Json | undefined])[],
  { key, literals }: DigestKey,
): string | undefined {
  const found = pairs.map(([before, after]) => differences(before, after));
  if (found.every((list) => list.length === 0)) return undefined;
  return hashOf([found, literals], key);
}

function differences(before: Json | undefined, after: Json | undefined, path = ''): readonly Difference[] {
  if (canonical(before) === canonical(after)) return [];
  const [olds, news] = [entries(before), entries(after)];
  if (olds !== undefined && news !== undefined) {
    const keys = [...new Set([...olds.keys(), ...news.keys()])].sort();
    return keys.flatMap((key) => differences(olds.get(key), news.get(key), `${path}/${key.replaceAll('/', '~1')}`));
  }
  // A checksum says what is compared by itself, and changes with what others change in the same object.
  return /\/checksum~1[^/]*$/.test(path) ? [[path, undefined, 'changed']] : [[path, before, after]];
}

function entries(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (Array.isArray(value)) return new Map((value as readonly Json[]).map((inner, index) => [String(index), inner]));
  return isObject(value) ? new Map(Object.entries(value)) : undefined;
}
