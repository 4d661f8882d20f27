import { CONFIG_MAPS } from '../../access/hub/config-map.js';
import type { Change, Subject } from '../../change/change.js';
import type { KubeRef } from '../../cloud/kube-objects.js';
import { writeKubeconfig } from '../../helm/release/kubeconfig.js';
import { namespaceOf } from '../../helm/release/record.js';
import { removeTrials } from '../../helm/trial/leftovers.js';
import { companionRelease } from '../../helm/values/companion.js';
import { type ClusterConnection, hubBackend } from '../../stages/session/cluster.js';
import { openHelm } from '../../stages/session/programs.js';
import type { Session } from '../../stages/session/session.js';
import { waitFor } from '../../stages/session/wait.js';

// What is known of people's homes stays with the homes. `deployed` is the last one: it says that the hub is not protected,
// which a destroy that goes on after a failure asks again.
const REMOVED = [...CONFIG_MAPS.filter((name) => name !== 'homes'), 'deployed'] as const;

/** Resources of a hub in the cluster that are removed with it. Claims and their disks are not. */
export async function listHubResources(session: Session, cluster: ClusterConnection): Promise<Change[]> {
  const { kubernetes } = cluster;
  const { name } = session.config;
  const namespace = namespaceOf(name);
  const [configMaps, releases, pods] = await Promise.all([
    Promise.all(
      REMOVED.map((which) => configMapOfHub(name, which)).map(async (ref) =>
        (await kubernetes.get(ref)) === undefined ? [] : [ref.name],
      ),
    ),
    kubernetes.list({ apiVersion: 'v1', kind: 'Secret', namespace }, { labelSelector: 'owner=helm' }),
    notebookPods(cluster, namespace),
  ]);
  const names = new Set(releases.map(({ metadata }) => metadata.labels?.name ?? metadata.name));
  const deletion = (subject: Subject): Change => ({ scope: 'helm', action: 'delete', subject });
  const object = (type: string, name: string): Change => deletion({ kind: 'kubernetes-object', type, name });
  return [
    ...[...names].sort().map((name) => deletion({ kind: 'helm-release', name })),
    ...pods.map((pod): Change => ({ ...object('Pod', pod), notes: [{ code: 'server-stopped' }] })),
    ...configMaps.flat().map((configMap) => object('ConfigMap', configMap)),
  ];
}

/** Names of the hubs that still run on a cluster. */
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

/** Removes the hub from the cluster: releases and notebook servers; and after the load balancer, its ConfigMaps. */
export async function removeHub(session: Session, cluster: ClusterConnection): Promise<void> {
  const { context, config, token, tempDir } = session;
  const { kubernetes, endpoint } = cluster;
  const namespace = namespaceOf(config.name);
  session.step('remove the hub');
  const kubeconfig = await writeKubeconfig(tempDir, { endpoint, token: await token(10 * 60_000) });
  const helm = await openHelm(session, kubeconfig);
  context.say(`Removing the release ${config.name}`);
  await helm.uninstall(config.name, namespace);
  await removeTrials(kubernetes, namespace, context.now);
  for (const pod of await notebookPods(cluster, namespace)) {
    await kubernetes.delete({ apiVersion: 'v1', kind: 'Pod', namespace, name: pod });
  }
  session.step('wait until the notebook servers have stopped');
  // A stopping server may still save files, and holds its home until it has stopped.
  await waitFor(
    {
      what: 'the notebook servers to stop',
      limit: 5 * 60_000,
      where: `pods of namespace ${namespace}`,
      hint: 'Check the pods (kubectl get pods), then run destroy again.',
      say: context.say,
      signal: context.signal,
      interval: 1000,
    },
    async () => ((await notebookPods(cluster, namespace)).length === 0 ? true : undefined),
  );
  session.step('wait until the load balancer is gone');
  // Waits for the Ingress, not the backend: its finalizer keeps it until the load balancer is removed.
  await waitFor(
    {
      what: 'the load balancer to be removed',
      limit: 15 * 60_000,
      where: `Ingress ${namespace}/jupyterhub`,
      hint: 'Check the events of the Ingress, then run destroy again.',
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
      return ingress === undefined && (await hubBackend(session, cluster)) === undefined ? true : undefined;
    },
  );
  context.say(`Removing the release ${companionRelease(config.name)}`);
  await helm.uninstall(companionRelease(config.name), namespace);
  for (const configMap of REMOVED) await kubernetes.delete(configMapOfHub(config.name, configMap));
}

async function notebookPods({ kubernetes }: ClusterConnection, namespace: string): Promise<string[]> {
  const pods = await kubernetes.list(
    { apiVersion: 'v1', kind: 'Pod', namespace },
    { labelSelector: 'component=singleuser-server' },
  );
  return pods.map(({ metadata }) => metadata.name);
}

function configMapOfHub(hub: string, list: (typeof REMOVED)[number]): KubeRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace: namespaceOf(hub), name: `${hub}-${list}` };
}
