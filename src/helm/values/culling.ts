import type { Culling, JsonObject, Profile } from '../../config/model.js';
import { dataFile } from './hub-files.js';
import { standardOf } from './profiles.js';

/** Key of `hub.extraFiles` that gives the access reconciler the limits of each profile. */
export const CULLING_FILE = 'jupyterhub-gke-culling.json';

// JupyterHub's default in seconds: how often a notebook server reports when it was last used.
const REPORT_INTERVAL = 300;

/**
 * Values that decide when servers are stopped. The chart's culler has one limit for all servers, so it gets the longest.
 * The access reconciler stops servers whose profile has a shorter limit. If no profile has limits of its own, the chart's
 * culler works alone.
 */
export function cullingValues(usual: Culling, profiles: readonly Profile[]): JsonObject {
  const own = profiles.filter(({ culling }) => culling !== undefined);
  const all = [usual, ...profiles.map(({ culling }) => culling ?? usual)];
  const idles = all.map(({ idle }) => idle);
  const ages = all.map(({ maxAge }) => maxAge ?? Number.POSITIVE_INFINITY);
  const oldest = Math.max(...ages);
  const shortest = Math.min(...idles, ...ages);
  const standard = standardOf(profiles)?.name ?? '';
  return {
    cull: {
      timeout: Math.max(...idles),
      // To the chart 0 means never.
      maxAge: Number.isFinite(oldest) ? oldest : 0,
      every: Math.min(600, Math.ceil(shortest / 6)),
    },
    // With reports every five minutes only, a short limit would take a server in use for an idle one.
    ...(Math.min(...idles) < 6 * REPORT_INTERVAL
      ? { singleuser: { extraEnv: { JUPYTERHUB_ACTIVITY_INTERVAL: '60' } } }
      : {}),
    ...(own.length === 0 ? {} : { hub: { extraFiles: dataFile(CULLING_FILE, limits(usual, own, standard)) } }),
  };
}

function limits(usual: Culling, own: readonly Profile[], standard: string): JsonObject {
  const times = ({ idle, maxAge = null }: { idle: number; maxAge?: number | null | undefined }) => ({ idle, maxAge });
  return {
    standard,
    usual: times(usual),
    profiles: Object.fromEntries(own.map(({ name, culling }) => [name, times(culling ?? usual)])),
  };
}
