import { type Api, ApiRefusal } from '../api.js';
import { type Driver, say } from '../driver.js';
import { type ApiObject, fromApi, toApi } from '../mapping.js';
import { changedNames } from '../plan.js';
import type { Resource } from '../table.js';
import { text, type Values } from '../values.js';

/** What makes a compute resource: its table, where it lives, what the provider calls it, and how it is changed. */
export interface ComputeKind {
  readonly resource: Resource;
  /** Such as `Network`. */
  readonly title: string;
  /** Such as `networks`. */
  readonly collection: string;
  readonly regional: boolean;
  /** Body of the PATCH, or calls of their own, for the names that changed. */
  readonly change?: (api: Api, path: string, changed: Set<string>, planned: Values, object: ApiObject) => Promise<void>;
}

/** Driver of a compute resource that is read by its path. */
export function computeDriver(kind: ComputeKind): Driver {
  const { resource, title, collection } = kind;
  const folderOf = (values: Values): string =>
    `projects/${text(values, 'project')}/${kind.regional ? `regions/${text(values, 'region')}` : 'global'}/${collection}`;
  const pathOf = (values: Values): string => `${folderOf(values)}/${text(values, 'name')}`;
  const stateOf = (object: ApiObject, known: Values): Values => {
    const state = fromApi(resource, object, known);
    return { ...state, project: known.project ?? null, id: pathOf(known), timeouts: known.timeouts ?? null };
  };
  const read = async (api: Api, known: Values): Promise<Values | undefined> => {
    const object = await api.find('compute', pathOf(known));
    return object && stateOf(object, known);
  };
  return {
    resource,
    async create(api, planned) {
      await say(`Error creating ${title}`, () =>
        operate(api, `Creating ${title}`, 'POST', folderOf(planned), toApi(resource, planned)),
      );
      const state = await read(api, planned);
      if (!state) throw new Error(`Error reading ${title}: it is gone`);
      return state;
    },
    read,
    async update(api, prior, planned) {
      const object = await api.call('compute', 'GET', pathOf(prior));
      const changed = changedNames(prior, planned);
      await say(`Error updating ${title} "${pathOf(prior)}"`, async () =>
        kind.change?.(api, pathOf(prior), changed, planned, object),
      );
      return (await read(api, planned)) ?? planned;
    },
    async remove(api, state) {
      await say(`Error deleting ${title}`, async () => {
        if (await gone(api, state)) return;
        await operate(api, `Deleting ${title}`, 'DELETE', pathOf(state));
      });
    },
    identify(id) {
      const form = kind.regional
        ? /^projects\/([^/]+)\/regions\/([^/]+)\/[^/]+\/([^/]+)$/
        : /^projects\/([^/]+)\/(global)\/[^/]+\/([^/]+)$/;
      const [, project, place, name] = form.exec(id) ?? [];
      if (project === undefined || place === undefined || name === undefined) return undefined;
      return { project, name, ...(kind.regional ? { region: place } : {}) };
    },
  };

  async function gone(api: Api, state: Values): Promise<boolean> {
    return (await api.find('compute', pathOf(state))) === undefined;
  }
}

/** Starts a compute operation and waits for its end. */
export async function operate(api: Api, doing: string, method: string, path: string, body?: unknown): Promise<void> {
  const operation = await api.call('compute', method, path, body);
  const project = path.split('/')[1] ?? '';
  const region = typeof operation.region === 'string' ? operation.region.split('/').at(-1) : undefined;
  const poll = `projects/${project}/${region === undefined ? 'global' : `regions/${region}`}/operations/${String(operation.name)}`;
  let last = operation;
  // Compute's operations take seconds: they are waited for even when terraform was told to stop.
  while (last.status !== 'DONE') last = (await api.until(() => api.find('compute', poll))) ?? last;
  const errors = (last.error as { errors?: { message?: string }[] } | undefined)?.errors ?? [];
  if (errors.length > 0) {
    throw new Error(`Error waiting for ${doing}: ${errors.map((error) => `${error.message ?? ''}\n`).join('')}`);
  }
}

/** Whether an error means that the resource does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiRefusal && error.status === 404;
}
