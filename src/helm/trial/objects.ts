import type { KubeMetadata, KubeObject } from '../../cloud/kubernetes.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import type { Manifest } from '../diff/manifests.js';

/** Label of everything that belongs to one trial; the pods of the hub and its Service do not have it. */
export const TRIAL_LABEL = 'jupyterhub-gke/trial';
/** What the names of all objects of trials begin with. */
export const TRIAL_PREFIX = 'hub-trial-';
/** Seconds until the cluster ends a trial by itself, and until it removes one that ended. */
const ENDS_AFTER = 180;
const REMOVED_AFTER = 60;
const FOLDER = '/usr/local/etc/jupyterhub-gke-trial';
const PROGRAM = 'hub_trial.py';
/** Secrets that the program takes out of its report. The container has them anyway. */
const KNOWN = 'known.json';
// A priority could drive other pods away for a trial.
const NOT_OF_POD = ['priority', 'priorityClassName', 'serviceAccount', 'serviceAccountName'];
const NOT_OF_CONTAINER = ['lifecycle', 'livenessProbe', 'ports', 'readinessProbe', 'startupProbe'];

/** The objects of a trial. The Job is made first, suspended; it owns the others, so that they go with it. */
export interface TrialObjects {
  readonly job: KubeObject;
  /** Copies of the new settings, and the wall around the pod. */
  readonly owned: (uid: string) => readonly KubeObject[];
}

/** Where and as what a trial runs. */
export interface TrialFrame {
  readonly namespace: string;
  /** Name of all its objects, or what their names begin with. */
  readonly id: string;
  /** Text of helm/hub/hub_trial.py. */
  readonly program: string;
  /** Secrets of the hub, as far as this run knows them. */
  readonly secrets: readonly string[];
}

/**
 * A Job that starts the new hub as far as its settings decide. It has the new hub's image, settings, variables and
 * resources. It has no service account, no network, no disk, and none of the labels by which Services and policies know
 * the hub. Undefined where the chart does not start the hub as expected.
 * @param live objects of the chart as they would be installed, with secrets
 */
export function trialObjects(live: readonly Manifest[], frame: TrialFrame): TrialObjects | undefined {
  const { namespace, id, program, secrets } = frame;
  const template = hubTemplate(live);
  const containers = Array.isArray(template?.containers) ? template.containers : [];
  const hub = containers.find((one): one is JsonObject => isObject(one) && one.name === 'hub');
  const [name, ...args] = Array.isArray(hub?.args) ? hub.args : [];
  const isKnown = name === 'jupyterhub' && (!Array.isArray(hub?.command) || hub.command.length === 0);
  if (template === undefined || hub === undefined || !isKnown) return undefined;

  const settings = live.filter(
    (one) => /^(ConfigMap|Secret)$/.test(one.kind) && (one.namespace ?? namespace) === namespace,
  );
  const used = new Set<Manifest>();
  const copyOf = (kind: string, wanted: Json | undefined): string | undefined => {
    const found = settings.find((one) => one.kind === kind && one.name === wanted);
    if (found === undefined) return undefined;
    used.add(found);
    return `${id}-${found.name}`;
  };
  const labels = { [TRIAL_LABEL]: id };
  const volumes = Array.isArray(template.volumes) ? template.volumes : [];
  const mounts = Array.isArray(hub.volumeMounts) ? hub.volumeMounts : [];
  const env = Array.isArray(hub.env) ? hub.env : [];
  // The program takes no error for certain then: code may lie on that disk.
  const lacks = volumes.some((one) => hasDisk(one) && !isDatabase(one))
    ? [{ name: 'JUPYTERHUB_GKE_TRIAL_LACKS', value: 'a disk of hub.extraVolumes' }]
    : [];
  const spec = renamed(
    {
      ...without(template, NOT_OF_POD),
      automountServiceAccountToken: false,
      restartPolicy: 'Never',
      volumes: [
        ...volumes.map(withoutDisk),
        {
          name: 'jupyterhub-gke-trial',
          projected: { sources: [{ configMap: { name: `${id}-program` } }, { secret: { name: `${id}-known` } }] },
        },
      ],
      containers: [
        {
          ...without(hub, NOT_OF_CONTAINER),
          command: ['python3', `${FOLDER}/${PROGRAM}`],
          args,
          env: [...env, ...lacks],
          terminationMessagePath: '/dev/termination-log',
          volumeMounts: [...mounts, { name: 'jupyterhub-gke-trial', mountPath: FOLDER, readOnly: true }],
        },
      ],
    },
    copyOf,
  );
  return {
    job: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: id, namespace, labels },
      spec: {
        suspend: true,
        backoffLimit: 0,
        activeDeadlineSeconds: ENDS_AFTER,
        ttlSecondsAfterFinished: REMOVED_AFTER,
        template: { metadata: { labels }, spec },
      },
    },
    owned(uid) {
      const metadata = (part: string): KubeMetadata & JsonObject => ({
        ...{ name: part, namespace, labels },
        ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: id, uid }],
      });
      return [
        {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: metadata(id),
          spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress', 'Egress'] },
        },
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: metadata(`${id}-program`),
          data: { [PROGRAM]: program },
        },
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: metadata(`${id}-known`),
          data: { [KNOWN]: Buffer.from(JSON.stringify(secrets)).toString('base64') },
        },
        ...[...used].map(({ kind, name: own, object }) => ({
          ...without(object, ['metadata', 'immutable']),
          ...{ apiVersion: 'v1', kind, metadata: metadata(`${id}-${own}`) },
        })),
      ];
    },
  };
}

/** Image of the hub in a rendering. */
export function hubImage(manifests: readonly Manifest[]): Json | undefined {
  const containers = hubTemplate(manifests)?.containers;
  const hub = Array.isArray(containers)
    ? containers.find((one): one is JsonObject => isObject(one) && one.name === 'hub')
    : undefined;
  return hub?.image;
}

/** Spec of the hub's pod in a rendering. */
export function hubTemplate(manifests: readonly Manifest[]): JsonObject | undefined {
  const deployment = manifests.find(({ kind, name }) => kind === 'Deployment' && name === 'hub');
  const spec = deployment?.object.spec;
  const template = isObject(spec) ? spec.template : undefined;
  const pod = isObject(template) ? template.spec : undefined;
  return isObject(pod) ? pod : undefined;
}

/** The database's disk stays with the hub that runs, and other disks may be mounted by one pod only. */
function withoutDisk(volume: Json): Json {
  if (!isObject(volume) || !hasDisk(volume)) return volume;
  return { ...without(volume, ['persistentVolumeClaim', 'ephemeral']), emptyDir: {} };
}

function hasDisk(volume: Json): boolean {
  return isObject(volume) && ('persistentVolumeClaim' in volume || 'ephemeral' in volume);
}

function isDatabase(volume: Json): boolean {
  const claim = isObject(volume) ? volume.persistentVolumeClaim : undefined;
  return isObject(claim) && claim.claimName === 'hub-db-dir';
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

type CopyOf = (kind: 'ConfigMap' | 'Secret', name: Json | undefined) => string | undefined;

const KIND_OF: Readonly<Record<string, 'ConfigMap' | 'Secret'>> = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  imagePullSecrets: 'Secret',
  secret: 'Secret',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
};

/** The same with the names of the copies, wherever a pod names a ConfigMap or a Secret. */
function renamed(value: JsonObject, copyOf: CopyOf): JsonObject {
  const visit = (one: Json | undefined, key: string): Json => {
    if (Array.isArray(one)) return one.map((inner: Json) => visit(inner, key));
    if (!isObject(one)) return one ?? null;
    const inner = Object.fromEntries(Object.entries(one).map(([name, child]) => [name, visit(child, name)]));
    const kind = Object.hasOwn(KIND_OF, key) ? KIND_OF[key] : undefined;
    if (kind === undefined) return inner;
    const field = 'secretName' in inner ? 'secretName' : 'name';
    const copy = copyOf(kind, inner[field]);
    return copy === undefined ? inner : { ...inner, [field]: copy };
  };
  return visit(value, '') as JsonObject;
}
