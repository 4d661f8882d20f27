import { gunzipSync, gzipSync } from 'node:zlib';
import { parseSettings, type Settings } from '../../change/settings.js';
import type { KubeObject, Kubernetes } from '../../cloud/kubernetes.js';
import type { JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { type Manifest, readManifests, writeManifests } from '../diff/manifests.js';
import type { Settled } from './drift.js';

/** State of the last apply, from the ConfigMap `<hub>-deployed`. */
export interface DeployedState {
  /** `applying` while helm is at work. A killed apply leaves it, and the next apply repairs the release. */
  readonly state: 'applying' | 'deployed';
  /** Digest over all symbolic inputs of both releases. */
  readonly inputs: string;
  /** Host name that was in use. */
  readonly address: string;
}

/** The record of an apply in the ConfigMap `<hub>-deployed`. It contains no secret. */
export interface DeploymentRecord extends DeployedState {
  /** Random id that Kubernetes gave the record. Only readers of the cluster know it. */
  readonly uid?: string;
  readonly chart: { readonly version: string; readonly repository: string; readonly digest: string };
  readonly revision: number;
  readonly values: JsonObject;
  readonly manifests: readonly Manifest[];
  /** What the configuration said that was applied last. Undefined in a record of a version before. */
  readonly settings?: Settings | undefined;
  /** Of the last apply that ended, also while a later one has not. Undefined in a record of an older version. */
  readonly settled?: Settled | undefined;
}

// A ConfigMap holds 1 MiB. A record with more plain text than this is compressed.
const PLAIN_LIMIT = 900 * 1024;
const LARGE = ['values.json', 'manifests.yaml', 'settings.json'] as const;

/** Name of the namespace of a hub. */
export function namespaceOf(hub: string): string {
  return `jupyterhub-${hub}`;
}

/** Reads the record. Undefined if nothing was deployed, or if the record is invalid (then everything counts as new). */
export async function readDeploymentRecord(kubernetes: Kubernetes, hub: string): Promise<DeploymentRecord | undefined> {
  const found = await readRecord(kubernetes, hub);
  return found === undefined ? undefined : parseDeploymentRecord(found);
}

/** Reads the state of the last apply, without the large parts. Undefined if there was none. */
export async function readDeployedState(kubernetes: Kubernetes, hub: string): Promise<DeployedState | undefined> {
  const found = await readRecord(kubernetes, hub);
  return found === undefined ? undefined : stateOf(found);
}

function readRecord(kubernetes: Kubernetes, hub: string): Promise<KubeObject | undefined> {
  return kubernetes.get({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: namespaceOf(hub),
    name: `${hub}-deployed`,
  });
}

function stateOf(object: KubeObject): DeployedState {
  const { state, inputs = '', address = '' } = (object.data ?? {}) as Record<string, string | undefined>;
  return { state: state === 'deployed' ? 'deployed' : 'applying', inputs, address };
}

/** The record as a ConfigMap. */
export function deploymentRecordObject(hub: string, deployed: DeploymentRecord): KubeObject {
  const large = {
    'values.json': JSON.stringify(deployed.values),
    'manifests.yaml': writeManifests(deployed.manifests),
    ...(deployed.settings === undefined ? {} : { 'settings.json': JSON.stringify(deployed.settings) }),
  };
  const size = Object.values(large).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const packed = Object.entries(large).map(([key, text]) => [`${key}.gz`, gzipSync(text).toString('base64')]);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${hub}-deployed`, namespace: namespaceOf(hub), labels: { 'jupyterhub-gke/hub': hub } },
    data: {
      state: deployed.state,
      inputs: deployed.inputs,
      address: deployed.address,
      chart: JSON.stringify(deployed.chart),
      revision: String(deployed.revision),
      ...(deployed.settled === undefined ? {} : { 'settled.json': JSON.stringify(deployed.settled) }),
      ...(size > PLAIN_LIMIT ? {} : large),
    },
    ...(size > PLAIN_LIMIT ? { binaryData: Object.fromEntries(packed) } : {}),
  };
}

function settledOf(text: string | undefined): Settled | undefined {
  try {
    const settled: unknown = JSON.parse(text ?? '');
    return isObject(settled) && Object.values(settled).every(isObject) ? (settled as Settled) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the ConfigMap. Undefined if a part is missing or is not in our format. */
export function parseDeploymentRecord(object: KubeObject): DeploymentRecord | undefined {
  const data = (object.data ?? {}) as Record<string, string | undefined>;
  const binary = (object.binaryData ?? {}) as Record<string, string | undefined>;
  const text = (key: (typeof LARGE)[number]): string => {
    const packed = binary[`${key}.gz`];
    if (packed === undefined) return data[key] ?? '';
    // The limit keeps a hostile record from filling the memory.
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: 64 * 2 ** 20 }).toString('utf8');
  };
  try {
    const chart = JSON.parse(data.chart ?? '') as DeploymentRecord['chart'];
    const values: unknown = JSON.parse(text('values.json'));
    if (!isObject(values)) return undefined;
    const { uid } = object.metadata;
    return {
      ...stateOf(object),
      ...(uid === undefined ? {} : { uid }),
      chart: { version: String(chart.version), repository: String(chart.repository), digest: String(chart.digest) },
      revision: Number(data.revision) || 0,
      values,
      manifests: readManifests(text('manifests.yaml')),
      settings: parseSettings(text('settings.json')),
      settled: settledOf(data['settled.json']),
    };
  } catch {
    return undefined;
  }
}
