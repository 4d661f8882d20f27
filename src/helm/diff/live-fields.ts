import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../config/model.js';
import { entryOf, isObject } from '../../json.js';
import { ADDRESS, canonical } from '../values/values.js';
import type { Manifest } from './manifests.js';

/** A field of a manifest that an object of the cluster does not have as the manifest says. */
export interface FieldDifference {
  /** Keys from the object's root; an element of a list with a name goes by that name. */
  readonly path: readonly string[];
  /** What the cluster has there; undefined: nothing. */
  readonly live: Json | undefined;
}

const NOTES: ReadonlySet<string> = new Set(['annotations', 'labels']);

/** Fields that say what the object is, and what only the record of a Secret has. */
const IDENTITY = new Set(['apiVersion', 'kind', 'status', 'keys']);

/**
 * The fields of a recorded manifest that a live object does not have so. What the cluster has besides is not looked at:
 * Kubernetes and its controllers add fields to every object. A record holds no secrets and no long texts, so fields with
 * a secret are left out, and a long text is compared by its digest.
 * @param address host name of the hub, for which a record has a placeholder
 */
export function fieldDifferences(recorded: Manifest, live: JsonObject, address: string): readonly FieldDifference[] {
  const { kind } = recorded;
  const object = withAddress(recorded.object, address) as JsonObject;
  // A home or a database may have grown since, and nothing else of a claim can change.
  if (kind === 'PersistentVolumeClaim') return [];
  if (kind === 'Secret') return missingKeys(object, live);
  return Object.entries(closed(kind, object, live)).flatMap(([key, value]) => {
    if (IDENTITY.has(key)) return [];
    if (key !== 'metadata') return walk(value, live[key], [key]);
    const [was, is] = [value, live.metadata].map((one) => (isObject(one) ? one : {})) as [JsonObject, JsonObject];
    return ['labels', 'annotations'].flatMap((part) => walk(was[part], is[part], ['metadata', part]));
  });
}

function withAddress(value: Json, address: string): Json {
  if (typeof value === 'string') return value.replaceAll(ADDRESS, address);
  if (Array.isArray(value)) return value.map((inner: Json) => withAddress(inner, address));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withAddress(inner, address)]));
}

/** A network policy with every field that the cluster has besides as an empty one: a rule more lets somebody through. */
function closed(kind: string, object: JsonObject, live: JsonObject): JsonObject {
  if (kind !== 'NetworkPolicy' || !isObject(live.spec) || !isObject(object.spec)) return object;
  return {
    ...object,
    spec: { ...Object.fromEntries(Object.keys(live.spec).map((key) => [key, null])), ...object.spec },
  };
}

function missingKeys(object: JsonObject, live: JsonObject): readonly FieldDifference[] {
  const keys = Array.isArray(object.keys) ? (object.keys as readonly Json[]).map(String) : [];
  const data = isObject(live.data) ? live.data : {};
  return keys.filter((key) => !(key in data)).map((key) => ({ path: ['data', key], live: undefined }));
}

function walk(was: Json | undefined, is: Json | undefined, path: readonly string[]): readonly FieldDifference[] {
  // Controllers keep notes of their own in annotations and labels.
  if (isEmpty(was)) return isEmpty(is) || NOTES.has(path.at(-1) ?? '') ? [] : [{ path, live: is }];
  // Kubernetes leaves out what is the default of its type.
  if ((was === 0 || was === false) && is === undefined) return [];
  if (isObject(was)) {
    if (!isObject(is)) return [{ path, live: is }];
    return Object.entries(was).flatMap(([key, inner]) => walk(inner, entryOf(is, key), [...path, key]));
  }
  if (Array.isArray(was)) return walkList(was, is, path);
  if (path.at(-2) === 'annotations' && /^checksum\//.test(path.at(-1) ?? '')) return [];
  const text = String(was);
  // The record has a placeholder here, or nothing.
  if (text.includes('${') || text.startsWith('(hidden)')) return [];
  if (/^sha256:[0-9a-f]{64}$/.test(text)) {
    const digest = typeof is === 'string' ? `sha256:${createHash('sha256').update(is).digest('hex')}` : undefined;
    return digest === text || is === text ? [] : [{ path, live: is }];
  }
  // A port may be a number on one side and a text on the other.
  return !isObject(is) && !Array.isArray(is) && is !== undefined && String(is) === text ? [] : [{ path, live: is }];
}

function walkList(was: readonly Json[], is: Json | undefined, path: readonly string[]): readonly FieldDifference[] {
  if (!Array.isArray(is)) return [{ path, live: is }];
  const list = is as readonly Json[];
  // Whoever is added to a binding gets its rights.
  if (path[0] === 'subjects' && list.length !== was.length) return [{ path, live: is }];
  const names = was.map(nameOf);
  // Kubernetes tells containers, variables, ports and volumes by their names, and others may add some.
  if (names.every((name) => name !== undefined) && new Set(names).size === names.length) {
    return was.flatMap((inner, index) => {
      const name = names[index] ?? '';
      return walk(
        inner,
        list.find((one) => nameOf(one) === name),
        [...path, name],
      );
    });
  }
  if (list.length !== was.length) return [{ path, live: is }];
  return was.flatMap((inner, index) => walk(inner, list[index], [...path, String(index)]));
}

function nameOf(value: Json | undefined): string | undefined {
  return isObject(value) && typeof value.name === 'string' ? value.name : undefined;
}

/** Kubernetes drops what is empty. */
function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/** What a difference is known by later: its path, and a digest of what the cluster has. */
export function differenceKey({ path, live }: FieldDifference): readonly [string, string] {
  const digest = createHash('sha256').update(canonical(live)).digest('hex').slice(0, 16);
  return [JSON.stringify(path), digest];
}
