import { setTimeout as sleep } from 'node:timers/promises';
import { numericId, operationName } from '../ids.js';
import type { Operation } from '../operations.js';
import { type Call, checkProject, type Handlers, type Json, type World } from '../world.js';
import { LINK } from './compute-kinds.js';
import { listOf, notFound, placeOf } from './compute-places.js';

const WAIT_LIMIT = 120_000;

/** Effect of a successful operation, and the undo of a failed one. */
export interface Effect {
  readonly work?: () => unknown;
  readonly undo?: () => unknown;
}

/** Starts an operation on the resource of a path; answers it in compute's shape. */
export async function startOperation(
  world: World,
  call: Call,
  on: { readonly path: string; readonly id: unknown; readonly type: string },
  effect: Effect,
): Promise<Json> {
  const [, , scope, place] = on.path.split('/');
  const top = `projects/${world.project}`;
  const operation = await world.operations.start({
    name: operationName(),
    api: 'compute',
    target: on.path,
    facts: {
      id: numericId(),
      operationType: on.type,
      user: call.identity.email ?? 'federated',
      targetId: String(on.id),
      targetLink: `${LINK}${on.path}`,
      folder: `${top}/${scope === 'global' ? 'global' : `${scope}/${place}`}`,
      ...(scope === 'regions' ? { region: `${LINK}${top}/regions/${place}` } : {}),
      ...(scope === 'zones' ? { zone: `${LINK}${top}/zones/${place}` } : {}),
    },
    ...(effect.work ? { work: effect.work } : {}),
    undo: () => void effect.undo?.(),
    error: call.operationError,
  });
  return shown(operation);
}

/** The methods of compute's operations: global, of regions and of zones. */
export function operationHandlers(world: World): Handlers {
  const find = (call: Call): Operation => {
    checkProject(world, call.values.project);
    const operation = world.operations.get('compute', call.values.operation ?? '');
    if (operation && isHere(operation, call)) return operation;
    throw notFound(`projects/${call.values.project}/${placeOf(call)}/operations/${call.values.operation}`);
  };
  const handlers = ['global', 'region', 'zone'].map((scope): Handlers => {
    const id = `compute.${scope}Operations`;
    return {
      [`${id}.get`]: (call) => shown(find(call)),
      [`${id}.list`]: (call) => {
        checkProject(world, call.values.project);
        const all = world.operations.list('compute').filter((one) => isHere(one, call));
        return listOf(world, 'operations', all.map(shown), call.query);
      },
      [`${id}.wait`]: async (call) => {
        const operation = find(call);
        await Promise.race([operation.done, sleep(WAIT_LIMIT, undefined, { ref: false })]);
        return shown(operation);
      },
    };
  });
  return Object.assign({}, ...handlers) as Handlers;
}

function isHere({ facts }: Operation, call: Call): boolean {
  return String(facts.folder).endsWith(`/${placeOf(call)}`);
}

function shown({ name, status, started, ended, error, facts }: Operation): Json {
  const { folder, ...rest } = facts;
  const failure = error && {
    error: { errors: [{ code: error.code, message: error.message }] },
    httpErrorStatusCode: error.httpCode ?? 400,
    httpErrorMessage: 'BAD REQUEST',
  };
  return {
    ...rest,
    kind: 'compute#operation',
    name,
    status,
    progress: status === 'DONE' ? 100 : 0,
    insertTime: started.toISOString(),
    ...(status === 'PENDING' ? {} : { startTime: started.toISOString() }),
    ...(ended ? { endTime: ended.toISOString() } : {}),
    selfLink: `${LINK}${String(folder)}/operations/${name}`,
    ...failure,
  };
}
