import { sharedBucketName } from '../../access/homes/names.js';
import { type HomeStatus, readHomeStatus } from '../../access/homes/status.js';
import type { KubeObject } from '../../cloud/kube-objects.js';
import { namespaceOf } from '../../helm/release/record.js';
import { type ClusterConnection, hubConfigMaps } from '../../stages/session/cluster.js';
import type { Session } from '../../stages/session/session.js';
import type { StateResource } from '../../terraform/state.js';
import { nodeAccountId, type RootName, statePrefix } from '../../terraform/variables.js';

/** One resource that destroy retains, and where it is. */
export interface RetainedResource {
  readonly what: string;
  readonly where: string;
}

interface Claim extends KubeObject {
  readonly spec?: { readonly volumeName?: string };
}

interface Volume extends KubeObject {
  readonly spec?: {
    readonly csi?: { readonly volumeHandle?: string };
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
  };
}

/** Resources that stay of a hub: the claims of homes and database with their disks, their namespace, and the state. */
export async function retainedByHub(
  session: Session,
  cluster: ClusterConnection | undefined,
): Promise<RetainedResource[]> {
  if (cluster === undefined) return [];
  const { kubernetes } = cluster;
  const namespace = namespaceOf(session.config.name);
  const [claims, volumes, homeStatus] = await Promise.all([
    kubernetes.list<Claim>({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace }),
    kubernetes.list<Volume>({ apiVersion: 'v1', kind: 'PersistentVolume' }),
    readHomeStatus(hubConfigMaps(session, { kubernetes })),
  ]);
  const disks = new Map(volumes.map((volume) => [volume.metadata.name, volume.spec?.csi?.volumeHandle]));
  return [
    ...claims.map((claim) => {
      const { name, annotations } = claim.metadata;
      const owner = annotations?.['hub.jupyter.org/username'];
      const what = name === 'hub-db-dir' ? 'database of the hub' : owner ? `home of ${owner}` : 'disk';
      const disk = disks.get(claim.spec?.volumeName ?? '');
      return { what, where: `claim ${namespace}/${name}${disk === undefined ? '' : `, disk ${disk}`}` };
    }),
    ...(claims.length > 0 ? [{ what: 'namespace of the disks', where: namespace }] : []),
    ...bucketsOf(session, homeStatus),
    stateOf(session, 'hub'),
  ];
}

/** Buckets of people. Their service accounts are in the namespace, and go when somebody deletes that. */
function bucketsOf(
  { config: { project, name: hub } }: Session,
  homeStatus: HomeStatus | undefined,
): RetainedResource[] {
  const kinds = [
    ...Object.values(homeStatus?.ready ?? {}),
    ...Object.values(homeStatus?.left ?? {}).map(({ kind }) => kind),
  ];
  const buckets = kinds.filter((kind) => kind === 'bucket').length;
  return [
    ...(buckets === 0 ? [] : [{ what: `${buckets} buckets of people`, where: `gs://${project}-${hub}-…` }]),
    ...(buckets === kinds.length
      ? []
      : [{ what: `${kinds.length - buckets} folders of people`, where: `gs://${sharedBucketName({ project, hub })}` }]),
  ];
}

/** Resources that stay of a platform: all disks (GKE leaves them, whatever their class says), the state, and the enabled APIs. */
export async function retainedByPlatform(
  session: Session,
  cluster: ClusterConnection | undefined,
  state: readonly StateResource[],
): Promise<RetainedResource[]> {
  const { project, platform } = session.config;
  const ownsAccount = state.some(({ type }) => type === 'google_service_account');
  const volumes = cluster ? await cluster.kubernetes.list<Volume>({ apiVersion: 'v1', kind: 'PersistentVolume' }) : [];
  return [
    ...volumes.map(({ metadata, spec }) => ({
      what: `disk of claim ${spec?.claimRef?.namespace ?? '?'}/${spec?.claimRef?.name ?? '?'}`,
      where: spec?.csi?.volumeHandle ?? metadata.name,
    })),
    stateOf(session, 'platform'),
    { what: 'APIs that apply enabled', where: `project ${project}` },
    ...(ownsAccount
      ? []
      : [
          {
            what: 'account of the nodes, if the one-time setup or a run whose state was lost made it',
            where: `${nodeAccountId(platform.name)}@${project}.iam.gserviceaccount.com`,
          },
        ]),
  ];
}

function stateOf({ config }: Session, root: RootName): RetainedResource {
  return { what: 'terraform state', where: `gs://${config.state.bucket}/${statePrefix(config, root)}` };
}
