import type { AttributeChange } from '../../change/change.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { valueAt } from '../values/values.js';

/** Dotted paths of an object that may be shown, by kind. What is not listed is never printed. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  BackendConfig: ['spec.iap.enabled', 'spec.timeoutSec', 'spec.connectionDraining.drainingTimeoutSec'],
  Deployment: ['spec.replicas'],
  FrontendConfig: ['spec.redirectToHttps.enabled'],
  ManagedCertificate: ['spec.domains'],
  NetworkPolicy: ['spec.ingress', 'spec.egress'],
  PersistentVolumeClaim: ['spec.resources.requests.storage', 'spec.storageClassName'],
  Role: ['rules'],
  RoleBinding: ['subjects'],
  Service: ['spec.type'],
  StatefulSet: ['spec.replicas'],
  StorageClass: ['parameters.type', 'reclaimPolicy'],
};

/** The allowed attributes that differ, as text; objects that are new or gone have one side only. */
export function attributesOf(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): readonly AttributeChange[] {
  const old = allowed(before);
  const now = allowed(after);
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => attribute(name, old.get(name), now.get(name)));
}

/** One attribute with the sides that exist. */
export function attribute(name: string, before: string | undefined, after: string | undefined): AttributeChange {
  return { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** A value as short text. */
export function show(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

function allowed(object: JsonObject | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (object === undefined) return found;
  for (const path of PATHS[String(object.kind)] ?? []) {
    const value = valueAt(object, path);
    if (value !== undefined && value !== null) found.set(path, show(value));
  }
  if (object.kind === 'Ingress') found.set('hosts', hosts(object));
  for (const container of containers(object)) {
    const name = String(container.name);
    if (typeof container.image === 'string') found.set(`${name}.image`, container.image);
    if (isObject(container.resources)) found.set(`${name}.resources`, show(container.resources));
    const env = Array.isArray(container.env) ? (container.env as readonly Json[]) : [];
    const names = env.map((variable) => (isObject(variable) ? String(variable.name) : ''));
    if (names.length > 0) found.set(`${name}.env (names)`, names.sort().join(', '));
  }
  return found;
}

function containers(object: JsonObject): readonly JsonObject[] {
  const spec = valueAt(object, 'spec.template.spec');
  if (!isObject(spec)) return [];
  return [spec.initContainers, spec.containers].flatMap((list) =>
    Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : [],
  );
}

function hosts(ingress: JsonObject): string {
  const rules = valueAt(ingress, 'spec.rules');
  const list = Array.isArray(rules) ? (rules as readonly Json[]) : [];
  return list.map((rule) => (isObject(rule) ? String(rule.host ?? '*') : '')).join(', ');
}
