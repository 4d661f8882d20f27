import { randomBytes } from 'node:crypto';
import { parse } from 'yaml';
import type { KubeObject, Kubernetes } from '../../cloud/kubernetes.js';
import { oauthClientOf } from '../../cloud/oauth-client.js';
import type { Json, JsonObject } from '../../config/model.js';
import { entryOf, isObject } from '../../json.js';
import { oauthClientObject } from '../values/companion.js';
import { secretObject } from '../values/secrets.js';
import { pullSecretObject } from '../values/servers/pull-secrets.js';
import { secretName, secretNames } from '../values/values.js';
import type { Helm } from './cli.js';
import type { DeploymentRecord } from './record.js';
import { isCurrent, type PreparedRelease } from './release.js';

/** Facts that only an apply knows. A plan has neither address nor secrets. */
export interface AppliedFacts {
  readonly address: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * True if helm has nothing to do: the files, the address and the secrets are as deployed. The chart keeps the deployed
 * values in the Secret `hub`, and the companion chart keeps the variables of pods in a Secret of their own. They show
 * whether a secret has a new value under its old name.
 */
export async function isApplied(
  prepared: PreparedRelease,
  deployed: DeploymentRecord | undefined,
  kubernetes: Kubernetes,
  facts: AppliedFacts,
): Promise<boolean> {
  if (!isCurrent(prepared, deployed) || deployed?.address !== facts.address) return false;
  const { namespace } = prepared;
  const inChart =
    secretNames(prepared.values).length === 0 ? undefined : await readSecret(kubernetes, namespace, 'hub');
  if (!sameSecrets(prepared.values, liveValues(inChart?.data?.['values.yaml']), facts.secrets)) return false;
  const wanted = companionSecrets(prepared, facts.secrets);
  const objects = [...new Set(wanted.map(({ object }) => object))];
  const live = new Map(
    await Promise.all(
      objects.map(async (name) => [name, (await readSecret(kubernetes, namespace, name))?.data ?? {}] as const),
    ),
  );
  return wanted.every(
    ({ object, key, value }) =>
      value !== undefined && entryOf(live.get(object) ?? {}, key) === Buffer.from(value).toString('base64'),
  );
}

/** An entry of a Secret of the companion chart, with the value that it must have; undefined where the secret has none. */
interface SecretEntry {
  readonly object: string;
  readonly key: string;
  readonly value: string | undefined;
}

function companionSecrets(
  { hub, companion: { values } }: PreparedRelease,
  secrets: AppliedFacts['secrets'],
): readonly SecretEntry[] {
  const client = secretName(values.oauthClient ?? null);
  const pulls = Array.isArray(values.pullSecrets) ? (values.pullSecrets as readonly Json[]) : [];
  return [
    ...podVariables(values).map((name) => ({ object: secretObject(hub), key: name, value: entryOf(secrets, name) })),
    ...pulls.map((one, index) => ({
      object: pullSecretObject(hub, index),
      key: '.dockerconfigjson',
      value: entryOf(secrets, secretName(one) ?? ''),
    })),
    ...(client === undefined
      ? []
      : [
          {
            object: oauthClientObject(hub),
            key: 'client_secret',
            value: oauthClientOf(entryOf(secrets, client) ?? '')?.secret,
          },
        ]),
  ];
}

/** Version of the Secret with the variables of pods, which changes with every new value; undefined where there is none. */
export async function secretsVersion(
  { namespace, hub, companion }: PreparedRelease,
  kubernetes: Kubernetes,
): Promise<string | undefined> {
  if (podVariables(companion.values).length === 0) return undefined;
  return (await readSecret(kubernetes, namespace, secretObject(hub)))?.metadata.resourceVersion;
}

/** Names of the secrets that are variables of pods. */
function podVariables({ secrets }: JsonObject): readonly string[] {
  return isObject(secrets) ? secretNames(secrets) : [];
}

type Secret = KubeObject & { readonly data?: Readonly<Record<string, string>> };

function readSecret(kubernetes: Kubernetes, namespace: string, name: string): Promise<Secret | undefined> {
  return kubernetes.get<Secret>({ apiVersion: 'v1', kind: 'Secret', namespace, name });
}

/**
 * Whether a release was never installed. Where only helm's records of it were deleted, the chart looks its secrets up as
 * in an upgrade, and helm takes over the objects, which say to which release they belong.
 */
export async function isFirstInstall(
  { kubernetes, helm }: { readonly kubernetes: Kubernetes; readonly helm: Pick<Helm, 'history'> },
  { hub, namespace }: Pick<PreparedRelease, 'hub' | 'namespace'>,
): Promise<boolean> {
  if ((await helm.history(hub, namespace)).length > 0) return false;
  return (await readSecret(kubernetes, namespace, 'hub')) === undefined;
}

/**
 * Values for a first installation only. The chart would make two random tokens for the proxy: one for its Secret, one for a
 * checksum. The first upgrade would then restart the proxy for nothing. Later the chart looks the token up.
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

function sameSecrets(expected: Json, live: Json | undefined, secrets: Readonly<Record<string, string>>): boolean {
  if (Array.isArray(expected)) {
    const items = Array.isArray(live) ? (live as readonly Json[]) : [];
    return expected.every((inner: Json, index) => sameSecrets(inner, items[index], secrets));
  }
  if (!isObject(expected)) return true;
  const name = secretName(expected);
  if (name !== undefined) return Object.hasOwn(secrets, name) && live === secrets[name];
  return Object.entries(expected).every(([key, inner]) =>
    sameSecrets(inner, isObject(live) ? entryOf(live, key) : undefined, secrets),
  );
}
