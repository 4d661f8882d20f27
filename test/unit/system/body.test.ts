import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readBody } from '../../../src/system/body.js';

const MiB = 1024 * 1024;

describe('the body of an answer', () => {
  let server: Server;
  let url: string;
  let sent = 0;
  beforeAll(async () => {
    const part = Buffer.alloc(64 * 1024, 'x');
    server = createServer((request, response) => {
      const query = new URL(request.url ?? '/', 'http://server').searchParams;
      const size = Number(query.get('size'));
      if (query.has('announced')) response.setHeader('content-length', size);
      sent = 0;
      const more = (): void => {
        while (sent < size && !response.destroyed) {
          sent += part.length;
          if (!response.write(part)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test('is read whole up to the limit', async () => {
    expect(await readBody(await fetch(`${url}?size=${MiB}`), MiB)).toHaveLength(MiB);
    expect(await readBody(await fetch(`${url}?size=${MiB}&announced`), MiB)).toHaveLength(MiB);
    expect(await readBody(new Response(null), MiB)).toHaveLength(0);
  });

  test.each(['', '&announced'])('is not read past the limit, whether its size is announced or not%s', async (more) => {
    const answer = await fetch(`${url}?size=${512 * MiB}${more}`);
    await expect(readBody(answer, MiB)).rejects.toMatchObject({
      name: 'ToolError',
      message: 'the file is larger than 1 MiB',
    });
    // What the server has sent by now lies in the buffers of the two ends.
    expect(sent).toBeLessThan(64 * MiB);
  });
});
