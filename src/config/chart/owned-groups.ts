/** Prefix of the hub's own groups, which carry rights. No users file and no role of hub.values may name one. */
export const RESERVED_GROUPS = 'jupyterhub-gke';
