import type { HubConfig, JsonObject, Profile } from '../../../config/model.js';
import { bytes, cores } from '../../../config/quantity.js';
import { zoneTable } from '../../../config/times/zone.js';
import { dataFile, moduleFiles } from '../hub-files.js';
import { standardOf } from '../profiles.js';

/** Key of `hub.extraFiles` that gives hub and access reconciler the budgets. */
export const BUDGETS_FILE = 'jupyterhub-gke-budgets.json';

/** Python modules that a hub with budgets has. */
export const BUDGET_MODULES = [
  'budget_accounts.py',
  'budget_clock.py',
  'budget_hub.py',
  'budget_zone.py',
  'budget_rules.py',
  'access_reconciler_budgets.py',
] as const;

const GPU = 'nvidia.com/gpu';

const HOOK_CODE = `from budget_hub import keep_budgets
from kubespawner import KubeSpawner

keep_budgets(KubeSpawner)
`;

/** Values that count and enforce the budgets: their data, and code of ours in hub and access reconciler. Empty without budgets. */
export function budgetValues(
  { budgets, profiles, access }: Pick<HubConfig, 'budgets' | 'profiles' | 'access'>,
  files: Readonly<Record<(typeof BUDGET_MODULES)[number], string>>,
): JsonObject {
  if (budgets.length === 0) return {};
  const { timezone } = access.session;
  const data = {
    // The budgets come first, because a plan cuts long texts at the end.
    budgets: budgets.map(({ days, ...rest }) => ({ ...rest, per: days })),
    standard: standardOf(profiles)?.name ?? '',
    profiles: Object.fromEntries(profiles.map((profile) => [profile.name, amounts(profile)])),
    timezone,
    offsets: zoneTable(timezone),
  };
  return {
    hub: {
      extraFiles: { ...moduleFiles(BUDGET_MODULES, files), ...dataFile(BUDGETS_FILE, data) },
      extraConfig: { '02-jupyterhub-gke-budgets': HOOK_CODE },
    },
  };
}

/** What a server of a profile requests: GPUs, thousandths of a core, MiB. */
function amounts(profile: Profile): JsonObject {
  const pooled = profile.placement?.devices;
  return {
    gpu: pooled?.resource === GPU ? pooled.count : (profile.gpu?.count ?? 0),
    cpu: Math.round(cores(profile.cpu.guarantee) * 1000),
    memory: Math.round(bytes(profile.memory.guarantee) / 2 ** 20),
  };
}
