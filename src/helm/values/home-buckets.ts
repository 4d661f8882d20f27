import { BUCKET_FOLDER, type HubConfig, type JsonObject } from '../../config/model.js';
import { dataFile, moduleFiles } from './hub-files.js';

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
        ...moduleFiles(['home_bucket.py'], { 'home_bucket.py': code }),
        ...dataFile(HOMES_FILE, { project, hub: name, mountPath: BUCKET_FOLDER }),
      },
      extraConfig: { 'zz-jupyterhub-gke-homes': HOOK_CODE },
    },
  };
}
