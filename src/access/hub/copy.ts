import { KubernetesError } from '../../cloud/kubernetes.js';
import { sameAddress } from '../users/email.js';
import { type ConfigMap, configMapRef, type HubConfigMaps } from './config-map.js';
import type { LivePeople } from './config-maps.js';

/**
 * The copy of the hub's lists of people, in the ConfigMap `<hub>-members-copy`. Where somebody deletes or spoils the
 * lists, a run makes them anew from the users files and from the copy: whose access was revoked at once stays out, and
 * who left is known, so that no grant in IAP counts as one of the console.
 */
export async function readCopy(configMaps: HubConfigMaps): Promise<ConfigMap | undefined> {
  return unlessForbidden(configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'members-copy')));
}

/** Writes the copy where it differs from the lists. */
export async function writeCopy(
  configMaps: HubConfigMaps,
  copy: ConfigMap | undefined,
  lists: ConfigMap,
): Promise<void> {
  if (hasSameData(lists, copy)) return;
  const { name } = configMapRef(configMaps, 'members-copy');
  const { resourceVersion: _, ...metadata } = lists.metadata;
  const object = { ...lists, metadata: { ...metadata, name } };
  const resourceVersion = copy?.metadata.resourceVersion;
  if (resourceVersion === undefined) {
    // RBAC lets sync make it by server-side apply only.
    await unlessForbidden(configMaps.kubernetes.apply(object));
    return;
  }
  const replaced = { ...object, metadata: { ...object.metadata, resourceVersion } };
  await unlessForbidden(configMaps.kubernetes.replace(replaced)).catch((error: unknown) => {
    // Another run writes at the same moment. The conflict about the lists themselves decides.
    if (!(error instanceof KubernetesError) || (error.status !== 409 && error.status !== 404)) throw error;
  });
}

/** What is known of people, from the hub's lists and their copy. */
export function withCopy(own: LivePeople, copy: LivePeople): LivePeople {
  // The union: a list that lacks a block may be spoiled, and giving access back can be repeated.
  const known = new Set(own.blocked.map(sameAddress));
  const blocked = [...own.blocked, ...copy.blocked.filter((name) => !known.has(sameAddress(name)))];
  if (copy.members === undefined || !isSpoiled(own, copy)) return { ...own, blocked };
  const generation = Math.max(own.members?.generation ?? 0, copy.members.generation);
  return { ...copy, members: { ...copy.members, generation }, blocked, isRecovered: true };
}

/** A list that cannot be read counts as an empty one, or as none. The copy of an empty list is empty, too. */
function isSpoiled({ members: own }: LivePeople, { members: copy }: LivePeople): boolean {
  if (own === undefined) return true;
  const isEmpty = ({ people, domains, trustsIap }: NonNullable<LivePeople['members']>): boolean =>
    people.length === 0 && domains.length === 0 && !trustsIap;
  return isEmpty(own) && copy !== undefined && !isEmpty(copy);
}

/** Whether two objects hold the same. */
function hasSameData(one: ConfigMap, other: ConfigMap | undefined): boolean {
  const text = (data: ConfigMap['data'] = {}): string =>
    JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return other !== undefined && text(one.data) === text(other.data);
}

/** A hub of an older version gives no right to the copy until apply upgrades it. */
async function unlessForbidden<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 403) return undefined;
    throw error;
  }
}
