import { randomUUID } from 'node:crypto';
import { ApiError } from '../api-error.js';
import type { Operation } from '../operations.js';
import type { Policy } from '../policies.js';
import {
  type Call,
  checkProject,
  type Handlers,
  type Json,
  lackedPermissions,
  projectPolicy,
  type World,
} from '../world.js';

const BATCH_LIMIT = 20;

// Services that can be enabled. Unknown names are refused as by Google.
const SERVICES = new Set(
  [
    'artifactregistry autoscaling bigquery binaryauthorization certificatemanager cloudapis cloudbilling cloudidentity cloudkms cloudquotas',
    'cloudresourcemanager cloudtrace compute container containerfilesystem containerregistry containerscanning containersecurity',
    'dns file gkebackup gkehub iam iamcredentials iap logging monitoring networkconnectivity networkmanagement networksecurity',
    'networkservices osconfig oslogin pubsub recommender runtimeconfig secretmanager servicemanagement servicenetworking serviceusage',
    'stackdriver storage storage-api storage-component storagetransfer sts tpu trafficdirector',
  ].flatMap((line) => line.split(' ')),
);

/** cloudresourcemanager: the project and its policy. */
export function resourceManager(world: World): Handlers {
  const created = world.now().toISOString();
  const shown = (): Json => ({
    projectNumber: world.projectNumber,
    projectId: world.project,
    lifecycleState: 'ACTIVE',
    name: world.project,
    createTime: created,
  });
  return {
    'cloudresourcemanager.projects.get': ({ values }) => {
      checkProject(world, values.projectId);
      return shown();
    },
    'cloudresourcemanager.projects.list': () => ({ projects: [shown()] }),
    'cloudresourcemanager.projects.getIamPolicy': ({ values, body }) => {
      checkProject(world, values.resource);
      return world.policies.get(projectPolicy(world), requestedVersion(body));
    },
    'cloudresourcemanager.projects.setIamPolicy': ({ values, body }) => {
      checkProject(world, values.resource);
      return world.policies.set(projectPolicy(world), body.policy as Policy);
    },
    'cloudresourcemanager.projects.testIamPermissions': ({ values, body, identity }) => {
      checkProject(world, values.resource);
      return tested(world, identity, body, [projectPolicy(world)]);
    },
  };
}

/** serviceusage: which APIs are enabled. */
export function serviceUsage(world: World): Handlers {
  const serviceOf = (name: string): string => {
    const short = /^([a-z0-9-]+)\.googleapis\.com$/.exec(name)?.[1];
    if (short !== undefined && SERVICES.has(short)) return short;
    throw new ApiError(403, `Not found or permission denied for service(s): ${name}.`, {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'SERVICE_CONFIG_NOT_FOUND_OR_PERMISSION_DENIED',
          domain: 'serviceusage.googleapis.com',
          metadata: { services: name },
        },
      ],
    });
  };
  const shown = (short: string): Json => ({
    name: `projects/${world.projectNumber}/services/${short}.googleapis.com`,
    config: { name: `${short}.googleapis.com` },
    state: world.enabled.has(short) ? 'ENABLED' : 'DISABLED',
    parent: `projects/${world.projectNumber}`,
  });
  const change = async (call: Call, names: readonly string[], on: boolean, respond: () => Json): Promise<Json> => {
    const shorts = names.map(serviceOf);
    const operation = await world.operations.start({
      name: `operations/acf.p2-${world.projectNumber}-${randomUUID()}`,
      api: 'serviceusage',
      target: `services/${shorts.join(',')}`,
      facts: { respond },
      work: () => {
        for (const short of shorts) {
          if (on) world.enabled.add(short);
          else world.enabled.delete(short);
        }
      },
      error: call.operationError,
    });
    return googleOperation(operation);
  };
  return {
    'serviceusage.services.get': ({ values }) => {
      checkProject(world, values.v1Id1);
      return shown(serviceOf(values.servicesId ?? ''));
    },
    'serviceusage.services.list': ({ values, query }) => {
      checkProject(world, values.v1Id1);
      const all = [...SERVICES].sort().map(shown);
      const wanted = /^state:(ENABLED|DISABLED)$/.exec(query.get('filter') ?? '')?.[1];
      return page(wanted ? all.filter(({ state }) => state === wanted) : all, query, 'services', 'pageSize', 50);
    },
    'serviceusage.services.batchGet': ({ values, query }) => {
      checkProject(world, values.v1Id1);
      return { services: query.getAll('names').map((name) => shown(serviceOf(name.split('/').at(-1) ?? ''))) };
    },
    'serviceusage.services.enable': (call) => {
      checkProject(world, call.values.v1Id1);
      const name = call.values.servicesId ?? '';
      const respond = (): Json => ({ '@type': typeOf('EnableServiceResponse'), service: shown(serviceOf(name)) });
      return change(call, [name], true, respond);
    },
    'serviceusage.services.batchEnable': (call) => {
      checkProject(world, call.values.v1Id1);
      const names = (call.body.serviceIds ?? []) as string[];
      if (names.length === 0 || names.length > BATCH_LIMIT) {
        throw new ApiError(400, `A batch holds between 1 and ${BATCH_LIMIT} services, not ${names.length}.`);
      }
      const respond = (): Json => ({
        '@type': typeOf('BatchEnableServicesResponse'),
        services: names.map((name) => shown(serviceOf(name))),
      });
      return change(call, names, true, respond);
    },
    'serviceusage.services.disable': (call) => {
      checkProject(world, call.values.v1Id1);
      const name = call.values.servicesId ?? '';
      const respond = (): Json => ({ '@type': typeOf('DisableServiceResponse'), service: shown(serviceOf(name)) });
      return change(call, [name], false, respond);
    },
    'serviceusage.operations.get': ({ values }) => {
      const operation = world.operations.get('serviceusage', `operations/${values.operationsId}`);
      if (!operation) throw new ApiError(404, `Operation operations/${values.operationsId} was not found.`);
      return googleOperation(operation);
    },
  };
}

/** An operation in the format of google.longrunning. */
function googleOperation({ name, status, error, facts }: Operation): Json {
  if (status !== 'DONE') return { name };
  const metadata = { '@type': 'type.googleapis.com/google.protobuf.Empty', value: {} };
  if (error) return { name, metadata, done: true, error: { code: 9, message: error.message } };
  return { name, metadata, done: true, response: (facts.respond as () => Json)() };
}

/** Version that a getIamPolicy body asks for. */
export function requestedVersion(body: Json): number {
  const options = body.options as { requestedPolicyVersion?: number | string } | undefined;
  return Number(options?.requestedPolicyVersion ?? 1);
}

/** Answer of a testIamPermissions call. */
export function tested(world: World, identity: Call['identity'], body: Json, resources: readonly string[]): Json {
  const asked = (body.permissions ?? []) as string[];
  const missing = new Set(lackedPermissions(world, identity, asked, resources));
  const held = asked.filter((permission) => !missing.has(permission));
  return held.length === 0 ? {} : { permissions: held };
}

/** One page of a list; the token is the place where the next one starts. */
export function page(
  items: readonly unknown[],
  query: URLSearchParams,
  field: string,
  sizeName: string,
  size = 500,
): Json {
  const wanted = Math.max(1, Math.min(Number(query.get(sizeName)) || size, size));
  const from = Number(Buffer.from(query.get('pageToken') ?? '', 'base64url').toString() || 0);
  if (!Number.isSafeInteger(from) || from < 0) throw new ApiError(400, "Invalid value for field 'pageToken'.");
  const part = items.slice(from, from + wanted);
  const next = from + wanted;
  return {
    ...(part.length > 0 ? { [field]: part } : {}),
    ...(next < items.length ? { nextPageToken: Buffer.from(String(next)).toString('base64url') } : {}),
  };
}

function typeOf(message: string): string {
  return `type.googleapis.com/google.api.serviceusage.v1.${message}`;
}
