import { createHash } from 'node:crypto';
import type { KubeObject } from './client.js';

/** Finalizer by which GKE's controller keeps an Ingress until its load balancer is gone. */
export const FINALIZER = 'networking.gke.io/ingress-finalizer-V2';

/** What an Ingress asks for on one host. */
export interface DesiredAccess {
  /** Host name; empty for all. */
  readonly host: string;
  readonly service: string;
  /** Port's name or number, as the Ingress gives it. */
  readonly port: string;
}

/** Settings of a BackendConfig that the load balancer takes over; `undefined` leaves a setting as it is. */
export interface BackendSettings {
  readonly iap: boolean | undefined;
  /** Secret with `client_id` and `client_secret` of the sign-in page. */
  readonly oauthSecret: string | undefined;
  readonly timeoutSec: number | undefined;
  readonly drainingTimeoutSec: number | undefined;
  readonly healthPath: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object's fields; empty for anything else. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The value's objects; empty where it is no list. */
export function entries(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

/** An annotation's text. */
export function annotation(object: KubeObject | undefined, name: string): string | undefined {
  return object?.metadata.annotations?.[name];
}

/** Whether GKE's controller for external load balancers takes this Ingress: class `gce`, or none at all. */
export function isOurs(ingress: KubeObject): boolean {
  const byAnnotation = annotation(ingress, 'kubernetes.io/ingress.class');
  return byAnnotation === undefined ? ingress.spec?.ingressClassName === undefined : byAnnotation === 'gce';
}

/** The backends of an Ingress, in order. */
export function wantedBy(ingress: KubeObject): readonly DesiredAccess[] {
  return entries(ingress.spec?.rules).flatMap((rule) =>
    entries(fields(rule.http).paths).flatMap((path) => {
      const service = fields(fields(path.backend).service);
      const port = fields(service.port);
      if (typeof service.name !== 'string') return [];
      const host = typeof rule.host === 'string' ? rule.host.toLowerCase() : '';
      return [{ host, service: service.name, port: String(port.name ?? port.number ?? '') }];
    }),
  );
}

/** A Service's port: by name or number; undefined where it has none such. */
export function servicePort(
  service: KubeObject,
  port: string,
): { readonly name: string; readonly number: number } | undefined {
  const found = entries(service.spec?.ports).find((one) => one.name === port || String(one.port) === port);
  return found === undefined ? undefined : { name: String(found.name ?? ''), number: Number(found.port) };
}

/** Whether the load balancer can reach the Service's pods: GKE needs a NEG for Services that are no NodePort. */
export function reachable(service: KubeObject): boolean {
  if (service.spec?.type === 'NodePort' || service.spec?.type === 'LoadBalancer') return true;
  return json(annotation(service, 'cloud.google.com/neg')).ingress === true;
}

/** Name of the BackendConfig of a Service's port, by name, number or default. */
export function backendConfigName(
  service: KubeObject,
  port: { readonly name: string; readonly number: number },
): string | undefined {
  const config = json(annotation(service, 'cloud.google.com/backend-config'));
  const ports = fields(config.ports);
  const name = ports[port.name] ?? ports[String(port.number)] ?? config.default;
  return typeof name === 'string' ? name : undefined;
}

/** What a BackendConfig sets. */
export function settingsOf(config: KubeObject | undefined): BackendSettings {
  const spec = fields(config?.spec);
  const iap = fields(spec.iap).enabled;
  const path = fields(spec.healthCheck).requestPath;
  const secret = fields(fields(spec.iap).oauthclientCredentials).secretName;
  return {
    iap: typeof iap === 'boolean' ? iap : undefined,
    oauthSecret: typeof secret === 'string' ? secret : undefined,
    timeoutSec: numberOf(spec.timeoutSec),
    drainingTimeoutSec: numberOf(fields(spec.connectionDraining).drainingTimeoutSec),
    healthPath: typeof path === 'string' ? path : '/',
  };
}

/** Address and port of the ready pods that a Service's port leads to. */
export function readyPods(
  service: KubeObject,
  port: number,
  pods: Iterable<KubeObject>,
): readonly { readonly address: string; readonly port: number }[] {
  const selector = Object.entries(fields(service.spec?.selector));
  const wanted = entries(service.spec?.ports).find((one) => one.port === port);
  const targetPort = wanted?.targetPort ?? wanted?.port;
  if (selector.length === 0 || targetPort === undefined) return [];
  return [...pods].flatMap((pod) => {
    const { metadata, spec, status } = pod;
    const chosen =
      metadata.namespace === service.metadata.namespace &&
      metadata.deletionTimestamp === undefined &&
      selector.every(([label, value]) => metadata.labels?.[label] === value);
    const ready = entries(status?.conditions).some((one) => one.type === 'Ready' && one.status === 'True');
    const containerPorts = entries(spec?.containers).flatMap((container) => entries(container.ports));
    const number =
      typeof targetPort === 'number'
        ? targetPort
        : containerPorts.find((one) => one.name === targetPort)?.containerPort;
    const address = status?.podIP;
    if (!chosen || !ready || typeof number !== 'number' || typeof address !== 'string') return [];
    return [{ address, port: number }];
  });
}

/**
 * A name as GKE's controller gives: `k8s1-<cluster>-<namespace>-<service>-<port>-<hash>`, its parts cut evenly so that the whole
 * has at most 63 characters. Nobody may compute it: the annotation of the Ingress tells it.
 */
export function resourceName(cluster: string, parts: readonly string[], prefix = 'k8s1'): string {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
  const room = 63 - prefix.length - 18 - parts.length;
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const cut =
    total <= room ? parts : parts.map((part) => part.slice(0, Math.max(1, Math.floor((part.length * room) / total))));
  const middle = cut.map((part) => part.replace(/^-+|-+$/g, '')).join('-');
  return `${prefix}-${digest(cluster)}-${middle}-${digest([cluster, ...parts].join('/'))}`;
}

function json(text: string | undefined): Fields {
  try {
    return fields(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
