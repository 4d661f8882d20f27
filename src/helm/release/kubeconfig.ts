import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Endpoint and token with which helm connects to the cluster. */
export interface ClusterAccess {
  /** Host of the DNS endpoint, with a port if it is not 443. */
  readonly endpoint: string;
  readonly token: string;
  /** PEM of the cluster's certificate authority. A DNS endpoint has a public certificate and needs none. */
  readonly caPem?: string | undefined;
}

/**
 * Writes a kubeconfig and the token it refers to (both 0600) into the private temp folder and returns its path.
 * The token is a file, so that no argument contains it and a newer token can replace it while helm runs.
 */
export async function writeKubeconfig(tempDir: string, access: ClusterAccess): Promise<string> {
  const tokenFile = join(tempDir, 'kube-token');
  const file = join(tempDir, 'kubeconfig.json');
  await writeFile(tokenFile, access.token, { mode: 0o600 });
  // JSON is YAML, and JSON.stringify escapes every text.
  await writeFile(file, JSON.stringify(kubeconfig(access, tokenFile), null, 2), { mode: 0o600 });
  return file;
}

/** The kubeconfig document. It refers to the token's file. */
export function kubeconfig(access: Omit<ClusterAccess, 'token'>, tokenFile: string): object {
  const ca = access.caPem === undefined ? {} : { 'certificate-authority-data': btoa(access.caPem) };
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'hub', cluster: { server: `https://${access.endpoint.replace(/^https:\/\//, '')}`, ...ca } }],
    users: [{ name: 'hub', user: { tokenFile } }],
    contexts: [{ name: 'hub', context: { cluster: 'hub', user: 'hub' } }],
    'current-context': 'hub',
  };
}
