import { describe, expect, test } from '@jest/globals';
import { type Effect, type HttpMethod, jsonOf, request, UnreachableError } from '../../../src/cloud/http.js';
import { ToolError } from '../../../src/errors.js';
import { type Answer, refusedConnection, stub } from '../../support/answers.js';

const url = new URL('https://api.example/v1/things?secret=1');
const OPTIONS = { token: async () => 'ya29.t', peer: 'api.example', hint: 'Check the network.' };

const lost = (code = 'ECONNRESET'): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('hang up'), { code }) });
const late = Object.assign(new Error('The operation was aborted due to timeout'), { name: 'TimeoutError' });

async function attempts(
  call: { readonly method: HttpMethod; readonly effect?: Effect },
  answer: Answer,
): Promise<number> {
  const server = stub(answer);
  await request({ url, ...call }, { ...OPTIONS, ...server }).catch(() => {});
  return server.seen.length;
}

// What went wrong, and how often a call is sent where it changes nothing, does the same again, or would do it twice.
const TABLE: readonly (readonly [string, Answer, Record<Effect, number>])[] = [
  ['a refused connection', refusedConnection(), { none: 5, same: 5, twice: 5 }],
  ['a name that is not found', lost('ENOTFOUND'), { none: 5, same: 5, twice: 5 }],
  ['a connection that takes too long', lost('UND_ERR_CONNECT_TIMEOUT'), { none: 5, same: 5, twice: 5 }],
  ['a connection that breaks off', lost(), { none: 5, same: 5, twice: 1 }],
  ['no answer in time', late, { none: 5, same: 5, twice: 1 }],
  ['HTTP 429', { status: 429 }, { none: 5, same: 5, twice: 5 }],
  ['HTTP 408', { status: 408 }, { none: 5, same: 5, twice: 1 }],
  ['HTTP 500', { status: 500 }, { none: 5, same: 5, twice: 1 }],
  ['HTTP 502', { status: 502 }, { none: 5, same: 5, twice: 1 }],
  ['HTTP 503', { status: 503 }, { none: 5, same: 5, twice: 1 }],
  ['HTTP 504', { status: 504 }, { none: 5, same: 5, twice: 1 }],
  ['HTTP 501', { status: 501 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 400', { status: 400 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 401', { status: 401 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 403', { status: 403 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 404', { status: 404 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 409', { status: 409 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 412', { status: 412 }, { none: 1, same: 1, twice: 1 }],
  ['HTTP 200', { status: 200 }, { none: 1, same: 1, twice: 1 }],
];

describe('repeats', () => {
  test.each(TABLE)('after %s a call is repeated only where that is safe', async (_, answer, expected) => {
    const sent: Record<Effect, number> = { none: 0, same: 0, twice: 0 };
    for (const effect of ['none', 'same', 'twice'] as const)
      sent[effect] = await attempts({ method: 'POST', effect }, answer);
    expect(sent).toEqual(expected);
  });

  test('the method of a call decides whether it is repeated, unless the caller does', async () => {
    const sent = async (method: HttpMethod): Promise<number> => attempts({ method }, lost());
    expect(await sent('GET')).toBe(5);
    expect(await sent('PUT')).toBe(5);
    expect(await sent('PATCH')).toBe(5);
    expect(await sent('DELETE')).toBe(5);
    expect(await sent('POST')).toBe(1);
  });

  test('a call that waited for its turn is not sent twice when the next answer is lost', async () => {
    const server = stub({ status: 429 }, lost(), { status: 200 });
    const sent = request({ method: 'POST', url }, { ...OPTIONS, ...server });
    await expect(sent).rejects.toMatchObject({ hint: expect.stringContaining('may be done all the same') });
    expect(server.seen).toHaveLength(2);
  });
});

describe('calls without an answer', () => {
  const failed = async (effect: Effect, ...answers: Answer[]): Promise<UnreachableError> => {
    const error: unknown = await request({ method: 'POST', url, effect }, { ...OPTIONS, ...stub(...answers) }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UnreachableError);
    return error as UnreachableError;
  };

  test('a lost call names its peer, the cause, the address without its query, and what to check', async () => {
    expect(await failed('none', lost())).toMatchObject({
      message: 'api.example cannot be reached (hang up)',
      where: 'POST https://api.example/v1/things',
      hint: 'Check the network. Nothing was changed by this call.',
    });
    expect((await failed('none', late)).message).toBe('api.example cannot be reached (no whole answer within 60 s)');
  });

  test('a lost call says that nothing was changed only where that is certain', async () => {
    const nothing = /Nothing was changed by this call\.$/;
    const perhaps = /may be done all the same.* the next run reads what is there/;
    const gateway = { status: 504, body: '' };
    for (const answer of [lost(), late, refusedConnection()])
      expect((await failed('none', answer)).hint).toMatch(nothing);
    for (const effect of ['same', 'twice'] as const) {
      for (const answer of [lost(), late]) expect((await failed(effect, answer)).hint).toMatch(perhaps);
      expect((await failed(effect, refusedConnection())).hint).toMatch(nothing);
    }
    // The last failure is not the one that counts.
    expect((await failed('same', lost(), refusedConnection())).hint).toMatch(perhaps);
    expect((await failed('same', gateway, refusedConnection())).hint).toMatch(perhaps);
  });

  test('an interrupted call ends with the reason of the interruption', async () => {
    const server = stub(lost());
    const signal = AbortSignal.abort(new ToolError('Stopped by SIGINT'));
    await expect(request({ method: 'GET', url }, { ...OPTIONS, ...server, signal })).rejects.toThrow(
      'Stopped by SIGINT',
    );
    expect(server.seen).toHaveLength(1);
  });
});

test('a refusal after an attempt that may have been carried out says so', async () => {
  const answer = await request({ method: 'PUT', url }, { ...OPTIONS, ...stub({ status: 502 }, { status: 403 }) });
  expect(answer).toMatchObject({ status: 403, ok: false, mayBeDone: true });
  const plain = await request({ method: 'PUT', url }, { ...OPTIONS, ...stub({ status: 403 }) });
  expect(plain.mayBeDone).toBe(false);
});

test('pauses grow, and a server may ask for a longer one within a limit', async () => {
  const server = stub(
    { status: 503 },
    { status: 503 },
    { status: 429, headers: { 'retry-after': '3600' } },
    { status: 200 },
  );
  await request({ method: 'GET', url }, { ...OPTIONS, ...server });
  const [first = 0, second = 0, third] = server.pauses;
  expect(first).toBeGreaterThanOrEqual(250);
  expect(first).toBeLessThanOrEqual(750);
  expect(second).toBeGreaterThanOrEqual(500);
  expect(third).toBe(60_000);
});

test('a token is asked for before each attempt, and does not follow a redirect', async () => {
  const tokens = ['a', 'b'];
  const server = stub({ status: 503 }, { status: 200 });
  const modes: unknown[] = [];
  const spy: typeof fetch = (input, init) => {
    modes.push(init?.redirect);
    return server.fetch(input, init);
  };
  await request({ method: 'GET', url }, { ...OPTIONS, ...server, fetch: spy, token: async () => tokens.shift() ?? '' });
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer a', 'Bearer b']);
  expect(modes).toEqual(['error', 'error']);
});

test('an answer that is not JSON says who may have sent it, and what the call may have done', () => {
  const page = '<html>Sign in to this network</html>';
  const read = (method: HttpMethod): unknown => {
    try {
      return jsonOf({ method, url }, { peer: 'api.example' }, page);
    } catch (error) {
      return error;
    }
  };
  expect(read('GET')).toMatchObject({
    message: 'api.example sent an answer that is not JSON',
    where: 'GET https://api.example/v1/things',
    hint: expect.stringMatching(/proxy.*Nothing was changed by this call\.$/),
  });
  expect(read('POST')).toMatchObject({ hint: expect.stringContaining('may be done all the same') });
});
