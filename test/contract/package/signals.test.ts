import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ensureTools } from '../../../sandbox/src/tools/toolbox.js';
import { type Rig, rig } from '../../support/google.js';
import { CONFIG } from '../../support/hub-cloud.js';

const BUNDLE = repoPath('dist/index.js');
let folder: string;
let at: Rig;

beforeEach(async () => {
  at = await rig();
  await at.enable('cloudresourcemanager', 'compute', 'container', 'iap');
  folder = mkdtempSync(join(tmpdir(), 'signals-'));
  writeFileSync(join(folder, 'jupyterhub.yaml'), CONFIG);
  writeFileSync(join(folder, 'users.yaml'), 'users: [{email: ada@acme.dev, admin: true}]\n');
});
afterEach(async () => {
  await at.emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a run in order and leaves no temp folder',
  async (signal) => {
    at.emulator.faults.add({ method: 'cloudresourcemanager.projects.get', delayMs: 1000 });
    const temp = mkdtempSync(join(folder, 'temp-'));
    // Without helm the run would download it first.
    const tools = await ensureTools(['helm'], { log: () => {} });
    const path = `${dirname(tools.path('helm'))}:${process.env.PATH}`;
    const token = at.emulator.identities.token('operator@acme.dev');
    const env = {
      PATH: path,
      HOME: process.env.HOME,
      ...at.emulator.env(),
      GOOGLE_OAUTH_ACCESS_TOKEN: token,
      RUNNER_TEMP: temp,
    };
    const child = spawn(process.execPath, [BUNDLE, 'plan'], { cwd: folder, env });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // Made right before the first call.
    while (child.exitCode === null && readdirSync(temp).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    expect(await ended).toBe(1);
    expect(text).toContain(`${signal}: stopping`);
    expect(text).toContain('Run the same command again');
    expect(readdirSync(temp)).toEqual([]);
  },
  30_000,
);

test('a reader that ends early does not end the run', () => {
  // The reader is gone long before the first line.
  const line = 'set -o pipefail; { "$0" "$1" validate; echo "code $?" >&2; } | { exec 0<&-; sleep 2; }';
  const { stderr } = spawnSync('bash', ['-c', line, process.execPath, BUNDLE], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toContain('code 0');
  expect(stderr).not.toContain('EPIPE');
});

test('a full disk behind the output is said without a stack, and the run fails', () => {
  const line = '"$0" "$1" validate >/dev/full';
  const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, BUNDLE], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, 'error: The output could not be written (ENOSPC).\n']);
});

test('a folder that was deleted is said without a stack', () => {
  const line = 'cd "$2" && rmdir "$2" && "$0" "$1" validate';
  const gone = mkdtempSync(join(tmpdir(), 'gone-'));
  const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, BUNDLE, gone], { encoding: 'utf8' });
  expect([status, stderr.split('\n')[0]]).toEqual([1, 'error: The current folder no longer exists']);
});
