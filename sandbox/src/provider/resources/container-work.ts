import { type Api, ApiRefusal } from '../api.js';
import type { ApiObject } from '../mapping.js';
import { isObject, text, UNKNOWN, type Value, type Values } from '../values.js';

/** A cluster or node pool once nothing works on it any more; undefined where it is gone. */
export async function resting(api: Api, path: string): Promise<ApiObject | undefined> {
  const moving = ['PROVISIONING', 'RECONCILING', 'STOPPING'];
  const found = await api.until(async () => {
    const object = await api.find('container', path);
    return object && moving.includes(String(object.status)) ? undefined : { object };
  });
  return found?.object;
}

/** Starts something and waits; where the cluster is busy with something else, waits for that first. */
export async function finish(
  api: Api,
  values: Values,
  method: string,
  path: string,
  body: unknown,
  doing: string,
): Promise<void> {
  const operation = await api.until(async () => {
    try {
      return await api.call('container', method, path, body);
    } catch (error) {
      if (
        error instanceof ApiRefusal &&
        error.status === 400 &&
        /CLUSTER_ALREADY_HAS_OPERATION|incompatible operation/i.test(error.message)
      )
        return undefined;
      throw error;
    }
  });
  if (operation) await wait(api, values, operation, doing);
}

/** False if it was stopped before the operation ended. */
export async function wait(api: Api, values: Values, operation: ApiObject, doing: string): Promise<boolean> {
  const path = `projects/${text(values, 'project')}/locations/${text(values, 'location')}/operations/${String(operation.name)}`;
  const done = await api.until(async () => {
    const now = await api.find('container', path);
    return now?.status === 'DONE' ? now : undefined;
  });
  const message = done?.statusMessage ?? (done?.error as { message?: string } | undefined)?.message;
  if (message) throw new Error(`Error waiting for ${doing}: ${String(message)}`);
  return done !== undefined;
}

/** The planned state with everything that is not known yet made null. */
export function settled<T extends Value>(value: T): T {
  if (value === UNKNOWN) return null as T;
  if (Array.isArray(value)) return value.map(settled) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settled(inner)])) as T;
}

/** Path of a cluster. */
export function clusterPath(values: Values): string {
  return `projects/${text(values, 'project')}/locations/${text(values, 'location')}/clusters/${text(values, 'name')}`;
}
