import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeClient } from '../../sandbox/src/kubernetes/client.js';
import { type ControlPlane, startControlPlane } from '../../sandbox/src/kubernetes/control-plane.js';
import { ensureTools, type Toolbox } from '../../sandbox/src/tools/toolbox.js';
import { errorMessage } from '../../src/errors.js';

/** A cluster without a kubelet, whose token review knows a few tokens. */
export interface ControlPlaneEnvironment {
  readonly dir: string;
  readonly plane: ControlPlane;
  /** Ids of its processes. */
  readonly pids: readonly string[];
  /** Takes a token back. */
  forget(token: string): void;
  clientOf(token: string): KubeClient;
  stop(): Promise<void>;
}

// The groups are what the roles in IAM come to.
const PEOPLE: Record<string, readonly string[]> = {
  'owner-token': ['iam:roles/owner'],
  'viewer-token': ['iam:roles/container.viewer'],
  'nobody-token': [],
  // Rights that a test gives them by their names, such as sync-token@acme.dev.
  'sync-token': [],
  'homes-token': [],
};

/** Starts one, or says why it cannot be started here. */
export async function startControlPlaneEnvironment(): Promise<ControlPlaneEnvironment | string> {
  let tools: Toolbox;
  try {
    const names = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const;
    tools = await ensureTools(names, { log: console.log });
  } catch (error) {
    return errorMessage(error);
  }
  const dir = mkdtempSync(join(tmpdir(), 'control-plane-'));
  const known = new Map(Object.entries(PEOPLE));
  const review = await startReview(known);
  const plane = await startControlPlane({
    dir,
    tools,
    tokenReviewUrl: review.url,
    region: 'europe-west4',
    cluster: 'demo',
    log: () => {},
  });
  return {
    dir,
    plane,
    pids: processesOf(dir),
    forget: (token) => void known.delete(token),
    clientOf: (token) => new KubeClient({ url: `https://${plane.endpoint}`, ca: plane.caPem, token }),
    async stop() {
      await plane.stop();
      review.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The webhook that tells the API server whose token it was given, and in which groups they are. */
async function startReview(
  known: ReadonlyMap<string, readonly string[]>,
): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { token } = JSON.parse(body).spec as { token: string };
      const user = { username: `${token}@acme.dev`, groups: known.get(token) };
      const status = known.has(token) ? { authenticated: true, user } : { authenticated: false };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', status }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/review`, stop: () => void server.close() };
}

/** Waits until something is so; fails after 10 s. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 200; left > 0; left--) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen within 10 s');
}

/** Ids of the processes whose command line has a text. */
export function processesOf(text: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(text) && !line.includes('jest'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}
