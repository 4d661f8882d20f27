import type { Log } from '../log.js';
import type { KubeClient, KubeObject } from './client.js';
import type { WatchEvent } from './client-watch.js';
import {
  ensureBackend,
  ensureFallback,
  ensureFront,
  type OauthClient,
  type Place,
  removeBalancer,
} from './ingress-balancer.js';
import type { IngressCloud } from './ingress-cloud.js';
import type { Target } from './ingress-forward.js';
import {
  annotation,
  type BackendSettings,
  backendConfigName,
  type DesiredAccess,
  FINALIZER,
  fields,
  isOurs,
  reachable,
  readyPods,
  servicePort,
  settingsOf,
  wantedBy,
} from './ingress-model.js';

/** A backend to which the load balancer sends the requests of a host. */
export interface Route {
  /** Host name in lower case; empty for all hosts. */
  readonly host: string;
  readonly namespace: string;
  readonly service: string;
  /** The backend service: name, numeric id (64 bits, as text), and the audience of IAP's assertions for it. */
  readonly backend: { readonly name: string; readonly id: string; readonly audience: string };
  /** Whether IAP guards it. */
  readonly iap: boolean;
  /** Seconds that a websocket may last. */
  readonly timeoutSec: number;
  /** A pod that is ready now, or undefined. */
  target(): Target | undefined;
}

const KINDS = {
  ingresses: '/apis/networking.k8s.io/v1/ingresses',
  backendConfigs: '/apis/cloud.google.com/v1/backendconfigs',
  services: '/api/v1/services',
  // Not EndpointSlices: the API server takes no loopback address in them, which all pods have here.
  pods: '/api/v1/pods',
} as const;

const SETTLE = 100;
const RETRY = 1000;

/** Does what GKE's ingress controller does for external load balancers, as far as the emulator has the resources. */
export class IngressController {
  readonly #client: KubeClient;
  readonly #cloud: IngressCloud;
  readonly #log: Log;
  readonly #objects = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, new Map()])) as Record<
    keyof typeof KINDS,
    Map<string, KubeObject>
  >;
  readonly #watches: readonly { stop(): void }[];
  readonly #routes = new Map<string, readonly Route[]>();
  readonly #said = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(client: KubeClient, cloud: IngressCloud, log: Log) {
    this.#client = client;
    this.#cloud = cloud;
    this.#log = log;
    this.#watches = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) =>
      client.watch(KINDS[kind], (event, object) => this.#see(kind, event, object)),
    );
  }

  /** All routes, in the order of their Ingresses. */
  get routes(): readonly Route[] {
    return [...this.#routes.values()].flat();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const watch of this.#watches) watch.stop();
    clearTimeout(this.#timer);
    await this.#running;
  }

  #see(kind: keyof typeof KINDS, event: WatchEvent, object: KubeObject): void {
    if (event === 'DELETED') this.#objects[kind].delete(keyOf(object));
    else this.#objects[kind].set(keyOf(object), object);
    // Pods come and go without a change at the load balancer: only what is not healthy yet waits for them.
    if (kind !== 'pods' || this.#said.size > 0) this.#soon(SETTLE);
  }

  #soon(milliseconds: number): void {
    if (this.#stopped || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.#running.then(() => this.#all());
    }, milliseconds).unref();
  }

  async #all(): Promise<void> {
    for (const [key, ingress] of this.#objects.ingresses) {
      if (this.#stopped) return;
      try {
        if (ingress.metadata.deletionTimestamp !== undefined) await this.#end(ingress);
        else if (isOurs(ingress)) this.#say(key, await this.#serve(key, ingress));
      } catch (error) {
        if (!this.#stopped) this.#say(key, error instanceof Error ? error.message : String(error));
      }
    }
    for (const key of this.#routes.keys()) {
      if (this.#objects.ingresses.has(key)) continue;
      this.#routes.delete(key);
      this.#said.delete(key);
    }
    if (this.#said.size > 0) this.#soon(RETRY);
  }

  /** Brings the load balancer of an Ingress about; gives what is still missing, in words. */
  async #serve(key: string, ingress: KubeObject): Promise<string | undefined> {
    const { namespace = 'default', name, finalizers = [] } = ingress.metadata;
    const path = `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses/${name}`;
    if (!finalizers.includes(FINALIZER)) {
      await this.#client.mergePatch(path, { metadata: { finalizers: [...finalizers, FINALIZER] } });
    }
    const place = await this.#place();
    const health: Record<string, string> = {};
    const routes: Route[] = [];
    for (const wanted of wantedBy(ingress)) {
      const made = await this.#backend(place, namespace, wanted);
      if (typeof made === 'string') return made;
      routes.push(made.route);
      health[made.route.backend.name] = (await healthy(made.route.target(), made.settings.healthPath))
        ? 'HEALTHY'
        : 'UNHEALTHY';
    }
    health[await ensureFallback(this.#cloud, place)] = 'HEALTHY';
    const fixed = annotation(ingress, 'kubernetes.io/ingress.global-static-ip-name');
    const address = fixed === undefined ? undefined : await this.#cloud.get(`global/addresses/${fixed}`);
    if (fixed !== undefined && address === undefined) return `the static address ${fixed} does not exist`;
    const ip = address === undefined ? undefined : String(address.address);
    const front = await ensureFront(this.#cloud, place, { namespace, name }, ip);
    this.#routes.set(key, routes);
    await this.#note(
      path,
      ingress,
      { ...front.notes, 'ingress.kubernetes.io/backends': JSON.stringify(health) },
      front.ip,
    );
    const ill = Object.entries(health).find(([, state]) => state !== 'HEALTHY')?.[0];
    return ill === undefined ? undefined : `backend ${ill} is not healthy yet`;
  }

  /** The OAuth client of a Secret, or why there is none. */
  async #oauthClient(namespace: string, name: string | undefined): Promise<OauthClient | string | undefined> {
    if (name === undefined) return undefined;
    const secret = await this.#client.get(`/api/v1/namespaces/${namespace}/secrets/${name}`);
    const data = fields((secret as unknown as { data?: unknown } | undefined)?.data);
    const text = (key: string): string => Buffer.from(String(data[key] ?? ''), 'base64').toString('utf8');
    const [id, secretText] = [text('client_id'), text('client_secret')];
    return id === '' || secretText === ''
      ? `the Secret ${name} has no client_id and client_secret`
      : { id, secret: secretText };
  }

  async #backend(
    place: Place,
    namespace: string,
    wanted: DesiredAccess,
  ): Promise<{ route: Route; settings: BackendSettings } | string> {
    const service = this.#objects.services.get(`${namespace}/${wanted.service}`);
    if (service === undefined) return `the Service ${wanted.service} is missing`;
    const port = servicePort(service, wanted.port);
    if (port === undefined) return `the Service ${wanted.service} has no port ${wanted.port}`;
    if (!reachable(service)) return `the Service ${wanted.service} is neither a NodePort nor has it a NEG`;
    const configName = backendConfigName(service, port);
    const config =
      configName === undefined ? undefined : this.#objects.backendConfigs.get(`${namespace}/${configName}`);
    if (configName !== undefined && config === undefined) return `the BackendConfig ${configName} is missing`;
    const settings = settingsOf(config);
    const served = { namespace, service: wanted.service, port };
    const client = await this.#oauthClient(namespace, settings.oauthSecret);
    if (typeof client === 'string') return client;
    const { iap, timeoutSec, ...backend } = await ensureBackend(this.#cloud, place, served, settings, client);
    const target = (): Target | undefined => {
      const now = this.#objects.services.get(`${namespace}/${wanted.service}`);
      return now === undefined ? undefined : readyPods(now, port.number, this.#objects.pods.values())[0];
    };
    return {
      settings,
      route: { host: wanted.host, namespace, service: wanted.service, backend, iap, timeoutSec, target },
    };
  }

  async #note(path: string, ingress: KubeObject, notes: Readonly<Record<string, string>>, ip: string): Promise<void> {
    if (Object.entries(notes).some(([name, value]) => annotation(ingress, name) !== value)) {
      await this.#client.mergePatch(path, { metadata: { annotations: notes } });
    }
    const status = { loadBalancer: { ingress: [{ ip }] } };
    if (JSON.stringify(ingress.status?.loadBalancer) !== JSON.stringify(status.loadBalancer)) {
      await this.#client.mergePatch(`${path}/status`, { status });
    }
  }

  /** Takes the load balancer of an Ingress down, then lets the object go. */
  async #end(ingress: KubeObject): Promise<void> {
    const { namespace = 'default', name, finalizers = [] } = ingress.metadata;
    if (!finalizers.includes(FINALIZER)) return;
    const key = keyOf(ingress);
    this.#routes.delete(key);
    const last = [...this.#objects.ingresses.values()].every(
      (one) => one.metadata.deletionTimestamp !== undefined || !isOurs(one),
    );
    const services = wantedBy(ingress).map(({ service }) => service);
    await removeBalancer(this.#cloud, await this.#place(), { namespace, name, services }, last);
    await this.#client.mergePatch(`/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses/${name}`, {
      metadata: { finalizers: finalizers.filter((one) => one !== FINALIZER) },
    });
    this.#said.delete(key);
    this.#log(`ingress ${key}: load balancer deleted`);
  }

  async #place(): Promise<Place> {
    const nodes = await this.#client.list('/api/v1/nodes');
    const zones = new Set(nodes.flatMap(({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone'] ?? []));
    const system = await this.#client.get('/api/v1/namespaces/kube-system');
    return { cluster: system?.metadata.uid ?? 'unknown', zones: [...zones].sort() };
  }

  #say(key: string, problem: string | undefined): void {
    if (this.#said.get(key) !== problem) this.#log(`ingress ${key}: ${problem ?? 'serves'}`);
    if (problem === undefined) this.#said.delete(key);
    else this.#said.set(key, problem);
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? 'default'}/${metadata.name}`;
}

/** The load balancer's health check: only 200 counts. */
async function healthy(target: Target | undefined, path: string): Promise<boolean> {
  if (target === undefined) return false;
  try {
    const answered = await fetch(`http://${target.address}:${target.port}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(2000),
    });
    await answered.arrayBuffer();
    return answered.status === 200;
  } catch {
    return false;
  }
}
