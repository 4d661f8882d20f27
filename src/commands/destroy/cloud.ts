import { clusterPath, getCluster, type LiveCluster } from '../../cloud/clusters.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { clusterIdOf } from '../../config/platform/cluster-id.js';
import { regionOf } from '../../config/rules/platform/location.js';
import type { Session } from '../../stages/session/session.js';

/** A resource that Google has under a name of the platform or hub. */
export interface LiveResource {
  /** Such as `network research`. */
  readonly what: string;
  /** The command that deletes it. */
  readonly deletion: string;
}

/** The reserved address of a hub. */
export interface LiveAddress {
  readonly name: string;
  readonly address: string;
}

/** Name of the reserved address of a hub. */
export function addressName(hub: string): string {
  return `${hub}-ip`;
}

/** The reserved address of the hub, as Google has it; undefined where there is none. */
export async function liveAddress(session: Session): Promise<LiveAddress | undefined> {
  const { project, name: hub } = session.config;
  const name = addressName(hub);
  const found = await read<{ address?: string }>(session, `projects/${project}/global/addresses/${name}`);
  return found === undefined ? undefined : { name, address: found.address ?? '' };
}

/** The command that releases an address by hand. */
export function releaseByHand({ config }: Session, { name }: LiveAddress): string {
  return `gcloud compute addresses delete ${name} --global --project=${config.project}`;
}

/** The platform's cluster, whatever its state; undefined where there is none in the configured place. */
export function liveCluster({ google, config }: Session): Promise<LiveCluster | undefined> {
  return getCluster(google, clusterIdOf(config));
}

/** Full name of the platform's cluster. */
export function clusterPlace({ config }: Session): string {
  return clusterPath(clusterIdOf(config));
}

/** The command that deletes the cluster by hand. */
export function deleteClusterByHand({ config }: Session): string {
  const { project, location, platform } = config;
  return `gcloud container clusters delete ${platform.name} --location=${location} --project=${project}`;
}

/** What Google has of a platform, in the order in which it can be deleted. The account of the nodes costs nothing and is not among it. */
export async function livePlatform(session: Session): Promise<readonly LiveResource[]> {
  const { project, location, platform } = session.config;
  const { name } = platform;
  const region = regionOf(location);
  const compute = `projects/${project}`;
  const [cluster, router, subnetwork, network] = await Promise.all([
    liveCluster(session),
    read(session, `${compute}/regions/${region}/routers/${name}`),
    read(session, `${compute}/regions/${region}/subnetworks/${name}-nodes`),
    read(session, `${compute}/global/networks/${name}`),
  ]);
  const inRegion = `--region=${region} --project=${project}`;
  return [
    ...(cluster ? [{ what: `cluster ${name}`, deletion: deleteClusterByHand(session) }] : []),
    ...(router ? [{ what: `router ${name}`, deletion: `gcloud compute routers delete ${name} ${inRegion}` }] : []),
    ...(subnetwork
      ? [
          {
            what: `subnetwork ${name}-nodes`,
            deletion: `gcloud compute networks subnets delete ${name}-nodes ${inRegion}`,
          },
        ]
      : []),
    ...(network
      ? [{ what: `network ${name}`, deletion: `gcloud compute networks delete ${name} --project=${project}` }]
      : []),
  ];
}

/** A resource of Compute Engine; undefined where there is none, or where the API is off, so that there can be none. */
async function read<T = object>({ google }: Session, path: string): Promise<T | undefined> {
  try {
    return await google.get<T>({ service: 'compute', path });
  } catch (error) {
    if (error instanceof GoogleApiError && error.reason === 'SERVICE_DISABLED') return undefined;
    throw error;
  }
}
