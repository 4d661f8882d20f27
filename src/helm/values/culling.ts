import type { Culling, JsonObject, Profile } from '../../config/model.js';
import { HUB_FOLDER, READ_ONLY } from './hub-files.js';

/** Key of `hub.extraFiles` under which the access reconciler finds the limits of each profile. */
export const CULLING_FILE = 'jupyterhub-gke-culling.json';

// JupyterHub's own: a notebook server says every five minutes when it was last used.
const ACTIVITY_INTERVAL = 300;

/**
 * Values for when servers are stopped. The chart's culler has one limit for all servers, so it gets the longest, and
 * the access reconciler stops those whose profile has a shorter one. Without such a profile the chart's culler does it alone.
 */
export function cullingValues(usual: Culling, profiles: readonly Profile[]): JsonObject {
  const own = profiles.filter(({ culling }) => culling !== undefined);
  const all = [usual, ...profiles.map(({ culling }) => culling ?? usual)];
  const idles = all.map(({ idle }) => idle);
  const ages = all.map(({ maxAge }) => maxAge ?? Number.POSITIVE_INFINITY);
  const oldest = Math.max(...ages);
  const shortest = Math.min(...idles, ...ages);
  const standard = (profiles.find((profile) => profile.default) ?? profiles[0])?.name ?? '';
  return {
    cull: {
      timeout: Math.max(...idles),
      // 0 is the chart's word for never.
      maxAge: Number.isFinite(oldest) ? oldest : 0,
      every: Math.min(600, Math.ceil(shortest / 6)),
    },
    // With the usual five minutes a server in use would look idle to a limit of not much more than that.
    ...(Math.min(...idles) < 6 * ACTIVITY_INTERVAL
      ? { singleuser: { extraEnv: { JUPYTERHUB_ACTIVITY_INTERVAL: '60' } } }
      : {}),
    ...(own.length === 0 ? {} : { hub: { extraFiles: { [CULLING_FILE]: limitsFile(usual, own, standard) } } }),
  };
}

function limitsFile(usual: Culling, own: readonly Profile[], standard: string): JsonObject {
  const limits = ({ idle, maxAge = null }: { idle: number; maxAge?: number | null | undefined }) => ({ idle, maxAge });
  return {
    mountPath: `${HUB_FOLDER}/${CULLING_FILE}`,
    data: {
      standard,
      usual: limits(usual),
      profiles: Object.fromEntries(own.map(({ name, culling }) => [name, limits(culling ?? usual)])),
    },
    mode: READ_ONLY,
  };
}
