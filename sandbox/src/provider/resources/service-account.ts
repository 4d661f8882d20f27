import { type Api, ApiRefusal } from '../api.js';
import { type Driver, say } from '../driver.js';
import { type ApiObject, fromApi } from '../mapping.js';
import { changedNames } from '../plan.js';
import type { Resource } from '../table.js';
import { text, type Values } from '../values.js';

const account: Resource = {
  timeouts: ['create'],
  attributes: {
    id: { type: 'string', is: 'optional computed' },
    project: { type: 'string', is: 'optional computed', forceNew: true },
    account_id: { type: 'string', is: 'required', forceNew: true },
    display_name: { type: 'string', is: 'optional', api: 'displayName' },
    create_ignore_already_exists: { type: 'bool', is: 'optional' },
    disabled: { type: 'bool', is: 'optional', default: false, api: 'disabled' },
    email: { type: 'string', is: 'computed', api: 'email' },
    member: { type: 'string', is: 'computed' },
    name: { type: 'string', is: 'computed', api: 'name' },
    unique_id: { type: 'string', is: 'computed', api: 'uniqueId' },
  },
};

/** google_service_account */
export const serviceAccountDriver: Driver = {
  resource: account,
  async create(api, planned) {
    const [project, id] = [text(planned, 'project'), text(planned, 'account_id')];
    const object = await say('Error creating service account', async () => {
      try {
        return await api.call('iam', 'POST', `projects/${project}/serviceAccounts`, {
          accountId: id,
          serviceAccount: { displayName: planned.display_name ?? '' },
        });
      } catch (error) {
        const exists = error instanceof ApiRefusal && error.status === 409;
        if (!exists || planned.create_ignore_already_exists !== true) throw error;
        const email = `${id}@${project}.iam.gserviceaccount.com`;
        return api.call('iam', 'GET', `projects/${project}/serviceAccounts/${email}`);
      }
    });
    return stateOf(object, planned);
  },
  async read(api, state) {
    const object = await api.find('iam', pathOf(state));
    return object && stateOf(object, state);
  },
  async update(api, prior, planned) {
    const changed = changedNames(prior, planned);
    if (changed.has('display_name')) {
      await api.call('iam', 'PATCH', pathOf(prior), {
        serviceAccount: { displayName: planned.display_name ?? '' },
        updateMask: 'display_name',
      });
    }
    if (changed.has('disabled')) {
      await api.call('iam', 'POST', `${pathOf(prior)}:${planned.disabled === true ? 'disable' : 'enable'}`, {});
    }
    return stateOf(await api.call('iam', 'GET', pathOf(prior)), planned);
  },
  async remove(api: Api, state) {
    await say('Error deleting service account', async () => {
      if (await api.find('iam', pathOf(state))) await api.call('iam', 'DELETE', pathOf(state));
    });
  },
  identify(id) {
    const [, project, email] = /^projects\/([^/]+)\/serviceAccounts\/([^/]+)$/.exec(id) ?? [];
    if (project === undefined || email === undefined) return undefined;
    return { project, account_id: email.split('@')[0] ?? '', name: id };
  },
};

function stateOf(object: ApiObject, known: Values): Values {
  const state = fromApi(account, object, known);
  return {
    ...state,
    id: state.name ?? null,
    member: `serviceAccount:${String(object.email)}`,
    timeouts: known.timeouts ?? null,
  };
}

function pathOf(values: Values): string {
  return text(values, 'name');
}
