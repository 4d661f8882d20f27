import { expect } from '@jest/globals';
import { KubeError } from '../../../sandbox/src/kubernetes/client.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../src/config/model.js';
import { hubValues, readSources } from '../../../src/helm/values/layers.js';
import { valueAt } from '../../../src/helm/values/values.js';
import { hubNamespace } from '../../../src/stages/deploy/namespace.js';
import { hubConfig } from '../../support/hub-config.js';
import { type ControlPlaneEnvironment, startControlPlaneEnvironment } from '../../support/kubernetes.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInCluster = sharedEnvironment(startControlPlaneEnvironment);
const values = hubValues(hubConfig(), await readSources(repoPath('helm')), {});
const spawner = valueAt(values, 'hub.config.KubeSpawner') as JsonObject;

/** A notebook server as KubeSpawner makes it from our values, with more. */
function notebook(spec: JsonObject = {}, container: JsonObject = {}): JsonObject {
  return {
    serviceAccountName: 'default',
    automountServiceAccountToken: false,
    securityContext: { fsGroup: 100, ...(spawner.pod_security_context as JsonObject) },
    containers: [
      {
        name: 'notebook',
        image: 'image:1',
        securityContext: {
          runAsUser: 1000,
          allowPrivilegeEscalation: valueAt(values, 'singleuser.allowPrivilegeEscalation') ?? true,
          ...(spawner.container_security_context as JsonObject),
        },
        ...container,
      },
    ],
    ...spec,
  };
}

/** What the API server answers to a pod in a namespace: undefined where it takes it. */
async function create(
  { plane }: ControlPlaneEnvironment,
  namespace: JsonObject,
  spec: JsonObject,
): Promise<string | undefined> {
  const { name } = namespace.metadata as { name: string };
  const ignoreExisting = (error: unknown): void => {
    if (!(error instanceof KubeError) || error.status !== 409) throw error;
  };
  await plane.client.request('POST', '/api/v1/namespaces', { body: namespace }).catch(ignoreExisting);
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
  await plane.client
    .request('POST', `/api/v1/namespaces/${name}/serviceaccounts`, { body: account })
    .catch(ignoreExisting);
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'jupyter-' }, spec };
  try {
    await plane.client.request('POST', `/api/v1/namespaces/${name}/pods?dryRun=All`, { body: pod });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const ESCAPES: Readonly<Record<string, JsonObject>> = {
  'a privileged container': notebook({}, { securityContext: { privileged: true } }),
  'a container with the right to administer the node': notebook(
    {},
    { securityContext: { capabilities: { add: ['SYS_ADMIN'] } } },
  ),
  'the network of the node': notebook({ hostNetwork: true }),
  'the processes of the node': notebook({ hostPID: true }),
  'a folder of the node': notebook({ volumes: [{ name: 'node', hostPath: { path: '/' } }] }),
  'a port of the node': notebook({}, { ports: [{ containerPort: 8888, hostPort: 8888 }] }),
  'no filter of system calls': notebook({ securityContext: { seccompProfile: { type: 'Unconfined' } } }),
};

for (const [what, spec] of Object.entries(ESCAPES)) {
  testInCluster(`the namespace of a hub takes no pod with ${what}`, async (environment) => {
    expect(await create(environment, hubNamespace('research') as unknown as JsonObject, spec)).toContain(
      'violates PodSecurity "baseline',
    );
  });
}

testInCluster(
  'the namespace of a hub takes a notebook server, which keeps even the restricted rules',
  async (environment) => {
    const namespace = hubNamespace('research') as unknown as JsonObject;
    expect(await create(environment, namespace, notebook())).toBeUndefined();
    const restricted = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'restricted', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    };
    expect(await create(environment, restricted, notebook())).toBeUndefined();
    const root = notebook(
      {},
      { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
    );
    expect(await create(environment, restricted, root)).toContain('runAsNonRoot');
  },
);
