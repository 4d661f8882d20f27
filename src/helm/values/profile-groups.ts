import type { JsonObject, Profile } from '../../config/model.js';
import { dataFile, moduleFiles } from './hub-files.js';
import { isOffered, profileList } from './profiles.js';

/** Key of `hub.extraFiles` that gives the hub the profiles. */
export const PROFILES_FILE = 'jupyterhub-gke-profiles.json';

const HOOK_CODE = `from kubespawner import KubeSpawner
from profile_groups import give_time_to_start, load_profiles, offer_profiles

offer_profiles(c.KubeSpawner, load_profiles())
give_time_to_start(KubeSpawner)
`;

/**
 * Values that offer each person only the profiles of their groups, and start each of them as it is written: the list as
 * data, and code of ours that reads it. KubeSpawner itself knows no groups of profiles, and replaces the tolerations and
 * the time limit of a start wrongly. Empty if CPU, memory and image are all that the profiles say.
 * @param code text of profile_groups.py
 */
export function profileGroupValues(profiles: readonly Profile[], hub: string, code: string): JsonObject {
  if (!isOffered(profiles)) return {};
  const isScarce = profiles.some(
    ({ gpu, tpu, capacity, placement }) =>
      [gpu, tpu, placement].some((one) => one !== undefined) || capacity !== 'on-demand',
  );
  const offered = profileList(profiles, hub).map((entry, index) => {
    const groups = profiles[index]?.groups ?? [];
    const { slug = null, ...rest } = entry;
    // The groups come first, because a plan cuts long texts at the end.
    return groups.length === 0 ? entry : { slug, groups, ...rest };
  });
  return {
    hub: {
      // By default five failed starts in a row restart the hub. Where machines are scarce they say nothing about it.
      ...(isScarce ? { consecutiveFailureLimit: 0 } : {}),
      extraFiles: {
        ...moduleFiles(['profile_groups.py'], { 'profile_groups.py': code }),
        ...dataFile(PROFILES_FILE, { profiles: offered }),
      },
      extraConfig: { '01-jupyterhub-gke-profiles': HOOK_CODE },
    },
  };
}
