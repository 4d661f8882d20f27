import { BUCKET_FOLDER, type HubConfig, type JsonObject } from '../../config/model.js';
import { HUB_FOLDER, READ_ONLY } from './hub-files.js';

/** Key of `hub.extraFiles` that gives the hub the names of its users' buckets. */
export const HOMES_FILE = 'jupyterhub-gke-homes.json';

// It runs after all other code, so that it can call a hook that a user's code has set.
const HOOK_CODE = `from home_bucket import add_hook, load_buckets

add_hook(c.KubeSpawner, load_buckets())
`;

/**
 * Values for buckets of users. Once a person's bucket is ready, their server runs as their own service account and has the
 * bucket as a folder in the home. Empty without storage.buckets.perUser.
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
      extraConfig: { 'zz-jupyterhub-gke-homes': HOOK_CODE },
    },
  };
}
