import { idOf } from './google/ids.js';
import { LINK } from './google/services/compute-kinds.js';
import type { ForeignList } from './google/services/compute-lists.js';
import type { Json } from './google/world.js';
import type { KubeClient, KubeObject } from './kubernetes/client.js';
import { DISK_DRIVER, type PersistentVolume } from './kubernetes/csi-disks.js';
import { bytes, type StorageClass } from './kubernetes/csi-volumes.js';

/** The compute resources that GKE makes for objects of the cluster, as compute lists them. */
export function clusterResources(client: KubeClient, project: string): ReadonlyMap<string, ForeignList> {
  const disks: ForeignList = async () => {
    const classes = await client.list<StorageClass>('/apis/storage.k8s.io/v1/storageclasses');
    const types = new Map(classes.map(({ metadata, parameters }) => [metadata.name, parameters?.type]));
    const volumes = await client.list<PersistentVolume>('/api/v1/persistentvolumes');
    return byPlace(volumes.flatMap((volume) => diskOf(volume, types.get(volume.spec.storageClassName ?? ''))));
  };
  const sslCertificates: ForeignList = async () => {
    const all = await client.list('/apis/networking.gke.io/v1/managedcertificates');
    return new Map([['global', all.flatMap((one) => certificateOf(one, project))]]);
  };
  return new Map([
    ['disks', disks],
    ['sslCertificates', sslCertificates],
  ]);
}

type Placed = readonly [place: string, resource: Json];

function diskOf({ spec, metadata }: PersistentVolume, type = 'pd-standard'): Placed[] {
  const handle = spec.csi?.driver === DISK_DRIVER ? spec.csi.volumeHandle : '';
  const [, parent, place, scope, name] = /^(projects\/[^/]+\/((zone|region)s\/[^/]+))\/disks\/(.+)$/.exec(handle) ?? [];
  if (place === undefined || scope === undefined) return [];
  const disk = {
    kind: 'compute#disk',
    id: idOf(handle),
    name,
    [scope]: `${LINK}${parent}`,
    sizeGb: String(Math.ceil(bytes(spec.capacity?.storage ?? '') / 2 ** 30)),
    type: `${LINK}${parent}/diskTypes/${type}`,
    status: 'READY',
    creationTimestamp: metadata.creationTimestamp,
    selfLink: `${LINK}${handle}`,
  };
  return [[place, disk]];
}

function certificateOf({ spec, status, metadata }: KubeObject, project: string): Json[] {
  const name = status?.certificateName;
  if (typeof name !== 'string') return [];
  const certificate = {
    kind: 'compute#sslCertificate',
    id: idOf(name),
    name,
    type: 'MANAGED',
    managed: { domains: spec?.domains, status: String(status?.certificateStatus).toUpperCase() },
    creationTimestamp: metadata.creationTimestamp,
    selfLink: `${LINK}projects/${project}/global/sslCertificates/${name}`,
  };
  return [certificate];
}

function byPlace(resources: readonly Placed[]): Map<string, readonly Json[]> {
  const places = new Map<string, readonly Json[]>();
  for (const [place, resource] of resources) places.set(place, [...(places.get(place) ?? []), resource]);
  return places;
}
