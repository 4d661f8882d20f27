import type { JsonObject, Limits } from '../../../config/model.js';
import { bytes } from '../../../config/quantity.js';
import { dataFile } from '../hub-files.js';

/** Key of `hub.extraFiles` that gives the hub the limit of a person's memory. */
export const LIMITS_FILE = 'jupyterhub-gke-limits.json';

/** Values that limit servers. JupyterHub counts them; server_limits.py adds up memory. To the chart null means no limit. */
export function limitValues({ servers, concurrentSpawns, namedServers, memoryPerUser }: Limits): JsonObject {
  return {
    hub: {
      activeServerLimit: servers ?? null,
      concurrentSpawnLimit: concurrentSpawns,
      allowNamedServers: namedServers > 0,
      // JupyterHub takes 0 for any number, but then it allows none at all.
      namedServerLimitPerUser: namedServers,
      ...(memoryPerUser === undefined
        ? {}
        : {
            extraFiles: {
              ...dataFile(LIMITS_FILE, { memoryPerUser: bytes(memoryPerUser) }),
            },
          }),
    },
  };
}
