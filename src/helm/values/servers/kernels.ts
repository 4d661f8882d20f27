import type { HubConfig, JsonObject } from '../../../config/model.js';

/** Values that end what idles inside a server. notebook_idle.py reads the variable. */
export function kernelValues(config: HubConfig): JsonObject {
  return { singleuser: { extraEnv: { JUPYTERHUB_GKE_IDLE_SECONDS: String(idleKernels(config)) } } };
}

/** Seconds after which kernels and terminals end. By default none ends before its server may. */
function idleKernels({ culling, profiles, idleKernels: given }: HubConfig): number {
  return given ?? Math.max(culling.idle, ...profiles.map((profile) => profile.culling?.idle ?? 0));
}
