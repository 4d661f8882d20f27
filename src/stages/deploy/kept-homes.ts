import type { PlanNote } from '../../change/run-note.js';
import type { KubeObject } from '../../cloud/kube-objects.js';
import { type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import { firstOf, plural } from '../../config/text.js';
import { ToolError } from '../../errors.js';
import { namespaceOf } from '../../helm/release/record.js';
import { acknowledgedAddresses } from '../review/acknowledgements.js';
import { type ClusterConnection, connectCluster } from '../session/cluster.js';
import type { Session } from '../session/session.js';
import type { HubPlan } from './plan.js';

/** A disk that was kept and that no claim gives to anybody. */
export interface KeptDisk {
  /** Name of the claim that it had. */
  readonly claim: string;
  /** Name of the volume. */
  readonly volume: string;
}

interface Volume extends KubeObject {
  readonly spec?: {
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
    readonly persistentVolumeReclaimPolicy?: string;
  };
  readonly status?: { readonly phase?: string };
}

interface Claim extends KubeObject {
  readonly spec?: { readonly volumeName?: string };
}

/** Claim of the hub's database (the z2jh chart). */
const DATABASE = 'hub-db-dir';
/** Disks that a message names. */
const NAMED = 3;

/**
 * The disks of a hub whose claims somebody deleted, alone or with the namespace. Kubernetes gives them to nobody by itself: a
 * new claim gets a new, empty disk. Undefined where this identity may not read volumes.
 */
export async function keptDisks(kubernetes: Kubernetes, hub: string): Promise<readonly KeptDisk[] | undefined> {
  const volumes = await kubernetes
    .list<Volume>({ apiVersion: 'v1', kind: 'PersistentVolume' })
    .catch((error: unknown) => {
      if (error instanceof KubernetesError && error.status === 403) return undefined;
      throw error;
    });
  return volumes?.flatMap(({ metadata, spec, status }) => {
    const { namespace, name = '' } = spec?.claimRef ?? {};
    // A disk that storage.purge names is deleted with its volume.
    const isKept = status?.phase === 'Released' && spec?.persistentVolumeReclaimPolicy !== 'Delete';
    return namespace === namespaceOf(hub) && isKept ? [{ claim: name, volume: metadata.name }] : [];
  });
}

/** What somebody acknowledges who wants a hub with empty homes beside the disks that are kept. */
export function keptAddress(hub: string): string {
  return `homes/${namespaceOf(hub)}`;
}

/** A note about a running hub some of whose disks no claim gives to anybody. */
export async function keptDisksNote(cluster: ClusterConnection | undefined, hub: string): Promise<readonly PlanNote[]> {
  const disks = (cluster && (await keptDisks(cluster.kubernetes, hub))) ?? [];
  if (disks.length === 0) return [];
  return [{ code: 'disks-without-claim', claims: disks.map(({ claim }) => claim), count: disks.length }];
}

/** Refuses to install a hub beside the disks of an earlier one: people would find empty homes, and nobody would say why. */
export async function refuseKeptHomes(
  session: Session,
  { deployed, hasCluster }: Pick<HubPlan, 'deployed' | 'hasCluster'>,
  connect: (session: Session) => Promise<ClusterConnection | undefined> = connectCluster,
): Promise<void> {
  const { context, config } = session;
  if (deployed !== undefined || !hasCluster) return;
  const cluster = await connect(session);
  if (cluster === undefined) return;
  const disks = (await keptDisks(cluster.kubernetes, config.name)) ?? [];
  if (disks.length === 0 || acknowledgedAddresses(context).includes(keptAddress(config.name))) return;
  const homes = disks.filter(({ claim }) => claim !== DATABASE);
  const what = [
    ...(homes.length === 0 ? [] : [plural(homes.length, 'home')]),
    ...(homes.length < disks.length ? ["the hub's database"] : []),
  ];
  const names = firstOf(
    disks.map(({ claim, volume }) => `${claim} (volume ${volume})`),
    NAMED,
  );
  throw new ToolError(
    `The disks of ${what.join(' and ')} are kept in this cluster, and their claims are gone: ${names}. A hub that starts now gives everybody an empty home. Nothing was changed`,
    {
      where: `namespace ${namespaceOf(config.name)}`,
      hint: `Give the disks back first, as docs/leaving.md describes under "Disks without a claim": make each volume free again and make its claim, then run apply again. If the hub is to start with empty homes, acknowledge ${keptAddress(config.name)} in a manual run (--acknowledge); the disks stay all the same.`,
    },
  );
}

/** Keeps the disk of the hub's database when its claim goes, like homes. The class of such disks deletes them. */
export async function keepDatabase({ kubernetes }: ClusterConnection, hub: string): Promise<void> {
  const namespace = namespaceOf(hub);
  const claim = await kubernetes.get<Claim>({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace,
    name: DATABASE,
  });
  const name = claim?.spec?.volumeName;
  if (name === undefined || name === '') return;
  const ref = { apiVersion: 'v1', kind: 'PersistentVolume', name };
  const volume = await kubernetes.get<Volume>(ref);
  if (volume?.spec?.persistentVolumeReclaimPolicy !== 'Delete') return;
  await kubernetes.patch(ref, { spec: { persistentVolumeReclaimPolicy: 'Retain' } });
}
