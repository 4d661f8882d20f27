import type { JsonObject, Profile } from '../../config/model.js';
import { HUB_FOLDER, READ_ONLY } from './hub-files.js';
import { profileList } from './profiles.js';

/** Key of `hub.extraFiles` that gives the hub the profiles with their groups. */
export const PROFILES_FILE = 'jupyterhub-gke-profiles.json';

const HOOK_CODE = `from profile_groups import load_profiles, offer_profiles

offer_profiles(c.KubeSpawner, load_profiles())
`;

/**
 * Values that offer each person only the profiles of their groups: the list as data, and code of ours that reads it.
 * KubeSpawner itself knows no groups of profiles. Empty if no profile has groups.
 * @param code text of profile_groups.py
 */
export function profileGroupValues(profiles: readonly Profile[], code: string): JsonObject {
  if (!profiles.some(({ groups }) => groups.length > 0)) return {};
  const offered = profileList(profiles).map((entry, index) => {
    const groups = profiles[index]?.groups ?? [];
    const { slug = null, ...rest } = entry;
    // The groups come first, because a plan cuts long texts at the end.
    return groups.length === 0 ? entry : { slug, groups, ...rest };
  });
  return {
    hub: {
      extraFiles: {
        'profile_groups.py': { mountPath: `${HUB_FOLDER}/profile_groups.py`, stringData: code, mode: READ_ONLY },
        [PROFILES_FILE]: { mountPath: `${HUB_FOLDER}/${PROFILES_FILE}`, data: { profiles: offered }, mode: READ_ONLY },
      },
      extraConfig: { '01-jupyterhub-gke-profiles': HOOK_CODE },
    },
  };
}
