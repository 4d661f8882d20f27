import { createHash } from 'node:crypto';
import { type BudgetAccount, budgetAccountsOf } from './budget-accounts.js';
import { type ConfigMap, configMapOf, configMapRef, type HubConfigMaps } from './config-map.js';
import { type UnreadList, unreadOf } from './unread-list.js';

/** What the access reconciler did for one person whose access was revoked. */
export interface ReconciledPerson {
  readonly stoppedServers?: number;
  readonly deletedTokens?: number;
  readonly lastActivity?: string | null;
  readonly error?: string | null;
}

/** Report of the access reconciler in the hub: the newest list that it has enforced, and when. */
export interface ReconcilerStatus {
  readonly generation: number;
  readonly at: string;
  readonly people: Readonly<Record<string, ReconciledPerson>>;
  /** When each running notebook server was last used; undefined in a report of a version before. */
  readonly servers?: readonly string[] | undefined;
  /** What accounts of budgets have used, the emptiest first; undefined in a report of a version before. */
  readonly budgets?: readonly BudgetAccount[] | undefined;
  /** A newer list that the hub cannot read. The last valid list stays in force. */
  readonly unread?: UnreadList | undefined;
}

/**
 * Creates the ConfigMap for the access reconciler's report, which the reconciler itself may change but not create.
 * It starts with the report of the version before, whose ConfigMap is removed; without one it starts empty.
 * @returns whether it is new
 */
export async function createReconcilerStatus(configMaps: HubConfigMaps): Promise<boolean> {
  if (await configMaps.kubernetes.get(configMapRef(configMaps, 'reconciler'))) return false;
  const old = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'keeper'));
  await configMaps.kubernetes.create(configMapOf(configMaps, 'reconciler', { ...old?.data }));
  if (old !== undefined) await configMaps.kubernetes.delete(configMapRef(configMaps, 'keeper'));
  return true;
}

/** Reads the access reconciler's report; undefined while it has written none. */
export async function readReconcilerStatus(configMaps: HubConfigMaps): Promise<ReconcilerStatus | undefined> {
  const text = (await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'reconciler')))?.data?.[
    'status.json'
  ];
  try {
    const status = JSON.parse(text ?? '') as ReconcilerStatus;
    if (!Number.isSafeInteger(status.generation)) return undefined;
    const { people } = status;
    const unread = unreadOf(status.unread);
    const { servers } = status;
    return {
      ...status,
      people: typeof people === 'object' && people !== null ? people : {},
      servers: Array.isArray(servers) ? servers.filter((use) => typeof use === 'string') : undefined,
      budgets: budgetAccountsOf(status.budgets),
      unread,
    };
  } catch {
    return undefined;
  }
}

/** Key of a person in the access reconciler's report, which holds no e-mail: the first 16 hex digits of its SHA-256. */
export function reconcilerKey(email: string): string {
  return createHash('sha256').update(email).digest('hex').slice(0, 16);
}
