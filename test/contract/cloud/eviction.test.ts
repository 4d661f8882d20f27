import { expect } from '@jest/globals';
import { KubeError } from '../../../sandbox/src/kubernetes/client.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../src/config/model.js';
import { parseManifests } from '../../../src/helm/diff/manifests.js';
import { companionValues } from '../../../src/helm/values/companion.js';
import { resolve } from '../../../src/helm/values/values.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { startControlPlaneEnvironment } from '../../support/kubernetes.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const NAMESPACE = 'jupyterhub-research';
const HUB = { 'app.kubernetes.io/component': 'singleuser-server', 'app.kubernetes.io/instance': 'research' };

const testInCluster = sharedEnvironment(async () => {
  const helm = await startHelmEnvironment();
  if (typeof helm === 'string') return helm;
  const environment = await startControlPlaneEnvironment();
  if (typeof environment === 'string') {
    helm.stop();
    return environment;
  }
  return {
    ...environment,
    helm: helm.helm,
    stop: async () => {
      helm.stop();
      await environment.stop();
    },
  };
});

testInCluster(
  'Kubernetes refuses to evict a notebook of the hub, and evicts the pods of others',
  async (environment) => {
    const { client } = environment.plane;
    const post = (path: string, body: JsonObject): Promise<unknown> => client.request('POST', path, { body });
    const namespaced = (path: string): string => `/api/v1/namespaces/${NAMESPACE}/${path}`;
    await post('/api/v1/namespaces', { metadata: { name: NAMESPACE } });
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
    await post(namespaced('serviceaccounts'), account).catch((error: unknown) => {
      if (!(error instanceof KubeError) || error.status !== 409) throw error;
    });
    const values = resolve(companionValues(hubConfig()), { address: 'hub.acme.dev', secrets: {} });
    const text = await environment.helm.template('research-companion', repoPath('helm/companion'), NAMESPACE, values);
    const budget = parseManifests(text).find(({ kind }) => kind === 'PodDisruptionBudget');
    await post(`/apis/policy/v1/namespaces/${NAMESPACE}/poddisruptionbudgets`, budget?.object ?? {});

    const status = (ready: boolean): JsonObject => ({
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
    });
    for (const [name, labels, ready] of [
      ['jupyter-ada', HUB, true],
      ['jupyter-broken', HUB, false],
      ['other', { 'app.kubernetes.io/instance': 'research' }, true],
    ] as const) {
      const spec = { nodeName: 'none', containers: [{ name: 'notebook', image: 'image:1' }] };
      await post(namespaced('pods'), { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels }, spec });
      const contentType = 'application/merge-patch+json';
      await client.request('PATCH', namespaced(`pods/${name}/status`), { body: status(ready), contentType });
    }

    /** The status of an eviction, once the controller has looked at the budget. */
    const evict = async (name: string): Promise<{ status: number; message: string }> => {
      const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: NAMESPACE } };
      try {
        await post(namespaced(`pods/${name}/eviction`), body);
        return { status: 201, message: '' };
      } catch (error) {
        if (!(error instanceof KubeError)) throw error;
        return { status: error.status, message: error.message };
      }
    };
    const settled = async (name: string) => {
      for (let tries = 0; ; tries += 1) {
        const answer = await evict(name);
        if (!answer.message.includes('still being processed') || tries > 100) return answer;
        await new Promise((done) => setTimeout(done, 100));
      }
    };
    const refused = await settled('jupyter-ada');
    expect(refused.status).toBe(429);
    expect(refused.message).toContain('disruption budget');
    // A notebook that no longer answers holds up nobody, and no other pod is held back.
    expect((await settled('jupyter-broken')).status).toBe(201);
    expect((await settled('other')).status).toBe(201);
    expect((await settled('jupyter-ada')).status).toBe(429);
  },
);
