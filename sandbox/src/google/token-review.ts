import type { Identities } from './identities.js';
import { bindingsFor, missingPermissions, projectPolicy, type World } from './world.js';

/**
 * Answers the API server's webhook: whose Google token this is, with a group `iam:<role>` for each role on the project.
 * No token is recognised while no cluster runs, because the API server then belongs to no cluster.
 */
export function reviewToken(world: World, identities: Identities, running: boolean, review: unknown): unknown {
  const spec = (review as { spec?: { token?: unknown } } | null)?.spec;
  const identity = typeof spec?.token === 'string' ? identities.identity(spec.token) : undefined;
  const base = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview' };
  if (!identity?.email || !running) return { ...base, status: { authenticated: false } };
  // The DNS endpoint of a cluster lets nobody through to it without this permission.
  if (missingPermissions(world, identity, ['container.clusters.connect'], [projectPolicy(world)]).length > 0)
    return { ...base, status: { authenticated: false } };
  const roles = bindingsFor(world, identity, [projectPolicy(world)], world.now()).map(({ role }) => `iam:${role}`);
  const user = { username: identity.email, uid: identity.email, groups: [...new Set(roles)].sort() };
  return { ...base, status: { authenticated: true, user } };
}
