import type { AttributeChange } from '../../change/change.js';
import type { Json, JsonObject } from '../../config/model.js';
import { entryOf, isObject } from '../../json.js';
import { valueAt } from '../values/values.js';

/** Dotted paths of an object that may be shown, by kind. No other path is ever printed. */
const SHOWN_PATHS: Readonly<Record<string, readonly string[]>> = {
  ClusterRole: ['rules', 'aggregationRule'],
  ClusterRoleBinding: ['roleRef.kind', 'roleRef.name', 'subjects'],
  ComputeClass: ['spec.priorities', 'spec.whenUnsatisfiable'],
  CustomResourceDefinition: ['spec.group', 'spec.names.kind', 'spec.scope'],
  BackendConfig: ['spec.iap.enabled', 'spec.timeoutSec', 'spec.connectionDraining.drainingTimeoutSec'],
  Deployment: ['spec.replicas'],
  FrontendConfig: ['spec.redirectToHttps.enabled'],
  ManagedCertificate: ['spec.domains'],
  NetworkPolicy: ['spec.ingress', 'spec.egress'],
  PersistentVolumeClaim: ['spec.resources.requests.storage', 'spec.storageClassName'],
  ResourceQuota: ['spec.hard'],
  Role: ['rules'],
  RoleBinding: ['roleRef.kind', 'roleRef.name', 'subjects'],
  Service: ['spec.type'],
  StatefulSet: ['spec.replicas'],
  StorageClass: ['parameters.type', 'reclaimPolicy'],
};

/** The allowed attributes that differ, as text. A new or removed object has one side only. */
export function attributesOf(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): readonly AttributeChange[] {
  const old = shownAttributes(before);
  const now = shownAttributes(after);
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => attribute(name, old.get(name), now.get(name)));
}

/** One attribute. A side that is undefined is left out. */
export function attribute(name: string, before: string | undefined, after: string | undefined): AttributeChange {
  return { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** A value as text of at most 300 characters. */
export function shortText(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

function shownAttributes(object: JsonObject | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (object === undefined) return found;
  for (const path of entryOf(SHOWN_PATHS, String(object.kind)) ?? []) {
    const value = valueAt(object, path);
    if (value !== undefined && value !== null) found.set(path, shortText(value));
  }
  if (object.kind === 'Ingress') found.set('hosts', hostsOf(object));
  for (const container of containersOf(object)) {
    const name = String(container.name);
    if (typeof container.image === 'string') found.set(`${name}.image`, container.image);
    if (isObject(container.resources)) found.set(`${name}.resources`, shortText(container.resources));
    const env = Array.isArray(container.env) ? (container.env as readonly Json[]) : [];
    const names = env.map((variable) => (isObject(variable) ? String(variable.name) : ''));
    if (names.length > 0) found.set(`${name}.env (names)`, names.sort().join(', '));
  }
  return found;
}

function containersOf(object: JsonObject): readonly JsonObject[] {
  const spec = valueAt(object, 'spec.template.spec');
  if (!isObject(spec)) return [];
  return [spec.initContainers, spec.containers].flatMap((list) =>
    Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : [],
  );
}

function hostsOf(ingress: JsonObject): string {
  const rules = valueAt(ingress, 'spec.rules');
  const list = Array.isArray(rules) ? (rules as readonly Json[]) : [];
  return list.map((rule) => (isObject(rule) ? String(rule.host ?? '*') : '')).join(', ');
}
