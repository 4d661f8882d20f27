import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import type { ToolPaths } from '../tools/catalogue.js';
import { KubeClient, type KubeObject } from './client.js';
import { type ControlPlaneFiles, writeFiles } from './control-plane-files.js';
import { accessObjects } from './control-plane-rbac.js';
import { customResourceDefinitions, storageObjects } from './crds.js';
import type { KubeletEndpoint } from './kubelet-server.js';
import { autopilotNodes, kwokConfig, nodeObject } from './nodes.js';
import { freePorts, type Process, startProcess, waitFor } from './processes.js';

/** Settings of a control plane. */
export interface ControlPlaneOptions {
  /** Its own folder for data, keys, settings and logs. */
  readonly dir: string;
  /** Provides etcd, the Kubernetes programs and kwok. */
  readonly tools: ToolPaths;
  /** TokenReview webhook for bearer tokens that belong to no service account. */
  readonly tokenReviewUrl: string;
  /** Region of the nodes, such as `europe-west4`. */
  readonly region: string;
  /** Name of the cluster in the nodes' names, default `sandbox`. */
  readonly cluster?: string;
  /** Project in the nodes' provider ids, default `sandbox`. */
  readonly project?: string;
  readonly log: Log;
}

/** A running Kubernetes without kubelets: real etcd, API server, controllers and scheduler, and nodes by kwok. */
export interface ControlPlane {
  readonly port: number;
  /** `127.0.0.1:PORT`, as a cluster's endpoint is written. */
  readonly endpoint: string;
  /** The authority that signed the server's certificate, as PEM and as file. */
  readonly caPem: string;
  readonly caPath: string;
  /** kubeconfig of the cluster's own administrator `sandbox:admin`, who needs no token. */
  readonly adminKubeconfig: string;
  /** File with one JSON event per line: who (`user.username`), `verb`, `objectRef`. The cluster's own parts are left out. */
  readonly auditLog: string;
  readonly client: KubeClient;
  /** Where the API server asks for the logs of pods. */
  readonly kubelet: KubeletEndpoint;
  /** Ends all programs and removes data and keys; logs stay in the folder. */
  stop(): Promise<void>;
}

/** Service addresses, the range that GKE Autopilot uses. */
const SERVICE_RANGE = '34.118.224.0/20';

/** Milliseconds that each program may take to get ready; seconds are normal, but machines get busy. */
const START_LIMIT = 120_000;

// The default limits are for shared clusters. They would cost seconds at the start and minutes in tests.
const QUICK = ['--kube-api-qps=500', '--kube-api-burst=1000'] as const;

/** Starts a control plane and returns when nodes are ready, so pods are bound at once. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const { dir, log } = options;
  const begun = Date.now();
  for (const old of ['etcd', 'pki']) rmSync(join(dir, old), { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const [port = 0, etcdPort = 0, peerPort = 0, kwokPort = 0, kubeletPort = 0] = await freePorts(5);
  const endpoint = `127.0.0.1:${port}`;
  const files = writeFiles(dir, endpoint, options.tokenReviewUrl);
  const auditLog = join(dir, 'audit.log');
  writeFileSync(auditLog, '', { mode: 0o600 });
  const processes: Process[] = [];
  let stopping = false;
  const start = (name: string, program: string, args: readonly string[]): Process => {
    const started = startProcess({
      name,
      program,
      args,
      env: { PATH: process.env.PATH, HOME: dir, GOMAXPROCS: process.env.GOMAXPROCS },
      cwd: dir,
      logFile: join(dir, 'logs', `${name}.log`),
      onExit: (code) => {
        if (!stopping) log(`${name} ended unexpectedly (${code ?? 'by a signal'}); its log is ${dir}/logs/${name}.log`);
      },
    });
    processes.unshift(started); // the last started is the first to stop
    return started;
  };
  const client = new KubeClient({ url: `https://${endpoint}`, ca: files.ca.pem, ...files.admin });
  const stop = async (): Promise<void> => {
    stopping = true;
    client.close();
    const etcd = processes.filter(({ name }) => name === 'etcd');
    await Promise.all(processes.filter((each) => !etcd.includes(each)).map((each) => each.stop(3_000)));
    await Promise.all(etcd.map((each) => each.stop(1_000))); // its data is thrown away
    for (const old of ['etcd', 'pki']) rmSync(join(dir, old), { recursive: true, force: true });
  };
  try {
    start('etcd', options.tools.path('etcd'), etcdArgs(dir, etcdPort, peerPort));
    const server = start(
      'kube-apiserver',
      options.tools.path('kube-apiserver'),
      apiServerArgs(files, { dir, port, etcdPort, auditLog }),
    );
    await waitFor(server, async () => (await client.request<string>('GET', '/readyz')) === 'ok', START_LIMIT);
    log(`kubernetes: API server ready after ${seconds(begun)} at https://${endpoint}`);
    start('kube-controller-manager', options.tools.path('kube-controller-manager'), controllerArgs(files));
    start('kube-scheduler', options.tools.path('kube-scheduler'), [
      `--kubeconfig=${files.kubeconfig.scheduler}`,
      '--leader-elect=false',
      '--secure-port=0',
      ...QUICK,
    ]);
    const kwokSettings = join(dir, 'kwok.yaml');
    writeFileSync(kwokSettings, kwokConfig(kubeletPort));
    const kwok = start('kwok', options.tools.path('kwok'), [
      `--kubeconfig=${files.kubeconfig.kwok}`,
      `--config=${kwokSettings}`,
      '--manage-all-nodes=true',
      '--node-ip=127.0.0.1',
      '--node-lease-duration-seconds=40',
      `--server-address=127.0.0.1:${kwokPort}`,
    ]);
    const nodes = autopilotNodes(options.cluster ?? 'sandbox', options.region, options.project);
    await applyAll(client, customResourceDefinitions(), storageObjects(), accessObjects());
    for (const node of nodes) await client.create('/api/v1/nodes', nodeObject(node));
    await waitFor(kwok, () => settled(client, nodes.length), START_LIMIT, 150);
  } catch (error) {
    await stop();
    throw error;
  }
  log(`kubernetes: control plane and nodes ready after ${seconds(begun)}`);
  const { ca } = files;
  const adminKubeconfig = files.kubeconfig.admin;
  const kubelet = { port: kubeletPort, ...files.kubelet, ca: ca.pem };
  return { port, endpoint, caPem: ca.pem, caPath: ca.path, adminKubeconfig, auditLog, client, kubelet, stop };
}

/** Nodes are ready, GKE's resources are served, and the controllers have made the default service account. */
async function settled(client: KubeClient, nodeCount: number): Promise<boolean> {
  const nodes = await client.list('/api/v1/nodes');
  const crds = await client.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
  const account = await client.get('/api/v1/namespaces/default/serviceaccounts/default');
  const untainted = nodes.every(({ spec }) => !Array.isArray(spec?.taints));
  return (
    account !== undefined &&
    untainted &&
    nodes.filter((node) => hasCondition(node, 'Ready')).length >= nodeCount &&
    crds.every((crd) => hasCondition(crd, 'Established'))
  );
}

function hasCondition(object: KubeObject, type: string): boolean {
  const conditions = object.status?.conditions;
  return Array.isArray(conditions) && conditions.some((each) => each?.type === type && each?.status === 'True');
}

async function applyAll(client: KubeClient, ...maps: readonly ReadonlyMap<string, KubeObject>[]): Promise<void> {
  await Promise.all(maps.flatMap((map) => [...map].map(([path, object]) => client.apply(path, object))));
}

function etcdArgs(dir: string, port: number, peerPort: number): readonly string[] {
  return [
    `--data-dir=${join(dir, 'etcd')}`,
    `--listen-client-urls=http://127.0.0.1:${port}`,
    `--advertise-client-urls=http://127.0.0.1:${port}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peerPort}`,
    `--initial-cluster=default=http://127.0.0.1:${peerPort}`,
    '--unsafe-no-fsync', // the data is thrown away, and waiting for disks makes the API server crawl
    '--log-level=warn',
  ];
}

function apiServerArgs(
  files: ControlPlaneFiles,
  at: { readonly dir: string; readonly port: number; readonly etcdPort: number; readonly auditLog: string },
): readonly string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${at.etcdPort}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none', // a loopback address may not stand in an Endpoints object
    `--secure-port=${at.port}`,
    `--cert-dir=${join(at.dir, 'pki')}`,
    `--tls-cert-file=${files.server.cert}`,
    `--tls-private-key-file=${files.server.key}`,
    `--client-ca-file=${files.ca.path}`,
    '--kubelet-preferred-address-types=InternalIP', // no name server knows the names of the nodes
    `--kubelet-certificate-authority=${files.ca.path}`,
    `--kubelet-client-certificate=${files.kubeletClient.cert}`,
    `--kubelet-client-key=${files.kubeletClient.key}`,
    '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
    `--service-account-key-file=${files.serviceAccount.publicKey}`,
    `--service-account-signing-key-file=${files.serviceAccount.privateKey}`,
    `--service-cluster-ip-range=${SERVICE_RANGE}`,
    '--authorization-mode=RBAC',
    `--authentication-token-webhook-config-file=${files.tokenReview}`,
    '--authentication-token-webhook-version=v1',
    '--authentication-token-webhook-cache-ttl=1s', // on top of the server's own 10 s, which cannot be set
    '--anonymous-auth=false',
    '--allow-privileged=true',
    `--audit-policy-file=${files.auditPolicy}`,
    `--audit-log-path=${at.auditLog}`,
    '--audit-log-format=json',
    '--profiling=false',
  ];
}

function controllerArgs(files: ControlPlaneFiles): readonly string[] {
  return [
    `--kubeconfig=${files.kubeconfig['controller-manager']}`,
    `--service-account-private-key-file=${files.serviceAccount.privateKey}`,
    `--root-ca-file=${files.ca.path}`,
    '--use-service-account-credentials=true',
    ...QUICK,
    '--leader-elect=false',
    '--secure-port=0',
    '--node-monitor-grace-period=5m0s', // a laptop that slept must not lose its pods
  ];
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
