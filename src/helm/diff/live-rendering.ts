import { parse } from 'yaml';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import type { Manifest } from './manifests.js';
import { objectKey } from './object-key.js';

/** What only an apply knows, and what therefore may differ from the reviewed rendering. */
export interface KnownLater {
  /** Text by the placeholder that stands for it in the reviewed rendering. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Values that stand for a secret that the chart makes or looks up. */
  readonly standIns: ReadonlySet<string>;
}

/** One way in which the cluster's rendering is not the reviewed one. It names objects and fields, and no value. */
export interface LiveDifference {
  readonly object: Manifest;
  readonly what: 'not-reviewed' | 'left-out' | 'changed';
  /** Dotted path of the first field that differs. */
  readonly field?: string;
}

/**
 * Compares what a chart renders with the cluster's answers with the reviewed rendering. They are the same in all but the
 * texts that are known only now, the secrets that the chart keeps, and the checksums of those.
 * @param home namespace of the release
 */
export function liveDifferences(
  reviewed: readonly Manifest[],
  live: readonly Manifest[],
  known: KnownLater,
  home: string,
): readonly LiveDifference[] {
  const expected = new Map(reviewed.map((manifest) => [objectKey(manifest, home), manifest]));
  const seen = new Set<string>();
  const found: LiveDifference[] = [];
  for (const object of live) {
    const key = objectKey(object, home);
    const was = expected.get(key);
    // helm would create the second of two equal names, too.
    if (was === undefined || seen.has(key)) found.push({ object, what: 'not-reviewed' });
    else {
      const field = firstDifference(was.object, object.object, { known, isSecret: object.kind === 'Secret', path: [] });
      if (field !== undefined) found.push({ object, what: 'changed', field: field.join('.') });
    }
    seen.add(key);
  }
  for (const [key, object] of expected) {
    // The chart leaves a hook out that has nothing to do, such as the one that pulls images.
    if (!seen.has(key) && !isHook(object.object)) found.push({ object, what: 'left-out' });
  }
  return found;
}

interface Place {
  readonly known: KnownLater;
  readonly isSecret: boolean;
  readonly path: readonly string[];
}

function firstDifference(was: Json | undefined, is: Json | undefined, place: Place): readonly string[] | undefined {
  const { path, isSecret } = place;
  if (path.at(-2) === 'annotations' && /^checksum\//.test(path.at(-1) ?? '')) {
    return typeof was === typeof is ? undefined : path;
  }
  const [olds, news] = [entriesOf(was), entriesOf(is)];
  if (olds !== undefined && news !== undefined && Array.isArray(was) === Array.isArray(is)) {
    const added = [...news.keys()].find((key) => !olds.has(key));
    if (added !== undefined) return [...path, added];
    for (const [key, inner] of olds) {
      // Where the chart makes a secret itself, the values that it keeps do not have it.
      if (!news.has(key) && isSecret && isStandIn(inner, place.known)) continue;
      if (!news.has(key)) return [...path, key];
      const found = firstDifference(inner, news.get(key), { ...place, path: [...path, key] });
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof was === 'string' && typeof is === 'string') {
    if (isSecret && path.length === 2 && path[0] === 'data') return secretDifference(was, is, place);
    return isSameText(was, is, place) ? undefined : path;
  }
  return was === is ? undefined : path;
}

/** Differences of a value of a Secret. The chart's own values are in one, as YAML, and with them all code of the hub. */
function secretDifference(was: string, is: string, place: Place): readonly string[] | undefined {
  const [old, now] = [was, is].map((text) => Buffer.from(text, 'base64').toString('utf8')) as [string, string];
  const [before, after] = [documentOf(old), documentOf(now)];
  if (before !== undefined && after !== undefined) return firstDifference(before, after, place);
  return isSameText(old, now, place) ? undefined : place.path;
}

function isStandIn(value: Json, known: KnownLater): boolean {
  if (typeof value === 'string') return known.standIns.has(value);
  const inner = entriesOf(value);
  return inner !== undefined && inner.size > 0 && [...inner.values()].every((one) => isStandIn(one, known));
}

function isSameText(was: string, is: string, { known, isSecret }: Place): boolean {
  if (was === is) return true;
  if (isSecret && known.standIns.has(was)) return is !== '';
  return matches(was, is, [...known.texts]);
}

/** Whether a text is another one with all placeholders filled in. A secret may stand there in several spellings. */
function matches(was: string, is: string, texts: readonly (readonly [string, readonly string[]])[]): boolean {
  const next = texts
    .map(([placeholder, values]) => ({ at: was.indexOf(placeholder), placeholder, values }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (next === undefined) return was === is;
  const { at, placeholder, values } = next;
  if (was.slice(0, at) !== is.slice(0, at)) return false;
  const [rest, text] = [was.slice(at + placeholder.length), is.slice(at)];
  return values.some((value) => text.startsWith(value) && matches(rest, text.slice(value.length), texts));
}

function documentOf(text: string): JsonObject | undefined {
  try {
    const value: unknown = parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function entriesOf(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (Array.isArray(value)) return new Map((value as readonly Json[]).map((inner, index) => [String(index), inner]));
  return isObject(value) ? new Map(Object.entries(value)) : undefined;
}

function isHook({ metadata }: JsonObject): boolean {
  const annotations = isObject(metadata) ? metadata.annotations : undefined;
  return isObject(annotations) && 'helm.sh/hook' in annotations;
}
