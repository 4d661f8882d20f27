import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { KubeObject, KubeRef, Kubernetes } from '../cloud/kubernetes.js';
import type { Helm } from './cli.js';
import { companionRelease } from './companion.js';
import { type Deployed, deployedObject, readDeployed } from './deployed.js';
import { holdLease } from './lease.js';
import { repairRelease } from './pending.js';
import { isCurrent, type PreparedRelease, type RenderedRelease, renderRelease } from './release.js';
import { homeClass } from './storage.js';
import { at, resolve, secretNames } from './values.js';
import { waitForWorkloads } from './workloads.js';

/** What installing needs from outside. Times are milliseconds. */
export interface InstallOptions {
  readonly prepared: PreparedRelease;
  readonly kubernetes: Kubernetes;
  /** Given when helm has something to do; its settings must hold a kubeconfig. */
  readonly helm: () => Promise<Helm>;
  /** Host name people open: the domain, or `<ip>.sslip.io`. */
  readonly address: string;
  /** Values of the declared secrets, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for the hub and its proxy; 20 minutes, since the load balancer takes its time at first. */
  readonly limit?: number;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** How an installation ended. */
export interface InstallResult {
  /** False when nothing had to be done; helm was not called then and nothing was written. */
  readonly changed: boolean;
  /** Helm's revision of the JupyterHub release. */
  readonly revision: number;
}

/**
 * Makes both releases as prepared: lease, repair of what a killed run left, companion, JupyterHub, wait for the pods,
 * record. The namespace must exist. Killed at any point, the next call does what is left.
 */
export async function installRelease(options: InstallOptions): Promise<InstallResult> {
  const { prepared, kubernetes, say, env, signal } = options;
  const { hub, namespace } = prepared;
  const before = await readDeployed(kubernetes, hub);
  const secretsDigest = digestOfSecrets(options);
  if (isCurrent(prepared, before) && before?.address === options.address) {
    const sameSecrets = secretsDigest === undefined || (await readSecretsDigest(options)) === secretsDigest;
    if (sameSecrets) return { changed: false, revision: before.revision };
  }
  const sleep = options.sleep ?? ((time: number) => wait(time, undefined, signal === undefined ? {} : { signal }));
  const name = `${hub}-apply`;
  const lease = await holdLease({ kubernetes, namespace, name, env, say, signal, sleep });
  try {
    const helm = await options.helm();
    const rendered = await renderRelease(prepared, helm, before);
    await markApplying(options, before);
    const knownDead = lease.tookOver || before?.state === 'applying';
    const revision = await upgradeBoth(options, helm, rendered, knownDead);
    const limit = options.limit ?? 20 * 60_000;
    await waitForWorkloads({ kubernetes, namespace, names: ['hub', 'proxy'], limit, say, sleep, signal });
    if (secretsDigest !== undefined) await kubernetes.apply(secretsObject(options, secretsDigest));
    await kubernetes.apply(deployedObject(hub, record(options, rendered, revision)));
    return { changed: true, revision };
  } finally {
    await lease.release();
  }
}

/** Removes both releases; homes, the hub's database and the class of the homes are kept by their policies. */
export async function uninstallRelease(options: {
  readonly hub: string;
  readonly namespace: string;
  readonly helm: Helm;
  readonly say: (line: string) => void;
}): Promise<void> {
  const { hub, namespace, helm, say } = options;
  for (const release of [hub, companionRelease(hub)]) {
    say(`  helm uninstall ${release}`);
    await helm.uninstall(release, namespace);
  }
}

async function upgradeBoth(
  options: InstallOptions,
  helm: Helm,
  rendered: RenderedRelease,
  knownDead: boolean,
): Promise<number> {
  const { prepared, address, secrets, say } = options;
  const { hub, namespace } = prepared;
  const companion = companionRelease(hub);
  const companionValues = resolve(prepared.companion.values, { address, secrets: {} });
  await replaceHomeClass(options, at(companionValues, 'home.diskType'));
  await repairRelease(helm, companion, namespace, { knownDead, say });
  say(`  helm upgrade --install ${companion}`);
  await helm.upgrade(companion, prepared.companion.chart, namespace, companionValues);
  await repairRelease(helm, hub, namespace, { knownDead, say });
  say(`  helm upgrade --install ${hub} (JupyterHub chart ${prepared.chart.version})`);
  await helm.upgrade(hub, rendered.chart.path, namespace, resolve(prepared.values, { address, secrets }));
  return (await helm.history(hub, namespace))[0]?.revision ?? 1;
}

/** A class cannot be changed. Disks made from it do not need it any more, so it goes and helm makes the new one. */
async function replaceHomeClass(options: InstallOptions, diskType: unknown): Promise<void> {
  const { kubernetes, prepared, say } = options;
  const ref: KubeRef = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', name: homeClass(prepared.hub) };
  const live = await kubernetes.get<KubeObject & { readonly parameters?: Readonly<Record<string, string>> }>(ref);
  if (live === undefined || live.parameters?.type === diskType) return;
  say(`  StorageClass ${ref.name} is replaced: new homes get disks of the type ${String(diskType)}`);
  await kubernetes.delete(ref);
}

/** From here until the record is written the releases are in between: a plan says so and the next apply goes on. */
async function markApplying(options: InstallOptions, before: Deployed | undefined): Promise<void> {
  const { kubernetes, prepared } = options;
  const { hub, namespace } = prepared;
  if (before !== undefined) {
    const ref = { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${hub}-deployed` };
    await kubernetes.patch(ref, { data: { state: 'applying' } });
    return;
  }
  const { version, repository } = prepared.chart;
  const chart = { version, repository, digest: '' };
  const empty: Deployed = { state: 'applying', inputs: '', address: '', chart, revision: 0, values: {}, manifests: [] };
  await kubernetes.apply(deployedObject(hub, empty));
}

function record(options: InstallOptions, rendered: RenderedRelease, revision: number): Deployed {
  const { prepared, address } = options;
  const { version, repository } = prepared.chart;
  return {
    state: 'deployed',
    inputs: prepared.inputs,
    address,
    chart: { version, repository, digest: rendered.chart.digest },
    revision,
    values: rendered.values,
    manifests: rendered.manifests,
  };
}

/** Tells whether a secret got another value. It is kept in a Secret, which only apply can read. */
function digestOfSecrets({ prepared, secrets }: InstallOptions): string | undefined {
  const names = secretNames(prepared.values);
  if (names.length === 0) return undefined;
  const hash = createHash('sha256');
  for (const name of names) {
    const value = Object.hasOwn(secrets, name) ? (secrets[name] ?? '') : '';
    hash.update(`${name}\0${value.length}\0${value}`);
  }
  return hash.digest('hex');
}

async function readSecretsDigest(options: InstallOptions): Promise<string | undefined> {
  const { kubernetes } = options;
  const { apiVersion, kind, metadata } = secretsObject(options, '');
  const { name, namespace = '' } = metadata;
  const found = await kubernetes.get<KubeObject & { readonly data?: { readonly digest?: string } }>({
    apiVersion,
    kind,
    namespace,
    name,
  });
  return found?.data?.digest === undefined ? undefined : atob(found.data.digest);
}

function secretsObject({ prepared }: InstallOptions, digest: string): KubeObject {
  const { hub, namespace } = prepared;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `${hub}-secrets-digest`, namespace, labels: { 'jupyterhub-gke/hub': hub } },
    type: 'Opaque',
    stringData: { digest },
  };
}
