import { ApiError } from '../api-error.js';
import { fingerprint } from '../ids.js';
import { type Call, checkProject, type Handler, type Handlers, type Json, type World } from '../world.js';
import { create, finish, fullLink, KINDS, type Kind, LINK, linkPath, mergePatch, range } from './compute-kinds.js';
import { type ForeignList, foreignLists } from './compute-lists.js';
import { offerHandlers } from './compute-offers.js';
import { type Effect, operationHandlers, startOperation } from './compute-operations.js';
import { listOf, notFound, placeHandlers, placeOf } from './compute-places.js';
import { regionOf } from './places.js';

const NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** compute: networks and their resources, from one table of kinds. */
export class Compute {
  /** Resources by path, such as `projects/p/global/networks/n`. */
  readonly resources = new Map<string, Json>();
  /** Lists of what other parts of the sandbox keep, by collection. */
  readonly lists = new Map<string, ForeignList>();
  /** Functions that name other users, outside compute, of the resource at a path. */
  readonly users: ((path: string) => string | undefined)[] = [];
  /** The instance groups that nodes of clusters are in, by zone. */
  groupsIn: (zone: string) => readonly Json[] = () => [];
  readonly #world: World;
  #addresses = 9;

  constructor(world: World) {
    this.#world = world;
  }

  /** The resource that a link in any form points to. */
  find(link: string): Json | undefined {
    return this.resources.get(this.#canonical(linkPath(link)));
  }

  /** Numeric id of a global backend service, by id or name. */
  backend(idOrName: string): string | undefined {
    for (const { kind, id, name } of this.resources.values()) {
      if (kind === 'compute#backendService' && (id === idOrName || name === idOrName)) return String(id);
    }
    return undefined;
  }

  handlers(): Handlers {
    const handlers: Record<string, Handler> = {
      ...placeHandlers(this.#world, (zone) => this.groupsIn(zone)),
      ...offerHandlers(this.#world),
      ...foreignLists(this.#world, this.lists),
      ...operationHandlers(this.#world),
      'compute.subnetworks.setPrivateIpGoogleAccess': (call) =>
        this.#change(KINDS.subnetworks as Kind, call, {
          privateIpGoogleAccess: call.body.privateIpGoogleAccess === true,
        }),
      'compute.subnetworks.expandIpCidrRange': (call) =>
        this.#change(KINDS.subnetworks as Kind, call, { ipCidrRange: call.body.ipCidrRange }),
      'compute.globalAddresses.setLabels': (call) => this.#setLabels(KINDS.globalAddresses as Kind, call),
    };
    for (const kind of Object.values(KINDS)) Object.assign(handlers, this.#crud(kind));
    return handlers;
  }

  #crud(kind: Kind): Record<string, Handler> {
    const id = `compute.${kind.collection}`;
    return {
      [`${id}.get`]: (call) => this.#show(this.#get(kind, call)),
      [`${id}.list`]: (call) => {
        const folder = this.#folder(kind, call);
        const items = [...this.resources]
          .filter(([path]) => path.startsWith(`${folder}/`))
          .map(([, one]) => this.#show(one));
        return listOf(this.#world, kind.collection, items, call.query);
      },
      // Global and regional resources of a kind share one list.
      [`compute.${wordOf(kind)}.aggregatedList`]: async ({ values }) => {
        checkProject(this.#world, values.project);
        const others = (await this.lists.get(kind.collection)?.()) ?? [];
        const items: Record<string, Json> = Object.fromEntries(
          [...others].map(([place, some]) => [place, { [wordOf(kind)]: some }]),
        );
        for (const [path, one] of this.resources) {
          const place = /^projects\/[^/]+\/(.+)\/([^/]+)\/[^/]+$/.exec(path);
          if (place?.[2] !== wordOf(kind)) continue;
          const entry = (items[place[1] ?? '']?.[wordOf(kind)] ?? []) as Json[];
          items[place[1] ?? ''] = { [wordOf(kind)]: [...entry, this.#show(one)] };
        }
        return {
          kind: `compute#${singular(kind)}AggregatedList`,
          id: `projects/${this.#world.project}/aggregated`,
          items,
        };
      },
      [`${id}.insert`]: (call) => this.#insert(kind, call),
      [`${id}.patch`]: (call) => this.#change(kind, call, call.body),
      [`${id}.update`]: (call) => this.#change(kind, call, call.body, true),
      [`${id}.delete`]: (call) => this.#delete(kind, call),
    };
  }

  async #insert(kind: Kind, call: Call): Promise<Json> {
    const folder = this.#folder(kind, call);
    const name = String(call.body.name ?? '');
    const path = `${folder}/${name}`;
    if (!NAME.test(name)) {
      throw invalid(
        `Invalid value for field 'resource.name': '${name}'. Must be a match of regex '(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)'`,
      );
    }
    if (this.resources.has(path)) {
      throw new ApiError(409, `The resource '${path}' already exists`, { status: undefined });
    }
    this.#checkReferences(kind, call.body);
    this.#checkQuota(kind, call);
    const facts = { project: this.#world.project, address: () => this.#address(), now: this.#world.now() };
    this.resources.set(path, create(kind, call.body, path, this.#place(kind, call), facts));
    return this.#start(call, path, 'insert', { undo: () => this.resources.delete(path) });
  }

  async #change(kind: Kind, call: Call, change: Json, replace = false): Promise<Json> {
    const before = this.#get(kind, call);
    const path = this.#path(kind, call);
    const verb = call.method.id.split('.').at(-1) ?? '';
    const given = call.body.fingerprint;
    const needed = kind.guarded?.includes(verb) && (given === undefined || given === '' || given === null);
    if (needed || (typeof given === 'string' && given !== '' && given !== before.fingerprint)) {
      throw new ApiError(412, 'Supplied fingerprint does not match current metadata fingerprint.', {
        status: undefined,
      });
    }
    this.#checkReferences(kind, { ...change, name: before.name });
    const facts = { project: this.#world.project, address: () => this.#address() };
    const kept = replace
      ? Object.fromEntries(
          ['id', 'kind', 'name', 'creationTimestamp', 'selfLink', 'region', 'zone'].map((key) => [key, before[key]]),
        )
      : before;
    const after = finish(kind, mergePatch(kept, { ...change, ...ownFields(before) }), facts);
    this.resources.set(path, after);
    const type = kind.collection === 'networks' ? 'updateNetwork' : verb;
    return this.#start(call, path, type, { undo: () => this.resources.set(path, before) });
  }

  async #setLabels(kind: Kind, call: Call): Promise<Json> {
    const path = `${this.#folder(kind, call)}/${call.values.resource}`;
    const before = this.resources.get(path);
    if (!before) throw notFound(path);
    if (call.body.labelFingerprint !== before.labelFingerprint) {
      throw new ApiError(412, 'Labels fingerprint either invalid or resource labels have changed', {
        status: undefined,
      });
    }
    const labels = (call.body.labels ?? {}) as Json;
    const { labels: _old, ...rest } = before;
    const some = Object.keys(labels).length > 0 ? { labels } : {};
    this.resources.set(path, { ...rest, ...some, labelFingerprint: fingerprint(labels) });
    return this.#start(call, path, 'setLabels', { undo: () => this.resources.set(path, before) });
  }

  async #delete(kind: Kind, call: Call): Promise<Json> {
    const own = this.#get(kind, call);
    const path = this.#path(kind, call);
    const user = this.#userOf(own, path);
    if (user !== undefined) {
      throw new ApiError(400, `The ${singular(kind)} resource '${path}' is already being used by '${user}'`, {
        reason: 'resourceInUseByAnotherResource',
        status: undefined,
      });
    }
    return this.#start(call, path, 'delete', { work: () => this.resources.delete(path) });
  }

  #start(call: Call, path: string, type: string, effect: Effect): Promise<Json> {
    return startOperation(this.#world, call, { path, id: this.resources.get(path)?.id, type }, effect);
  }

  /** Users of a resource that prevent its deletion. */
  #userOf(own: Json, path: string): string | undefined {
    for (const [other, { network, subnetwork, target, backends, IPAddress }] of this.resources) {
      if (other === path) continue;
      const groups = ((backends ?? []) as Json[]).map(({ group }) => group);
      if ([network, subnetwork, target, ...groups].includes(own.selfLink)) return other;
      if (own.kind === 'compute#address' && IPAddress === own.address) return other;
    }
    return this.users.map((user) => user(path)).find((user) => user !== undefined);
  }

  #get(kind: Kind, call: Call): Json {
    const path = this.#path(kind, call);
    const found = this.resources.get(path);
    if (!found) throw notFound(path);
    return found;
  }

  #show(resource: Json): Json {
    if (resource.kind !== 'compute#network') return resource;
    const subnetworks = [...this.resources.values()]
      .filter(({ kind, network }) => kind === 'compute#subnetwork' && network === resource.selfLink)
      .map(({ selfLink }) => selfLink);
    return subnetworks.length > 0 ? { ...resource, subnetworks } : resource;
  }

  #path(kind: Kind, call: Call): string {
    return `${this.#folder(kind, call)}/${call.values[kind.key]}`;
  }

  #folder(kind: Kind, call: Call): string {
    checkProject(this.#world, call.values.project);
    const { region, zone } = call.values;
    const place = region ?? zone;
    if (place !== undefined && regionOf(place) === undefined) {
      throw invalid(
        `Invalid value for field '${region === undefined ? 'zone' : 'region'}': '${place}'. Unknown ${region === undefined ? 'zone' : 'region'}.`,
      );
    }
    return `projects/${this.#world.project}/${placeOf(call)}/${wordOf(kind)}`;
  }

  #place(kind: Kind, call: Call): Json {
    const base = `${LINK}projects/${this.#world.project}`;
    if (kind.scope === 'regions') return { region: `${base}/regions/${call.values.region}` };
    return kind.scope === 'zones' ? { zone: `${base}/zones/${call.values.zone}` } : {};
  }

  #canonical(path: string): string {
    return path.replace(/^projects\/([^/]+)\//, (whole, project: string) =>
      project === this.#world.projectNumber ? `projects/${this.#world.project}/` : whole,
    );
  }

  #checkReferences(kind: Kind, body: Json): void {
    for (const field of ['network', 'subnetwork']) {
      const link = body[field];
      if (typeof link !== 'string' || link === '' || kind.collection === 'globalAddresses') continue;
      const path = this.#canonical(linkPath(link));
      if (!this.resources.has(path)) throw notFound(path);
      if (this.#world.operations.running(path)) {
        throw new ApiError(400, `The resource '${path}' is not ready`, {
          reason: 'resourceNotReady',
          status: undefined,
        });
      }
    }
    if (kind.collection !== 'subnetworks' || typeof body.ipCidrRange !== 'string') return;
    const [first, last] = range(body.ipCidrRange);
    for (const other of this.resources.values()) {
      if (other.kind !== 'compute#subnetwork' || other.name === body.name) continue;
      if (typeof body.network === 'string' && other.network !== fullLink(body.network)) continue;
      const [otherFirst, otherLast] = range(String(other.ipCidrRange));
      if (first <= otherLast && otherFirst <= last) {
        throw invalid(
          `Invalid IPCidrRange: ${body.ipCidrRange} conflicts with existing subnetwork '${String(other.name)}' in region '${String(other.region).split('/').at(-1)}'.`,
        );
      }
    }
  }

  #checkQuota(kind: Kind, call: Call): void {
    const limit = this.#world.quota.get(kind.quota);
    const used = [...this.resources.values()].filter((one) => one.kind === kind.kind).length;
    if (limit === undefined || used < limit) return;
    const where = call.values.region === undefined ? 'globally' : `in region ${call.values.region}`;
    const message = `Quota '${kind.quota}' exceeded.  Limit: ${limit.toFixed(1)} ${where}.`;
    throw new ApiError(403, message, { reason: 'quotaExceeded', domain: 'usageLimits', status: undefined });
  }

  // 203.0.113.0/24 is reserved for documentation, so no packet reaches anybody.
  #address(): string {
    this.#addresses += 1;
    return `203.0.113.${this.#addresses % 254}`;
  }
}

// Fields that no request may change.
function ownFields({ id, kind, name, selfLink, creationTimestamp }: Json): Json {
  return { id, kind, name, selfLink, creationTimestamp };
}

// Collections whose method ids say `global…` have paths without that word.
function wordOf(kind: Kind): string {
  const word = kind.collection.replace(/^global/, '');
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function singular(kind: Kind): string {
  return kind.kind.replace('compute#', '');
}

function invalid(message: string): ApiError {
  return new ApiError(400, message, { reason: 'invalid', status: undefined });
}
