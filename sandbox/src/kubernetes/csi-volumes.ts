import type { KubeObject } from './client.js';
import { DISK_DRIVER, type PersistentVolume } from './csi-disks.js';

/** Annotation that tells Kubernetes to leave a volume's removal to the driver. */
export const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';
/** Finalizer that keeps a volume until its disk was handled. */
export const FINALIZER = 'external-provisioner.volume.kubernetes.io/finalizer';

/** A storage class, as far as the driver reads it. */
export interface StorageClass extends KubeObject {
  readonly provisioner: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly reclaimPolicy?: string;
  readonly volumeBindingMode?: string;
  readonly allowVolumeExpansion?: boolean;
  readonly allowedTopologies?: readonly {
    readonly matchLabelExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
  }[];
}

/** A claim, as far as the driver reads it. */
export interface Claim extends KubeObject {
  readonly spec: {
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly volumeMode?: string;
    readonly accessModes?: readonly string[];
    readonly resources?: { readonly requests?: { readonly storage?: string } };
  } & Readonly<Record<string, unknown>>;
  readonly status?: { readonly phase?: string; readonly capacity?: { readonly storage?: string } } & Readonly<
    Record<string, unknown>
  >;
}

/** Location of a disk: one zone, or two zones of a region. */
export interface Place {
  readonly zones: readonly string[];
  readonly region?: string;
}

/** Disk types that Compute Engine has and a class may name. */
const TYPES: ReadonlySet<string> = new Set([
  'pd-standard',
  'pd-balanced',
  'pd-ssd',
  'pd-extreme',
  'hyperdisk-balanced',
  'hyperdisk-throughput',
  'hyperdisk-extreme',
  'hyperdisk-ml',
  'dynamic',
]);

/** Why the driver refuses a PVC; undefined if it accepts it. */
export function whyNot(claim: Claim, type: StorageClass): string | undefined {
  const disk = type.parameters?.type ?? 'pd-standard';
  if (!TYPES.has(disk)) return `invalid disk type ${JSON.stringify(disk)}`;
  if (disk === 'dynamic' && !['pd-type', 'hyperdisk-type'].every((key) => TYPES.has(type.parameters?.[key] ?? ''))) {
    return 'a dynamic volume needs the parameters pd-type and hyperdisk-type';
  }
  if (claim.spec.accessModes?.includes('ReadWriteMany') === true && claim.spec.volumeMode !== 'Block') {
    return 'a disk cannot be mounted by several nodes for writing (ReadWriteMany)';
  }
  return undefined;
}

/** Label of a node's zone, by which the driver and its classes know it. */
export const ZONE_LABEL = 'topology.gke.io/zone';

/** Whether a class lets the driver make a disk in a zone: one of its terms must hold in whole. */
export function allowsZone({ allowedTopologies = [] }: StorageClass, zone: string): boolean {
  if (allowedTopologies.length === 0) return true;
  return allowedTopologies.some(({ matchLabelExpressions = [] }) =>
    matchLabelExpressions.every(({ key, values }) => key === ZONE_LABEL && values.includes(zone)),
  );
}

/** Requested size of a PVC; 1Gi by default. */
export function capacityOf(claim: Claim): string {
  return claim.spec.resources?.requests?.storage ?? '1Gi';
}

/** Whether a bound PVC requests more than it has. */
export function tooSmall(claim: Claim): boolean {
  return bytes(capacityOf(claim)) > bytes(claim.status?.capacity?.storage ?? '0');
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Bytes of a Kubernetes quantity; 0 if it is not a quantity. */
export function bytes(quantity: string): number {
  const match = /^([0-9]+(?:\.[0-9]+)?)([A-Za-z]*)$/.exec(quantity);
  const unit = Object.hasOwn(UNITS, match?.[2] ?? '') ? UNITS[match?.[2] ?? ''] : undefined;
  return match === null || unit === undefined ? 0 : Number(match[1]) * unit;
}

/** The volume for a claim; its disk has the volume's name. */
export function newVolume(claim: Claim, type: StorageClass, place: Place, project: string): PersistentVolume {
  const name = `pvc-${claim.metadata.uid}`;
  const where = place.region === undefined ? `zones/${place.zones[0]}` : `regions/${place.region}`;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, annotations: { [PROVISIONED_BY]: DISK_DRIVER }, finalizers: [FINALIZER] },
    spec: {
      capacity: { storage: capacityOf(claim) },
      accessModes: claim.spec.accessModes ?? ['ReadWriteOnce'],
      volumeMode: claim.spec.volumeMode ?? 'Filesystem',
      persistentVolumeReclaimPolicy: type.reclaimPolicy ?? 'Delete',
      storageClassName: type.metadata.name,
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: claim.metadata.name,
        ...(claim.metadata.namespace === undefined ? {} : { namespace: claim.metadata.namespace }),
        ...(claim.metadata.uid === undefined ? {} : { uid: claim.metadata.uid }),
      },
      csi: {
        driver: DISK_DRIVER,
        volumeHandle: `projects/${project}/${where}/disks/${name}`,
        fsType: type.parameters?.['csi.storage.k8s.io/fstype'] ?? 'ext4',
      },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: ZONE_LABEL, operator: 'In', values: place.zones }] }],
        },
      },
    },
  } as PersistentVolume;
}
