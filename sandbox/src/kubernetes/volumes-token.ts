import type { KubeClient } from './client.js';
import type { Pod } from './pod-types.js';
import type { WantedToken } from './volumes-files.js';

/** A service account token bound to a pod. */
export interface ServiceAccountToken {
  readonly token: string;
  /** When to request a new one (milliseconds since 1970): after 80 % of its lifetime. */
  readonly renewAt: number;
}

/** Requests a token of the pod's service account. It is bound to the pod and ends with it. */
export async function requestToken(client: KubeClient, pod: Pod, wanted: WantedToken): Promise<ServiceAccountToken> {
  const { name, namespace = 'default', uid } = pod.metadata;
  const account = pod.spec.serviceAccountName ?? 'default';
  const seconds = wanted.expirationSeconds ?? 3600;
  const answer = await client.request<{ status: { token: string; expirationTimestamp: string } }>(
    'POST',
    `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
    {
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {
          expirationSeconds: seconds,
          boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name, uid },
          ...(wanted.audience === undefined ? {} : { audiences: [wanted.audience] }),
        },
      },
    },
  );
  const expires = Date.parse(answer.status.expirationTimestamp);
  const now = Date.now();
  return { token: answer.status.token, renewAt: now + Math.max(0, Math.min(expires - now, seconds * 1000)) * 0.8 };
}
