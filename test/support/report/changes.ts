import type { Change, Subject } from '../../../src/change/change.js';

type Action = Change['action'];

/** A person or other principal who gains or loses access to the hub. */
export const person = (
  action: Action,
  name: string,
  kind: Exclude<Subject, { owner: string } | { ownerKey: string } | { type: string }>['kind'] = 'person',
): Change => ({
  scope: 'access',
  action,
  subject: kind === 'iap-trust' ? { kind } : { kind, name },
  access: {
    ...(action === 'create' ? {} : { before: { role: 'user' } }),
    ...(action === 'delete' ? {} : { after: { role: 'user', until: '2027-07-01T00:00:00Z' } }),
  },
  notes: [{ code: 'listed', file: 'users.yaml', line: 5 }],
});

/** Anybody or anything whose grant of IAP alone changes. */
export const ofIap = (change: Change): Change => ({ ...change, scope: 'iap' });

/** A resource of the platform. */
export const resource = (action: Action, type: string, name: string, holdsData = false): Change => ({
  scope: 'terraform',
  action,
  subject: { kind: 'terraform-resource', type, name: `${type}.${name}` },
  attributes: [{ name: 'name', before: 'old', after: 'vision' }],
  holdsData,
});

/** An object of the hub, by `Kind/name`. */
export const manifest = (action: Action, address: string): Change => {
  const [type = '', name = ''] = address.split('/');
  return {
    scope: 'helm',
    action,
    subject: { kind: 'kubernetes-object', type, name },
    attributes: [{ name: 'spec.replicas', before: '1', after: '2' }],
  };
};
