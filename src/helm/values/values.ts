import { formatFault } from '../../config/chart/format-braces.js';
import type { Json, JsonObject } from '../../config/model.js';
import type { Path } from '../../config/yaml/locate.js';
import { ConfigurationError } from '../../errors.js';
import { isObject } from '../../json.js';

/** Placeholder for the hub's host name, which is unknown until the IP address is reserved. */
export const ADDRESS = `\${hub.address}`;

/** Placeholder for the version of the Secret with the variables of pods, which is unknown until the Secret is written. */
export const SECRETS_VERSION = `\${secrets.version}`;

/** Merges by helm's own rule: objects merge key by key. Everything else, lists too, is replaced by the later value. */
export function merge(below: JsonObject, above: JsonObject): JsonObject {
  // Without a prototype, `__proto__` in a user's file is a key like any other.
  const merged: Record<string, Json> = Object.assign(Object.create(null), below);
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isObject(value) ? merge(isObject(under) ? under : {}, value) : value;
  }
  return merged;
}

/** The value at a dotted path such as `hub.db.pvc`. Undefined if a step is missing. Keys with dots cannot be addressed. */
export function valueAt(values: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = values;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** An object with one value at a dotted path. */
export function nest(path: string, value: Json): JsonObject {
  return path
    .split('.')
    .reverse()
    .reduce<Json>((inner, key) => ({ [key]: inner }), value) as JsonObject;
}

/** The name in a `{secretRef: NAME}` object. Undefined for anything else. */
export function secretName(value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const name = value.secretRef;
  return keys.length === 1 && typeof name === 'string' ? name : undefined;
}

/** Values that a plan may show and render: each secret becomes `${secret:NAME}`, the address stays symbolic. */
export function symbolic(values: JsonObject): JsonObject {
  return transform(values, (name) => `\${secret:${name}}`) as JsonObject;
}

/** Values that helm gets at apply, with the secrets and the address filled in. Fails if a secret has no value. */
export function resolve(
  values: JsonObject,
  known: {
    readonly address: string;
    readonly secrets: Readonly<Record<string, string>>;
    readonly secretsVersion?: string | undefined;
  },
): JsonObject {
  const secret = (name: string, path: Path): string => {
    const value = Object.hasOwn(known.secrets, name) ? known.secrets[name] : undefined;
    // Where KubeSpawner expands a text, a single brace in a secret (JSON has braces) would fail every start.
    if (value !== undefined) return formatFault(path, '{') === undefined ? value : value.replace(/[{}]/g, '$&$&');
    throw new ConfigurationError(`hub.values refers to the secret "${name}", which has no value`, {
      where: `secrets.${name}`,
      hint: 'Declare it under "secrets" and give its variable to the apply step.',
    });
  };
  const texts = { [ADDRESS]: known.address, [SECRETS_VERSION]: known.secretsVersion ?? SECRETS_VERSION };
  return transform(values, secret, texts) as JsonObject;
}

/** Text for KubeSpawner fields that go through Python's str.format. There a literal brace is written twice. */
export function escapeBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

/** Sorted names of all secrets to which the values refer. */
export function secretNames(values: JsonObject): readonly string[] {
  const names = new Set<string>();
  transform(values, (name) => {
    names.add(name);
    return name;
  });
  return [...names].sort();
}

function transform(
  value: Json,
  secret: (name: string, path: Path) => string,
  texts: Readonly<Record<string, string>> = {},
  path: Path = [],
): Json {
  if (typeof value === 'string') {
    return Object.entries(texts).reduce(
      (text, [placeholder, known]) => text.replaceAll(placeholder, () => known),
      value,
    );
  }
  if (Array.isArray(value)) {
    return value.map((inner: Json, index) => transform(inner, secret, texts, [...path, index]));
  }
  if (!isObject(value)) return value;
  const name = secretName(value);
  if (name !== undefined) return secret(name, path);
  const result: Record<string, Json> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) result[key] = transform(inner, secret, texts, [...path, key]);
  return result;
}

/**
 * JSON with sorted keys, so that equal values give equal text. Unlike `hashOf` in src/change/canonical.ts it counts an
 * undefined member as null. It stays a function of its own, because clusters store digests of its texts.
 */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((inner: Json) => canonical(inner)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
