import type { Change, Subject } from '../../change/change.js';
import type { KubeRef } from '../../cloud/kube-objects.js';
import { writeKubeconfig } from '../../helm/release/kubeconfig.js';
import { namespaceOf } from '../../helm/release/record.js';
import { companionRelease } from '../../helm/values/companion.js';
import { type ClusterConnection, hubBackend } from '../../stages/session/cluster.js';
import { openHelm } from '../../stages/session/programs.js';
import type { Session } from '../../stages/session/session.js';
import { waitFor } from '../../stages/session/wait.js';

// `keeper` is what the version before called the access reconciler's report.
const LISTS = ['members', 'audience', 'reconciler', 'deployed', 'keeper'] as const;

/** What of a hub is in the cluster and goes with it; claims and their disks are not among it. */
export async function listHubResources(session: Session, reachable: ClusterConnection): Promise<Change[]> {
  const { kubernetes } = reachable;
  const { name } = session.config;
  const namespace = namespaceOf(name);
  const [lists, releases, pods] = await Promise.all([
    Promise.all(LISTS.map((list) => kubernetes.get(listOf(name, list)))),
    kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace }, { labelSelector: 'owner=helm' }),
    notebookPods(reachable, namespace),
  ]);
  const names = new Set(releases.map(({ metadata }) => metadata.labels?.name ?? metadata.name));
  const gone = (subject: Subject): Change => ({ scope: 'helm', action: 'delete', subject });
  const object = (type: string, name: string): Change => gone({ kind: 'kubernetes-object', type, name });
  return [
    ...[...names].sort().map((name) => gone({ kind: 'helm-release', name })),
    ...pods.map((pod): Change => ({ ...object('Pod', pod), notes: [{ code: 'server-stopped' }] })),
    ...lists.flatMap((list) => (list ? [object('ConfigMap', list.metadata.name)] : [])),
  ];
}

/** Hubs that still run on a cluster, by their names. */
export async function hubsOn({ kubernetes }: ClusterConnection): Promise<string[]> {
  const namespaces = await kubernetes.list(
    { apiVersion: 'v1', kind: 'Namespace' },
    { labelSelector: 'app.kubernetes.io/managed-by=jupyterhub-gke' },
  );
  const hubs = await Promise.all(
    namespaces.map(async ({ metadata }) => {
      const releases = await kubernetes.list(
        { apiVersion: 'v1', kind: 'Secret', namespace: metadata.name },
        { labelSelector: 'owner=helm' },
      );
      return releases.length > 0 ? (metadata.labels?.['jupyterhub-gke/hub'] ?? metadata.name) : undefined;
    }),
  );
  return hubs.filter((hub) => hub !== undefined);
}

/** Removes the hub from the cluster: releases, notebook servers, then, with the load balancer gone, its lists. */
export async function removeHub(session: Session, reachable: ClusterConnection): Promise<void> {
  const { context, config, token, tempDir } = session;
  const { kubernetes, endpoint } = reachable;
  const namespace = namespaceOf(config.name);
  session.step('remove the hub');
  const kubeconfig = await writeKubeconfig(tempDir, { endpoint, token: await token(10 * 60_000) });
  const helm = await openHelm(session, kubeconfig);
  context.say(`Release ${config.name} is removed`);
  await helm.uninstall(config.name, namespace);
  for (const pod of await notebookPods(reachable, namespace)) {
    await kubernetes.delete({ apiVersion: 'v1', kind: 'Pod', namespace, name: pod });
  }
  session.step('wait until the notebook servers have stopped');
  // They have time to save, and hold their homes until then.
  await waitFor(
    {
      what: 'the notebook servers to stop',
      limit: 5 * 60_000,
      where: `pods of namespace ${namespace}`,
      hint: 'Look at the pods (kubectl get pods), then run destroy again.',
      say: context.say,
      signal: context.signal,
      interval: 1000,
    },
    async () => ((await notebookPods(reachable, namespace)).length === 0 ? true : undefined),
  );
  session.step('wait until the load balancer is gone');
  // The Ingress is asked for and not the backend: its finalizer keeps it until the load balancer is removed.
  await waitFor(
    {
      what: 'the load balancer to be removed',
      limit: 15 * 60_000,
      where: `Ingress ${namespace}/jupyterhub`,
      hint: 'Look at the events of the Ingress, then run destroy again.',
      say: context.say,
      signal: context.signal,
    },
    async () => {
      const ingress = await kubernetes.get({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        namespace,
        name: 'jupyterhub',
      });
      return ingress === undefined && (await hubBackend(session, reachable)) === undefined ? true : undefined;
    },
  );
  context.say(`Release ${companionRelease(config.name)} is removed`);
  await helm.uninstall(companionRelease(config.name), namespace);
  for (const list of LISTS) await kubernetes.delete(listOf(config.name, list));
}

async function notebookPods({ kubernetes }: ClusterConnection, namespace: string): Promise<string[]> {
  const pods = await kubernetes.list(
    { apiVersion: 'v1', kind: 'Pod', namespace },
    { labelSelector: 'component=singleuser-server' },
  );
  return pods.map(({ metadata }) => metadata.name);
}

function listOf(hub: string, list: (typeof LISTS)[number]): KubeRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace: namespaceOf(hub), name: `${hub}-${list}` };
}
