import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import type { Emulator, TrustedCluster } from './google/emulator.js';
import type { KubeClient, KubeObject } from './kubernetes/client.js';
import { playPools } from './kubernetes/pool-nodes.js';
import type { Log } from './log.js';

// Certificate bundles of Debian, Alpine, Red Hat and macOS.
const SYSTEM_BUNDLES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];

/** Writes a file with this machine's trusted authorities and the cluster's, and returns its path. */
export function trustBundle(path: string, clusterCa: string): string {
  const system = process.env.SSL_CERT_FILE ?? SYSTEM_BUNDLES.find((file) => existsSync(file));
  const others = system && existsSync(system) ? readFileSync(system, 'utf8') : rootCertificates.join('\n');
  writeFileSync(path, `${others.trimEnd()}\n${clusterCa}`);
  return path;
}

const KEPT = /^(default|kube-.*)$/;

/**
 * Emulates the deletion of a cluster. GKE removes everything in it, but its disks stay in the project, whatever their
 * class says (cloud.google.com/kubernetes-engine/docs/how-to/deleting-a-cluster). The emptied API server then serves the
 * next cluster.
 */
export function wipeOnClusterDeletion(emulator: Emulator, client: KubeClient, log: Log): void {
  // The deletion of the cluster ends only after this.
  emulator.onCluster(async (kind) => {
    if (kind !== 'deleted') return;
    await wipe(client).catch((error: unknown) => {
      log(`cluster: its content could not be removed (${String(error)})`);
    });
  });
}

/** Keeps the nodes of the API server those of the cluster's node pools. */
export function playNodePools(emulator: Emulator, client: KubeClient, project: string, log: Log): void {
  emulator.onCluster(async (kind, cluster) => {
    // Of a cluster that is gone, nodes without pools are left: those of Autopilot, for the next one.
    if (kind === 'running') return;
    const pools = kind === 'pools' ? cluster : { ...cluster, nodePools: [] };
    await playPools(client, pools, project).catch((error: unknown) => {
      log(`cluster: the nodes of its pools could not be made (${String(error)})`);
    });
  });
}

async function wipe(client: KubeClient): Promise<void> {
  for (const volume of await client.list('/api/v1/persistentvolumes')) {
    const spec = { persistentVolumeReclaimPolicy: 'Retain' };
    await client.mergePatch(`/api/v1/persistentvolumes/${nameOf(volume)}`, { spec });
  }
  const namespaces = (await client.list('/api/v1/namespaces')).map(nameOf).filter((name) => !KEPT.test(name));
  for (const name of namespaces) await client.delete(`/api/v1/namespaces/${name}`);
  for (let tries = 0; tries < 120; tries += 1) {
    const left = (await client.list('/api/v1/namespaces')).map(nameOf).filter((name) => namespaces.includes(name));
    if (left.length === 0) break;
    await sleep(500);
  }
  for (const volume of await client.list('/api/v1/persistentvolumes')) {
    await client.delete(`/api/v1/persistentvolumes/${nameOf(volume)}`);
  }
}

function nameOf(object: KubeObject): string {
  return object.metadata?.name ?? '';
}

/** Issuer and keys of the cluster's service account tokens. With them GKE lets pods call Google APIs. */
export async function issuerOf(client: KubeClient): Promise<TrustedCluster> {
  const { issuer } = await client.request<{ issuer: string }>('GET', '/.well-known/openid-configuration');
  return { issuer, keys: await client.request<TrustedCluster['keys']>('GET', '/openid/v1/jwks') };
}
