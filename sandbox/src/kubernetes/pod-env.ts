import type { ObjectStore } from './kubelet-store.js';
import type { Container, EnvVar, KeyReference, Pod, Service } from './pod-types.js';

/** A container cannot be started as it is described, until something in the cluster changes. */
export class ContainerConfigError extends Error {}

/** What variables may refer to. */
export interface EnvContext {
  readonly pod: Pod;
  readonly podIP: string;
  readonly hostIP: string;
  readonly store: ObjectStore;
  readonly apiServer: { readonly host: string; readonly port: string };
}

/** The variables of a container, in Kubernetes' order: services, envFrom, env; later ones win and may refer to earlier ones. */
export function containerEnv(container: Container, context: EnvContext): Record<string, string> {
  const { pod, store } = context;
  const namespace = pod.metadata.namespace ?? 'default';
  const env: Record<string, string> = {
    HOSTNAME: pod.metadata.name,
    ...(pod.spec.enableServiceLinks === false ? {} : serviceLinks(store.services(namespace))),
    KUBERNETES_SERVICE_HOST: context.apiServer.host,
    KUBERNETES_SERVICE_PORT: context.apiServer.port,
    KUBERNETES_SERVICE_PORT_HTTPS: context.apiServer.port,
  };
  for (const source of container.envFrom ?? []) {
    const from = source.secretRef ?? source.configMapRef;
    if (from === undefined) continue;
    const kind = source.secretRef === undefined ? 'configmaps' : 'secrets';
    const object = store.data(kind, namespace, from.name);
    if (object === undefined && from.optional !== true) throw missing(kind, from.name);
    for (const [key, value] of object ?? []) env[`${source.prefix ?? ''}${key}`] = value.toString('utf8');
  }
  for (const variable of container.env ?? []) {
    const value = variableValue(variable, container, context, env);
    if (value !== undefined) env[variable.name] = value;
  }
  return env;
}

function variableValue(
  variable: EnvVar,
  container: Container,
  context: EnvContext,
  env: Readonly<Record<string, string>>,
): string | undefined {
  const from = variable.valueFrom;
  if (from === undefined) return expand(variable.value ?? '', env);
  if (from.fieldRef !== undefined) return fieldOf(from.fieldRef.fieldPath, context);
  if (from.resourceFieldRef !== undefined) return resourceOf(from.resourceFieldRef.resource, container);
  if (from.secretKeyRef !== undefined) return keyOf('secrets', from.secretKeyRef, context);
  if (from.configMapKeyRef !== undefined) return keyOf('configmaps', from.configMapKeyRef, context);
  return '';
}

function keyOf(
  kind: 'secrets' | 'configmaps',
  reference: KeyReference,
  { pod, store }: EnvContext,
): string | undefined {
  const object = store.data(kind, pod.metadata.namespace ?? 'default', reference.name);
  const value = object?.get(reference.key);
  if (value === undefined && reference.optional !== true) {
    throw object === undefined
      ? missing(kind, reference.name)
      : new ContainerConfigError(`couldn't find key ${reference.key} in ${kind.slice(0, -1)} ${reference.name}`);
  }
  return value?.toString('utf8');
}

function missing(kind: string, name: string): ContainerConfigError {
  return new ContainerConfigError(`${kind.slice(0, -1)} "${name}" not found`);
}

/** A fact about the pod by its field path, such as `metadata.labels['app']`. */
export function fieldOf(path: string, context: Omit<EnvContext, 'store' | 'apiServer'>): string {
  const { pod } = context;
  const keyed = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path);
  if (keyed !== null) return pod.metadata[keyed[1] === 'labels' ? 'labels' : 'annotations']?.[keyed[2] ?? ''] ?? '';
  const lines = (map: Readonly<Record<string, string>> = {}): string =>
    Object.entries(map)
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
      .join('\n');
  const facts: Readonly<Record<string, string | undefined>> = {
    'metadata.name': pod.metadata.name,
    'metadata.namespace': pod.metadata.namespace,
    'metadata.uid': pod.metadata.uid,
    'metadata.labels': lines(pod.metadata.labels),
    'metadata.annotations': lines(pod.metadata.annotations),
    'spec.nodeName': pod.spec.nodeName,
    'spec.serviceAccountName': pod.spec.serviceAccountName,
    'status.hostIP': context.hostIP,
    'status.podIP': context.podIP,
    'status.podIPs': context.podIP,
  };
  if (!Object.hasOwn(facts, path)) throw new ContainerConfigError(`unsupported fieldPath: ${path}`);
  return facts[path] ?? '';
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A limit or request as a whole number (bytes, or CPUs rounded up), 0 where the container states none. */
function resourceOf(resource: string, container: Container): string {
  const [list = '', name = ''] = [resource.slice(0, resource.indexOf('.')), resource.slice(resource.indexOf('.') + 1)];
  const stated = container.resources?.[list === 'limits' ? 'limits' : 'requests']?.[name] ?? '0';
  const match = /^([0-9.]+)([a-zA-Z]*)$/.exec(stated);
  return String(Math.ceil(Number(match?.[1] ?? 0) * (UNITS[match?.[2] ?? ''] ?? 1)));
}

/** Replaces `$(NAME)` by known variables; `$$` is an escaped `$`, unknown names stay as they are. */
export function expand(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\(([A-Za-z_.-][A-Za-z0-9_.-]*)\)/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    return Object.hasOwn(env, name) ? (env[name] ?? '') : whole;
  });
}

/** The variables that tell a container of the Services in its namespace, such as `PROXY_API_SERVICE_PORT`. */
export function serviceLinks(services: readonly Service[]): Record<string, string> {
  const env: Record<string, string> = {};
  for (const service of services) {
    const { clusterIP, ports = [] } = service.spec;
    const [first] = ports;
    if (clusterIP === undefined || clusterIP === '' || clusterIP === 'None' || first === undefined) continue;
    const name = service.metadata.name.toUpperCase().replaceAll('-', '_');
    env[`${name}_SERVICE_HOST`] = clusterIP;
    env[`${name}_SERVICE_PORT`] = String(first.port);
    env[`${name}_PORT`] = `tcp://${clusterIP}:${first.port}`;
    for (const port of ports) {
      if (port.name !== undefined) {
        env[`${name}_SERVICE_PORT_${port.name.toUpperCase().replaceAll('-', '_')}`] = String(port.port);
      }
      const protocol = (port.protocol ?? 'TCP').toLowerCase();
      const prefix = `${name}_PORT_${port.port}_${protocol.toUpperCase()}`;
      env[prefix] = `${protocol}://${clusterIP}:${port.port}`;
      env[`${prefix}_PROTO`] = protocol;
      env[`${prefix}_PORT`] = String(port.port);
      env[`${prefix}_ADDR`] = clusterIP;
    }
  }
  return env;
}
