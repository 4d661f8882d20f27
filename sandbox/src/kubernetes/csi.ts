import { mkdir, rm } from 'node:fs/promises';
import type { Log } from '../log.js';
import { type KubeClient, KubeError, type KubeObject } from './client.js';
import { DISK_DRIVER, diskFolder, type PersistentVolume } from './csi-disks.js';
import {
  allowsZone,
  type Claim,
  capacityOf,
  FINALIZER,
  newVolume,
  type Place,
  PROVISIONED_BY,
  type StorageClass,
  tooSmall,
  whyNot,
  ZONE_LABEL,
} from './csi-volumes.js';

/** Settings of the stand-in. */
export interface CsiOptions {
  readonly client: KubeClient;
  /** Folder of the sandbox's state; disks are the folders in its `disks/`. */
  readonly dir: string;
  /** Project in the disks' names. */
  readonly project: string;
  readonly log: Log;
}

/** The running stand-in. */
export interface Csi {
  stop(): Promise<void>;
}

/**
 * Starts the stand-in of Compute Engine's CSI driver: a claim of one of its classes gets a volume and a disk, in the zone of
 * the node that the scheduler chose; a released volume's disk is kept or removed as its class says; a claim that asks for more grows.
 */
export async function startCsi(options: CsiOptions): Promise<Csi> {
  const driver = new Driver(options);
  await driver.start();
  return driver;
}

class Driver implements Csi {
  private readonly classes = new Map<string, StorageClass>();
  private readonly nodes = new Map<string, KubeObject>();
  private readonly claims = new Map<string, Claim>();
  private readonly said = new Set<string>();
  private readonly busy = new Set<string>();
  private readonly waiting = new Map<string, () => Promise<void>>();
  private readonly watches: { stop(): void; readonly ready: Promise<void> }[] = [];

  constructor(private readonly options: CsiOptions) {}

  async start(): Promise<void> {
    const { client } = this.options;
    // Nothing needs attaching, because the disk is a local folder. This keeps the attach controller out.
    const object = { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: DISK_DRIVER } };
    await client.apply(`/apis/storage.k8s.io/v1/csidrivers/${DISK_DRIVER}`, {
      ...object,
      spec: { attachRequired: false },
    });
    this.watches.push(
      client.watch<StorageClass>('/apis/storage.k8s.io/v1/storageclasses', (event, entry) => {
        remember(this.classes, event, entry);
        for (const claim of this.claims.values()) void this.onClaim(claim);
      }),
      client.watch('/api/v1/nodes', (event, node) => remember(this.nodes, event, node)),
    );
    await Promise.all(this.watches.map((watch) => watch.ready));
    this.watches.push(
      client.watch<Claim>('/api/v1/persistentvolumeclaims', (event, claim) => {
        remember(this.claims, event, claim);
        if (event !== 'DELETED') void this.onClaim(claim);
      }),
      client.watch<PersistentVolume>('/api/v1/persistentvolumes', (event, volume) => {
        if (event !== 'DELETED') void this.guarded(volume.metadata.uid ?? '', () => this.onVolume(volume));
      }),
    );
    await Promise.all(this.watches.map((watch) => watch.ready));
  }

  async stop(): Promise<void> {
    for (const watch of this.watches) watch.stop();
  }

  private onClaim(claim: Claim): Promise<void> {
    return this.guarded(claim.metadata.uid ?? '', async () => {
      if (claim.metadata.deletionTimestamp !== undefined) return;
      const type = this.classes.get(`/${claim.spec.storageClassName ?? ''}`);
      if (type === undefined || type.provisioner !== DISK_DRIVER) return;
      if (claim.spec.volumeName === undefined) await this.provision(claim, type);
      else if (claim.status?.phase === 'Bound' && tooSmall(claim)) await this.expand(claim, type);
    });
  }

  private async provision(claim: Claim, type: StorageClass): Promise<void> {
    const selected = claim.metadata.annotations?.['volume.kubernetes.io/selected-node'];
    if (type.volumeBindingMode === 'WaitForFirstConsumer' && selected === undefined) return;
    const refusal = whyNot(claim, type);
    if (refusal !== undefined) return this.refuse(claim, refusal);
    const place = this.placeOf(selected, type);
    if (place === undefined) return this.refuse(claim, 'no node in a zone that the class allows to put the disk in');
    const volume = newVolume(claim, type, place, this.options.project);
    const folder = diskFolder(this.options.dir, volume);
    if (folder === undefined) throw new Error(`no disk for volume ${volume.metadata.name}`);
    await mkdir(folder, { recursive: true });
    try {
      await this.options.client.create('/api/v1/persistentvolumes', volume);
      this.options.log(`disk ${volume.metadata.name} made in ${place.zones.join(', ')}`);
    } catch (error) {
      if (!(error instanceof KubeError && error.status === 409)) throw error;
    }
  }

  private async expand(claim: Claim, type: StorageClass): Promise<void> {
    if (type.allowVolumeExpansion !== true) return;
    const { client } = this.options;
    const { namespace, name } = claim.metadata;
    const storage = capacityOf(claim);
    await client.mergePatch(`/api/v1/persistentvolumes/${claim.spec.volumeName}`, { spec: { capacity: { storage } } });
    await client.mergePatch(`/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}/status`, {
      status: { capacity: { storage }, conditions: null, allocatedResources: null, allocatedResourceStatuses: null },
    });
    this.options.log(`disk ${claim.spec.volumeName} grown to ${storage}`);
  }

  private async onVolume(volume: PersistentVolume): Promise<void> {
    const { client, dir, log } = this.options;
    if (volume.metadata.annotations?.[PROVISIONED_BY] !== DISK_DRIVER) return;
    const released = volume.status?.phase === 'Released' && volume.spec.persistentVolumeReclaimPolicy === 'Delete';
    const path = `/api/v1/persistentvolumes/${volume.metadata.name}`;
    if (released && volume.metadata.deletionTimestamp === undefined) {
      const folder = diskFolder(dir, volume);
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
      log(`disk ${volume.metadata.name} removed`);
      await client.delete(path);
    }
    // This is our finalizer. Kubernetes itself protects volumes in use.
    const gone = released || volume.metadata.deletionTimestamp !== undefined;
    if (gone && volume.metadata.finalizers?.includes(FINALIZER)) await this.letGo(path);
  }

  /** Removes our finalizer from the current object, because Kubernetes removes its own at the same moment. */
  private async letGo(path: string): Promise<void> {
    const { client } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const live = await client.get(path);
      const finalizers = live?.metadata.finalizers?.filter((entry) => entry !== FINALIZER);
      if (finalizers === undefined || finalizers.length === live?.metadata.finalizers?.length) return;
      const { resourceVersion } = live?.metadata ?? {};
      try {
        await client.mergePatch(path, { metadata: { resourceVersion, finalizers } });
        return;
      } catch (error) {
        const lost = error instanceof KubeError && [404, 409, 422].includes(error.status);
        if (!lost || attempt === 10) throw error;
      }
    }
  }

  /**
   * Zone of the chosen node (any node's where none was chosen), and a second one of the region for a regional disk. Undefined
   * where there is none, or the class does not allow it.
   */
  private placeOf(selected: string | undefined, type: StorageClass): Place | undefined {
    const zoneOf = (node: KubeObject | undefined): string | undefined =>
      node?.metadata.labels?.[ZONE_LABEL] ?? node?.metadata.labels?.['topology.kubernetes.io/zone'];
    const known = [...new Set([...this.nodes.values()].map(zoneOf))].filter((zone) => zone !== undefined).sort();
    const zones = known.filter((zone) => allowsZone(type, zone));
    const zone = selected === undefined ? zones[0] : zoneOf(this.nodes.get(`/${selected}`));
    if (zone === undefined || !allowsZone(type, zone)) return undefined;
    if (type.parameters?.['replication-type'] !== 'regional-pd') return { zones: [zone] };
    const second = zones.find((other) => other !== zone);
    return second === undefined ? undefined : { zones: [zone, second], region: zone.replace(/-[a-z]$/, '') };
  }

  private async refuse(claim: Claim, message: string): Promise<void> {
    const { namespace = 'default', name, uid } = claim.metadata;
    if (this.said.has(`${uid} ${message}`)) return;
    this.said.add(`${uid} ${message}`);
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    await this.options.client.create(`/api/v1/namespaces/${namespace}/events`, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${name}.${Date.now().toString(16)}`, namespace },
      involvedObject: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid },
      type: 'Warning',
      reason: 'ProvisioningFailed',
      message: `failed to provision volume with StorageClass "${claim.spec.storageClassName}": ${message}`,
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
      source: { component: DISK_DRIVER },
    });
  }

  /** Handles one event at a time per object, the newest waiting one next. An error is logged, and a later change retries. */
  private async guarded(uid: string, work: () => Promise<void>): Promise<void> {
    if (this.busy.has(uid)) {
      // No further change may follow, so this one must not be lost.
      this.waiting.set(uid, work);
      return;
    }
    this.busy.add(uid);
    try {
      await work();
    } catch (error) {
      this.options.log(`disks: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.busy.delete(uid);
    }
    const next = this.waiting.get(uid);
    this.waiting.delete(uid);
    if (next !== undefined) await this.guarded(uid, next);
  }
}

function remember<T extends KubeObject>(map: Map<string, T>, event: string, object: T): void {
  const key = `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  if (event === 'DELETED') map.delete(key);
  else map.set(key, object);
}
