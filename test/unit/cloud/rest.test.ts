import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { endpointOf } from '../../../src/cloud/endpoints.js';
import { GoogleApiError, GoogleClient } from '../../../src/cloud/rest.js';
import { ToolError } from '../../../src/errors.js';
import { type Answer, refusedConnection, stub } from '../../support/answers.js';

const GET = { service: 'compute', path: 'projects/p/global/backendServices/b' } as const;

function client(...answers: Answer[]) {
  const server = stub(...answers);
  const google = new GoogleClient({ token: async () => 'ya29.t', env: {}, fetch: server.fetch, sleep: server.sleep });
  return { google, ...server };
}

const google = (message: string, more: object = {}): object => ({ error: { message, ...more } });

async function failure(...answers: Answer[]): Promise<ToolError> {
  const error: unknown = await client(...answers)
    .google.call(GET)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ToolError);
  return error as ToolError;
}

describe('calls', () => {
  test('a call goes to its service with a bearer token, query and body', async () => {
    const { google, seen } = client({ status: 200, body: { id: '1' } });
    const request = {
      service: 'iap',
      method: 'POST',
      path: 'a:setIamPolicy',
      query: { x: 'a&b' },
      body: { policy: {} },
    } as const;
    expect(await google.call(request)).toEqual({ id: '1' });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: 'https://iap.googleapis.com/v1/a:setIamPolicy?x=a%26b',
        headers: { authorization: 'Bearer ya29.t', accept: 'application/json', 'content-type': 'application/json' },
        body: { policy: {} },
      },
    ]);
  });

  test.each([
    ['GET', 'Nothing was changed by this call.'],
    ['POST', 'may be done all the same'],
  ] as const)('a %s call that gets the page of a proxy says so', async (method, done) => {
    const { google, seen } = client({ status: 200, body: '<html>Sign in to this network</html>' });
    const error: unknown = await google.call({ ...GET, method }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({
      message: 'compute.googleapis.com sent an answer that is not JSON',
      hint: expect.stringContaining(done),
    });
    expect(seen).toHaveLength(1);
  });

  test('a call gives up after four more attempts, or after as many as the caller allows', async () => {
    const { google, seen } = client({ status: 503, body: google503 });
    await expect(google.call(GET)).rejects.toThrow('busy');
    expect(seen).toHaveLength(5);
    await expect(google.call({ ...GET, retries: 0 })).rejects.toThrow('busy');
    expect(seen).toHaveLength(6);
  });

  test('a call that met another writer is repeated where the caller allows it', async () => {
    const aborted = { status: 409, body: google('busy', { status: 'ABORTED' }) };
    const again = client(aborted, { status: 200, body: { ok: true } });
    expect(await again.google.call({ ...GET, method: 'POST', retryAborted: true })).toEqual({ ok: true });
    expect(again.seen).toHaveLength(2);
    await expect(client(aborted).google.call({ ...GET, method: 'POST' })).rejects.toMatchObject({ status: 409 });
  });

  test('a busy or failing API says when to run again and what may be done', async () => {
    const hintOf = async (method: 'GET' | 'PUT', status: number): Promise<unknown> =>
      client({ status })
        .google.call({ ...GET, method, retries: 0 })
        .catch((error: unknown) => (error as ToolError).hint);
    expect(await hintOf('GET', 429)).toBe('Run again in some minutes. Nothing was changed by this call.');
    expect(await hintOf('PUT', 503)).toMatch(/^Run again in some minutes\. .* may be done all the same/);
  });

  test('get takes 404 for an answer, and no other refusal', async () => {
    expect(await client({ status: 404 }).google.get(GET)).toBeUndefined();
    await expect(client({ status: 403 }).google.get(GET)).rejects.toBeInstanceOf(GoogleApiError);
  });
});

const google503 = google('busy', { status: 'UNAVAILABLE' });

describe('failures', () => {
  test('a disabled API is named', async () => {
    const details = [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'SERVICE_DISABLED',
        metadata: { service: 'compute.googleapis.com' },
      },
    ];
    for (const more of [{ details }, { errors: [{ reason: 'accessNotConfigured' }] }]) {
      const error = await failure({ status: 403, body: google('long text', more) });
      expect(error.message).toBe('The API compute.googleapis.com is not enabled in this project');
      expect(error.hint).toContain('gcloud services enable compute.googleapis.com');
      expect(error).toMatchObject({ reason: 'SERVICE_DISABLED' });
    }
  });

  test('a missing permission and rejected credentials have different hints', async () => {
    const missing = await failure({ status: 403, body: google('Required compute.get') });
    expect(missing.message).toContain('Required compute.get');
    expect(missing.hint).toContain('SETUP.md');
    const expired = await failure({ status: 401, body: google('Invalid token') });
    expect(expired.hint).toContain('Sign in again');
    for (const error of [missing, expired]) {
      expect(error.where).toBe(`GET compute.googleapis.com/compute/v1/${GET.path}`);
      expect(JSON.stringify({ ...error, message: error.message })).not.toContain('ya29');
    }
  });

  test('a refusal is named by its status where its body says nothing', async () => {
    for (const body of ['', '<html>', 'null', '[]', '{"error": null}', '{"error": {"message": {}}}']) {
      expect((await failure({ status: 400, body })).message).toBe('compute.googleapis.com refuses the call (HTTP 400)');
    }
    expect((await failure({ status: 400, body: { error: 'invalid_grant' } })).message).toBe('invalid_grant');
    expect((await failure({ status: 400, body: [google('in a list')] })).message).toBe('in a list');
  });

  test('a network failure names host and cause', async () => {
    const error = await failure(refusedConnection());
    expect(error.message).toBe('compute.googleapis.com cannot be reached (connect ECONNREFUSED 127.0.0.1:1)');
    expect(error.hint).toContain('proxy');
  });

  test('an answer that breaks off counts as a network failure', async () => {
    let calls = 0;
    const server = createServer((_, response) => {
      calls += 1;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"done": ', () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const env = { GOOGLE_COMPUTE_CUSTOM_ENDPOINT: `http://127.0.0.1:${port}/` };
      const google = new GoogleClient({ token: async () => 'ya29.t', env, sleep: async () => {} });
      await expect(google.call({ ...GET, method: 'DELETE', retries: 1 })).rejects.toMatchObject({
        message: expect.stringMatching(/^127\.0\.0\.1:\d+ cannot be reached \(.+\)$/),
        hint: expect.stringContaining('may be done all the same'),
      });
      expect(calls).toBe(2);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('missing credentials do not count as a network failure', async () => {
    const server = stub({ status: 200 });
    const token = async (): Promise<string> => {
      throw new ToolError('No Google credentials can be used here', { hint: 'sign in' });
    };
    const google = new GoogleClient({ token, env: {}, ...server });
    await expect(google.call(GET)).rejects.toMatchObject({
      message: 'No Google credentials can be used here',
      hint: 'sign in',
    });
    expect(server.pauses).toEqual([]);
  });
});

test("an endpoint is Google's unless the environment overrides it", () => {
  expect(endpointOf('iap', {})).toBe('https://iap.googleapis.com/v1/');
  expect(endpointOf('iap', { GOOGLE_IAP_CUSTOM_ENDPOINT: 'http://127.0.0.1:1/iap/v1' })).toBe(
    'http://127.0.0.1:1/iap/v1/',
  );
  expect(endpointOf('iap', { GOOGLE_IAP_CUSTOM_ENDPOINT: '' })).toBe('https://iap.googleapis.com/v1/');
});
