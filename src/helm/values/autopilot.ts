import type { JsonObject } from '../../config/model.js';

// The server itself and where GKE redirects to (cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#network-policy).
const METADATA: readonly JsonObject[] = [
  { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] },
  { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: [{ port: 988, protocol: 'TCP' }] },
];

/**
 * Values that follow from GKE Autopilot with Dataplane V2.
 *
 * - No scheduler of the chart's own (its release 1.30 lags behind the cluster) and no image pullers: Autopilot makes
 *   nodes for pods that exist, so that neither has anything to do.
 * - No privileged init container against the metadata server: Autopilot refuses privileged pods. The network policy
 *   closes the whole link-local range instead; the chart's own rule leaves out one address of it only.
 * @param options.metadata opens the metadata server to notebook servers, as what mounts their buckets needs it. It hands
 *   out tokens of the server's own service account only (workload identity), so that nothing but that is opened.
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
          // NodeLocal DNSCache answers on this link-local address; the chart opens port 53 of the metadata server itself.
          {
            to: [{ ipBlock: { cidr: '169.254.20.10/32' } }],
            ports: [
              { port: 53, protocol: 'UDP' },
              { port: 53, protocol: 'TCP' },
            ],
          },
          ...(metadata ? METADATA : []),
        ],
      },
    },
  };
}
