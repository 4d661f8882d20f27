import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Authority, type Certified, signingKeys } from './pki.js';

/** Users by certificate. The first is ours; its name is what the audit log shows for the sandbox's own calls. */
const USERS = {
  admin: { name: 'sandbox:admin', groups: ['system:masters'] },
  'controller-manager': { name: 'system:kube-controller-manager', groups: [] },
  scheduler: { name: 'system:kube-scheduler', groups: [] },
  kwok: { name: 'sandbox:kwok', groups: ['system:masters'] },
} as const;

type User = keyof typeof USERS;

/** Files below the folder of a control plane. */
export interface ControlPlaneFiles {
  readonly ca: { readonly path: string; readonly pem: string };
  readonly server: { readonly cert: string; readonly key: string };
  readonly serviceAccount: { readonly privateKey: string; readonly publicKey: string };
  readonly tokenReview: string;
  readonly auditPolicy: string;
  readonly kubeconfig: Readonly<Record<User, string>>;
  readonly admin: Certified;
  /** Certificate of the node agent. */
  readonly kubelet: Certified;
  /** Files with the certificate by which the API server is known to the node agent. */
  readonly kubeletClient: { readonly cert: string; readonly key: string };
}

/** Writes keys, certificates and settings; everything is readable by its owner only. */
export function writeFiles(dir: string, endpoint: string, tokenReviewUrl: string): ControlPlaneFiles {
  const write = (name: string, content: string): string => {
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const authority = new Authority('sandbox');
  const server = authority.issue({
    name: 'kube-apiserver',
    hosts: ['127.0.0.1', 'localhost', 'kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
  });
  const kubeletClient = authority.issue({ name: 'kube-apiserver-kubelet-client' });
  const keys = signingKeys();
  const kubeconfigs = {} as Record<User, string>;
  let admin: Certified | undefined;
  for (const user of Object.keys(USERS) as User[]) {
    const certified = authority.issue(USERS[user]);
    if (user === 'admin') admin = certified;
    kubeconfigs[user] = write(`pki/${user}.kubeconfig`, kubeconfig(endpoint, authority.cert, certified));
  }
  if (admin === undefined) throw new Error('no administrator'); // the table above has one
  return {
    ca: { path: write('pki/ca.crt', authority.cert), pem: authority.cert },
    server: { cert: write('pki/server.crt', server.cert), key: write('pki/server.key', server.key) },
    serviceAccount: {
      privateKey: write('pki/service-account.key', keys.privateKey),
      publicKey: write('pki/service-account.pub', keys.publicKey),
    },
    tokenReview: write('token-review.json', JSON.stringify(webhook(tokenReviewUrl))),
    auditPolicy: write('audit-policy.json', JSON.stringify(AUDIT_POLICY)),
    kubeconfig: kubeconfigs,
    admin,
    kubelet: authority.issue({ name: 'kubelet', hosts: ['127.0.0.1'] }),
    kubeletClient: {
      cert: write('pki/kubelet-client.crt', kubeletClient.cert),
      key: write('pki/kubelet-client.key', kubeletClient.key),
    },
  };
}

/** A kubeconfig for a user with a certificate, as JSON, which is YAML too. */
function kubeconfig(endpoint: string, ca: string, user: Certified): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'sandbox', cluster: { server: `https://${endpoint}`, 'certificate-authority-data': base64(ca) } },
    ],
    users: [
      { name: 'sandbox', user: { 'client-certificate-data': base64(user.cert), 'client-key-data': base64(user.key) } },
    ],
    contexts: [{ name: 'sandbox', context: { cluster: 'sandbox', user: 'sandbox' } }],
    'current-context': 'sandbox',
  });
}

function webhook(server: string): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'emulator', cluster: { server } }],
    users: [{ name: 'api-server', user: {} }],
    contexts: [{ name: 'webhook', context: { cluster: 'emulator', user: 'api-server' } }],
    'current-context': 'webhook',
  };
}

// Records who did what to which object, without bodies. The cluster's own components are excluded.
const AUDIT_POLICY = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [
    {
      level: 'None',
      users: ['system:apiserver', 'system:kube-controller-manager', 'system:kube-scheduler', 'sandbox:kwok'],
    },
    { level: 'None', userGroups: ['system:serviceaccounts:kube-system'] },
    { level: 'None', nonResourceURLs: ['/healthz*', '/readyz*', '/livez*', '/version', '/openapi/*', '/api*'] },
    { level: 'Metadata' },
  ],
};
