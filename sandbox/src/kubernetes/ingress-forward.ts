import { type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Where a request goes: a pod's address. */
export interface Target {
  readonly address: string;
  readonly port: number;
}

/** Headers of one hop, which a proxy does not pass on. */
const HOP = new Set(
  'connection keep-alive proxy-authenticate proxy-connection te trailer transfer-encoding upgrade'.split(' '),
);

/** Headers as they go to the pod: those of the client without the hop's own and without `drop`, and what the load balancer adds. */
export function passedOn(
  incoming: IncomingMessage,
  add: Readonly<Record<string, string>> = {},
  drop: (name: string) => boolean = () => false,
): OutgoingHttpHeaders {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && !HOP.has(name) && !drop(name)) headers[name] = value;
  }
  const client = incoming.socket.remoteAddress ?? '127.0.0.1';
  const before = headers['x-forwarded-for'];
  return {
    ...headers,
    'x-forwarded-for': before === undefined ? client : `${String(before)}, ${client}`,
    'x-forwarded-proto': 'http',
    via: '1.1 google',
    ...add,
  };
}

/** Answers a request itself, as the load balancer does where no backend can. */
export function answer(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
}

/** Refuses an upgrade on its raw connection. */
export function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  const reason = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 502: 'Bad Gateway' }[status] ?? 'Error';
  const head = `HTTP/1.1 ${status} ${reason}\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n`;
  socket.end(head + text);
}

/** Hands a request to a pod and its answer back. */
export function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  target: Target,
  headers: OutgoingHttpHeaders,
): void {
  const out = request({
    host: target.address,
    port: target.port,
    method: incoming.method,
    path: incoming.url,
    headers,
    agent: false,
  });
  out.on('response', (answered) => {
    const kept = Object.fromEntries(Object.entries(answered.headers).filter(([name]) => !HOP.has(name)));
    response.writeHead(answered.statusCode ?? 502, kept);
    answered.pipe(response);
    answered.on('error', () => response.destroy());
  });
  out.on('error', () => {
    if (response.headersSent) response.destroy();
    else answer(response, 502, 'The server could not be reached. Please try again in 30 seconds.\n');
  });
  response.on('close', () => out.destroy());
  incoming.pipe(out);
}

/** Hands an upgrade (a websocket) to a pod and joins the two connections; both end after `limitSeconds`, as at the load balancer. */
export function forwardUpgrade(
  incoming: IncomingMessage,
  client: Duplex,
  head: Buffer,
  {
    target,
    headers,
    limitSeconds,
  }: { readonly target: Target; readonly headers: OutgoingHttpHeaders; readonly limitSeconds: number },
): void {
  const out = request({
    host: target.address,
    port: target.port,
    method: incoming.method,
    path: incoming.url,
    headers: { ...headers, connection: 'Upgrade', upgrade: incoming.headers.upgrade ?? 'websocket' },
    agent: false,
  });
  client.on('error', () => out.destroy());
  client.on('close', () => out.destroy());
  out.on('error', () => refuseUpgrade(client, 502, 'The server could not be reached.\n'));
  out.on('response', (answered) => {
    client.write(`${statusLine(answered)}connection: close\r\n\r\n`);
    answered.pipe(client);
    answered.on('error', () => client.destroy());
  });
  out.on('upgrade', (answered, server, rest) => {
    client.write(`${statusLine(answered, true)}\r\n`);
    if (rest.length > 0) client.write(rest);
    if (head.length > 0) server.write(head);
    const limit = setTimeout(() => client.destroy(), Math.min(limitSeconds, 86_400) * 1000).unref();
    const end = (): void => {
      clearTimeout(limit);
      server.destroy();
      client.destroy();
    };
    for (const side of [server, client]) side.on('error', end).on('close', end);
    server.pipe(client).pipe(server);
  });
  out.end();
}

function statusLine(answered: IncomingMessage, upgraded = false): string {
  const lines = [`HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}`];
  for (let index = 0; index + 1 < answered.rawHeaders.length; index += 2) {
    const name = answered.rawHeaders[index] ?? '';
    const hop = HOP.has(name.toLowerCase());
    if (!hop || upgraded) lines.push(`${name}: ${answered.rawHeaders[index + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}
