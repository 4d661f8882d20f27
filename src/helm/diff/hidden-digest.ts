import { hashOf } from '../../change/canonical.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { canonical } from '../values/values.js';
import { hideValues } from './manifests.js';

/** A value that differs: its path and both sides. */
type Difference = readonly [path: string, before: Json | undefined, after: Json | undefined];

/** What the digests of a release are keyed with. */
export interface DigestKey {
  /** Undefined before the first installation. */
  readonly key: string | undefined;
  /** Literal values that are neither kept nor shown. Only digests with a key cover them. */
  readonly literals: readonly Difference[];
}

/** For digests without a key, over data without secrets. */
export const NO_KEY: DigestKey = { key: undefined, literals: [] };

/**
 * The key for the digests of a release. The key is an id from the cluster, which the readers of a record do not know.
 * Without the id, digests leave out literal values under names that look secret.
 */
export function digestKey(uid: string | undefined, values: JsonObject): DigestKey {
  return { key: uid, literals: uid === undefined ? [] : differences(hideValues(values), values) };
}

/** Digest over all differences between pairs of trees, shown or not. Undefined if nothing differs. */
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
  // Only the path of a checksum counts. Its source is compared by itself, and other changes of that source change it too.
  return /\/checksum~1[^/]*$/.test(path) ? [[path, undefined, 'changed']] : [[path, before, after]];
}

function entries(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (Array.isArray(value)) return new Map((value as readonly Json[]).map((inner, index) => [String(index), inner]));
  return isObject(value) ? new Map(Object.entries(value)) : undefined;
}
