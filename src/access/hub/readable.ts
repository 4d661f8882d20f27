import { sameAddress } from '../users/email.js';
import { isAddress, isDomain, isGroupName, isInstant, MAX_GROUPS } from '../users/grammar.js';

/** Why the hub would not read a list of people. */
export interface UnreadableList {
  readonly problem: string;
  /** Index of the person whose entry is wrong; undefined if it is another part of the list. */
  readonly entry?: number;
}

// The hub reads no more, and neither does Kubernetes store more.
const MAX_BYTES = 1024 * 1024;

/**
 * What the hub would find wrong with a text of `members.json`; undefined if it reads all of it. The rules are those of
 * helm/hub/hub_members.py. The list is written only if they accept it, because a hub does not take over a list with one
 * invalid part.
 */
export function unreadableList(text: string): UnreadableList | undefined {
  if (Buffer.byteLength(text) > MAX_BYTES) return { problem: 'is larger than a ConfigMap' };
  const data = objectOf(text);
  if (!Array.isArray(data?.people)) return { problem: 'has no people' };
  const { generation, people, domains = [], trustsIap = data.trustsDoor ?? false } = data;
  if (!Number.isSafeInteger(generation) || Number(generation) < 0) return { problem: 'has no generation' };
  const accounts = new Set<string>();
  for (const [entry, value] of people.entries()) {
    const problem = entryProblem(value, accounts);
    if (problem !== undefined) return { problem, entry };
  }
  if (!Array.isArray(domains) || !domains.every((one) => typeof one === 'string' && isDomain(one)))
    return { problem: 'has a domain that is not a host name' };
  if (typeof trustsIap !== 'boolean') return { problem: 'has a trustsIap that is neither true nor false' };
  return undefined;
}

function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function entryProblem(value: unknown, accounts: Set<string>): string | undefined {
  const { email, admin = false, until, groups = [] } = (value ?? {}) as Record<string, unknown>;
  if (typeof email !== 'string' || !isAddress(email)) return 'has no valid e-mail address';
  if (typeof admin !== 'boolean' && admin !== 'full') return 'has an admin that is neither true nor false nor "full"';
  if (until !== undefined && until !== null && (typeof until !== 'string' || !isInstant(until)))
    return 'has an end that is not an instant of the calendar from 1900 on';
  const areGroups = Array.isArray(groups) && groups.every((group) => typeof group === 'string' && isGroupName(group));
  if (!areGroups) return 'has a group whose name is not valid';
  if (groups.length > MAX_GROUPS) return `has more than ${MAX_GROUPS} groups`;
  const account = sameAddress(email);
  if (accounts.has(account)) return 'is an account that is listed twice';
  accounts.add(account);
  return undefined;
}
