import { BUCKET_FOLDER, type HubConfig, type JsonObject } from '../../config/model.js';
import { HUB_FOLDER, READ_ONLY } from './hub-files.js';

/** Key of `hub.extraFiles` under which the hub finds how the buckets of people are called. */
export const HOMES_FILE = 'jupyterhub-gke-homes.json';

// Last of all code, so that it can call a hook that somebody's own code has set.
const CODE = `from home_bucket import add_hook, load_buckets

add_hook(c.KubeSpawner, load_buckets())
`;

/**
 * Values by which the server of a person whose bucket is ready runs as that person's service account, with the bucket as
 * a folder in the home. Without storage.buckets.perUser there are none of these.
 * @param code text of home_bucket.py
 */
export function bucketValues({ name, project, storage }: HubConfig, code: string): JsonObject {
  if (!storage.perUserBuckets) return {};
  return {
    hub: {
      extraFiles: {
        'home_bucket.py': { mountPath: `${HUB_FOLDER}/home_bucket.py`, stringData: code, mode: READ_ONLY },
        [HOMES_FILE]: {
          mountPath: `${HUB_FOLDER}/${HOMES_FILE}`,
          data: { project, hub: name, mountPath: BUCKET_FOLDER },
          mode: READ_ONLY,
        },
      },
      extraConfig: { 'zz-jupyterhub-gke-homes': CODE },
    },
  };
}
