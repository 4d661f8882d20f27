import type { Json, JsonObject } from '../../config/model.js';
import { valueAt } from './values.js';

/** What a hub's pods may reach beyond what every hub needs. */
export interface NetworkNeeds {
  /** Opens the metadata server to notebook servers, because mounting a bucket needs it. With workload identity it
   * returns tokens of the server's own service account only. */
  readonly metadata: boolean;
  /** `hub.db.type` of the user's values. A database server usually has a private address. */
  readonly database: Json | undefined;
  /** False where the user's values close public addresses to notebook servers. */
  readonly internet?: boolean;
  /** True where the user's values open private addresses to notebook servers. */
  readonly private?: boolean;
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** Everything but private addresses and the whole link-local range, in which the metadata server has several addresses. */
const PUBLIC: JsonObject = {
  to: [{ ipBlock: { cidr: '0.0.0.0/0', except: [...PRIVATE, '169.254.0.0/16'] } }],
};

// NodeLocal DNSCache answers on this link-local address.
const LOCAL_DNS: JsonObject = {
  to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

// The metadata server, and the address to which GKE redirects its requests
// (cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#network-policy).
const METADATA: readonly JsonObject[] = [
  { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] },
  { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: [{ port: 988, protocol: 'TCP' }] },
];

const DATABASE_PORTS: Readonly<Record<string, number>> = { postgres: 5432, mysql: 3306 };

/**
 * The chart's own rules that stay open: port 53 of kube-system, where the cluster's DNS is, and of the metadata server,
 * which is the DNS server where a cluster uses Cloud DNS. Its other rules open more than a hub needs.
 */
export const RULES: JsonObject = {
  dnsPortsCloudMetadataServer: true,
  dnsPortsKubeSystemNamespace: true,
  dnsPortsPrivateIPs: false,
  cloudMetadataServer: false,
  nonPrivateIPs: false,
  privateIPs: false,
};

/**
 * Network policies: what hub, proxy and notebook servers reach. The chart adds the ways between the three.
 *
 * - The hub reaches the Kubernetes API, which has a private address in private clusters, and public addresses: IAP's keys.
 * - The proxy reaches nothing but hub, notebook servers and DNS.
 * - Notebook servers reach public addresses, unless the user's values close them. Nobody reaches the metadata server, except for buckets.
 */
export function networkValues(needs: NetworkNeeds): JsonObject {
  const { metadata, database, internet = true } = needs;
  const databasePort = typeof database === 'string' ? DATABASE_PORTS[database] : undefined;
  return {
    hub: {
      networkPolicy: {
        egressAllowRules: RULES,
        egress: [PUBLIC, LOCAL_DNS, toPrivate(443), ...(databasePort === undefined ? [] : [toPrivate(databasePort)])],
      },
    },
    proxy: { chp: { networkPolicy: { egressAllowRules: RULES, egress: [LOCAL_DNS] } } },
    singleuser: {
      networkPolicy: {
        egressAllowRules: RULES,
        egress: [
          ...(internet ? [PUBLIC] : []),
          ...(needs.private === true ? [{ to: PRIVATE.map((cidr) => ({ ipBlock: { cidr } })) }] : []),
          LOCAL_DNS,
          ...(metadata ? METADATA : []),
        ],
      },
    },
  };
}

/** The needs of a hub with these values of its user. */
export function networkNeeds(metadata: boolean, user: JsonObject): NetworkNeeds {
  const rules = 'singleuser.networkPolicy.egressAllowRules';
  return {
    metadata,
    database: valueAt(user, 'hub.db.type'),
    // The chart's own rule for public addresses leaves most of the link-local range open, so ours stands for it.
    internet: valueAt(user, `${rules}.nonPrivateIPs`) !== false,
    private: valueAt(user, `${rules}.privateIPs`) === true,
  };
}

function toPrivate(port: number): JsonObject {
  return { to: PRIVATE.map((cidr) => ({ ipBlock: { cidr } })), ports: [{ port, protocol: 'TCP' }] };
}
