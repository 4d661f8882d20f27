import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.js';
import type { KubeClient, KubeObject } from './client.js';
import { EventRecorder } from './kubelet-events.js';
import { type KubeletEndpoint, startKubeletServer } from './kubelet-server.js';
import { ObjectStore } from './kubelet-store.js';
import { AddressPool, type ServiceEntry, serviceTable, writeTable } from './pod-network.js';
import type { PodTools } from './pod-programs.js';
import type { Pod } from './pod-types.js';
import { PodWorker, type WorkerContext } from './pod-worker.js';
import type { GoogleContext } from './volumes-bucket.js';

/** What the node agent needs. */
export interface KubeletOptions {
  readonly client: KubeClient;
  readonly tools: PodTools;
  /** Folder of the sandbox's state: pods/, logs/ and disks/ lie in it. */
  readonly dir: string;
  /** The API server that pods talk to, as `https://127.0.0.1:PORT`. They trust it by their own ca.crt. */
  readonly apiServer: { readonly url: string; readonly caPath: string };
  readonly log: Log;
  /** Where the API server asks for logs. */
  readonly endpoint: KubeletEndpoint;
  /** Google, for the buckets that pods mount; none where it is left out. */
  readonly google?: GoogleContext;
  /** Variables that every container gets below its own, such as the address of the IAP stand-in's keys. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds before a container is restarted the second time, doubling up to 30 times this. Default 2000. */
  readonly restartBackoff?: number;
  /** Milliseconds between a change of a ConfigMap or Secret and that of the files made from it. Default 0; on GKE up to about a minute. */
  readonly dataDelay?: (() => number) | undefined;
}

/** The running node agent. */
export interface Kubelet {
  /** Services with the ready pods behind each, by `namespace/name`. */
  services(): Readonly<Record<string, ServiceEntry>>;
  /** How many pods run here, and how many only look as if. */
  counts(): { readonly real: number; readonly standIn: number };
  /** Ends every pod's processes at once and lets go of the cluster; pods stay in it. */
  stop(): Promise<void>;
}

/** Starts one agent for all nodes of the cluster: it runs their pods as processes of this machine. */
export async function startKubelet(options: KubeletOptions): Promise<Kubelet> {
  const agent = new Agent(options);
  await agent.start();
  return agent;
}

class Agent implements Kubelet {
  private readonly workers = new Map<string, PodWorker>();
  private readonly seen = new Set<string>();
  private readonly store = new ObjectStore();
  private readonly addresses = new AddressPool();
  private readonly networkFile: string;
  private readonly context: WorkerContext;
  private readonly events: EventRecorder;
  private table: Record<string, ServiceEntry> = {};
  private tableText = '';
  private server: { stop(): Promise<void> } | undefined;
  private watch: { stop(): void } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly options: KubeletOptions) {
    const { client, tools, dir, log } = options;
    const url = new URL(options.apiServer.url);
    this.networkFile = join(dir, 'network.json');
    this.events = new EventRecorder(client);
    this.context = {
      client,
      tools,
      dir,
      log,
      store: this.store,
      apiServer: { host: url.hostname, port: url.port },
      networkFile: this.networkFile,
      env: options.env ?? {},
      google: options.google,
      restartBackoff: options.restartBackoff ?? 2000,
      event: (pod, type, reason, message) => this.events.record(pod, type, reason, message),
      networkChanged: () => this.refreshNetwork(),
    };
  }

  async start(): Promise<void> {
    const { client, dir } = this.options;
    await mkdir(join(dir, 'pods'), { recursive: true });
    this.server = await startKubeletServer(dir, this.options.endpoint);
    this.store.onServices = () => this.refreshNetwork();
    this.store.onData = (kind, namespace, name) => {
      const tell = (): void => {
        for (const worker of this.workers.values()) worker.dataChanged(kind, namespace, name);
      };
      const delay = this.options.dataDelay?.() ?? 0;
      if (delay === 0) tell();
      else setTimeout(() => this.stopped || tell(), delay).unref();
    };
    await this.store.start(client);
    this.refreshNetwork();
    const watch = client.watch<Pod>('/api/v1/pods', (event, pod) => this.onPod(event, pod));
    this.watch = watch;
    this.timer = setInterval(() => {
      for (const worker of this.workers.values()) worker.renewTokens();
    }, 10_000);
    this.timer.unref();
    await watch.ready;
  }

  services(): Readonly<Record<string, ServiceEntry>> {
    return this.table;
  }

  counts(): { readonly real: number; readonly standIn: number } {
    const standIn = [...this.workers.values()].filter((worker) => worker.standIn).length;
    return { real: this.workers.size - standIn, standIn };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.watch?.stop();
    this.store.stop();
    await this.server?.stop();
    clearInterval(this.timer);
    await Promise.all([...this.workers.values()].map((worker) => worker.halt()));
    this.addresses.release();
  }

  private async onPod(event: string, pod: Pod): Promise<void> {
    const uid = pod.metadata.uid ?? '';
    const worker = this.workers.get(uid);
    if (event === 'DELETED') {
      this.workers.delete(uid);
      this.seen.delete(uid);
      this.refreshNetwork();
      await worker?.halt();
      await worker?.clean();
      return;
    }
    if (worker !== undefined) return worker.update(pod);
    const over = pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
    if (pod.spec.nodeName === undefined || over || this.seen.has(uid)) return;
    this.seen.add(uid);
    try {
      await this.begin(uid, pod);
    } catch (error) {
      this.seen.delete(uid);
      const message = error instanceof Error ? error.message : String(error);
      this.options.log(`pod ${pod.metadata.namespace}/${pod.metadata.name} cannot be run: ${message}`);
    }
  }

  private async begin(uid: string, pod: Pod): Promise<void> {
    const podIP = await this.addresses.take();
    const hostIP = await this.hostIP(pod.spec.nodeName ?? '');
    if (this.stopped || !this.seen.has(uid)) return;
    const worker = new PodWorker(pod, podIP, hostIP, this.context);
    this.workers.set(uid, worker);
    const { real, standIn } = this.counts();
    const how = worker.standIn ? 'is a stand-in' : `runs at ${podIP}`;
    this.options.log(
      `pod ${pod.metadata.namespace}/${pod.metadata.name} ${how} (${real} real, ${standIn} stand-in on this machine)`,
    );
    worker.start();
    if (pod.metadata.deletionTimestamp !== undefined) worker.update(pod);
    else {
      // What happened to the pod while its address was being found.
      const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}`;
      const current = await this.options.client.get<Pod>(path);
      if (current !== undefined && current.metadata.uid === uid) worker.update(current);
    }
  }

  private async hostIP(nodeName: string): Promise<string> {
    const node = await this.options.client.get<KubeObject>(`/api/v1/nodes/${nodeName}`);
    const addresses = (node?.status?.addresses ?? []) as readonly { readonly type: string; readonly address: string }[];
    return addresses.find((entry) => entry.type === 'InternalIP')?.address ?? '127.0.0.1';
  }

  private refreshNetwork(): void {
    const pods = [...this.workers.values()]
      .filter((worker) => !worker.standIn)
      .map((worker) => ({ pod: worker.pod, podIP: worker.podIP, ready: worker.ready }));
    this.table = serviceTable(this.store.services(), pods);
    const text = JSON.stringify(this.table);
    if (text === this.tableText) return;
    this.tableText = text;
    writeTable(this.networkFile, this.table);
  }
}
