import { ApiError } from '../api-error.js';
import type { ServiceAccount, ServiceAccounts } from '../identities.js';
import { etag } from '../ids.js';
import type { Policy } from '../policies.js';
import { type Call, checkProject, type Handlers, projectPolicy, type World } from '../world.js';
import { page, tested } from './project.js';

const MAX_LIFETIME_SECONDS = 3600;

/** iam: the service accounts of the project. */
export function serviceAccounts(world: World, accounts: ServiceAccounts): Handlers {
  const find = ({ values }: Call): ServiceAccount => {
    if (values.projectsId !== '-') checkProject(world, values.projectsId);
    const found = accounts.get(values.serviceAccountsId ?? '');
    if (!found) throw new ApiError(404, 'Unknown service account');
    return found;
  };
  const policyOf = (account: ServiceAccount): string => `serviceAccounts/${account.email}`;
  return {
    'iam.projects.serviceAccounts.create': ({ values, body }) => {
      checkProject(world, values.projectsId);
      const id = String(body.accountId ?? '');
      if (!/^[a-z]([-a-z0-9]{4,28}[a-z0-9])$/.test(id)) {
        throw new ApiError(
          400,
          `The account ID "${id}" does not have a length between 6 and 30, or has other characters than lower-case letters, digits and dashes.`,
        );
      }
      return accounts.create(id, (body.serviceAccount ?? {}) as { displayName?: string; description?: string });
    },
    'iam.projects.serviceAccounts.get': find,
    'iam.projects.serviceAccounts.list': ({ values, query }) => {
      checkProject(world, values.projectsId);
      return page(accounts.list(), query, 'accounts', 'pageSize', 100);
    },
    'iam.projects.serviceAccounts.patch': (call) => {
      const account = find(call);
      const given = (call.body.serviceAccount ?? {}) as Partial<ServiceAccount>;
      const mask = String(call.body.updateMask ?? '')
        .split(',')
        .filter(Boolean);
      if (mask.length === 0) throw new ApiError(400, 'The update mask is empty.');
      if (given.etag !== undefined && given.etag !== account.etag) {
        throw new ApiError(409, 'There were concurrent changes to this service account.', {
          reason: 'aborted',
          status: 'ABORTED',
        });
      }
      for (const path of mask) {
        if (path === 'display_name' || path === 'displayName') account.displayName = given.displayName ?? '';
        else if (path === 'description') account.description = given.description ?? '';
        else throw new ApiError(400, `Invalid update mask: ${path}`);
      }
      account.etag = etag();
      // Google answers only with the name and the masked fields.
      const changed = mask.includes('description') ? { description: account.description } : {};
      const named = mask.some((path) => path.startsWith('display')) ? { displayName: account.displayName } : {};
      return { name: account.name, ...named, ...changed };
    },
    'iam.projects.serviceAccounts.delete': (call) => {
      const account = find(call);
      accounts.delete(account.email);
      world.policies.delete(policyOf(account));
      world.policies.markDeleted(account.email, account.uniqueId);
      return {};
    },
    'iam.projects.serviceAccounts.enable': (call) => {
      delete find(call).disabled;
      return {};
    },
    'iam.projects.serviceAccounts.disable': (call) => {
      find(call).disabled = true;
      return {};
    },
    'iam.projects.serviceAccounts.getIamPolicy': (call) =>
      world.policies.get(policyOf(find(call)), Number(call.query.get('options.requestedPolicyVersion') ?? 1)),
    'iam.projects.serviceAccounts.setIamPolicy': (call) =>
      world.policies.set(policyOf(find(call)), call.body.policy as Policy),
    'iam.projects.serviceAccounts.testIamPermissions': (call) =>
      tested(world, call.identity, call.body, [policyOf(find(call)), projectPolicy(world)]),
    'iamcredentials.projects.serviceAccounts.generateAccessToken': (call) => {
      const account = find(call);
      if (account.disabled) throw new ApiError(400, 'Service account is disabled.', { status: 'FAILED_PRECONDITION' });
      const scopes = (call.body.scope ?? []) as string[];
      if (scopes.length === 0) throw new ApiError(400, 'Request must specify the scopes of the token.');
      const seconds = Number(/^(\d+)(\.\d+)?s$/.exec(String(call.body.lifetime ?? '3600s'))?.[1] ?? Number.NaN);
      if (!(seconds > 0 && seconds <= MAX_LIFETIME_SECONDS)) throw new ApiError(400, 'Invalid lifetime of the token.');
      const expires = new Date(Math.floor(world.now().getTime() / 1000 + seconds) * 1000);
      return {
        accessToken: world.mint({ email: account.email }, seconds),
        expireTime: expires.toISOString().replace('.000Z', 'Z'),
      };
    },
  };
}
