import { type Api, ApiRefusal } from '../api.js';
import { type Driver, say } from '../driver.js';
import { type ApiObject, fromApi } from '../mapping.js';
import type { Resource } from '../table.js';
import { text, type Values } from '../values.js';

const service: Resource = {
  timeouts: ['create', 'read', 'update', 'delete'],
  attributes: {
    id: { type: 'string', is: 'optional computed' },
    project: { type: 'string', is: 'optional computed', forceNew: true },
    service: { type: 'string', is: 'required', forceNew: true },
    disable_on_destroy: { type: 'bool', is: 'optional' },
  },
};

/** google_project_service */
export const projectServiceDriver: Driver = {
  resource: service,
  async create(api, planned) {
    const name = `projects/${text(planned, 'project')}/services/${text(planned, 'service')}`;
    await say(`Error when reading or editing Project Service ${text(planned, 'service')}`, async () => {
      // An API that is already enabled needs no writing call.
      if (await readService(api, planned)) return;
      const operation = await api.call('serviceusage', 'POST', `${name}:enable`, {});
      await waitFor(api, operation);
    });
    return { ...planned, id: serviceId(planned) };
  },
  read: readService,
  async update(_api, _prior, planned) {
    return planned;
  },
  async remove(api, state) {
    if (state.disable_on_destroy !== true) return;
    const name = `projects/${text(state, 'project')}/services/${text(state, 'service')}`;
    await waitFor(api, await api.call('serviceusage', 'POST', `${name}:disable`, {}));
  },
  identify(id) {
    const [, project, name] = /^([^/]+)\/([^/]+)$/.exec(id) ?? [];
    return project === undefined || name === undefined ? undefined : { project, service: name };
  },
};

async function readService(api: Api, known: Values): Promise<Values | undefined> {
  const project = text(known, 'project');
  let page = '';
  do {
    const path = `projects/${project}/services?filter=state:ENABLED&pageSize=200&fields=services/name,nextPageToken${page}`;
    const answer = await api.call('serviceusage', 'GET', path);
    const names = ((answer.services ?? []) as { name?: string }[]).map((one) => one.name?.split('/').at(-1));
    if (names.includes(text(known, 'service'))) return { ...known, id: serviceId(known) };
    page = answer.nextPageToken ? `&pageToken=${encodeURIComponent(String(answer.nextPageToken))}` : '';
  } while (page !== '');
  return undefined;
}

function serviceId(values: Values): string {
  return `${text(values, 'project')}/${text(values, 'service')}`;
}

async function waitFor(api: Api, operation: ApiObject): Promise<void> {
  let last = operation;
  while (last.done !== true) last = (await api.until(() => api.find('serviceusage', String(operation.name)))) ?? last;
  const error = last.error as { code?: number; message?: string } | undefined;
  if (error) throw new Error(`Error code ${error.code}, message: ${error.message}`);
}

const member: Resource = {
  attributes: {
    id: { type: 'string', is: 'optional computed' },
    project: { type: 'string', is: 'required', forceNew: true },
    role: { type: 'string', is: 'required', forceNew: true },
    member: { type: 'string', is: 'required', forceNew: true },
    etag: { type: 'string', is: 'computed' },
  },
};

interface Policy {
  version?: number;
  etag?: string;
  bindings?: { role: string; members?: string[]; condition?: unknown }[];
}

/** google_project_iam_member, without conditions. */
export const projectMemberDriver: Driver = {
  resource: member,
  async create(api, planned) {
    await say('Error applying IAM policy for project', () =>
      change(api, planned, (members) => [...new Set([...members, text(planned, 'member')])]),
    );
    return (await readMember(api, planned)) ?? planned;
  },
  read: readMember,
  async update(_api, _prior, planned) {
    return planned;
  },
  async remove(api, state) {
    await change(api, state, (members) => members.filter((one) => one !== state.member));
  },
  identify(id) {
    const [project, role, who] = id.split(' ');
    return project && role && who ? { project, role, member: who } : undefined;
  },
};

async function readMember(api: Api, known: Values): Promise<Values | undefined> {
  const policy = await getPolicy(api, known);
  const binding = policy.bindings?.find((one) => one.role === known.role && one.condition === undefined);
  if (!binding?.members?.includes(text(known, 'member'))) return undefined;
  const id = `${text(known, 'project')}/${text(known, 'role')}/${text(known, 'member')}`;
  return { ...fromApi(member, {}, known), id, etag: policy.etag ?? '' };
}

async function getPolicy(api: Api, values: Values): Promise<Policy> {
  const path = `projects/${text(values, 'project')}:getIamPolicy`;
  return (await api.call('cloudresourcemanager', 'POST', path, { options: { requestedPolicyVersion: 3 } })) as Policy;
}

/** Reads, changes and writes with the etag, and repeats if another writer was faster. */
async function change(api: Api, values: Values, edit: (members: string[]) => string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const policy = await getPolicy(api, values);
    const bindings = policy.bindings ?? [];
    const mine = bindings.find((one) => one.role === values.role && one.condition === undefined);
    const others = bindings.filter((one) => one !== mine);
    const members = edit(mine?.members ?? []);
    const next = members.length === 0 ? others : [...others, { role: text(values, 'role'), members }];
    try {
      await api.call('cloudresourcemanager', 'POST', `projects/${text(values, 'project')}:setIamPolicy`, {
        policy: { ...policy, version: 3, bindings: next },
        updateMask: 'bindings,etag,auditConfigs',
      });
      return;
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.status !== 409 || attempt === 5) throw error;
    }
  }
}
