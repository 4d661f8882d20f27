import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { addressOf } from '../../../src/change/change.js';
import { guardData } from '../../../src/change/guard.js';
import type { JsonObject } from '../../../src/config/model.js';
import { run } from '../../../src/system/exec.js';
import { terraformEnvironment } from '../../../src/terraform/cli.js';
import { type RootName, terraformVariables } from '../../../src/terraform/variables.js';
import { setUpAsBefore } from '../../support/old-setup.js';
import {
  configWith,
  missingFor,
  PROGRAM,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const LIMIT = 300_000;
const ROOTS = ['platform', 'hub'] as const;
/** Roots and states of version 0.1.0. */
const OLD = repoPath('test/fixtures/terraform/9c7c6cc');
const PROVIDERS: [string, boolean][] = [
  ['the stand-in for the provider', false],
  ['the real provider', true],
];

/** Addresses that are new since version 0.1.0, by the old ones. */
const MOVES: Readonly<Record<RootName, Readonly<Record<string, string>>>> = {
  platform: {
    'google_container_cluster.platform': 'google_container_cluster.autopilot[0]',
    'google_compute_network.platform': 'google_compute_network.platform[0]',
    'google_compute_subnetwork.nodes': 'google_compute_subnetwork.nodes[0]',
    'google_compute_router.platform': 'google_compute_router.platform[0]',
    'google_compute_router_nat.platform': 'google_compute_router_nat.platform[0]',
    'google_project_iam_member.nodes': 'google_project_iam_member.nodes["roles/container.defaultNodeServiceAccount"]',
  },
  hub: {},
};

/** What version 0.1.0 wrote to `config.auto.tfvars.json`. */
function oldVariables(name: RootName): JsonObject {
  const { services, labels, ...more } = terraformVariables(configWith(true), {})[name];
  const common = { universe_domain: 'emulator.invalid', poll_interval: '1s' };
  const config = { name: 'research', project: 'acme-research', services: services ?? [] };
  if (name === 'hub') return { ...common, config };
  const network = { nodes: '10.0.0.0/20', pods: '10.4.0.0/14', services: '10.8.0.0/20' };
  const platform = { region: 'us-central1', node_account: 'research-nodes', deletion_protection: true, network };
  expect(more).toHaveProperty('node_account.id', platform.node_account);
  return { ...common, config: { ...config, ...platform, labels: labels ?? {} } };
}

interface PlannedChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly change: { readonly actions: readonly string[] };
}

let ground: TerraformGround;
beforeAll(async () => {
  ground = await startTerraformGround();
  await setUpAsBefore(ground.emulator, 'acme-research', 'research');
});
afterAll(() => ground.stop());

/** Plans a root of today over the stored state, without asking Google. */
async function planOverStoredState(name: RootName, isReal: boolean): Promise<PlannedChange[]> {
  const cwd = mkdtempSync(join(ground.dir, 'stored-'));
  for (const file of readdirSync(repoPath('terraform', name)).filter((each) => each.endsWith('.tf')))
    copyFileSync(repoPath('terraform', name, file), join(cwd, file));
  const folders = { data: join(cwd, '.terraform'), plugins: join(ground.dir, 'plugins') };
  mkdirSync(folders.plugins, { recursive: true });
  const env = terraformEnvironment(ground.environment({ isReal }), folders, () => {});
  writeFileSync(join(cwd, 'backend_override.tf'), 'terraform {\n  backend "local" {}\n}\n');
  writeFileSync(join(cwd, 'config.auto.tfvars.json'), JSON.stringify(terraformVariables(configWith(true), env)[name]));
  const host = basename(PROGRAM ?? '') === 'tofu' ? 'registry.opentofu.org' : 'registry.terraform.io';
  const state = readFileSync(join(OLD, name, 'state.json'), 'utf8').replaceAll('registry.terraform.io', host);
  writeFileSync(join(cwd, 'terraform.tfstate'), state);
  const terraform = async (...args: string[]): Promise<string> => {
    const result = await run(PROGRAM ?? 'terraform', args, { cwd, env, timeout: 120_000 });
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    return result.stdout;
  };
  await terraform('init', '-input=false', '-no-color');
  await terraform('plan', '-input=false', '-no-color', '-refresh=false', '-out=plan');
  const plan = JSON.parse(await terraform('show', '-json', 'plan')) as {
    readonly resource_changes: PlannedChange[];
    readonly output_changes: Readonly<Record<string, PlannedChange['change']>>;
  };
  expect(
    Object.values(plan.output_changes)
      .flatMap(({ actions }) => actions)
      .filter((action) => action !== 'no-op'),
  ).toEqual([]);
  return plan.resource_changes;
}

/** What version 0.1.0 left open, and a cluster takes while it runs: rights that nobody should give, and labels of pods on the bill. */
const CLUSTER = 'google_container_cluster.autopilot[0]';

/** Applies the roots of version 0.1.0, then those of today, which change the cluster in place and nothing else at Google. */
async function upgrade(isReal: boolean): Promise<void> {
  for (const name of ROOTS) {
    await planAndApply(ground.open(name, { isReal, rootsDir: OLD, variables: oldVariables(name) }));
    const before = ground.emulator.journal.length;
    const upgraded = await planAndApply(ground.open(name, { isReal }));
    const changes = upgraded.changes.map((change) => `${change.action} ${addressOf(change)}`);
    expect(changes).toEqual(name === 'platform' ? [`update ${CLUSTER}`] : []);
    expect(upgraded.hasChanges).toBe(name === 'platform');
    const again = await ground.open(name, { isReal }).plan({ stateExists: true, lock: false });
    expect({ changes: again.changes, hasChanges: again.hasChanges }).toEqual({ changes: [], hasChanges: false });
    const writes = ground.writes(before).filter((call) => !call.includes('/b/acme-research-tfstate/'));
    const cluster = 'PUT /container/v1/projects/acme-research/locations/us-central1/clusters/research';
    expect(writes.map((call) => call.replace(/[?].*/, ''))).toEqual(name === 'platform' ? [cluster, cluster] : []);
  }
}

async function destroy(name: RootName): Promise<void> {
  await planAndApply(ground.open(name, { isProtected: false }));
  await planAndApply(ground.open(name, { isProtected: false }), true);
}

describe('a platform and a hub of version 0.1.0', () => {
  test.each(PROVIDERS.flatMap((each) => ROOTS.map((name) => [name, ...each] as const)))(
    'have a stored state that the root of today takes over by moves, and changes the cluster in place at most: %s with %s',
    async (name, provider, isReal) => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED stored state with ${provider}: ${missing}`);
      const changes = await planOverStoredState(name, isReal);
      const { resources } = JSON.parse(readFileSync(join(OLD, name, 'state.json'), 'utf8')) as {
        resources: { instances: unknown[] }[];
      };
      expect(changes.length).toBe(resources.flatMap(({ instances }) => instances).length);
      const changed = changes.filter(({ change }) => change.actions.join() !== 'no-op');
      expect(changed.map(({ address, change }) => `${change.actions.join()} ${address}`)).toEqual(
        name === 'platform' ? [`update ${CLUSTER}`] : [],
      );
      const moved = changes.flatMap(({ address, previous_address: old }) =>
        old === undefined ? [] : [[old, address]],
      );
      expect(Object.fromEntries(moved)).toEqual(MOVES[name]);
    },
    LIMIT,
  );

  test(
    'are upgraded in place and destroyed by the roots of today, with the stand-in for the provider',
    async () => {
      const missing = await missingFor(false);
      if (missing !== undefined) return console.log(`SKIPPED upgrade: ${missing}`);
      await upgrade(false);
      for (const name of ['hub', 'platform'] as const) await destroy(name);
    },
    LIMIT,
  );

  test(
    'would be deleted and made anew by a root that forgets a move, which the guard refuses',
    async () => {
      const missing = await missingFor(false);
      if (missing !== undefined) return console.log(`SKIPPED forgotten move: ${missing}`);
      const rootsDir = mkdtempSync(join(ground.dir, 'forgetful-'));
      mkdirSync(join(rootsDir, 'platform'));
      for (const file of readdirSync(repoPath('terraform/platform')).filter((each) => /(?<!moved)\.tf$/.test(each)))
        copyFileSync(repoPath('terraform/platform', file), join(rootsDir, 'platform', file));
      await planAndApply(ground.open('platform', { rootsDir: OLD, variables: oldVariables('platform') }));
      const { changes } = await ground.open('platform', { rootsDir }).plan({ stateExists: true, lock: false });
      const all = changes.map((change) => `${change.action} ${addressOf(change)}`);
      expect(all).toContain('create google_container_cluster.autopilot[0]');
      expect(all).toContain('delete google_container_cluster.platform');
      expect(() => guardData({ hub: 'research', changes })).toThrow('google_container_cluster.platform');
      await destroy('platform');
    },
    LIMIT,
  );

  test(
    'are upgraded in place, with the real provider',
    async () => {
      const missing = await missingFor(true);
      if (missing !== undefined) return console.log(`SKIPPED upgrade, real: ${missing}`);
      await upgrade(true);
    },
    LIMIT,
  );
});
