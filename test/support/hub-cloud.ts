import type { Identity } from '../../sandbox/src/client-settings.js';
import { makeProject } from '../../sandbox/src/project.js';
import { audienceOf } from '../../src/stages/session/backend-service.js';
import { NUMBER, PROJECT, type Rig } from './google.js';
import { hubConfig } from './hub-config.js';
import { KUBE_HOST, type KubeApi } from './kube-api.js';

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
  /** Numeric id of IAP's backend service. */
  readonly backend: string;
}

/** Name of IAP's backend service, as the controller of the Ingress notes it. */
export const BACKEND = 'k8s1-hub';

/** The hub's Ingress, with what the controller notes in it of IAP. */
export const INGRESS = {
  path: `/apis/networking.k8s.io/v1/namespaces/${NAMESPACE}/ingresses/jupyterhub`,
  object: { metadata: { annotations: { 'ingress.kubernetes.io/backends': JSON.stringify({ [BACKEND]: 'HEALTHY' }) } } },
};

/** Path of the cluster's ConfigMaps of the hub. */
export const MAPS = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
/** Path of the one with the hub's list of people. */
export const MEMBERS = `${MAPS}/${HUB}-members`;

/** Puts into the cluster what `apply` leaves there before the first sync, and an access reconciler that enforces each list at once. */
export function putHub(kube: KubeApi, { backend }: HubCloud): void {
  kube.put(`${MAPS}/${HUB}-deployed`, { data: { state: 'deployed', inputs: 'x', address: 'hub.acme.dev' } });
  kube.put(INGRESS.path, INGRESS.object);
  const audiences = [audienceOf(NUMBER, backend)];
  kube.put(`${MAPS}/${HUB}-audience`, { data: { 'audiences.json': `${JSON.stringify(audiences)}\n` } });
  kube.objects[`${MAPS}/${HUB}-reconciler`] = () => {
    const { generation } = JSON.parse(membersData(kube)['members.json'] ?? '{"generation":0}');
    return { data: { 'status.json': JSON.stringify({ generation, at: '2026-11-24T11:00:00Z', people: {} }) } };
  };
}

/** What the hub's list of people holds, by key; nothing before the first sync. */
export function membersData(kube: KubeApi): Readonly<Record<string, string>> {
  return (kube.objects[MEMBERS] as { data: Record<string, string> } | undefined)?.data ?? {};
}

/** Makes what `apply` and GKE's controllers make of a hub: identities, network, a cluster at kube.test, and IAP. */
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
