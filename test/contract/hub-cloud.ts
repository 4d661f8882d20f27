import type { Identity } from '../../sandbox/src/client-settings.js';
import { makeProject } from '../../sandbox/src/project.js';
import { hubConfig } from '../unit/helm/config.js';
import { PROJECT, type Rig } from './google-support.js';
import { KUBE_HOST } from './kube-api.js';

/** The hub of these tests. */
export const HUB = 'research';
export const NAMESPACE = `jupyterhub-${HUB}`;

/** Configuration of that hub. */
export const CONFIG = `apiVersion: jupyterhub-gke/v1
name: ${HUB}
project: ${PROJECT}
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
`;

/** What Google Cloud has of a hub. */
export interface HubCloud {
  /** E-mail of each identity. */
  readonly people: Readonly<Record<Identity, string>>;
  /** Numeric id of the door's backend service. */
  readonly backend: string;
}

/** Name of the door's backend service, as the controller of the Ingress notes it. */
export const BACKEND = 'k8s1-hub';

/** Makes what `apply` and GKE's controllers make of a hub: identities, network, a cluster at kube.test, and the door. */
export async function makeHubCloud(at: Rig): Promise<HubCloud> {
  const people = await makeProject(at.emulator, hubConfig(), () => {});
  await at.enable('compute', 'container', 'iap');
  at.emulator.setClusterEndpoint(KUBE_HOST, 'PEM');
  const compute = `compute/v1/projects/${PROJECT}`;
  const network = `projects/${PROJECT}/global/networks/${HUB}`;
  await at.call('POST', `${compute}/global/networks`, { name: HUB, autoCreateSubnetworks: false });
  await at.call('POST', `${compute}/regions/us-central1/subnetworks`, {
    name: HUB,
    network,
    ipCidrRange: '10.0.0.0/20',
  });
  await at.call('POST', `container/v1/projects/${PROJECT}/locations/us-central1/clusters`, {
    cluster: { name: HUB, network, autopilot: { enabled: true } },
  });
  await at.call('POST', `${compute}/global/backendServices`, { name: BACKEND, iap: { enabled: true } });
  const { body } = await at.call('GET', `${compute}/global/backendServices/${BACKEND}`);
  return { people, backend: String(body.id) };
}
