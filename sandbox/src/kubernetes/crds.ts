import type { KubeObject } from './client.js';

// GKE's own resource types that the product uses, written by us from the reference pages of GKE Ingress
// (cloud.google.com/kubernetes-engine/docs: BackendConfig, FrontendConfig, ManagedCertificate, ComputeClass), read 2026-11. Fields that
// the product sets are checked. Other fields of a spec are accepted unchecked, so other people's values files work.

type Schema = Readonly<Record<string, unknown>>;

interface Definition {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly shortNames?: readonly string[];
  /** True for objects without a namespace. */
  readonly isOfCluster?: boolean;
  readonly spec: Schema;
  readonly status?: Schema;
}

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const count = (minimum: number, maximum = 2_147_483_647): Schema => ({
  type: 'integer',
  format: 'int32',
  minimum,
  maximum,
});
const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  'x-kubernetes-preserve-unknown-fields': true,
});

/** One rule of a ComputeClass. */
const PRIORITY: Schema = object({
  machineFamily: text,
  machineType: text,
  spot: flag,
  gpu: object(
    { type: text, count: count(1, 16), driverVersion: { type: 'string', enum: ['default', 'latest', 'disabled'] } },
    ['type', 'count'],
  ),
  tpu: object({ type: text, count: count(1), topology: text }, ['type', 'count', 'topology']),
  flexStart: object({ enabled: flag }, ['enabled']),
  reservations: object(
    {
      affinity: { type: 'string', enum: ['Specific', 'AnyBestEffort', 'None'] },
      specific: { type: 'array', items: object({ name: text, project: text }, ['name']) },
    },
    ['affinity'],
  ),
  location: object({ zones: { type: 'array', items: text } }),
});

const DEFINITIONS: readonly Definition[] = [
  {
    group: 'cloud.google.com',
    version: 'v1',
    kind: 'ComputeClass',
    plural: 'computeclasses',
    isOfCluster: true,
    spec: object(
      {
        nodePoolAutoCreation: object({ enabled: flag }, ['enabled']),
        nodePoolConfig: object({ sandbox: object({ type: text }) }),
        whenUnsatisfiable: { type: 'string', enum: ['ScaleUpAnyway', 'DoNotScaleUp'] },
        priorities: { type: 'array', minItems: 1, maxItems: 10, items: PRIORITY },
      },
      ['priorities'],
    ),
  },
  {
    group: 'cloud.google.com',
    version: 'v1',
    kind: 'BackendConfig',
    plural: 'backendconfigs',
    shortNames: ['bc'],
    spec: object({
      iap: object({ enabled: flag, oauthclientCredentials: object({ secretName: text }) }, ['enabled']),
      timeoutSec: count(1),
      connectionDraining: object({ drainingTimeoutSec: count(0, 3600) }),
      sessionAffinity: object({
        affinityType: { type: 'string', enum: ['NONE', 'CLIENT_IP', 'GENERATED_COOKIE'] },
        affinityCookieTtlSec: count(0, 86_400),
      }),
      healthCheck: object({
        type: { type: 'string', enum: ['HTTP', 'HTTPS', 'HTTP2'] },
        requestPath: { type: 'string', pattern: '^/' },
        port: count(1, 65_535),
        checkIntervalSec: count(1, 300),
        timeoutSec: count(1, 300),
        healthyThreshold: count(1, 10),
        unhealthyThreshold: count(1, 10),
      }),
      securityPolicy: object({ name: text }),
      logging: object({ enable: flag, sampleRate: { type: 'number', minimum: 0, maximum: 1 } }),
      customRequestHeaders: object({ headers: { type: 'array', items: text } }),
    }),
  },
  {
    group: 'networking.gke.io',
    version: 'v1beta1',
    kind: 'FrontendConfig',
    plural: 'frontendconfigs',
    spec: object({
      sslPolicy: text,
      redirectToHttps: object(
        {
          enabled: flag,
          responseCodeName: {
            type: 'string',
            enum: ['MOVED_PERMANENTLY_DEFAULT', 'FOUND', 'SEE_OTHER', 'TEMPORARY_REDIRECT', 'PERMANENT_REDIRECT'],
          },
        },
        ['enabled'],
      ),
    }),
  },
  {
    group: 'networking.gke.io',
    version: 'v1',
    kind: 'ManagedCertificate',
    plural: 'managedcertificates',
    shortNames: ['mcrt'],
    spec: object({
      domains: { type: 'array', minItems: 1, maxItems: 100, items: { type: 'string', maxLength: 63 } },
    }),
    status: object({
      certificateName: text,
      certificateStatus: text,
      expireTime: text,
      domainStatus: { type: 'array', items: object({ domain: text, status: text }, ['domain', 'status']) },
    }),
  },
];

/** The definitions of GKE's own resources, by their path on the API server. */
export function customResourceDefinitions(): ReadonlyMap<string, KubeObject> {
  return new Map(
    DEFINITIONS.map((definition) => {
      const crd = customResourceDefinition(definition);
      return [`/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${crd.metadata.name}`, crd];
    }),
  );
}

/** Storage as a new GKE cluster has it, by path: the driver of persistent disks and the default class. */
export function storageObjects(): ReadonlyMap<string, KubeObject> {
  return new Map<string, KubeObject>([
    [
      '/apis/storage.k8s.io/v1/csidrivers/pd.csi.storage.gke.io',
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'CSIDriver',
        metadata: { name: 'pd.csi.storage.gke.io' },
        // GKE attaches disks to machines. Nothing is attached here, so nothing may wait for it.
        spec: { attachRequired: false, podInfoOnMount: false, volumeLifecycleModes: ['Persistent'] },
      },
    ],
    [
      '/apis/node.k8s.io/v1/runtimeclasses/gvisor',
      {
        apiVersion: 'node.k8s.io/v1',
        kind: 'RuntimeClass',
        metadata: { name: 'gvisor' },
        handler: 'gvisor',
        // Nodes of GKE Sandbox have this label and taint; the API server adds both to a pod of the class.
        scheduling: {
          nodeSelector: { 'sandbox.gke.io/runtime': 'gvisor' },
          tolerations: [{ key: 'sandbox.gke.io/runtime', operator: 'Equal', value: 'gvisor', effect: 'NoSchedule' }],
        },
      },
    ],
    [
      '/apis/storage.k8s.io/v1/storageclasses/standard-rwo',
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: {
          name: 'standard-rwo',
          annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
        },
        provisioner: 'pd.csi.storage.gke.io',
        parameters: { type: 'pd-balanced' },
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'WaitForFirstConsumer',
        allowVolumeExpansion: true,
      },
    ],
  ]);
}

function customResourceDefinition(definition: Definition): KubeObject {
  const { group, version, kind, plural, shortNames = [], isOfCluster = false, spec, status } = definition;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      // Groups below k8s.io are protected, these are not. The annotation only names the author.
      annotations: { 'sandbox.jupyterhub-gke/origin': 'written for the sandbox' },
    },
    spec: {
      group,
      scope: isOfCluster ? 'Cluster' : 'Namespaced',
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase(), shortNames },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: { type: 'object', properties: { spec, status: status ?? object({}) } },
          },
        },
      ],
    },
  };
}
