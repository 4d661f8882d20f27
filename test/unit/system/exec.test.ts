import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { ask, run } from '../../../src/system/exec.js';

const node = (script: string, ...args: string[]): [string, string[]] => [
  process.execPath,
  ['-e', script, '--', ...args],
];

afterEach(() => {
  jest.useRealTimers();
});

describe('a program', () => {
  test('gets its arguments as they are, whatever a shell would make of them', async () => {
    const args = ['a b', '$(touch x)', '`id`', ';', '"', "'", '*', '', '\n'];
    const { code, stdout } = await run(...node('process.stdout.write(JSON.stringify(process.argv.slice(1)))', ...args));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(args);
  });

  test('gets the environment and the input that it was given, and nothing else', async () => {
    const script = 'process.stdin.pipe(process.stdout); process.stderr.write(Object.keys(process.env).join())';
    const result = await run(...node(script), { env: { ONLY: 'this' }, input: 'from the parent' });
    expect(result).toMatchObject({ stdout: 'from the parent', stderr: 'ONLY' });
  });

  test('that fails tells its code, and is no exception', async () => {
    const result = await run(...node('console.error("no"); process.exitCode = 3'));
    expect(result).toEqual({ code: 3, stdout: '', stderr: 'no\n', timedOut: false });
  });

  test('that does not read its input ends all the same', async () => {
    const { code } = await run(...node(''), { input: 'x'.repeat(2 ** 20) });
    expect(code).toBe(0);
  });

  test('that is not there is named', async () => {
    await expect(run('/no/such/program', [])).rejects.toThrow('/no/such/program could not be started');
  });

  test('may say a lot: 20 MB arrive whole, and split characters too', async () => {
    const { stdout } = await run(...node('for (let i = 0; i < 20; i += 1) process.stdout.write("ä".repeat(2 ** 19))'));
    expect(stdout.length).toBe(20 * 2 ** 19);
    expect(stdout).not.toContain('\ufffd');
  });

  test('is ended where it says more than is wanted', async () => {
    // Not a loop of node: one that never returns to its event loop sends nothing more once the pipe is full.
    const result = await run('yes', [], { maxOutput: 100_000 });
    expect(result).toMatchObject({ code: null, tooLong: true, timedOut: false });
    expect(result.stdout.length).toBeLessThanOrEqual(100_000);
    expect(await run(...node('process.stdout.write("xyz")'), { maxOutput: 3 })).toEqual({
      code: 0,
      stdout: 'xyz',
      stderr: '',
      timedOut: false,
    });
  });

  test('is heard line by line, the last one without its end too', async () => {
    const [out, err]: [string[], string[]] = [[], []];
    await run(...node('process.stdout.write("a\\nb\\n\\nc"); process.stderr.write("x\\n")'), {
      onStdout: (line) => out.push(line),
      onStderr: (line) => err.push(line),
    });
    expect(out).toEqual(['a', 'b', '', 'c']);
    expect(err).toEqual(['x']);
  });
});

describe('a short program that is asked', () => {
  test('gives its output, whatever its path looks like, and prints nothing here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exec "test" '));
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const program = join(folder, "it's a program");
      writeFileSync(program, '#!/bin/sh\necho "$1|$ONLY|$(cat)"\n');
      chmodSync(program, 0o755);
      expect(await ask(program, ['a "b" $c'], { ONLY: 'this', PATH: process.env.PATH })).toBe('a "b" $c|this|\n');
      expect(write).not.toHaveBeenCalled();
    } finally {
      write.mockRestore();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('gives nothing where it fails or is not there', async () => {
    const env = { PATH: process.env.PATH };
    expect(await ask(process.execPath, ['-e', 'console.log("x"); process.exitCode = 3'], env)).toBeUndefined();
    expect(await ask('/no/such/program', [], env)).toBeUndefined();
  });
});

describe('a program that goes on', () => {
  test('gets SIGTERM at its limit', async () => {
    const result = await run(...node('setInterval(() => {}, 1000)'), { timeout: 200 });
    expect(result).toMatchObject({ code: null, timedOut: true });
  });

  test('gets SIGINT when the run is interrupted, and may clean up', async () => {
    const abort = new AbortController();
    const script =
      'process.on("SIGINT", () => { console.log("unlocked"); process.exit(1); }); console.log("ready"); setInterval(() => {}, 1000)';
    const result = await run(...node(script), {
      signal: abort.signal,
      onStdout: (line) => line === 'ready' && abort.abort(),
    });
    expect(result).toMatchObject({ code: 1, stdout: 'ready\nunlocked\n', timedOut: false });
  });

  test('does not outlive a run that was interrupted before it began', async () => {
    const { code } = await run(...node('setInterval(() => {}, 1000)'), { signal: AbortSignal.abort() });
    expect(code).toBeNull();
  });

  test('is killed with all that it started when it does not heed its limit', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    // The grandchild keeps the pipe open: the shell's own end would not end the wait.
    const result = run(
      'sh',
      ['-c', 'trap "" TERM; (trap "" TERM; while :; do sleep 1; done) & echo ready; wait; wait'],
      {
        timeout: 1000,
        onStdout: () => jest.advanceTimersByTime(1000 + 10_000),
      },
    );
    expect(await result).toMatchObject({ code: null, timedOut: true });
  });
});
