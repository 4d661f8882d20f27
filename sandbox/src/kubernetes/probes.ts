import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Container, Probe } from './pod-types.js';

/** Result of one probe. */
export interface ProbeResult {
  readonly ok: boolean;
  readonly message: string;
}

/** Target of a probe. */
export interface ProbeTarget {
  readonly podIP: string;
  readonly container: Container;
  /** Runs a command in the container; resolves to its exit code. Absent where that is not possible. */
  exec?(command: readonly string[], timeoutMs: number): Promise<number>;
}

/** Number of a port that may be given by name. */
export function portNumber(port: number | string, container: Container): number | undefined {
  if (typeof port === 'number') return port;
  const named = container.ports?.find((entry) => entry.name === port)?.containerPort;
  return named ?? (/^\d+$/.test(port) ? Number(port) : undefined);
}

/** Probes once like a kubelet: HTTP status 200 to 399, an accepted connection, or exit code 0 is success. */
export async function askOnce(probe: Probe, target: ProbeTarget): Promise<ProbeResult> {
  const limit = (probe.timeoutSeconds ?? 1) * 1000;
  try {
    if (probe.httpGet !== undefined) return await askHttp(probe.httpGet, target, limit);
    if (probe.tcpSocket !== undefined) return await askTcp(probe.tcpSocket.port, target, limit);
    if (probe.exec !== undefined && target.exec !== undefined) {
      const code = await target.exec(probe.exec.command ?? [], limit);
      return { ok: code === 0, message: `command exited with ${code}` };
    }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  return { ok: true, message: 'a kind of probe that the sandbox does not ask' };
}

function askHttp(get: NonNullable<Probe['httpGet']>, target: ProbeTarget, limit: number): Promise<ProbeResult> {
  const port = portNumber(get.port, target.container);
  if (port === undefined) return Promise.resolve({ ok: false, message: `no port named ${get.port}` });
  const secure = get.scheme === 'HTTPS';
  const headers = Object.fromEntries((get.httpHeaders ?? []).map(({ name, value }) => [name, value]));
  return new Promise((resolve, reject) => {
    const ask = secure ? httpsRequest : httpRequest;
    const request = ask({
      host: get.host ?? target.podIP,
      port,
      path: get.path ?? '/',
      headers: { 'user-agent': 'kube-probe/sandbox', ...headers },
      agent: false,
      ...(secure ? { rejectUnauthorized: false } : {}), // a kubelet does not check certificates of probes either
    });
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${limit} ms`)), limit);
    request
      .on('response', (response) => {
        clearTimeout(timer);
        response.resume();
        const status = response.statusCode ?? 0;
        resolve({ ok: status >= 200 && status < 400, message: `HTTP probe got status ${status}` });
      })
      .on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      })
      .end();
  });
}

function askTcp(named: number | string, target: ProbeTarget, limit: number): Promise<ProbeResult> {
  const port = portNumber(named, target.container);
  if (port === undefined) return Promise.resolve({ ok: false, message: `no port named ${named}` });
  return new Promise((resolve, reject) => {
    const socket = connect({ host: target.podIP, port, timeout: limit });
    socket
      .on('connect', () => {
        socket.destroy();
        resolve({ ok: true, message: 'connected' });
      })
      .on('timeout', () => socket.destroy(new Error(`no connection within ${limit} ms`)))
      .on('error', reject);
  });
}
