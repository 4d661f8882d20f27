import type { JsonObject } from '../../config/model.js';

// The metadata server, and the address to which GKE redirects its requests
// (cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#network-policy).
const METADATA_EGRESS: readonly JsonObject[] = [
  { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] },
  { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: [{ port: 988, protocol: 'TCP' }] },
];

/**
 * Values that follow from GKE Autopilot with Dataplane V2.
 *
 * - The chart's scheduler and image pullers are off. Autopilot makes nodes for pods that exist, so neither has work. The
 *   scheduler is of release 1.30 and lags behind the cluster.
 * - The privileged init container that blocks the metadata server is off, because Autopilot refuses privileged pods. The
 *   network policy closes the whole link-local range instead. The chart's own rule closes one address of it only.
 * @param options.metadata opens the metadata server to notebook servers, because mounting a bucket needs it. With workload
 *   identity it returns tokens of the server's own service account only.
 */
export function platformValues({ metadata }: { readonly metadata: boolean }): JsonObject {
  return {
    hub: { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } } },
    proxy: { chp: { resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } } } },
    scheduling: {
      userScheduler: { enabled: false },
      userPlaceholder: { enabled: false },
      corePods: { tolerations: [], nodeAffinity: { matchNodePurpose: 'ignore' } },
      userPods: { tolerations: [], nodeAffinity: { matchNodePurpose: 'ignore' } },
    },
    prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
    singleuser: {
      cloudMetadata: { blockWithIptables: false },
      networkPolicy: {
        egressAllowRules: { cloudMetadataServer: false, nonPrivateIPs: false, privateIPs: false },
        egress: [
          {
            to: [
              {
                ipBlock: {
                  cidr: '0.0.0.0/0',
                  except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'],
                },
              },
            ],
          },
          // NodeLocal DNSCache answers on this link-local address. The chart itself opens port 53 of the metadata server.
          {
            to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
            ports: [
              { port: 53, protocol: 'UDP' },
              { port: 53, protocol: 'TCP' },
            ],
          },
          ...(metadata ? METADATA_EGRESS : []),
        ],
      },
    },
  };
}
