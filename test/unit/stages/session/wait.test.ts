import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type WaitOptions, waitFor } from '../../../../src/stages/session/wait.js';

const lines: string[] = [];
const options = (more: Partial<WaitOptions> = {}): WaitOptions => ({
  what: 'the load balancer',
  limit: 60,
  hint: 'Look at the events.',
  interval: 5,
  say: (line) => void lines.push(line),
  signal: new AbortController().signal,
  ...more,
});
const never = async (): Promise<undefined> => undefined;

afterEach(() => {
  lines.length = 0;
  jest.restoreAllMocks();
});

describe('waiting', () => {
  test('ends with the first answer, also one that is false or zero', async () => {
    let asked = 0;
    expect(await waitFor(options(), async () => (asked++ < 2 ? undefined : 'here'))).toBe('here');
    expect(asked).toBe(3);
    expect(await waitFor(options(), async () => 0)).toBe(0);
    expect(lines).toEqual([]);
  });

  test('asks once even where no time is left', async () => {
    expect(await waitFor(options({ limit: 0 }), async () => true)).toBe(true);
    await expect(waitFor(options({ limit: 0 }), never)).rejects.toThrow('Timed out after 0 s');
  });

  test('gives up at its limit, and says where and what to do', async () => {
    await expect(waitFor(options({ where: 'Ingress ns/jupyterhub' }), never)).rejects.toMatchObject({
      message: expect.stringContaining('waiting for the load balancer'),
      where: 'Ingress ns/jupyterhub',
      hint: 'Look at the events.',
    });
  });

  test('says every 15 s that it goes on, in seconds, then in minutes', async () => {
    let now = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    const look = async (): Promise<undefined> => {
      now += 5000;
      return undefined;
    };
    await expect(waitFor(options({ limit: 150_000, interval: 0 }), look)).rejects.toThrow('Timed out after 3 min');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('  still waiting for the load balancer (15 s of at most 3 min)');
    expect(lines.at(-1)).toBe('  still waiting for the load balancer (2 min of at most 3 min)');
  });

  test('ends when the run is interrupted, before or meanwhile', async () => {
    await expect(waitFor(options({ signal: AbortSignal.abort() }), never)).rejects.toMatchObject({
      name: 'AbortError',
    });
    const abort = new AbortController();
    const waiting = waitFor(options({ signal: abort.signal, limit: 600_000, interval: 60_000 }), async () => {
      setTimeout(() => abort.abort(new Error('interrupted')), 10);
      return undefined;
    });
    await expect(waiting).rejects.toThrow('interrupted');
  });

  test('does not hide a failure of the question', async () => {
    const look = async (): Promise<undefined> => {
      throw new Error('forbidden');
    };
    await expect(waitFor(options(), look)).rejects.toThrow('forbidden');
  });
});
