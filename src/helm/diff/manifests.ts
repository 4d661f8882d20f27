import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import type { Json, JsonObject } from '../../config/model.js';
import { ToolError } from '../../errors.js';
import { isObject } from '../../json.js';

/** One rendered object without secrets. A Secret keeps only the names of its keys. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** As the chart writes it. helm puts an object without one into the namespace of the release. */
  readonly namespace?: string;
  readonly object: JsonObject;
}

/** Matches a key whose literal value is hidden wherever values or manifests are kept or shown. */
export const SECRET_KEY = /passw|secret|token|credential|private|api[-_]?key|cookie|^keys?$/i;

const SEPARATOR = '\n---\n';

/** Reads the output of `helm template`, hides secrets and sorts by kind and name. */
export function parseManifests(text: string): readonly Manifest[] {
  return manifestsOf(objectsOf(text));
}

/**
 * Reads the same output one document at a time and yields to other work in between. Parsing a chart takes a fifth of a
 * second, and terraform would wait for its next step meanwhile.
 */
export async function parseInTurns(text: string): Promise<readonly Manifest[]> {
  return hideSecrets(await rawInTurns(text));
}

/** The same with the secrets, as far as the rendering has any: what is compared with the cluster's rendering. */
export async function rawInTurns(text: string): Promise<readonly Manifest[]> {
  const objects: unknown[] = [];
  for (const document of text.split(/^(?=---(?:\s|$))/m)) {
    objects.push(...objectsOf(document));
    await nextTurn();
  }
  return rawManifests(objects);
}

/** The objects without secrets, in order. */
export function hideSecrets(manifests: readonly Manifest[]): readonly Manifest[] {
  return inOrder(manifests.map((manifest) => ({ ...manifest, object: withoutSecrets(manifest) })));
}

/** The documents of a YAML stream. */
export function objectsOf(text: string): unknown[] {
  return parseAllDocuments(text).map((document): unknown => {
    if ('errors' in document && document.errors.length > 0) {
      throw new ToolError(`helm rendered text that is not YAML: ${document.errors[0]?.message ?? ''}`, {
        where: 'helm template',
        hint: 'Correct the value of hub.values that breaks the rendered text, or use another version of the chart.',
      });
    }
    return document.toJS({ maxAliasCount: 1000 });
  });
}

/** Reads the text of `writeManifests`, or any other YAML stream. */
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
  return hideSecrets(rawManifests(objects));
}

/**
 * The objects of a rendering as they are, secrets included. helm creates every entry of a list, so a list counts as its
 * entries. What has no kind or name is refused: no plan could show it, and helm might create it all the same.
 */
export function rawManifests(objects: readonly unknown[]): readonly Manifest[] {
  return objects.flatMap((object): readonly Manifest[] => {
    if (object === null || object === undefined) return [];
    if (!isObject(object)) throw unreadable('a text that is no object');
    const { apiVersion, kind, metadata, items } = object;
    if (typeof kind === 'string' && /List$/.test(kind) && Array.isArray(items)) return rawManifests(items);
    const { name, namespace } = isObject(metadata) ? metadata : {};
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string' || name === '') {
      throw unreadable(
        `an object${typeof kind === 'string' ? ` of the kind ${JSON.stringify(kind)}` : ''} without a name`,
      );
    }
    const isPlaced = typeof namespace === 'string' && namespace !== '';
    return [{ apiVersion, kind, name, ...(isPlaced ? { namespace } : {}), object }];
  });
}

function unreadable(what: string): ToolError {
  return new ToolError(`The chart renders ${what}, which no plan can show`, {
    where: 'helm template',
    hint: 'Use a chart in which every object has apiVersion, kind and metadata.name.',
  });
}

/** Sorts manifests of all charts by kind and name. */
export function inOrder(manifests: readonly Manifest[]): readonly Manifest[] {
  const key = ({ kind, name, namespace = '', apiVersion }: Manifest): string =>
    [kind, name, namespace, apiVersion].join('/');
  return [...manifests].sort((a, b) => compare(key(a), key(b)));
}

/**
 * The manifests as a YAML stream for the record in the cluster. Each document is JSON, which is parsed at once. The YAML
 * parser would delay every plan by a fifth of a second.
 */
export function writeManifests(manifests: readonly Manifest[]): string {
  return manifests.map(({ object }) => JSON.stringify(object)).join(SEPARATOR);
}

function withoutSecrets({ kind, object }: Manifest): JsonObject {
  if (kind === 'Secret') {
    const keys = [object.data, object.stringData].flatMap((data) => (isObject(data) ? Object.keys(data) : []));
    const { data: _, stringData: __, ...rest } = object;
    // A manifest from a record has no data any more, but it has the names.
    return { ...rest, keys: Array.isArray(object.keys) && keys.length === 0 ? object.keys : keys.sort() };
  }
  if (kind === 'ConfigMap' && isObject(object.data)) {
    // For a long text its digest suffices to see a change. The chart's own Python files would fill the record.
    const data = Object.entries(object.data).map(([key, value]) => [key, digestIfLong(value)] as const);
    return { ...object, data: Object.fromEntries(data) };
  }
  return hideVariables(object) as JsonObject;
}

function digestIfLong(value: Json): Json {
  if (typeof value !== 'string' || value.length <= 200) return value;
  return sha256Of(value);
}

function sha256Of(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Hides the literal values of environment variables whose names look secret. */
function hideVariables(value: Json): Json {
  if (Array.isArray(value)) return value.map(hideVariables);
  if (!isObject(value)) return value;
  const isSecretVariable =
    typeof value.name === 'string' && SECRET_KEY.test(value.name) && typeof value.value === 'string';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isSecretVariable && key === 'value' ? '(hidden)' : hideVariables(inner),
    ]),
  );
}

/**
 * Symbolic values without the literal texts under keys that look secret, at any depth, such as `DB_PASSWORD: {value: …}`.
 * Lists of environment variables are covered too. Code whose name looks secret leaves its digest, so that a change is seen.
 */
export function hideValues(value: Json, isSecret = false, section = ''): Json {
  if (Array.isArray(value)) return value.map((inner: Json) => hideValues(inner, isSecret));
  if (isObject(value)) {
    const isVariable = typeof value.name === 'string' && SECRET_KEY.test(value.name);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        // The name of a Secret and of one of its keys is no secret, and which one a pod uses is worth a review.
        if (key === 'secretKeyRef' && isObject(inner)) return [key, inner];
        const isHidden = isSecret || SECRET_KEY.test(key) || (isVariable && key === 'value');
        const shown = hideValues(inner, isHidden, key);
        const isCode = section === 'extraConfig' && !isSecret && shown === '(hidden)';
        return [key, isCode ? `(hidden) ${sha256Of(String(inner))}` : shown];
      }),
    );
  }
  const isSymbol = typeof value === 'string' && /^\$\{secret:[^}]*\}$/.test(value);
  return typeof value === 'string' && value !== '' && !isSymbol && isSecret ? '(hidden)' : value;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
