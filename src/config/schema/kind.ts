import { FACTS } from '../facts.generated.js';
import type { Tree } from '../yaml/tree.js';

/** Top-level keys of jupyterhub.yaml that no users file has. */
const OWN_KEYS = new Set(Object.keys(FACTS.jupyterhub).filter((path) => /^\w+$/.test(path) && path !== 'users'));

/**
 * Why a file cannot be one that a jupyterhub.yaml extends, as the end of a sentence; undefined if it can. Its values would
 * be taken for values of the hub, or for nothing at all.
 */
export function notConfiguration({ entries }: Tree): string | undefined {
  if (entries === undefined) return 'has no keys';
  if (entries.size === 0 || [...entries.keys()].some((key) => OWN_KEYS.has(key))) return undefined;
  const users = entries.get('users')?.tree;
  const isPath = users?.items === undefined || users.items.every(({ entries: keys }) => keys?.has('path') === true);
  if (entries.size === 1 && users !== undefined && isPath) return undefined;
  const isPeople = ['users', 'googleGroups', 'serviceAccounts', 'domains'].some((key) => entries.has(key));
  return isPeople ? 'is a users file' : 'has none of the keys of a jupyterhub.yaml';
}
