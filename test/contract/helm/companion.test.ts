import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../src/config/model.js';
import { type Manifest, parseManifests } from '../../../src/helm/diff/manifests.js';
import { companionValues } from '../../../src/helm/values/companion.js';
import { computeClass } from '../../../src/helm/values/servers/compute-classes.js';
import { merge, resolve, valueAt } from '../../../src/helm/values/values.js';
import { type HelmEnvironment, startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig, LIMITS, profile } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);

const VALUES = resolve(companionValues(hubConfig()), { address: '192.0.2.7.sslip.io', secrets: {} });

async function template({ helm }: HelmEnvironment, values: JsonObject): Promise<readonly Manifest[]> {
  const text = await helm.template('research-companion', repoPath('helm', 'companion'), 'ns', values);
  return parseManifests(text);
}

testInEnvironment(
  'the companion chart makes load balancer, storage class, network policies and roles',
  async (environment) => {
    const manifests = await template(environment, VALUES);
    const find = (kind: string, name: string): JsonObject => {
      const found = manifests.find((manifest) => manifest.kind === kind && manifest.name === name);
      if (!found) throw new Error(`no ${kind}/${name}`);
      return found.object;
    };
    const backend = find('BackendConfig', 'research');
    expect(valueAt(backend, 'spec.iap')).toEqual({ enabled: true });
    expect(valueAt(backend, 'spec.healthCheck.requestPath')).toBe('/_chp_healthz');
    expect(valueAt(backend, 'spec.timeoutSec')).toBe(3600);
    expect(valueAt(find('FrontendConfig', 'research'), 'spec.redirectToHttps.enabled')).toBe(true);
    expect(valueAt(find('ManagedCertificate', 'research'), 'spec.domains')).toEqual(['192.0.2.7.sslip.io']);
    const storage = find('StorageClass', 'jupyterhub-research-home');
    expect(storage).toMatchObject({
      provisioner: 'pd.csi.storage.gke.io',
      parameters: { type: 'pd-balanced' },
      volumeBindingMode: 'WaitForFirstConsumer',
      reclaimPolicy: 'Retain',
      allowVolumeExpansion: true,
    });
    const iap = find('NetworkPolicy', 'research-load-balancer');
    const ranges = JSON.stringify(iap).match(/\d+\.\d+\.\d+\.\d+\/\d+/g) ?? [];
    expect(ranges).toEqual(['130.211.0.0/22', '35.191.0.0/16']);
    // The hub believes an assertion only when the same networks brought it.
    expect(readFileSync(repoPath('helm', 'hub', 'iap_route.py'), 'utf8')).toContain(
      `GFE_RANGES = "${ranges.join(',')}"`,
    );
    expect(valueAt(find('NetworkPolicy', 'research-closed'), 'spec')).toEqual({
      podSelector: {},
      policyTypes: ['Ingress'],
    });
  },
);

testInEnvironment('homes are made in the zones that are named, and a dynamic one by its node', async (environment) => {
  const classOf = async (home: JsonObject): Promise<JsonObject | undefined> => {
    const manifests = await template(environment, { ...VALUES, home });
    return manifests.find(({ kind }) => kind === 'StorageClass')?.object;
  };
  const plain = await classOf({ diskType: 'pd-ssd', zones: [] });
  expect([plain?.parameters, plain?.allowedTopologies]).toEqual([{ type: 'pd-ssd' }, undefined]);
  const named = await classOf({ diskType: 'dynamic', zones: ['us-central1-a', 'us-central1-b'] });
  expect(named?.parameters).toEqual({
    type: 'dynamic',
    'pd-type': 'pd-balanced',
    'hyperdisk-type': 'hyperdisk-balanced',
    'use-allowed-disk-topology': 'true',
  });
  expect(named?.allowedTopologies).toEqual([
    { matchLabelExpressions: [{ key: 'topology.gke.io/zone', values: ['us-central1-a', 'us-central1-b'] }] },
  ]);
  await expect(classOf({ diskType: 'pd-ssd', zones: ['a"b'] })).rejects.toThrow();
});

testInEnvironment('a limit of GPUs is a quota, and an order of capacities is a class', async (environment) => {
  const gpu = { type: 'nvidia-l4', count: 1, driver: 'default', sharing: undefined } as const;
  const config = hubConfig(
    {},
    {
      limits: { ...LIMITS, gpus: 8 },
      profiles: [profile('cpu', { default: true }), profile('l4', { gpu, capacityOrder: ['on-demand', 'spot'] })],
    },
  );
  const values = resolve(companionValues(config), { address: '192.0.2.7.sslip.io', secrets: {} });
  const found = await template(environment, values);
  const of = (kind: string): readonly Manifest[] => found.filter((one) => one.kind === kind);
  expect(of('ResourceQuota').map(({ object }) => object.spec)).toEqual([{ hard: { 'requests.nvidia.com/gpu': '8' } }]);
  expect(of('ComputeClass')).toMatchObject([
    {
      name: computeClass('research', 'l4'),
      object: { spec: { whenUnsatisfiable: 'DoNotScaleUp', priorities: [{ spot: false }, { spot: true }] } },
    },
  ]);
  const plain = await template(environment, VALUES);
  expect(plain.filter(({ kind }) => kind === 'ResourceQuota' || kind === 'ComputeClass')).toEqual([]);
});

testInEnvironment(
  'an OAuth client of its own is a Secret that the load balancer takes, and no part of another object',
  async (environment) => {
    const { BackendConfig, Secret } = await clientObjects(
      environment,
      '{"web": {"client_id": "1.apps.googleusercontent.com", "client_secret": "GOCSPX-\\"{{ 1 }}"}}',
    );
    expect(valueAt(BackendConfig, 'spec.iap')).toEqual({
      enabled: true,
      oauthclientCredentials: { secretName: 'research-oauth-client' },
    });
    const text = (key: string): string => Buffer.from(String(valueAt(Secret, `data.${key}`)), 'base64').toString();
    expect([text('client_id'), text('client_secret')]).toEqual(['1.apps.googleusercontent.com', 'GOCSPX-"{{ 1 }}']);
    // As in a plan, which knows no secret.
    const planned = await clientObjects(environment, '${secret:CLIENT}');
    expect(Object.keys(valueAt(planned.Secret, 'data') as object)).toEqual(['client_id', 'client_secret']);
  },
);

/** As helm has rendered them: the program itself hides what is in a Secret. */
async function clientObjects({ helm }: HelmEnvironment, oauthClient: string) {
  const values = merge(VALUES, { oauthClient });
  const text = await helm.template('research-companion', repoPath('helm', 'companion'), 'ns', values);
  const objects = parseAllDocuments(text).map((one) => one.toJS() as JsonObject | null);
  const find = (kind: string, name: string): JsonObject =>
    objects.find((one) => one?.kind === kind && valueAt(one, 'metadata.name') === name) ?? {};
  return { BackendConfig: find('BackendConfig', 'research'), Secret: find('Secret', 'research-oauth-client') };
}

// Role: verbs on resources, and their names where Kubernetes can restrict them: it cannot for lists and for what is made.
const RIGHTS = {
  reconciler: ['get configmaps research-members', 'get patch update create configmaps research-reconciler'],
  plan: [
    'get configmaps research-members research-members-copy research-reconciler research-audience research-deployed research-homes',
    'list persistentvolumeclaims',
    'get deployments/scale statefulsets/scale',
    'get services serviceaccounts',
    'get ingresses networkpolicies',
    'get poddisruptionbudgets',
    'get roles rolebindings',
    'get backendconfigs',
    'get frontendconfigs managedcertificates',
  ],
  sync: [
    'get patch update create configmaps research-members research-members-copy',
    'get configmaps research-reconciler research-audience research-deployed research-homes',
    'list patch persistentvolumeclaims',
    'get ingresses jupyterhub',
  ],
};

async function rights(environment: HelmEnvironment, values: JsonObject): Promise<Record<string, readonly string[]>> {
  const roles = (await template(environment, values)).filter(({ kind }) => kind === 'Role');
  return Object.fromEntries(
    roles.map(({ name, object }) => {
      const rules = object.rules as unknown as readonly Record<string, readonly string[]>[];
      const words = rules.map(({ verbs = [], resources = [], resourceNames = [] }) =>
        [...verbs, ...resources, ...resourceNames].join(' '),
      );
      return [name.replace('research-', ''), words];
    }),
  );
}

testInEnvironment(
  'each role has only the listed permissions, and the role for buckets exists only with buckets',
  async (environment) => {
    expect(await rights(environment, VALUES)).toEqual(RIGHTS);
    const storage = { ...hubConfig().storage, perUserBuckets: true };
    const config = hubConfig({}, { storage });
    const values = resolve(companionValues(config), { address: '192.0.2.7.sslip.io', secrets: {} });
    expect(await rights(environment, values)).toEqual({
      ...RIGHTS,
      homes: ['get patch update configmaps research-homes', 'list create delete serviceaccounts'],
    });
    const binding = (await template(environment, values)).find(
      ({ kind, name }) => kind === 'RoleBinding' && name === 'research-homes',
    );
    expect(valueAt(binding?.object ?? {}, 'subjects')).toEqual([
      {
        kind: 'User',
        apiGroup: 'rbac.authorization.k8s.io',
        name: 'research-homes@acme-research.iam.gserviceaccount.com',
      },
    ]);
  },
);

testInEnvironment('the companion chart keeps secrets of pods in one Secret, byte by byte', async ({ helm }) => {
  const secrets = { A: 'a\nb: {{ .Values.hub }}\n', 'B-2': `'"$ \u00e9` };
  const text = await helm.template(
    'research-companion',
    repoPath('helm', 'companion'),
    'ns',
    resolve(companionValues(hubConfig(), ['A', 'B-2']), { address: 'hub.acme.dev', secrets }),
  );
  const objects = parseAllDocuments(text).map((document) => document.toJS() as JsonObject);
  const found = objects.find((object) => object?.kind === 'Secret');
  expect(valueAt(found ?? {}, 'metadata.name')).toBe('research-secrets');
  const data = valueAt(found ?? {}, 'data') as Record<string, string>;
  const decoded = Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]);
  expect(Object.fromEntries(decoded)).toEqual(secrets);
  expect((await template({ helm } as HelmEnvironment, VALUES)).some(({ kind }) => kind === 'Secret')).toBe(false);
});

for (const [what, change] of [
  ['a secret of another name than an identifier', { secrets: { 'a: b': 'x' } }],
  ['an invalid hub name', { hub: 'Research"\n' }],
  ['an empty address', { address: '' }],
  ['a socket timeout longer than Google allows', { loadBalancer: { timeoutSec: 90000 } }],
  ['a key that does not exist', { edges: {} }],
  ['an identity that is not an e-mail address', { rbac: { sync: 'allUsers' } }],
  ['a disk type with markup', { home: { diskType: 'pd"\nreclaimPolicy: Delete' } }],
] as const) {
  testInEnvironment(`the schema of the companion chart refuses ${what}`, async (environment) => {
    await expect(template(environment, merge(VALUES, change as JsonObject))).rejects.toThrow('does not fit the chart');
  });
}

testInEnvironment('the companion chart renders hostile text in values as text', async (environment) => {
  const hostile = 'x"\nkind: Pod # {{ .Release.Name }}';
  const manifests = await template(environment, merge(VALUES, { address: hostile }));
  const certificate = manifests.find(({ kind }) => kind === 'ManagedCertificate');
  expect(valueAt(certificate?.object ?? {}, 'spec.domains')).toEqual([hostile]);
});
