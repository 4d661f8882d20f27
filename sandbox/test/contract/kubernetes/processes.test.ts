import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../../../../test/support/kubernetes.js';
import { GUARD, startProcess } from '../../../src/kubernetes/processes.js';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'processes-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a started program and its children end when they are stopped', async () => {
  const logFile = join(dir, 'guarded.log');
  const args = ['-c', 'sleep 301 & echo up; wait'];
  const guarded = startProcess({ name: 'guarded', program: '/bin/sh', args, logFile });
  await until(() => guarded.tail().includes('up'));
  await guarded.stop();
  await until(() => inGroup(guarded.pid).length === 0); // its last `sleep 0.1` ends by itself
});

test('a started program ends when its parent is killed, even if it ignores signals', async () => {
  const program = "trap '' TERM; echo $$; sleep 302 & wait; sleep 303";
  const parent = `const { spawn } = require('node:child_process');
    const [guard, program] = process.argv.slice(1);
    const stdio = ['pipe', 'inherit', 'inherit'];
    console.log('guard ' + spawn('/bin/sh', ['-c', guard, 'guard', '/bin/sh', '-c', program], { stdio, detached: true }).pid);`;
  const killed = spawn(process.execPath, ['-e', parent, GUARD, program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  killed.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await until(() => said.split('\n').length === 3);
  // The program and the one that started it write at the same time, so that either line may be the first.
  const group = Number(/guard (\d+)/.exec(said)?.[1]);
  const members = inGroup(group).length;
  killed.kill('SIGKILL');
  expect(members).toBeGreaterThan(1);
  await until(() => inGroup(group).length === 0);
}, 20_000);

function inGroup(group: number): string[] {
  const lines = execFileSync('ps', ['-eo', 'pgid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.trim().startsWith(`${group} `));
}
