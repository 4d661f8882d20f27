import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { GitHubApi } from '../../../src/github/api/client.js';

type Reply = (request: IncomingMessage, response: ServerResponse) => void;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(reply: Reply): Promise<string> {
  const server = createServer(reply).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const api = (url: string): GitHubApi => {
  const needs = { action: 'do it', permissions: '{}', otherwise: '' };
  return new GitHubApi({ apiUrl: url, graphqlUrl: `${url}/graphql` }, 'ghs_x', needs, { sleep: async () => {} });
};
const answer =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"message":"no"}');
  };

test.each<[string, 'GET' | 'POST' | 'PATCH', Reply, number]>([
  ['a read is repeated after a 502', 'GET', answer(502), 5],
  ['a read is repeated after a lost connection', 'GET', (request) => request.socket.destroy(), 5],
  ['a POST is not repeated after a 502', 'POST', answer(502), 1],
  ['a POST is not repeated after a lost connection', 'POST', (request) => request.socket.destroy(), 1],
  ['a PATCH is not repeated after a 502', 'PATCH', answer(502), 1],
  ['a POST that met a limit did nothing and is repeated', 'POST', answer(429, { 'retry-after': '1' }), 5],
  ['a refusal is not repeated', 'GET', answer(404), 1],
  ['a limit of an hour is not waited out', 'GET', answer(429, { 'retry-after': '3600' }), 1],
])('%s', async (_, method, reply, calls) => {
  let count = 0;
  const url = await serve((request, response) => {
    count += 1;
    reply(request, response);
  });
  await expect(api(url).call(method, '/x', method === 'GET' ? undefined : {})).rejects.toThrow();
  expect(count).toBe(calls);
});

test('the token is not sent to the storage of a file, nor to a page on another host', async () => {
  const seen: (string | undefined)[] = [];
  const storage = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end('zip');
  });
  const github = await serve((request, response) => {
    const headers = {
      location: `${storage}/file`,
      link: `<${storage}/page>; rel="next"`,
      'content-type': 'application/json',
    };
    response.writeHead(request.url === '/zip' ? 302 : 200, headers).end('[]');
  });
  expect(String(await api(github).download('/zip'))).toBe('zip');
  expect(seen).toEqual([undefined]);
  await expect(api(github).list('/pages', 5)).rejects.toThrow('another host');
  await expect(api(github).call('GET', '/zip')).rejects.toThrow('another name');
  expect(seen).toEqual([undefined]);
});
