import type { Change } from '../../change/change.js';
import { type KubeObject, type KubeRef, type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import type { Json, JsonObject } from '../../config/model.js';
import { entryOf, isObject } from '../../json.js';
import { differenceKey, type FieldDifference, fieldDifferences } from '../diff/live-fields.js';
import type { Manifest } from '../diff/manifests.js';
import { objectKey, subjectOf } from '../diff/object-key.js';
import { valueAt } from '../values/values.js';

/**
 * What the cluster made of the objects right after an apply, where that is not what was rendered: defaults, other
 * spellings of a quantity, resources that Autopilot raises. By object: a digest of the cluster's value by path.
 */
export type Settled = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An object that is not in the cluster as it was deployed. */
export interface Drift {
  readonly manifest: Manifest;
  /** Undefined: the object is gone. */
  readonly fields: readonly FieldDifference[] | undefined;
  readonly live?: JsonObject;
  /**
   * True where no complete record says what the cluster itself made of the object: then it may be the cluster that differs,
   * or somebody who changed it.
   */
  readonly isUnrecorded?: true;
}

/** Where the objects of a record are read. */
export interface LiveReader {
  readonly kubernetes: Kubernetes;
  /** The hub's namespace. */
  readonly namespace: string;
  /** Host name of the hub. */
  readonly address: string;
  /** False for an identity that may read no workload: of these it reads only how many replicas they are to have. */
  readonly readsAll: boolean;
}

/** Path of an object that was not there, in `Settled`. */
const GONE = 'gone';
const LANES = 8;
const OF_CLUSTER = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'ComputeClass',
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
]);
/** The kinds that every identity may read in the hub's namespace (helm/companion/templates/rbac.yaml). */
const READABLE = new Set([
  'BackendConfig',
  'FrontendConfig',
  'Ingress',
  'ManagedCertificate',
  'NetworkPolicy',
  'PodDisruptionBudget',
  'Role',
  'RoleBinding',
  'Service',
  'ServiceAccount',
]);
const SCALED = new Set(['Deployment', 'StatefulSet']);

/**
 * Compares what runs with what was deployed: that each object is there, and that it has the fields of its manifest.
 * @param settled of the last apply; undefined before one has noted it: then nobody knows whether the cluster itself made
 * a difference, so all of them are told
 */
export async function driftOf(
  reader: LiveReader,
  manifests: readonly Manifest[],
  settled: Settled | undefined,
): Promise<readonly Drift[]> {
  const found = await inLanes(manifests, async (manifest): Promise<Drift | undefined> => {
    const live = await readLive(reader, manifest);
    if (live === undefined) return undefined;
    const known = (settled && entryOf(settled, objectKey(manifest, reader.namespace))) ?? {};
    if (live === 'gone') return known[GONE] === undefined ? { manifest, fields: undefined } : undefined;
    const fields = live.differences.filter((one) => {
      const [path, digest] = differenceKey(one);
      return entryOf(known, path) !== digest;
    });
    if (fields.length === 0) return undefined;
    return { manifest, fields, live: live.object, ...(settled === undefined ? { isUnrecorded: true as const } : {}) };
  });
  return found.filter((one) => one !== undefined);
}

/** What the cluster has made of the objects, right after they were deployed. */
export async function settledObjects(reader: LiveReader, manifests: readonly Manifest[]): Promise<Settled> {
  const found = await inLanes(manifests, async (manifest) => {
    const live = await readLive(reader, manifest);
    if (live === undefined) return undefined;
    const entries = live === 'gone' ? [[GONE, ''] as const] : live.differences.map(differenceKey);
    if (entries.length === 0) return undefined;
    return [objectKey(manifest, reader.namespace), Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(found.filter((one) => one !== undefined));
}

/**
 * What differs from a record whose apply did not end, and from what that apply was about to install: neither of them
 * explains it. An object that is gone counts where both have it.
 */
export function unexplained(
  drift: readonly Drift[],
  rendered: readonly Manifest[],
  { namespace, address }: { readonly namespace: string; readonly address: string },
): readonly Drift[] {
  const next = new Map(rendered.map((manifest) => [objectKey(manifest, namespace), manifest]));
  return drift.flatMap((one): readonly Drift[] => {
    const manifest = next.get(objectKey(one.manifest, namespace));
    // helm removes an object that the new files lack.
    if (manifest === undefined) return [];
    if (one.fields === undefined || one.live === undefined) return [one];
    const wanted = new Set(fieldDifferences(manifest, one.live, address).map(({ path }) => path.join('\n')));
    const fields = one.fields.filter(({ path }) => wanted.has(path.join('\n')));
    return fields.length === 0 ? [] : [{ ...one, fields, isUnrecorded: true }];
  });
}

/** A change for each object that apply sets back. The files do not ask for it. */
export function driftChanges(drift: readonly Drift[], home: string): readonly Change[] {
  return drift.map(({ manifest, fields, live, isUnrecorded }) => {
    const change = { scope: 'helm', subject: subjectOf(manifest, home), isDrift: true } as const;
    if (fields === undefined) {
      return { ...change, action: 'create', notes: [{ code: 'gone-from-cluster' }] };
    }
    const paths = fields.map(({ path }) => path.join('.')).sort();
    const replicas = fields.find(isReplicas);
    const restarts = fields.some(({ path }) => path[0] === 'spec' && path[1] === 'template');
    return {
      ...change,
      action: 'update',
      ...(replicas === undefined
        ? {}
        : {
            attributes: [
              {
                name: 'spec.replicas',
                before: String(valueAt(live ?? {}, 'spec.replicas') ?? 0),
                after: String(valueAt(manifest.object, 'spec.replicas') ?? 1),
              },
            ],
          }),
      notes: [
        { code: isUnrecorded ? 'differs-in-cluster' : 'changed-in-cluster', fields: paths },
        ...(restarts && SCALED.has(manifest.kind) ? [{ code: restartOf(manifest) } as const] : []),
      ],
    };
  });
}

function restartOf({ kind, name }: Manifest): 'hub-restarts' | 'proxy-restarts' | 'pods-restart' {
  if (kind !== 'Deployment') return 'pods-restart';
  return name === 'hub' ? 'hub-restarts' : name === 'proxy' ? 'proxy-restarts' : 'pods-restart';
}

function isReplicas({ path }: FieldDifference): boolean {
  return path.length === 2 && path[0] === 'spec' && path[1] === 'replicas';
}

/** The object's differences, `gone`, or undefined where it is not compared: a hook, and what may not be read. */
async function readLive(
  { kubernetes, namespace, address, readsAll }: LiveReader,
  manifest: Manifest,
): Promise<{ readonly object: JsonObject; readonly differences: readonly FieldDifference[] } | 'gone' | undefined> {
  if (isHook(manifest)) return undefined;
  const isOfHub = manifest.namespace === undefined || manifest.namespace === namespace;
  const isScaled = SCALED.has(manifest.kind);
  if (!readsAll && !(isOfHub && (isScaled || READABLE.has(manifest.kind)))) return undefined;
  const ref = referenceOf(manifest, namespace);
  const read = readsAll || !isScaled ? kubernetes.get(ref) : kubernetes.getScale(ref);
  const object = await read.catch((error: unknown) => {
    // The rights come with the next apply.
    if (error instanceof KubernetesError && error.status === 403) return 'forbidden' as const;
    throw error;
  });
  if (object === 'forbidden') return undefined;
  if (object === undefined) return 'gone';
  const live = object as KubeObject as unknown as JsonObject;
  const differences = fieldDifferences(manifest, live, address);
  return { object: live, differences: readsAll || !isScaled ? differences : differences.filter(isReplicas) };
}

/** Whether objects of a kind belong to the whole cluster. */
export function isOfCluster(kind: string): boolean {
  return OF_CLUSTER.has(kind);
}

function referenceOf({ apiVersion, kind, name, namespace }: Manifest, home: string): KubeRef {
  return { apiVersion, kind, name, ...(isOfCluster(kind) ? {} : { namespace: namespace ?? home }) };
}

function isHook({ object: { metadata } }: Manifest): boolean {
  const annotations: Json | undefined = isObject(metadata) ? metadata.annotations : undefined;
  return isObject(annotations) && 'helm.sh/hook' in annotations;
}

/** A cluster answers many small questions; forty connections at once would cost more than they bring. */
async function inLanes<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await ask(items[index] as T);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}
