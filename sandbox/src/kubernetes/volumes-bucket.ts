import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubeClient } from './client.js';
import type { Pod, Volume } from './pod-types.js';
import { requestToken } from './volumes-token.js';

/** Google APIs for a pod, with a token of its own service account. */
export interface GoogleContext {
  readonly project: string;
  /** Token endpoint of the security token service. */
  readonly tokenUrl: string;
  /** Base of the storage API, with a slash at its end. */
  readonly storageUrl: string;
}

const DRIVER = 'gcsfuse.csi.storage.gke.io';
const ANNOTATION = 'gke-gcsfuse/volumes';

/** Whether a volume is a bucket that GKE's Cloud Storage FUSE driver mounts. */
export function isBucket(volume: Volume): boolean {
  return volume.csi?.driver === DRIVER;
}

/**
 * A bucket as a folder: a stand-in for Cloud Storage FUSE. It asks the storage API with the pod's own identity, as the real
 * one does when it mounts, and fails where that may not list the objects; the files themselves stay on this machine.
 * @returns the folder, or why the bucket cannot be mounted
 */
export async function mountBucket(
  pod: Pod,
  volume: Volume,
  context: { readonly client: KubeClient; readonly dir: string; readonly google: GoogleContext | undefined },
): Promise<{ readonly folder: string } | { readonly why: string }> {
  const { client, dir, google } = context;
  const { bucketName = '', mountOptions = '' } = volume.csi?.volumeAttributes ?? {};
  if (google === undefined) return { why: `bucket ${bucketName}: there is no Google here` };
  if (pod.metadata.annotations?.[ANNOTATION] !== 'true') {
    return { why: `bucket ${bucketName}: the pod has no annotation ${ANNOTATION}, so that nothing mounts it` };
  }
  if (!/^[a-z0-9][a-z0-9._-]+$/.test(bucketName)) return { why: `"${bucketName}" is no name of a bucket` };
  const only = /(?:^|,)only-dir=([^,]+)/.exec(mountOptions)?.[1];
  if (only !== undefined && !/^[\w-]+(\/[\w-]+)*$/.test(only)) return { why: `"${only}" is no folder of a bucket` };
  const token = await googleToken(pod, client, google);
  if (token === undefined) return { why: `bucket ${bucketName}: Google takes no token of this pod` };
  const url = new URL(`${google.storageUrl}b/${bucketName}/o`);
  if (only !== undefined) url.searchParams.set('prefix', `${only}/`);
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await answer.arrayBuffer();
  if (!answer.ok) return { why: `bucket ${bucketName}: ${answer.status === 404 ? 'NotFound' : 'PermissionDenied'}` };
  const folder = join(dir, 'buckets', bucketName, only ?? '');
  await mkdir(folder, { recursive: true });
  return { folder };
}

/** Exchanges a token of the pod's account for a Google token, like GKE's metadata server. */
async function googleToken(pod: Pod, client: KubeClient, google: GoogleContext): Promise<string | undefined> {
  const pool = `${google.project}.svc.id.goog`;
  const { token } = await requestToken(client, pod, { path: 'token', audience: pool });
  const answer = await fetch(google.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `identitynamespace:${pool}:https://container.googleapis.com/v1/projects/${google.project}/clusters`,
      subjectToken: token,
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: 'https://www.googleapis.com/auth/cloud-platform',
    }),
  });
  const body = (await answer.json()) as { readonly access_token?: string };
  return answer.ok ? body.access_token : undefined;
}
