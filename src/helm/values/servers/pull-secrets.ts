import type { HubConfig, JsonObject } from '../../../config/model.js';

/** Values by which notebook pods pull their images. The companion chart makes the Secrets, in the order of the file. */
export function pullSecretValues({ name, pullSecrets }: HubConfig): JsonObject {
  if (pullSecrets.length === 0) return {};
  return { singleuser: { image: { pullSecrets: pullSecrets.map((_, index) => pullSecretObject(name, index)) } } };
}

/** Name of the Secret that the companion chart makes of one of images.pullSecrets. */
export function pullSecretObject(hub: string, index: number): string {
  return `${hub}-pull-${index}`;
}
