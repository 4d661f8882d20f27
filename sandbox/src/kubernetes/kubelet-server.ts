import { type FileHandle, open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the API server reaches the node agent, and by which certificates both know each other. */
export interface KubeletEndpoint {
  readonly port: number;
  /** PEM of the agent's certificate and its key. */
  readonly cert: string;
  readonly key: string;
  /** PEM of the authority that must have signed the caller's certificate. */
  readonly ca: string;
}

/** Settings of a read of a container's log, as `kubectl logs` sends them. */
interface LogQuery {
  /** Last lines; undefined: all. */
  readonly tail: number | undefined;
  readonly limit: number | undefined;
  readonly follow: boolean;
}

const CONTAINER = /^\/containerLogs\/([a-z0-9.-]+)\/([a-z0-9.-]+)\/([a-z0-9.-]+)$/;
const FOLLOW_EVERY = 200;

/** File with all that a container has written, in all its runs. */
export function containerLog(dir: string, namespace: string, pod: string, container: string): string {
  return join(dir, 'logs', `${namespace}_${pod}_${container}.log`);
}

/**
 * Serves what the API server asks of a kubelet: logs. `exec` and `port-forward` speak SPDY, for which there is no kept
 * library, so they are refused in words.
 */
export async function startKubeletServer(dir: string, endpoint: KubeletEndpoint): Promise<{ stop(): Promise<void> }> {
  const { port, cert, key, ca } = endpoint;
  const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://kubelet');
    const [, namespace, pod, container] = CONTAINER.exec(pathname) ?? [];
    if (request.method !== 'GET' || namespace === undefined || pod === undefined || container === undefined) {
      refuse(
        response,
        501,
        'The sandbox serves no exec, attach or port-forward: its pods are processes of this machine.',
      );
      return;
    }
    const refused = ['previous', 'timestamps', 'sinceSeconds', 'sinceTime'].find((name) => isSet(searchParams, name));
    if (refused !== undefined) {
      refuse(
        response,
        400,
        `The sandbox keeps one log for all runs of a container, without times: ask without ${refused}.`,
      );
      return;
    }
    const query = {
      tail: numberOf(searchParams, 'tailLines'),
      limit: numberOf(searchParams, 'limitBytes'),
      follow: isSet(searchParams, 'follow'),
    };
    sendLog(containerLog(dir, namespace, pod, container), query, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { stop: () => close(server) };
}

async function sendLog(path: string, { tail, limit, follow }: LogQuery, response: ServerResponse): Promise<void> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch {
    // A container that has not started, or one that is only a stand-in, has written nothing.
    response.end();
    return;
  }
  try {
    const text = await file.readFile();
    response.write(text.subarray(tail === undefined ? 0 : startOfTail(text, tail)).subarray(0, limit));
    let at = text.length;
    while (follow && !response.destroyed) {
      const { buffer, bytesRead } = await file.read({ position: at });
      if (bytesRead > 0) response.write(buffer.subarray(0, bytesRead));
      else await sleep(FOLLOW_EVERY);
      at += bytesRead;
    }
    response.end();
  } finally {
    await file.close();
  }
}

/** Offset of the last `count` lines. */
function startOfTail(text: Buffer, count: number): number {
  if (count === 0) return text.length;
  let at = text.length - 1;
  for (let left = count; left > 0 && at > 0; left -= 1) at = text.lastIndexOf('\n', at - 1);
  return at <= 0 ? 0 : at + 1;
}

function isSet(query: URLSearchParams, name: string): boolean {
  return !['', 'false', null].includes(query.get(name));
}

function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(message);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
