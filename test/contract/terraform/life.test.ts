import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../sandbox/src/google/emulator.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { makeProject } from '../../../sandbox/src/project.js';
import { type Provider, realProviderAvailable, startProvider } from '../../../sandbox/src/provider/provider.js';
import type { HubConfig } from '../../../src/config/model.js';
import { run } from '../../../src/system/exec.js';
import { onPath } from '../../../src/system/tools.js';
import { LockedError } from '../../../src/terraform/explain.js';
import { openRoot, type RootPlan, type TerraformRoot } from '../../../src/terraform/root.js';
import { type RootName, terraformVariables } from '../../../src/terraform/variables.js';
import { hubConfig } from '../../support/hub-config.js';

const program = onPath('terraform', process.env) ?? onPath('tofu', process.env);
const LIMIT = 300_000;
const OTHERS_LOCK = {
  ID: '7',
  Operation: 'OperationTypeApply',
  Info: '',
  Who: 'runner@elsewhere',
  Version: '1.11.4',
  Created: '2026-11-24T08:00:00Z',
  Path: '',
};

function configWith(deletionProtection: boolean): HubConfig {
  return hubConfig({}, { platform: { name: 'research', from: undefined, deletionProtection } });
}

let dir: string;
let emulator: Emulator;
let provider: Provider;
let people: Awaited<ReturnType<typeof makeProject>>;
let said: string[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'life-test-'));
  emulator = await startEmulator({ project: 'acme-research', projectNumber: '123456789012', log: () => {} });
  provider = await startProvider({ log: console.log, env: {} });
  people = await makeProject(emulator, configWith(true), () => {});
  said = [];
});
afterAll(async () => {
  await provider.stop();
  await emulator.stop();
  rmSync(dir, { recursive: true, force: true });
});

function environment(who: string, real: boolean): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...emulator.env(),
    GOOGLE_OAUTH_ACCESS_TOKEN: emulator.identities.token(who),
    GOOGLE_UNIVERSE_DOMAIN: 'emulator.invalid',
    JUPYTERHUB_GKE_POLL_INTERVAL: '1s',
    JUPYTERHUB_GKE_CACHE: join(dir, 'cache'),
    ...(real ? {} : { TF_REATTACH_PROVIDERS: provider.reattach }),
  };
}

/** Opens a root, does something with it and closes it. */
async function withRoot<T>(
  name: RootName,
  work: (root: TerraformRoot) => Promise<T>,
  options: { who?: string; isProtected?: boolean; real?: boolean } = {},
): Promise<T> {
  const config = configWith(options.isProtected ?? true);
  const env = environment(options.who ?? people.apply, options.real === true);
  const root = openRoot({
    name,
    config,
    variables: terraformVariables(config, env)[name],
    tools: { terraform: { path: program ?? 'terraform' } },
    env,
    tempDir: dir,
    rootsDir: repoPath('terraform'),
    run,
    say: (line) => void said.push(line),
    lockTimeout: '0s',
  });
  try {
    return await work(root);
  } finally {
    root.close();
  }
}

async function planAndApply(root: TerraformRoot, destroy = false): Promise<RootPlan> {
  const plan = await root.plan({ stateExists: true, lock: true, destroy });
  if (plan.hasChanges) await root.apply(plan.planFile);
  return plan;
}

/** Calls that change something, of those since `from`. */
function writes(from: number): string[] {
  return emulator.journal.slice(from).flatMap((entry) => (entry.write ? [`${entry.http} ${entry.path}`] : []));
}

async function storage(method: string, path: string, who: string, body?: string): Promise<void> {
  const url = `${emulator.storageOrigin}${path}`;
  const headers = { authorization: `Bearer ${emulator.identities.token(who)}`, 'content-type': 'application/json' };
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** The life of both roots with the least rights: planned by one identity, applied by another. */
async function life(real: boolean): Promise<void> {
  const planner = { who: people.plan, real };
  const applier = { who: people.apply, real };
  for (const name of ['platform', 'hub'] as const) {
    const before = emulator.journal.length;
    const first = await withRoot(name, (root) => root.plan({ stateExists: false, lock: false }), planner);
    expect(first.changes.every(({ action }) => action === 'create')).toBe(true);
    expect(first.changes.length).toBe(name === 'platform' ? 13 : 1);
    expect(writes(before)).toEqual([]);
    const applied = await withRoot(name, (root) => planAndApply(root), applier);
    expect(applied.changes.length).toBe(first.changes.length);
  }
  for (const name of ['platform', 'hub'] as const) {
    const before = emulator.journal.length;
    const second = await withRoot(name, (root) => root.plan({ stateExists: true, lock: false }), planner);
    expect({ changes: second.changes, hasChanges: second.hasChanges }).toEqual({ changes: [], hasChanges: false });
    expect(writes(before)).toEqual([]);
  }
  const outputs = await withRoot('platform', (root) => root.outputs(), applier);
  expect(outputs).toMatchObject({ cluster: { name: 'research', location: 'us-central1' } });
  await expect(withRoot('platform', (root) => planAndApply(root, true), applier)).rejects.toThrow('protected');
  const off = await withRoot('platform', (root) => planAndApply(root), { ...applier, isProtected: false });
  expect(off.changes).toMatchObject([
    { action: 'update', attributes: [{ name: 'deletion_protection', before: 'true', after: 'false' }] },
  ]);
  for (const name of ['hub', 'platform'] as const) {
    await withRoot(name, (root) => planAndApply(root, true), { ...applier, isProtected: false });
  }
  const gone = await withRoot('platform', (root) => root.plan({ stateExists: true, lock: false }), planner);
  expect(gone.changes.length).toBe(13);
  expect(emulator.violations).toEqual([]);
}

describe('terraform on the emulator', () => {
  test(
    'a platform and a hub live with the stand-in for the provider',
    async () => {
      if (program === undefined) return console.log('SKIPPED life: neither terraform nor tofu is in PATH');
      await life(false);
    },
    LIMIT,
  );

  test(
    'they live the same with the real provider',
    async () => {
      if (program === undefined) return console.log('SKIPPED life, real: neither terraform nor tofu is in PATH');
      if (!(await realProviderAvailable(program, process.env))) {
        return console.log('SKIPPED life, real: hashicorp/google cannot be installed here');
      }
      await life(true);
    },
    LIMIT,
  );

  test(
    'a lock that somebody else holds is named, and broken only by its id',
    async () => {
      if (program === undefined) return console.log('SKIPPED lock: neither terraform nor tofu is in PATH');
      const object = 'jupyterhub/research/hub/default.tflock';
      const upload = `/upload/storage/v1/b/acme-research-tfstate/o?uploadType=media&name=${encodeURIComponent(object)}`;
      await storage('POST', upload, people.operator, JSON.stringify(OTHERS_LOCK));
      const error = await withRoot('hub', (root) => planAndApply(root)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(LockedError);
      const { lock } = error as LockedError;
      expect(lock).toMatchObject({ who: 'runner@elsewhere', created: '2026-11-24 08:00:00 UTC' });
      await withRoot('hub', async (root) => {
        await expect(root.breakLock('99')).rejects.toThrow('Lock 99 is not held');
        await root.breakLock(lock.id);
        await planAndApply(root);
      });
    },
    LIMIT,
  );

  test(
    'a fault of Google ends in one sentence, and the next apply goes on',
    async () => {
      if (program === undefined) return console.log('SKIPPED faults: neither terraform nor tofu is in PATH');
      const message = "Quota 'NETWORKS' exceeded.  Limit: 5.0 globally.";
      emulator.faults.add({ method: 'compute.networks.insert', operation: { code: 'QUOTA_EXCEEDED', message } });
      await expect(withRoot('platform', (root) => planAndApply(root))).rejects.toMatchObject({
        message: 'The quota NETWORKS (5.0) is used up',
        where: 'google_compute_network.platform[0]',
      });
      await expect(withRoot('platform', (root) => planAndApply(root), { who: people.sync })).rejects.toThrow(
        /permission/i,
      );
      await withRoot('platform', (root) => planAndApply(root));
      await withRoot('platform', (root) => planAndApply(root, false), { isProtected: false });
    },
    LIMIT,
  );

  test('leaves nothing in its temp folder', () => {
    expect(readdirSync(dir).filter((name) => name.startsWith('terraform-p') && !name.endsWith('plugins'))).toEqual([]);
  });
});
