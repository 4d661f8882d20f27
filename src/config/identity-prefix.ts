/**
 * Prefix of the identities of a hub, as SETUP.md creates them: `<prefix>-plan`. The ID of a service account has at most 30
 * characters, and the longest suffix is `-apply`.
 */
export function identityPrefix(hub: string): string {
  return hub.slice(0, 24).replace(/-+$/, '');
}
