import { cp, lstat, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KubeClient, KubeObject } from './client.js';
import { diskFolder, type PersistentVolume } from './csi-disks.js';
import type { DataKind, ObjectStore } from './kubelet-store.js';
import { type EnvContext, expand } from './pod-env.js';
import { cleanMountPath, cleanSubPath, ownFolder, type PathPair } from './pod-paths.js';
import type { Container, Pod, Volume } from './pod-types.js';
import { writeAtomically } from './volumes-atomic.js';
import { type GoogleContext, isBucket, mountBucket } from './volumes-bucket.js';
import { sourcesOf, volumeFiles } from './volumes-files.js';
import { requestToken, type ServiceAccountToken } from './volumes-token.js';

/** A volume cannot be created yet, or never. The pod waits and reports why. */
export class VolumeError extends Error {}

/** Input of volumes. */
export interface VolumeContext {
  readonly client: KubeClient;
  readonly store: ObjectStore;
  /** Folder of the sandbox's state; disks are in its `disks/`. */
  readonly dir: string;
  /** Undefined: pods cannot reach Google and mount no bucket. */
  readonly google: GoogleContext | undefined;
  /** Facts about the pod for downward API files and subPathExpr. */
  readonly facts: Omit<EnvContext, 'store' | 'apiServer'>;
}

/** The volumes of one pod, as folders on this machine. */
export class PodVolumes {
  private readonly folders = new Map<string, string>();
  private readonly tokens = new Map<string, ServiceAccountToken>();
  /** Links inside other volumes. They must not outlive the pod, because the next pod may have no right to their targets. */
  private readonly links = new Set<string>();
  private refreshing: Promise<void> = Promise.resolve();

  constructor(
    private readonly pod: Pod,
    /** The pod's own folder. */
    private readonly folder: string,
    private readonly context: VolumeContext,
  ) {}

  /** Makes every volume. Throws a VolumeError that says which one cannot be made. */
  async prepare(): Promise<void> {
    for (const volume of this.pod.spec.volumes ?? []) this.folders.set(volume.name, await this.place(volume));
  }

  /** Brings the files made from a ConfigMap or Secret up to date after it changed. */
  changed(kind: DataKind, name: string): void {
    for (const volume of this.pod.spec.volumes ?? []) {
      const affected = sourcesOf(volume).some((source) => source.kind === kind && source.name === name);
      if (affected) this.refreshLater(volume);
    }
  }

  /** Renews service account tokens near the end of their lifetime. Called from time to time. */
  renew(now: number): void {
    for (const volume of this.pod.spec.volumes ?? []) {
      const due = [...this.tokens].some(([key, token]) => key.startsWith(`${volume.name}/`) && token.renewAt <= now);
      if (due) this.refreshLater(volume);
    }
  }

  /** Places the volumes where a container expects them, and returns the path mappings. */
  async mount(container: Container, root: string, env: Readonly<Record<string, string>>): Promise<PathPair[]> {
    const pairs: PathPair[] = [];
    for (const mount of container.volumeMounts ?? []) {
      const volume = this.folders.get(mount.name);
      if (volume === undefined)
        throw new VolumeError(`volume ${mount.name} of container ${container.name} is not there`);
      const mountPath = cleanMountPath(mount.mountPath);
      const subPath = cleanSubPath(mount.subPath ?? expand(mount.subPathExpr ?? '', env));
      const source = subPath === '' ? volume : join(volume, subPath);
      const place = `${root}${mountPath}`;
      const isFile = await this.isFile(mount.name, source, subPath);
      // A part of a ConfigMap or Secret is a copy that later changes do not reach, as on a real node; the rest is the volume itself.
      if (isFile && !this.isDisk(mount.name)) {
        await mkdir(dirname(place), { recursive: true });
        await rm(place, { force: true, recursive: true });
        await cp(source, place, { dereference: true, preserveTimestamps: true });
        pairs.push([mountPath, place]);
        const own = ownFolder(mountPath);
        if (own !== undefined) pairs.push([own, `${root}${own}`]);
      } else {
        const link = await linkFolder(source, place, root);
        if (link !== undefined) this.links.add(link);
        pairs.push([mountPath, source]);
      }
    }
    return pairs;
  }

  /** Removes what was placed into retained volumes. */
  async unmount(): Promise<void> {
    for (const link of this.links) await rm(link, { force: true });
    this.links.clear();
  }

  private async isFile(name: string, source: string, subPath: string): Promise<boolean> {
    if (subPath === '') return false;
    const status = await lstat(source).catch(() => undefined);
    if (status !== undefined) return !status.isDirectory();
    if (!this.isDisk(name)) throw new VolumeError(`volume ${name} has no ${subPath}`);
    await mkdir(source, { recursive: true });
    return false;
  }

  private isDisk(name: string): boolean {
    const volume = this.pod.spec.volumes?.find((entry) => entry.name === name);
    if (volume === undefined) return false;
    return volume.persistentVolumeClaim !== undefined || volume.emptyDir !== undefined || isBucket(volume);
  }

  private async place(volume: Volume): Promise<string> {
    if (volume.persistentVolumeClaim !== undefined) return this.claimed(volume.persistentVolumeClaim.claimName);
    if (isBucket(volume)) {
      const mounted = await mountBucket(this.pod, volume, this.context);
      if ('why' in mounted) throw new VolumeError(mounted.why);
      return mounted.folder;
    }
    const folder = join(this.folder, 'volumes', volume.name);
    await mkdir(folder, { recursive: true });
    if (volume.emptyDir !== undefined) return folder;
    await this.refresh(volume, folder);
    return folder;
  }

  private refreshLater(volume: Volume): void {
    const folder = this.folders.get(volume.name);
    if (folder === undefined) return;
    // One after the other: two writers of one folder would remove each other's files. A source that is gone leaves the old files.
    this.refreshing = this.refreshing.then(() => this.refresh(volume, folder)).catch(() => {});
  }

  private async refresh(volume: Volume, folder: string): Promise<void> {
    const namespace = this.pod.metadata.namespace ?? 'default';
    const files = volumeFiles(volume, {
      data: (kind, name) => this.context.store.data(kind, namespace, name),
      facts: this.context.facts,
      token: (key) => this.tokens.get(`${volume.name}/${key}`)?.token,
    });
    for (const wanted of files.tokens) {
      const key = `${volume.name}/${wanted.path}`;
      const known = this.tokens.get(key);
      if (known !== undefined && known.renewAt > Date.now()) continue;
      const token = await requestToken(this.context.client, this.pod, wanted);
      this.tokens.set(key, token);
      files.files.set(wanted.path, { data: Buffer.from(token.token), mode: 0o600 });
    }
    if (files.missing !== undefined) throw new VolumeError(files.missing);
    await writeAtomically(folder, files.files);
  }

  private async claimed(claim: string): Promise<string> {
    const namespace = this.pod.metadata.namespace ?? 'default';
    const { client, dir } = this.context;
    const object = await client.get(`/api/v1/namespaces/${namespace}/persistentvolumeclaims/${claim}`);
    if (object === undefined) throw new VolumeError(`persistentvolumeclaim "${claim}" not found`);
    const name = bound(object);
    const volume =
      name === undefined ? undefined : await client.get<PersistentVolume>(`/api/v1/persistentvolumes/${name}`);
    if (volume === undefined) throw new VolumeError(`persistentvolumeclaim "${claim}" is not bound`);
    const folder = diskFolder(dir, volume);
    if (folder === undefined) throw new VolumeError(`volume "${name}" is of a driver that the sandbox cannot mount`);
    await mkdir(folder, { recursive: true });
    return folder;
  }
}

function bound(claim: KubeObject): string | undefined {
  const name = claim.spec?.volumeName;
  return claim.status?.phase === 'Bound' && typeof name === 'string' ? name : undefined;
}

/**
 * A link at the mount's place, for programs that join paths themselves.
 * @returns the link where it lies inside of another volume
 */
async function linkFolder(source: string, place: string, root: string): Promise<string | undefined> {
  const inVolume = await linkAbove(place, root);
  await mkdir(dirname(place), { recursive: true });
  const there = await lstat(place).catch(() => undefined);
  if (there?.isDirectory() && (await readdir(place)).length > 0) return undefined; // other mounts are inside already; the pairs lead there
  await rm(place, { force: true, recursive: true });
  await symlink(source, place);
  return inVolume ? place : undefined;
}

async function linkAbove(place: string, root: string): Promise<boolean> {
  for (let folder = dirname(place); folder.length > root.length; folder = dirname(folder)) {
    const status = await lstat(folder).catch(() => undefined);
    if (status?.isSymbolicLink()) return true;
  }
  return false;
}
