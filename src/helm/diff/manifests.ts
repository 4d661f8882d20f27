import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import type { Json, JsonObject } from '../../config/model.js';
import { ToolError } from '../../errors.js';
import { isObject } from '../../json.js';

/** One rendered object, without anything secret: Secrets keep the names of their keys only. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly object: JsonObject;
}

/** A key whose literal value is hidden wherever values or manifests are kept or shown. */
export const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;

const SEPARATOR = '\n---\n';

/** Reads the output of `helm template`, hides what is secret and sorts by kind and name. */
export function parseManifests(text: string): readonly Manifest[] {
  return manifestsOf(objectsOf(text));
}

/**
 * The same, one document after the other, with a turn for others in between: a chart is a fifth of a second of work, in
 * which terraform would wait for its next step.
 */
export async function parseInTurns(text: string): Promise<readonly Manifest[]> {
  const objects: unknown[] = [];
  for (const document of text.split(/^(?=---(?:\s|$))/m)) {
    objects.push(...objectsOf(document));
    await others();
  }
  return manifestsOf(objects);
}

function objectsOf(text: string): unknown[] {
  return parseAllDocuments(text).map((document): unknown => {
    if ('errors' in document && document.errors.length > 0) {
      throw new ToolError(`helm rendered something that is no YAML: ${document.errors[0]?.message ?? ''}`);
    }
    return document.toJS({ maxAliasCount: 1000 });
  });
}

/** Reads what `writeManifests` wrote, or YAML in another form. */
export function readManifests(text: string): readonly Manifest[] {
  let objects: unknown[];
  try {
    objects = text.split(SEPARATOR).map((document) => JSON.parse(document) as unknown);
  } catch {
    return parseManifests(text);
  }
  return manifestsOf(objects);
}

function manifestsOf(objects: readonly unknown[]): readonly Manifest[] {
  const manifests: Manifest[] = [];
  for (const object of objects) {
    if (!isObject(object)) continue;
    const { apiVersion, kind, metadata } = object;
    const name = isObject(metadata) ? metadata.name : undefined;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string') continue;
    manifests.push({ apiVersion, kind, name, object: withoutSecrets(kind, object) });
  }
  return inOrder(manifests);
}

/** Manifests by kind and name, whichever chart they are of. */
export function inOrder(manifests: readonly Manifest[]): readonly Manifest[] {
  return [...manifests].sort((a, b) => compare(`${a.kind}/${a.name}`, `${b.kind}/${b.name}`));
}

/**
 * The manifests as a YAML stream, as they are kept in the cluster: each in the form of JSON, which is read in no time,
 * while every plan would wait a fifth of a second for the parser of YAML.
 */
export function writeManifests(manifests: readonly Manifest[]): string {
  return manifests.map(({ object }) => JSON.stringify(object)).join(SEPARATOR);
}

function withoutSecrets(kind: string, object: JsonObject): JsonObject {
  if (kind === 'Secret') {
    const keys = [object.data, object.stringData].flatMap((data) => (isObject(data) ? Object.keys(data) : []));
    const { data: _, stringData: __, ...rest } = object;
    // A record that is read again has lost its data already, and has the names.
    return { ...rest, keys: Array.isArray(object.keys) && keys.length === 0 ? object.keys : keys.sort() };
  }
  if (kind === 'ConfigMap' && isObject(object.data)) {
    // Only whether a text changed matters; the chart's own Python files would fill the record.
    const data = Object.entries(object.data).map(([key, value]) => [key, longText(value)] as const);
    return { ...object, data: Object.fromEntries(data) };
  }
  return hide(object) as JsonObject;
}

function longText(value: Json): Json {
  if (typeof value !== 'string' || value.length <= 200) return value;
  return digest(value);
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Literal values of environment variables and keys that look secret are not kept. */
function hide(value: Json): Json {
  if (Array.isArray(value)) return value.map(hide);
  if (!isObject(value)) return value;
  const secretVariable =
    typeof value.name === 'string' && SECRET_KEY.test(value.name) && typeof value.value === 'string';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, secretVariable && key === 'value' ? '(hidden)' : hide(inner)]),
  );
}

/**
 * Symbolic values without literal text at or anywhere below keys that look secret, such as `DB_PASSWORD: {value: …}`,
 * and in lists of environment variables. Of code whose name looks secret the digest stays, so that a change is seen.
 */
export function hideValues(value: Json, isSecret = false, section = ''): Json {
  if (Array.isArray(value)) return value.map((inner: Json) => hideValues(inner, isSecret));
  if (isObject(value)) {
    const isVariable = typeof value.name === 'string' && SECRET_KEY.test(value.name);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const isHidden = isSecret || SECRET_KEY.test(key) || (isVariable && key === 'value');
        const shown = hideValues(inner, isHidden, key);
        const isCode = section === 'extraConfig' && !isSecret && shown === '(hidden)';
        return [key, isCode ? `(hidden) ${digest(String(inner))}` : shown];
      }),
    );
  }
  const symbol = typeof value === 'string' && /^\$\{secret:[^}]*\}$/.test(value);
  return typeof value === 'string' && value !== '' && !symbol && isSecret ? '(hidden)' : value;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
