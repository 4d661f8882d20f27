import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../sandbox/src/paths.js';
import { type HubEnvironment, leftIn, startHubEnvironment } from '../support/e2e/hub-environment.js';

let environment: HubEnvironment;
beforeAll(async () => {
  environment = await startHubEnvironment();
}, 300_000);
afterAll(() => environment?.stop());

const SLOW = 240_000;

/** Notes about locks go to a folder of this test: another sandbox on this machine has a state of the same name. */
const ownNotes = (): NodeJS.ProcessEnv => ({ RUNNER_TOOL_CACHE: join(environment.sandbox.dir, 'tool-cache') });

/** Starts an apply and sends a signal as soon as a line of its output matches. */
function applyUntil(line: RegExp, signal: NodeJS.Signals): Promise<{ hit: boolean; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [repoPath('dist/index.js'), 'apply'], {
      cwd: environment.repository,
      env: { ...process.env, ...environment.sandbox.envAs('apply'), ...ownNotes(), RUNNER_TEMP: environment.temp },
    });
    let text = '';
    let hit = false;
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      if (hit || !line.test(text)) return;
      hit = true;
      // When a runner dies, everything dies with it, including terraform and helm. Our program is killed first: it must not see
      // its children die and clean up after them.
      if (signal === 'SIGKILL') for (const pid of descendants(child.pid ?? 0)) kill(pid, signal);
      else child.kill(signal);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => resolve({ hit, text }));
  });
}

/** A process and all below it, from /proc. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // ended meanwhile
    }
  }
  const below = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ended meanwhile
  }
}

/** Starts a plan and sends a signal as soon as its terraform runs. */
function stopPlan(signal: NodeJS.Signals): Promise<{ code: number | null; text: string; terraforms: number[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [repoPath('dist/index.js'), 'plan'], {
      cwd: environment.repository,
      env: { ...process.env, ...environment.sandbox.envAs('plan'), ...ownNotes(), RUNNER_TEMP: environment.temp },
    });
    let text = '';
    let terraforms: number[] = [];
    const look = setInterval(() => {
      terraforms = descendants(child.pid ?? 0).filter((pid) => folderOf(pid).includes('/terraform-'));
      if (terraforms.length === 0) return;
      clearInterval(look);
      child.kill(signal);
    }, 5);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += String(chunk)));
    child.on('close', (code) => {
      clearInterval(look);
      resolve({ code, text, terraforms });
    });
  });
}

/** Working folder of a process; empty when it has ended. */
function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

describe.each(['SIGTERM', 'SIGINT'] as const)('a plan that is stopped by %s', (signal) => {
  test(
    'ends cleanly: terraform has ended, no temp folder is left, a message is printed',
    async () => {
      const { code, text, terraforms } = await stopPlan(signal);
      expect(terraforms).not.toEqual([]);
      expect(terraforms.filter((pid) => folderOf(pid) !== '')).toEqual([]);
      expect(text).toContain(`${signal}: stopping`);
      expect(text).toMatch(/error: .*(was stopped|Stopped by)/);
      expect(code).toBe(1);
      expect(leftIn(environment.temp)).toEqual([]);
    },
    SLOW,
  );
});

describe('an interrupted apply', () => {
  const moments: readonly (readonly [string, RegExp])[] = [
    ['while the network is made', /google_compute_network\.platform\[0\]: creating/],
    ['while the cluster is made', /google_container_cluster\.autopilot\[0\]: creating/],
    ['while the address is made', /google_compute_global_address\.hub: creating/],
    ['while the companion is installed', /Release research-companion/],
    ['while the hub is installed', /Release research \(helm\)/],
    ['while it waits for the hub', /waiting for hub/],
    ['when the hub knows its load balancer', /now knows its load balancer/],
  ];
  for (const [when, line] of moments) {
    test(
      `is killed ${when}`,
      async () => {
        const { hit, text } = await applyUntil(line, 'SIGKILL');
        if (!hit) throw new Error(`the apply never said ${String(line)}:\n${text}`);
        for (const name of readdirSync(environment.temp))
          rmSync(join(environment.temp, name), { recursive: true, force: true });
      },
      SLOW,
    );
  }

  test(
    'is completed by the next apply, after which nothing is left to do',
    async () => {
      const repaired = await environment.gke('apply', 'apply', { env: ownNotes() });
      expect(repaired.text).toMatch(/The hub is at/);
      expect(repaired.code).toBe(0);
      const plan = await environment.gke('plan', 'plan');
      expect(plan.text).toContain('No change: platform, hub and people are as the files say.');
      expect(leftIn(environment.temp)).toEqual([]);
    },
    SLOW,
  );

  test(
    'by SIGTERM ends cleanly: no temp folder and no lock are left, a message is printed',
    async () => {
      const good = environment.read('jupyterhub.yaml');
      environment.write('jupyterhub.yaml', `${good}platform: {deletionProtection: false}\n`);
      const { hit, text } = await applyUntil(/Platform \(terraform\)/, 'SIGTERM');
      expect({ hit, text }).toMatchObject({ hit: true, text: expect.stringContaining('SIGTERM: stopping') });
      expect(leftIn(environment.temp)).toEqual([]);
      const next = await environment.gke('apply', 'apply', { env: ownNotes() });
      expect(next.text).not.toContain('is removed'); // of a lock that was left
      expect(next.code).toBe(0);
    },
    SLOW,
  );
});
