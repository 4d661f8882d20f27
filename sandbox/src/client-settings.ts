import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ControlPlane } from './kubernetes/control-plane.js';

/** Identity of a program: the project's owner, or one of the three workflow identities. */
export type Identity = 'operator' | 'plan' | 'apply' | 'sync';

/** Input of the settings of one identity. */
export interface ClientOptions {
  readonly dir: string;
  readonly identity: Identity;
  readonly token: string;
  readonly controlPlane: Pick<ControlPlane, 'endpoint' | 'caPath'>;
  /** Endpoint overrides by the variables of the google provider. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly project: string;
  readonly hub: string;
  /** File with the system's certificate authorities and the cluster's. */
  readonly bundle: string;
  /** Folder with the cached tools, first on PATH; undefined if all tools come from PATH. */
  readonly binDir: string | undefined;
}

// gcloud's name of an API, as in the names of its settings, and the provider's variable for the same API.
const GCLOUD_APIS: Readonly<Record<string, string>> = {
  CLOUDRESOURCEMANAGER: 'GOOGLE_RESOURCE_MANAGER_CUSTOM_ENDPOINT',
  COMPUTE: 'GOOGLE_COMPUTE_CUSTOM_ENDPOINT',
  CONTAINER: 'GOOGLE_CONTAINER_CUSTOM_ENDPOINT',
  IAM: 'GOOGLE_IAM_BETA_CUSTOM_ENDPOINT',
  IAP: 'GOOGLE_IAP_CUSTOM_ENDPOINT',
  SERVICEUSAGE: 'GOOGLE_SERVICE_USAGE_CUSTOM_ENDPOINT',
  STORAGE: 'GOOGLE_STORAGE_CUSTOM_ENDPOINT',
};
// These two clients of gcloud keep the version in their base address, all others add it themselves.
const VERSIONED = new Set(['COMPUTE', 'STORAGE']);

/** Settings with which terraform, helm, kubectl and gcloud act as one identity. Each identity has its own files. */
export function clientSettings(options: ClientOptions): Record<string, string> {
  const { dir, identity, token, bundle, binDir, endpoints, project } = options;
  const home = join(dir, 'identities', identity);
  mkdirSync(join(home, 'gcloud'), { recursive: true, mode: 0o700 });
  const tokenFile = join(home, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const kubeconfig = join(home, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(options, tokenFile), { mode: 0o600 });
  const overrides = Object.entries(GCLOUD_APIS).map(([api, variable]) => {
    const url = endpoints[variable] ?? '';
    return [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${api}`, VERSIONED.has(api) ? url : url.replace(/v\d+\/$/, '')];
  });
  const configFile = process.env.TF_CLI_CONFIG_FILE;
  return {
    GOOGLE_OAUTH_ACCESS_TOKEN: token,
    KUBECONFIG: kubeconfig,
    CLOUDSDK_CONFIG: join(home, 'gcloud'),
    CLOUDSDK_CORE_PROJECT: project,
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE: bundle,
    CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: tokenFile,
    ...Object.fromEntries(overrides),
    ...(binDir === undefined ? {} : { PATH: `${binDir}:${process.env.PATH ?? ''}` }),
    // Terraform fails if this names a missing file; empty means no file.
    ...(configFile && !existsSync(configFile) ? { TF_CLI_CONFIG_FILE: '' } : {}),
  };
}

function kubeconfigText({ controlPlane, identity, hub }: ClientOptions, tokenFile: string): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'sandbox',
        cluster: { server: `https://${controlPlane.endpoint}`, 'certificate-authority': controlPlane.caPath },
      },
    ],
    users: [{ name: identity, user: { tokenFile } }],
    contexts: [{ name: 'sandbox', context: { cluster: 'sandbox', user: identity, namespace: `jupyterhub-${hub}` } }],
    'current-context': 'sandbox',
  });
}
