import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KubeClient, KubeError } from '../../sandbox/src/kubernetes/client.js';
import { type ControlPlane, startControlPlane } from '../../sandbox/src/kubernetes/control-plane.js';
import { customResourceDefinitions } from '../../sandbox/src/kubernetes/crds.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { type KubeRef, type Kubernetes, KubernetesError, objectPath } from '../../src/cloud/kubernetes.js';
import type { JsonObject } from '../../src/config/model.js';
import { type Manifest, parseInTurns } from '../../src/helm/diff/manifests.js';
import { firstInstallValues } from '../../src/helm/release/applied.js';
import type { Helm } from '../../src/helm/release/cli.js';
import type { Drift, Settled } from '../../src/helm/release/drift.js';
import { companionValues } from '../../src/helm/values/companion.js';
import { hubValues, readSources } from '../../src/helm/values/layers.js';
import { merge, resolve, symbolic } from '../../src/helm/values/values.js';
import { type Before, settle } from '../../src/stages/deploy/drift.js';
import { startHelmEnvironment } from './helm-environment.js';
import { hubConfig } from './hub-config.js';

export const HUB = 'research';
export const NAMESPACE = `jupyterhub-${HUB}`;
export const ADDRESS = '192.0.2.7.sslip.io';
/** What is known from before an apply that ended. */
export const COMPLETE = (drift: readonly Drift[]): Before => ({ drift, isComplete: true });
export const CHART = process.env.JUPYTERHUB_GKE_TEST_CHART ?? repoPath('sandbox', 'charts', 'jupyterhub');

/** A cluster with both releases of a hub, and what the cluster made of them. */
export interface DriftEnvironment {
  readonly plane: ControlPlane;
  readonly kubernetes: Kubernetes;
  readonly manifests: readonly Manifest[];
  readonly settled: Settled;
  readonly helm: Helm;
  /** Installs both releases once more, and notes what the cluster made of them. */
  readonly apply: (before: Parameters<typeof settle>[3]) => Promise<Settled>;
  readonly stop: () => Promise<void>;
}

/** The product's client as far as these functions use it. */
function clientOf(client: KubeClient): Kubernetes {
  const read = (path: string) => client.get(path).catch(() => undefined);
  const api = {
    get: (ref: KubeRef) => read(objectPath(ref)),
    getScale: (ref: KubeRef) => read(`${objectPath(ref)}/scale`),
    patch: (ref: KubeRef, change: Readonly<Record<string, unknown>>) =>
      client.mergePatch(objectPath(ref), change).catch((error: unknown) => {
        if (!(error instanceof KubeError)) throw error;
        throw new KubernetesError(error.message, { status: error.status, where: objectPath(ref) });
      }),
  };
  return api as unknown as Kubernetes;
}

async function installer(helm: Helm) {
  const releases = [
    [`${HUB}-companion`, repoPath('helm', 'companion'), companionValues(hubConfig())],
    [HUB, CHART, merge(firstInstallValues(), hubValues(hubConfig(), await readSources(repoPath('helm')), {}))],
  ] as const;
  const manifests: Manifest[] = [];
  for (const [release, chart, values] of releases) {
    manifests.push(...(await parseInTurns(await helm.template(release, chart, NAMESPACE, symbolic(values)))));
  }
  return {
    manifests,
    async install() {
      for (const [release, chart, values] of releases) {
        await helm.upgrade(release, chart, NAMESPACE, resolve(values as JsonObject, { address: ADDRESS, secrets: {} }));
      }
    },
  };
}

/** Starts one, or says why it cannot be started here. */
export async function startDriftEnvironment(): Promise<DriftEnvironment | string> {
  const found = await startHelmEnvironment([
    ...(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const),
  ]);
  if (typeof found === 'string') return found;
  const dir = mkdtempSync(join(tmpdir(), 'drift-'));
  const tokenReviewUrl = 'http://127.0.0.1:9/';
  const { tools } = found;
  const plane = await startControlPlane({ dir, tools, tokenReviewUrl, region: 'us-central1', log: () => {} });
  for (const [path, object] of customResourceDefinitions()) await plane.client.apply(path, object);
  await plane.client.create('/api/v1/namespaces', {
    ...{ apiVersion: 'v1', kind: 'Namespace' },
    metadata: { name: NAMESPACE },
  });
  const helm = found.on(plane.adminKubeconfig);
  const { manifests, install } = await installer(helm);
  const kubernetes = clientOf(plane.client);
  const apply: DriftEnvironment['apply'] = async (before) => {
    await install();
    return settle(kubernetes, { hub: HUB, address: ADDRESS }, manifests, before);
  };
  return {
    plane,
    kubernetes,
    helm,
    manifests,
    settled: await apply(COMPLETE([])),
    apply,
    async stop() {
      await plane.stop();
      found.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
