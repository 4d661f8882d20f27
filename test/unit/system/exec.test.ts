import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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

describe('run', () => {
  test('a program gets its arguments unchanged, because no shell reads them', async () => {
    const args = ['a b', '$(touch x)', '`id`', ';', '"', "'", '*', '', '\n'];
    const { code, stdout } = await run(...node('process.stdout.write(JSON.stringify(process.argv.slice(1)))', ...args));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(args);
  });

  test('a program gets the given environment and input and nothing else', async () => {
    const script = 'process.stdin.pipe(process.stdout); process.stderr.write(Object.keys(process.env).join())';
    const result = await run(...node(script), { env: { ONLY: 'this' }, input: 'from the parent' });
    expect(result).toMatchObject({ stdout: 'from the parent', stderr: 'ONLY' });
  });

  test('a program that is given no folder does not start in the checkout', async () => {
    const [program, args] = node('process.stdout.write(process.cwd())');
    expect((await run(program, args)).stdout).toBe('/');
    expect((await run(program, args, { cwd: tmpdir() })).stdout).toBe(realpathSync(tmpdir()));
    expect(await ask(program, args, {})).toBe('/');
  });

  test('a program that fails gives its exit code and throws nothing', async () => {
    const result = await run(...node('console.error("no"); process.exitCode = 3'));
    expect(result).toEqual({ code: 3, stdout: '', stderr: 'no\n', timedOut: false });
  });

  test('a program may end before it has read its input', async () => {
    const { code } = await run(...node(''), { input: 'x'.repeat(2 ** 20) });
    expect(code).toBe(0);
  });

  test('a missing program is named', async () => {
    await expect(run('/no/such/program', [])).rejects.toThrow('/no/such/program could not be started');
  });

  test('output of 20 MB arrives whole, with characters that were split between two chunks', async () => {
    const { stdout } = await run(...node('for (let i = 0; i < 20; i += 1) process.stdout.write("ä".repeat(2 ** 19))'));
    expect(stdout.length).toBe(20 * 2 ** 19);
    expect(stdout).not.toContain('\ufffd');
  });

  test('a program is ended when it passes the limit of its output', async () => {
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

  test('output is passed on line by line, the last line without its end too', async () => {
    const [out, err]: [string[], string[]] = [[], []];
    await run(...node('process.stdout.write("a\\nb\\n\\nc"); process.stderr.write("x\\n")'), {
      onStdout: (line) => out.push(line),
      onStderr: (line) => err.push(line),
    });
    expect(out).toEqual(['a', 'b', '', 'c']);
    expect(err).toEqual(['x']);
  });
});

describe('ask', () => {
  test('a short program gives its output whatever its path looks like, and prints nothing here', async () => {
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

  test('a short program that fails or is missing gives undefined', async () => {
    const env = { PATH: process.env.PATH };
    expect(await ask(process.execPath, ['-e', 'console.log("x"); process.exitCode = 3'], env)).toBeUndefined();
    expect(await ask('/no/such/program', [], env)).toBeUndefined();
  });
});

describe('interruption', () => {
  test('a program gets SIGTERM at its time limit', async () => {
    const result = await run(...node('setInterval(() => {}, 1000)'), { timeout: 200 });
    expect(result).toMatchObject({ code: null, timedOut: true });
  });

  test('a program gets SIGINT when the run is interrupted, and may clean up', async () => {
    const abort = new AbortController();
    const script =
      'process.on("SIGINT", () => { console.log("unlocked"); process.exit(1); }); console.log("ready"); setInterval(() => {}, 1000)';
    const result = await run(...node(script), {
      signal: abort.signal,
      onStdout: (line) => line === 'ready' && abort.abort(),
    });
    expect(result).toMatchObject({ code: 1, stdout: 'ready\nunlocked\n', timedOut: false });
  });

  test('a program does not outlive a run that was interrupted before it began', async () => {
    const { code } = await run(...node('setInterval(() => {}, 1000)'), { signal: AbortSignal.abort() });
    expect(code).toBeNull();
  });

  test('a program that ignores its time limit is killed with all its children', async () => {
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
