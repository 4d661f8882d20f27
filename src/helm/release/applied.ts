import { randomBytes } from 'node:crypto';
import { parse } from 'yaml';
import type { KubeObject, Kubernetes } from '../../cloud/kubernetes.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { secretName, secretNames } from '../values/values.js';
import type { DeploymentRecord } from './record.js';
import { isCurrent, type PreparedRelease } from './release.js';

/** What only an apply knows: a plan has neither address nor secrets. */
export interface AppliedFacts {
  readonly address: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * True when helm has nothing to do: the files are as deployed, under the same address and with the same secrets. A
 * secret that got another value under its old name is found by the values that the chart keeps in the Secret `hub`.
 */
export async function isApplied(
  prepared: PreparedRelease,
  deployed: DeploymentRecord | undefined,
  kubernetes: Kubernetes,
  facts: AppliedFacts,
): Promise<boolean> {
  if (!isCurrent(prepared, deployed) || deployed?.address !== facts.address) return false;
  if (secretNames(prepared.values).length === 0) return true;
  const { namespace } = prepared;
  const secret = await kubernetes.get<KubeObject & { readonly data?: Readonly<Record<string, string>> }>({
    apiVersion: 'v1',
    kind: 'Secret',
    namespace,
    name: 'hub',
  });
  return sameSecrets(prepared.values, liveValues(secret?.data?.['values.yaml']), facts.secrets);
}

/**
 * Values for a first installation only. The chart would make the proxy's token twice at random, once for its Secret and
 * once for a checksum, and the first upgrade would restart the proxy for nothing. Later the chart finds the token again.
 */
export function firstInstallValues(): JsonObject {
  return { hub: { config: { ConfigurableHTTPProxy: { auth_token: randomBytes(32).toString('hex') } } } };
}

function liveValues(encoded: string | undefined): Json {
  try {
    return parse(Buffer.from(encoded ?? '', 'base64').toString('utf8')) as Json;
  } catch {
    return null;
  }
}

function sameSecrets(wanted: Json, live: Json | undefined, secrets: Readonly<Record<string, string>>): boolean {
  if (Array.isArray(wanted)) {
    const items = Array.isArray(live) ? (live as readonly Json[]) : [];
    return wanted.every((inner: Json, index) => sameSecrets(inner, items[index], secrets));
  }
  if (!isObject(wanted)) return true;
  const name = secretName(wanted);
  if (name !== undefined) return Object.hasOwn(secrets, name) && live === secrets[name];
  return Object.entries(wanted).every(([key, inner]) =>
    sameSecrets(inner, isObject(live) ? live[key] : undefined, secrets),
  );
}
