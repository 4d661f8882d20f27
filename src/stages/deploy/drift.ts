import type { Kubernetes } from '../../cloud/kubernetes.js';
import { ToolError } from '../../errors.js';
import { differenceKey, type FieldDifference } from '../../helm/diff/live-fields.js';
import type { Manifest } from '../../helm/diff/manifests.js';
import { type Drift, driftOf, type Settled, settledObjects } from '../../helm/release/drift.js';
import { type DeploymentRecord, namespaceOf } from '../../helm/release/record.js';
import type { ClusterConnection } from '../session/cluster.js';

/**
 * Where the cluster differs from what the last apply left there. Nothing while there was none that ended, since the next
 * one does all of it again.
 * @param readsAll whether the identity of this run may read workloads and what is of the cluster
 */
export async function readDrift(
  cluster: ClusterConnection | undefined,
  hub: string,
  deployed: DeploymentRecord | undefined,
  readsAll: boolean,
): Promise<readonly Drift[]> {
  if (cluster === undefined || deployed?.state !== 'deployed') return [];
  const reader = { kubernetes: cluster.kubernetes, namespace: namespaceOf(hub), address: deployed.address, readsAll };
  return driftOf(reader, deployed.manifests, deployed.settled);
}

/**
 * Notes what the cluster made of the objects that helm has just installed. What differed before, and does so still, is
 * set back first: helm 3 compares objects of other APIs with its own last revision only, and not with the cluster.
 */
export async function settle(
  kubernetes: Kubernetes,
  { hub, address }: { readonly hub: string; readonly address: string },
  manifests: readonly Manifest[],
  before: readonly Drift[],
): Promise<Settled> {
  const reader = { kubernetes, namespace: namespaceOf(hub), address, readsAll: true };
  const left = stillThere(before, await driftOf(reader, manifests, {}));
  for (const { manifest, fields } of left) {
    const { apiVersion, kind, name } = manifest;
    const namespace = manifest.namespace ?? namespaceOf(hub);
    const change = fields.reduce<object>((all, { path }) => withField(all, path, manifest.object), {});
    await kubernetes.patch({ apiVersion, kind, name, namespace }, change);
  }
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
