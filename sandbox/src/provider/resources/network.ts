import { toApi } from '../mapping.js';
import { type Resource, sameLink } from '../table.js';
import { computeDriver, operate } from './compute.js';

const id = { type: 'string', is: 'optional computed' } as const;
const project = { type: 'string', is: 'optional computed', forceNew: true } as const;
const name = { type: 'string', is: 'required', forceNew: true, api: 'name' } as const;
const region = {
  type: 'string',
  is: 'optional computed',
  forceNew: true,
  api: 'region',
  readOnly: true,
  same: sameLink,
} as const;
const selfLink = { type: 'string', is: 'computed', api: 'selfLink' } as const;
const timeouts = ['create', 'update', 'delete'];

const network: Resource = {
  timeouts,
  attributes: {
    id,
    project,
    name,
    self_link: selfLink,
    auto_create_subnetworks: {
      type: 'bool',
      is: 'optional',
      forceNew: true,
      default: true,
      api: 'autoCreateSubnetworks',
    },
    routing_mode: { type: 'string', is: 'optional computed', api: 'routingConfig.routingMode' },
    mtu: { type: 'number', is: 'optional computed', api: 'mtu' },
    gateway_ipv4: { type: 'string', is: 'computed', api: 'gatewayIPv4' },
    numeric_id: { type: 'string', is: 'computed', api: 'id' },
  },
};

/** google_compute_network */
export const networkDriver = computeDriver({
  resource: network,
  title: 'Network',
  collection: 'networks',
  regional: false,
  async change(api, path, changed, planned) {
    if (!changed.has('routing_mode') && !changed.has('mtu')) return;
    const { routingConfig, mtu } = toApi(network, planned);
    await operate(api, 'Updating Network', 'PATCH', path, { routingConfig, ...(changed.has('mtu') ? { mtu } : {}) });
  },
});

const subnetwork: Resource = {
  timeouts,
  attributes: {
    id,
    project,
    name,
    region,
    self_link: selfLink,
    network: { type: 'string', is: 'required', forceNew: true, api: 'network', same: sameLink },
    ip_cidr_range: { type: 'string', is: 'optional computed', api: 'ipCidrRange' },
    private_ip_google_access: { type: 'bool', is: 'optional computed', api: 'privateIpGoogleAccess' },
    purpose: { type: 'string', is: 'optional computed', api: 'purpose' },
    stack_type: { type: 'string', is: 'optional computed', api: 'stackType' },
    gateway_address: { type: 'string', is: 'computed', api: 'gatewayAddress' },
    creation_timestamp: { type: 'string', is: 'computed', api: 'creationTimestamp' },
    fingerprint: { type: 'string', is: 'computed', api: 'fingerprint' },
  },
  blocks: {
    secondary_ip_range: {
      api: 'secondaryIpRanges',
      attributes: {
        range_name: { type: 'string', is: 'required', api: 'rangeName' },
        ip_cidr_range: { type: 'string', is: 'optional computed', api: 'ipCidrRange' },
      },
    },
  },
};

/** google_compute_subnetwork */
export const subnetworkDriver = computeDriver({
  resource: subnetwork,
  title: 'Subnetwork',
  collection: 'subnetworks',
  regional: true,
  async change(api, path, changed, planned, object) {
    const { privateIpGoogleAccess, ipCidrRange, secondaryIpRanges } = toApi(subnetwork, planned);
    const doing = 'Updating Subnetwork';
    if (changed.has('ip_cidr_range')) await operate(api, doing, 'POST', `${path}/expandIpCidrRange`, { ipCidrRange });
    if (changed.has('private_ip_google_access')) {
      await operate(api, doing, 'POST', `${path}/setPrivateIpGoogleAccess`, { privateIpGoogleAccess });
    }
    if (changed.has('secondary_ip_range')) {
      const { fingerprint } = changed.size > 1 ? await api.call('compute', 'GET', path) : object;
      await operate(api, doing, 'PATCH', path, { fingerprint, secondaryIpRanges: secondaryIpRanges ?? [] });
    }
  },
});

const router: Resource = {
  timeouts,
  attributes: {
    id,
    project,
    name,
    region,
    self_link: selfLink,
    network: { type: 'string', is: 'optional', forceNew: true, api: 'network', same: sameLink },
    creation_timestamp: { type: 'string', is: 'computed', api: 'creationTimestamp' },
  },
};

/** google_compute_router */
export const routerDriver = computeDriver({ resource: router, title: 'Router', collection: 'routers', regional: true });

const address: Resource = {
  timeouts,
  attributes: {
    id,
    project,
    name,
    self_link: selfLink,
    address: { type: 'string', is: 'optional computed', forceNew: true, api: 'address' },
    address_type: { type: 'string', is: 'optional', forceNew: true, default: 'EXTERNAL', api: 'addressType' },
    description: { type: 'string', is: 'optional', forceNew: true, api: 'description' },
    creation_timestamp: { type: 'string', is: 'computed', api: 'creationTimestamp' },
    label_fingerprint: { type: 'string', is: 'computed', api: 'labelFingerprint' },
  },
};

/** google_compute_global_address */
export const globalAddressDriver = computeDriver({
  resource: address,
  title: 'GlobalAddress',
  collection: 'addresses',
  regional: false,
});
