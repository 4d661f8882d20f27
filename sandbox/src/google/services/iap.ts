import { ApiError } from '../api-error.js';
import { conditionHolds, type Identity, memberMatches, type Policy } from '../policies.js';
import { roleHolds } from '../roles.js';
import { type Call, checkProject, type Handlers, projectPolicy, type World } from '../world.js';
import { requestedVersion, tested } from './project.js';

/** Finds the numeric id of a global backend service by id or name. */
export type BackendLookup = (idOrName: string) => string | undefined;

/** iap: policies of the tree of web resources. */
export function identityAwareProxy(world: World, backend: BackendLookup): Handlers {
  const resource = ({ values }: Call): string => {
    const given = values.resource ?? '';
    const [, project, rest] = /^projects\/([^/]+)\/iap_web(\/.+)?$/.exec(given) ?? [];
    if (project === undefined) throw new ApiError(400, `The resource name "${given}" is not one of IAP.`);
    checkProject(world, project);
    const service = /^\/compute\/services\/([^/]+)$/.exec(rest ?? '')?.[1];
    if (service === undefined) {
      if (rest !== undefined && rest !== '/compute') throw new ApiError(404, 'Requested entity was not found.');
      return webPolicy(world, rest ?? '');
    }
    const id = backend(service);
    if (id === undefined) throw new ApiError(404, 'Requested entity was not found.');
    return webPolicy(world, `/compute/services/${id}`);
  };
  return {
    'iap.getIamPolicy': (call) => world.policies.get(resource(call), requestedVersion(call.body)),
    'iap.setIamPolicy': (call) => world.policies.set(resource(call), call.body.policy as Policy),
    // Nobody has set any: the name is all that Google answers then.
    'iap.getIapSettings': ({ values }) => ({ name: values.name ?? '' }),
    'iap.testIamPermissions': (call) => tested(world, call.identity, call.body, [resource(call), projectPolicy(world)]),
  };
}

/** Whether IAP allows somebody to reach a backend service at an instant, by its policy and all parent policies. */
export function iapAllows(world: World, backendId: string, identity: Identity, at: Date): boolean {
  const resources = [
    webPolicy(world, `/compute/services/${backendId}`),
    webPolicy(world, '/compute'),
    webPolicy(world, ''),
    projectPolicy(world),
  ];
  return resources
    .flatMap((name) => world.policies.bindings(name))
    .filter(({ role }) => roleHolds(role, 'iap.webServiceVersions.accessViaIAP'))
    .filter(({ condition }) => conditionHolds(condition, at))
    .some(({ members }) => (members ?? []).some((member) => memberMatches(member, identity)));
}

// Policies are stored under the project number. gcloud sends the number; terraform and our commands may send the ID.
function webPolicy(world: World, rest: string): string {
  return `projects/${world.projectNumber}/iap_web${rest}`;
}
