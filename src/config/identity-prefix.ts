import { createHash } from 'node:crypto';

/** Characters of a prefix: the ID of a service account has at most 30, and the longest suffix is `-apply`. */
const MOST = 24;

/**
 * Prefix of the identities of a hub, as SETUP.md creates them: `<prefix>-plan`. It is the hub's name. A name that is too
 * long is cut, and has a digest, so that two hubs whose names begin alike do not share their identities.
 */
export function identityPrefix(hub: string): string {
  if (hub.length <= MOST) return hub;
  const digest = createHash('sha256').update(hub).digest('hex').slice(0, 8);
  return `${hub.slice(0, MOST - 9).replace(/-+$/, '')}-${digest}`;
}
