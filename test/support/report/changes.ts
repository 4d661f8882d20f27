import type { Change } from '../../../src/change/change.js';

/** A person who gains or loses access. */
export const person = (action: Change['action'], address: string): Change => ({
  engine: 'members',
  action,
  address,
  kind: 'person',
  attributes: [
    {
      name: 'access',
      ...(action === 'create' ? {} : { before: 'user' }),
      ...(action === 'delete' ? {} : { after: 'user, until 2027-06-30' }),
    },
  ],
  note: 'listed at users.yaml:5',
});
/** A resource of the platform. */
export const resource = (action: Change['action'], kind: string, name: string, holdsData = false): Change => ({
  engine: 'terraform',
  action,
  address: `${kind}.${name}`,
  kind,
  attributes: [{ name: 'name', before: 'old', after: 'vision' }],
  holdsData,
});
/** An object of the hub. */
export const manifest = (action: Change['action'], address: string): Change => ({
  engine: 'helm',
  action,
  address,
  kind: address.split('/')[0] ?? '',
  attributes: [{ name: 'spec.replicas', before: '1', after: '2' }],
});
