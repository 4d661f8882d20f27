import { type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import { ToolError } from '../../errors.js';
import { differenceKey, type FieldDifference } from '../../helm/diff/live-fields.js';
import type { Manifest } from '../../helm/diff/manifests.js';
import { objectKey } from '../../helm/diff/object-key.js';
import {
  type Drift,
  driftOf,
  isOfCluster,
  type Settled,
  settledObjects,
  unexplained,
} from '../../helm/release/drift.js';
import { type DeploymentRecord, namespaceOf } from '../../helm/release/record.js';
import { entryOf } from '../../json.js';
import type { ClusterConnection } from '../session/cluster.js';

/**
 * Where the cluster differs from what the last apply left there. While an apply has not ended, the record has what the one
 * before it left: what is different from that is told where the interrupted one does not explain it.
 * @param rendered what helm is to install; undefined where it has nothing to do
 * @param readsAll whether the identity of this run may read workloads and what is of the cluster
 */
export async function readDrift(
  cluster: ClusterConnection | undefined,
  hub: string,
  deployed: DeploymentRecord | undefined,
  readsAll: boolean,
  rendered?: readonly Manifest[],
): Promise<readonly Drift[]> {
  if (cluster === undefined || deployed === undefined || deployed.revision === 0) return [];
  const reader = { kubernetes: cluster.kubernetes, namespace: namespaceOf(hub), address: deployed.address, readsAll };
  const drift = await driftOf(reader, deployed.manifests, deployed.settled);
  return deployed.state === 'deployed' ? drift : unexplained(drift, rendered ?? deployed.manifests, reader);
}

/** What is known of the cluster from before an apply. */
export interface Before {
  /** What differed when the run planned. */
  readonly drift: readonly Drift[];
  /** What the cluster had made of the objects after the last apply that ended, as far as that is on record. */
  readonly settled?: Settled | undefined;
  /**
   * True where an apply ended and all is on record, or where there never was one. Else somebody may have changed objects
   * while nobody looked, and what differs is set back once: only what the cluster makes so again is its own.
   */
  readonly isComplete: boolean;
}

/** What is known from a record. */
export function knownBefore(deployed: DeploymentRecord | undefined, drift: readonly Drift[]): Before {
  const isComplete = deployed === undefined || (deployed.state === 'deployed' && deployed.settled !== undefined);
  return { drift, settled: deployed?.settled, isComplete };
}

/**
 * Notes what the cluster made of the objects that helm has just installed. What differed before, and does so still, is
 * set back first: helm 3 compares objects of other APIs with its own last revision only, and not with the cluster.
 */
export async function settle(
  kubernetes: Kubernetes,
  { hub, address }: { readonly hub: string; readonly address: string },
  manifests: readonly Manifest[],
  before: Before,
): Promise<Settled> {
  const reader = { kubernetes, namespace: namespaceOf(hub), address, readsAll: true };
  const now = await driftOf(reader, manifests, {});
  const left = stillThere(
    before.drift.filter(({ isUnrecorded }) => isUnrecorded !== true),
    now,
  );
  for (const one of left) await setBack(kubernetes, hub, one);
  if (!before.isComplete)
    await setBackUnknown(kubernetes, hub, notSettled(now, before.settled ?? {}, reader.namespace));
  const [first] = left.length === 0 ? [] : stillThere(left, await driftOf(reader, manifests, {}));
  if (first === undefined) return settledObjects(reader, manifests);
  const { kind, name } = first.manifest;
  throw new ToolError(
    `${kind}/${name} was changed in the cluster, and cannot be set back at ${first.fields.map(({ path }) => path.join('.')).join(', ')}`,
    {
      where: `namespace ${namespaceOf(hub)}`,
      hint: `Something in the cluster changes it again, or Kubernetes does not let it be changed. Find out who does (kubectl get ${kind.toLowerCase()} ${name} --show-managed-fields), or delete the object and run apply again, which makes it anew.`,
    },
  );
}

/**
 * Fields that neither the record nor anybody explains. Each goes alone where all at once are refused: one that Kubernetes
 * never changes must not keep the others. A field that is refused by itself is none of ours to set.
 */
async function setBackUnknown(kubernetes: Kubernetes, hub: string, unknown: readonly Changed[]): Promise<void> {
  for (const { manifest, fields } of unknown) {
    if (await isSetBack(kubernetes, hub, { manifest, fields })) continue;
    for (const field of fields) await isSetBack(kubernetes, hub, { manifest, fields: [field] });
  }
}

async function isSetBack(kubernetes: Kubernetes, hub: string, changed: Changed): Promise<boolean> {
  try {
    await setBack(kubernetes, hub, changed);
    return true;
  } catch (error) {
    if (error instanceof KubernetesError && [400, 403, 409, 422].includes(error.status)) return false;
    throw error;
  }
}

async function setBack(kubernetes: Kubernetes, hub: string, { manifest, fields }: Changed): Promise<void> {
  const { apiVersion, kind, name } = manifest;
  const place = isOfCluster(kind) ? {} : { namespace: manifest.namespace ?? namespaceOf(hub) };
  const change = fields.reduce<object>((all, { path }) => withField(all, path, manifest.object), {});
  await kubernetes.patch({ apiVersion, kind, name, ...place }, change);
}

/** The fields that differ, without those of which the record says that the cluster makes them so. */
function notSettled(now: readonly Drift[], settled: Settled, home: string): readonly Changed[] {
  return now.flatMap((one) => {
    const known = entryOf(settled, objectKey(one.manifest, home)) ?? {};
    const fields = (one.fields ?? []).filter((field) => {
      const [path, digest] = differenceKey(field);
      return entryOf(known, path) !== digest;
    });
    return fields.length === 0 ? [] : [{ ...one, fields }];
  });
}

type Changed = Drift & { readonly fields: readonly FieldDifference[] };

/** The fields that differed before and have the same value of the cluster still. */
function stillThere(before: readonly Drift[], now: readonly Drift[]): readonly Changed[] {
  const keyOf = ({ kind, namespace = '', name }: Manifest): string => [kind, namespace, name].join('/');
  const fieldsOf = ({ fields = [] }: Drift): readonly string[] => fields.map((one) => differenceKey(one).join());
  const known = new Map(before.map((one) => [keyOf(one.manifest), new Set(fieldsOf(one))]));
  return now.flatMap((one) => {
    const was = known.get(keyOf(one.manifest));
    const fields = (one.fields ?? []).filter((field) => was?.has(differenceKey(field).join()) === true);
    return fields.length === 0 ? [] : [{ ...one, fields }];
  });
}

/** A merge patch with one field more, as the manifest has it. A list is replaced as a whole. */
function withField(patch: object, [key = '', ...rest]: readonly string[], from: unknown): object {
  const inner = (from as Readonly<Record<string, unknown>>)[key];
  const isWhole = rest.length === 0 || typeof inner !== 'object' || inner === null || Array.isArray(inner);
  const known = (patch as Readonly<Record<string, object | undefined>>)[key] ?? {};
  return { ...patch, [key]: isWhole ? (inner ?? null) : withField(known, rest, inner) };
}
