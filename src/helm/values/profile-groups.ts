import type { JsonObject, Profile } from '../../config/model.js';
import { HUB_FOLDER, READ_ONLY } from './hub-files.js';
import { profileList } from './profiles.js';

/** Key of `hub.extraFiles` under which the profiles with their groups go into the hub. */
export const PROFILES_FILE = 'jupyterhub-gke-profiles.json';

const CODE = `from profile_groups import load_profiles, offer_profiles

offer_profiles(c.KubeSpawner, load_profiles())
`;

/**
 * Values by which each person is offered the profiles of their groups only: the list as data, and code of ours that
 * asks it. KubeSpawner has no groups for profiles. Without a profile with groups there are none of these.
 * @param code text of profile_groups.py
 */
export function profileGroupValues(profiles: readonly Profile[], code: string): JsonObject {
  if (!profiles.some(({ groups }) => groups.length > 0)) return {};
  const offered = profileList(profiles).map((entry, index) => {
    const groups = profiles[index]?.groups ?? [];
    const { slug = null, ...rest } = entry;
    // In front, where a plan that cuts long texts still shows them.
    return groups.length === 0 ? entry : { slug, groups, ...rest };
  });
  return {
    hub: {
      extraFiles: {
        'profile_groups.py': { mountPath: `${HUB_FOLDER}/profile_groups.py`, stringData: code, mode: READ_ONLY },
        [PROFILES_FILE]: { mountPath: `${HUB_FOLDER}/${PROFILES_FILE}`, data: { profiles: offered }, mode: READ_ONLY },
      },
      extraConfig: { '01-jupyterhub-gke-profiles': CODE },
    },
  };
}
