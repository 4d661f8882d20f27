import type { Log } from '../log.js';
import { ApiError } from './api-error.js';
import type { Method } from './discovery.js';
import type { Operations } from './operations.js';
import {
  type Binding,
  type ConditionFacts,
  conditionHolds,
  type Identity,
  memberMatches,
  type Policies,
} from './policies.js';
import { roleHolds } from './roles.js';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** A request that has passed authentication, discovery and permissions. */
export interface Call {
  readonly method: Method;
  readonly values: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Bytes of the body, for uploads. */
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Path as sent, without query. */
  readonly path: string;
  readonly identity: Identity;
  /** Error with which the call's operation ends; set by a fault. */
  readonly operationError?: { readonly code: string; readonly message: string };
}

/** An answer other than a JSON body with status 200. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  /** A Buffer is sent as it is, undefined sends nothing. */
  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Serves one method; returns its JSON body or an Answer. */
export type Handler = (call: Call) => unknown;

/** Handlers by method id. */
export type Handlers = Readonly<Record<string, Handler>>;

/** What the services share: one project with its settings, policies and operations. */
export interface World {
  readonly project: string;
  readonly projectNumber: string;
  /** Names of enabled APIs, such as `compute`. */
  readonly enabled: Set<string>;
  readonly policies: Policies;
  readonly operations: Operations;
  /** Limits by metric, such as `NETWORKS`; no entry, no limit. */
  readonly quota: Map<string, number>;
  /** Milliseconds that must pass between two calls; undefined: none. Google has no metric for these limits. */
  readonly pace: { bucketCreation: number | undefined };
  /** Permissions of the project's own roles, by `projects/PROJECT/roles/NAME`. */
  readonly customRoles: Map<string, readonly string[]>;
  /** Permissions that calls have needed, by the caller's address. */
  readonly needed: Map<string, Set<string>>;
  readonly log: Log;
  now(): Date;
  /** Creates a token; lifetime in seconds, an hour by default. */
  mint(identity: Identity, seconds?: number): string;
}

/** Throws like Google if a path names another project. */
export function checkProject(world: World, given: string | undefined): void {
  if (given === undefined || given === world.project || given === world.projectNumber) return;
  throw new ApiError(403, `Permission denied on resource project ${given} (or it may not exist).`);
}

/** Name of the project's own policy. */
export function projectPolicy(world: World): string {
  return `projects/${world.project}`;
}

/** Bindings of the resources that count for the caller now, for a call with these facts. */
export function bindingsFor(
  world: World,
  identity: Identity,
  resources: readonly string[],
  at: Date,
  facts: ConditionFacts = {},
): Binding[] {
  return resources
    .flatMap((resource) => world.policies.bindings(resource))
    .filter(({ condition }) => conditionHolds(condition, at, facts))
    .filter(({ members }) => (members ?? []).some((member) => memberMatches(member, identity)));
}

/** The same as `lackedPermissions`, for a call that needs these permissions: they are recorded. */
export function missingPermissions(
  world: World,
  identity: Identity,
  permissions: readonly string[],
  resources: readonly string[],
  facts: ConditionFacts = {},
): string[] {
  const { email } = identity;
  if (email !== undefined) {
    const needed = world.needed.get(email) ?? new Set();
    for (const permission of permissions) needed.add(permission);
    world.needed.set(email, needed);
  }
  return lackedPermissions(world, identity, permissions, resources, facts);
}

/**
 * The permissions, of those given, that the caller does not hold on any of the resources.
 * @param facts what conditions may speak of
 */
export function lackedPermissions(
  world: World,
  identity: Identity,
  permissions: readonly string[],
  resources: readonly string[],
  facts: ConditionFacts = {},
): string[] {
  const roles = new Set(bindingsFor(world, identity, resources, world.now(), facts).map(({ role }) => role));
  const holds = (role: string, permission: string): boolean =>
    world.customRoles.get(role)?.includes(permission) ?? roleHolds(role, permission);
  return permissions.filter((permission) => ![...roles].some((role) => holds(role, permission)));
}
