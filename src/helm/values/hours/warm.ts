import { GATE } from '../../../config/gce/gate.js';
import type { HubConfig, JsonObject, Profile } from '../../../config/model.js';
import { bytes, cores } from '../../../config/quantity.js';
import { zoneTable } from '../../../config/times/zone.js';
import { dataFile, moduleFiles } from '../hub-files.js';
import { startOverride } from '../profile-start.js';
import { standardOf } from '../profiles.js';

/** Key of `hub.extraFiles` that gives the access reconciler the windows. */
export const WARM_FILE = 'jupyterhub-gke-warm.json';

/** Python modules that a hub with warm seats has. */
export const WARM_MODULES = ['access_reconciler_warm.py'] as const;

// One placeholder takes a node of ordinary size, about that of 16 vCPU and 64 GB without what the node itself needs.
const NODE = { cores: 15, bytes: 56 * 2 ** 30 } as const;

/** Room for servers of one profile: so many placeholders, each for so many servers. */
export interface WarmRoom {
  readonly profile: Profile;
  /** Servers of the largest window. */
  readonly servers: number;
  readonly placeholders: number;
  /** Servers that one placeholder keeps room for. */
  readonly seats: number;
}

/** Name of the Deployment of placeholders of a profile. */
export function warmName(hub: string, profile: string): string {
  return `${hub}-warm-${profile}`;
}

/**
 * The rooms by profile. Few large placeholders: they make whole nodes, and the first servers do not have to push out one
 * each. A server with an accelerator needs one of its own, since its node has no more of them to spare, and so does one on
 * node pools, whose machines may be small.
 */
export function warmRooms({
  warm,
  profiles,
  platform,
}: Pick<HubConfig, 'warm' | 'profiles' | 'platform'>): readonly WarmRoom[] {
  const isAutopilot = platform.cluster.mode === 'autopilot';
  return profiles.flatMap((profile) => {
    const servers = Math.max(0, ...warm.filter((one) => one.profile === profile.name).map((one) => one.servers));
    if (servers === 0) return [];
    const size = seatSize(profile);
    const fits = Math.floor(Math.min(NODE.cores / size.cores, NODE.bytes / size.bytes));
    const isAlone = !isAutopilot || startOverride(profile, '').extra_resource_limits !== undefined;
    const most = isAlone ? 1 : Math.max(1, fits);
    const placeholders = Math.ceil(servers / most);
    return [{ profile, servers, placeholders, seats: Math.ceil(servers / placeholders) }];
  });
}

/** What one server requests, with the container in front of it. */
export function seatSize(profile: Profile): { readonly cores: number; readonly bytes: number } {
  return {
    cores: cores(profile.cpu.guarantee) + GATE.cores,
    bytes: bytes(profile.memory.guarantee) + GATE.gib * 2 ** 30,
  };
}

/** The placeholders as the companion chart makes them; empty without any. */
export function warmCompanionValues(config: HubConfig): JsonObject {
  const rooms = warmRooms(config);
  if (rooms.length === 0) return {};
  return {
    warm: rooms.map(({ profile, seats }) => {
      const size = seatSize(profile);
      const {
        node_selector: selector,
        tolerations,
        extra_resource_limits: devices,
      } = startOverride(profile, config.name);
      return {
        name: warmName(config.name, profile.name),
        profile: profile.name,
        cpu: `${Math.ceil(size.cores * seats * 1000)}m`,
        memory: `${Math.ceil((size.bytes * seats) / 2 ** 20)}Mi`,
        ...(devices === undefined ? {} : { devices }),
        ...(selector === undefined ? {} : { nodeSelector: selector }),
        ...(tolerations === undefined ? {} : { tolerations }),
        ...(config.platform.zones === undefined ? {} : { zones: config.platform.zones }),
      };
    }),
  };
}

/** Values that give the access reconciler the windows; empty without any. */
export function warmValues(
  config: HubConfig,
  files: Readonly<Record<(typeof WARM_MODULES)[number] | 'budget_zone.py', string>>,
): JsonObject {
  const rooms = warmRooms(config);
  if (rooms.length === 0) return {};
  const { timezone } = config.access.session;
  const data = {
    rooms: rooms.map(({ profile, seats }) => ({
      profile: profile.name,
      deployment: warmName(config.name, profile.name),
      seats,
      windows: config.warm
        .filter((one) => one.profile === profile.name)
        .map(({ servers, days, from, to }) => ({ servers, days, from, to })),
    })),
    standard: standardOf(config.profiles)?.name ?? '',
    timezone,
    offsets: zoneTable(timezone),
  };
  return {
    hub: {
      extraFiles: {
        ...moduleFiles([...WARM_MODULES, 'budget_zone.py'] as const, files),
        ...dataFile(WARM_FILE, data),
      },
    },
  };
}
