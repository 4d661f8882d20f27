import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy on the loopback interface that knows some names, none of which exists outside of it. */
export interface LoopbackProxy {
  readonly url: string;
  /** Hosts that were asked for, in order. */
  readonly seen: string[];
  stop(): Promise<void>;
}

/**
 * Starts a proxy for tunnels (CONNECT) and for plain requests.
 * @param routes loopback port behind each name
 */
export async function startProxy(routes: Readonly<Record<string, number>>): Promise<LoopbackProxy> {
  const seen: string[] = [];
  const portOf = (host: string): number | undefined => {
    seen.push(host);
    return routes[host];
  };
  const server = createServer((incoming, response) => {
    const { hostname, pathname, search } = new URL(incoming.url ?? '');
    const port = portOf(hostname);
    if (port === undefined) return void response.writeHead(502).end();
    const options = { port, path: pathname + search, method: incoming.method, headers: incoming.headers };
    const forwarded = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(forwarded);
  });
  server.on('connect', ({ url = '' }, client, head) => {
    const port = portOf(url.replace(/:\d+$/, ''));
    if (port === undefined) return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
