import { secretPlace } from '../../config/chart/secret-places.js';
import type { Json, JsonObject } from '../../config/model.js';
import type { Path } from '../../config/yaml/locate.js';
import { isObject } from '../../json.js';
import { merge, SECRETS_VERSION, secretName } from './values.js';

/** Values whose secrets are variables of pods, and the names of these secrets. */
export interface SecretVariables {
  readonly values: JsonObject;
  /** Sorted. */
  readonly names: readonly string[];
}

/** Name of the Secret that holds the variables of a hub's pods. The companion chart creates it. */
export function secretObject(hub: string): string {
  return `${hub}-secrets`;
}

/**
 * Turns secrets that are variables of pods into references to keys of the Secret. As plain values they would be readable in
 * Deployments, in the pod of each notebook, and in everything that copies a pod's description. The annotation restarts the
 * hub when a secret changes, which changes no value.
 */
export function secretVariables(values: JsonObject, hub: string): SecretVariables {
  const names = new Set<string>();
  let restarts = false;
  const refer = (name: string, path: Path): Json => {
    names.add(name);
    restarts ||= path[0] === 'hub' && path[1] !== 'config';
    return { valueFrom: { secretKeyRef: { name: secretObject(hub), key: name } } };
  };
  const visit = (value: Json, path: Path): Json => {
    if (Array.isArray(value)) return value.map((inner: Json, index) => visit(inner, [...path, index]));
    if (!isObject(value)) return value;
    const own = secretName(value);
    if (own !== undefined) return secretPlace(path) === 'variable' ? refer(own, path) : value;
    const result: Record<string, Json> = Object.create(null);
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key];
      const name = key === 'value' ? secretName(inner) : undefined;
      if (name !== undefined && secretPlace(here) === 'variable') Object.assign(result, refer(name, here));
      else result[key] = visit(inner, here);
    }
    return result;
  };
  const referring = visit(values, []) as JsonObject;
  const annotation = { hub: { annotations: { 'checksum/jupyterhub-gke-secrets': SECRETS_VERSION } } };
  return { values: restarts ? merge(referring, annotation) : referring, names: [...names].sort() };
}
