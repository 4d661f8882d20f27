import { ToolError } from '../errors.js';

/** A Kubernetes object as the API gives and takes it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: KubeMetadata;
  readonly [field: string]: unknown;
}

export interface KubeMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly resourceVersion?: string;
  readonly uid?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
}

/** Names one object; without a namespace it is of the cluster. */
export interface KubeRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** URL path of an object, or of its kind when it has no name. Kinds in use have regular plurals. */
export function objectPath(ref: Omit<KubeRef, 'name'> & { readonly name?: string }): string {
  const group = ref.apiVersion.includes('/') ? `apis/${ref.apiVersion}` : `api/${ref.apiVersion}`;
  const kind = ref.kind.toLowerCase();
  const plural = kind.endsWith('s') ? `${kind}es` : kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
  const parts = ref.namespace === undefined ? [] : ['namespaces', ref.namespace];
  const path = [...parts, plural, ...(ref.name === undefined ? [] : [ref.name])];
  // A URL resolves dots even when they are encoded, so such a name would be another object's path.
  if (path.some((part) => part === '' || part === '.' || part === '..')) {
    throw new ToolError(`"${path.join('/')}" cannot be the name of a Kubernetes object`);
  }
  return `/${group}/${path.map(encodeURIComponent).join('/')}`;
}

/** The reference of an object. */
export function refOf(object: KubeObject): KubeRef {
  const { name, namespace } = object.metadata;
  return { apiVersion: object.apiVersion, kind: object.kind, name, ...(namespace === undefined ? {} : { namespace }) };
}
