import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../sandbox/src/google/emulator.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { makeIdentities, makeProject } from '../../sandbox/src/project.js';
import { type Provider, realProviderAvailable, startProvider } from '../../sandbox/src/provider/provider.js';
import type { HubConfig, JsonObject } from '../../src/config/model.js';
import type { Cluster } from '../../src/config/platform/node-pool.js';
import { run } from '../../src/system/exec.js';
import { onPath } from '../../src/system/tools.js';
import { type RootPlan, TerraformRoot } from '../../src/terraform/root.js';
import type { Patience } from '../../src/terraform/silence.js';
import { type RootName, terraformVariables } from '../../src/terraform/variables.js';
import { hubConfig } from './hub-config.js';

/** Path of terraform or OpenTofu; undefined where neither is installed. */
export const PROGRAM = onPath('terraform', process.env) ?? onPath('tofu', process.env);

const AUTOPILOT: Cluster = { mode: 'autopilot' };

/** The quick start's configuration with its cluster protected or not. */
export function configWith(deletionProtection: boolean, cluster = AUTOPILOT): HubConfig {
  return hubConfig(
    {},
    { platform: { name: 'research', from: undefined, zones: undefined, cluster, deletionProtection } },
  );
}

/** How to open a root; by default it is the one of today, for the identity that applies, with the stand-in provider. */
export interface OpenOptions {
  readonly who?: string;
  readonly isProtected?: boolean;
  /** By default Autopilot. */
  readonly cluster?: Cluster;
  /** The real google provider in place of the stand-in. */
  readonly isReal?: boolean;
  readonly rootsDir?: string;
  readonly variables?: JsonObject;
  readonly providerLock?: string;
  readonly patience?: Patience;
  readonly say?: (line: string) => void;
}

/** Google's APIs, the stand-in for the google provider and the identities of a project, for tests that run the roots. */
export interface TerraformGround {
  readonly dir: string;
  readonly emulator: Emulator;
  readonly people: Awaited<ReturnType<typeof makeProject>>;
  open(name: RootName, options?: OpenOptions): TerraformRoot;
  /** Environment of a terraform that the test runs itself. */
  environment(options?: Pick<OpenOptions, 'who' | 'isReal'>): NodeJS.ProcessEnv;
  /** Calls since `from` that changed something at Google, of the journal's entries. */
  writes(from: number): string[];
  /** Runs the one-time setup again, as an operator does after a destroy, which deletes the account of the nodes. */
  setUpAgain(): void;
  stop(): Promise<void>;
}

export async function startTerraformGround(): Promise<TerraformGround> {
  const dir = mkdtempSync(join(tmpdir(), 'terraform-test-'));
  const emulator = await startEmulator({ project: 'acme-research', projectNumber: '123456789012', log: () => {} });
  const provider: Provider = await startProvider({ log: console.log, env: {} });
  const people = await makeProject(emulator, configWith(true), () => {});
  const environment: TerraformGround['environment'] = ({ who = people.apply, isReal = false } = {}) => ({
    ...process.env,
    ...emulator.env(),
    GOOGLE_OAUTH_ACCESS_TOKEN: emulator.identities.token(who),
    GOOGLE_UNIVERSE_DOMAIN: 'emulator.invalid',
    JUPYTERHUB_GKE_POLL_INTERVAL: '1s',
    JUPYTERHUB_GKE_CACHE: join(dir, 'cache'),
    ...(isReal ? {} : { TF_REATTACH_PROVIDERS: provider.reattach }),
  });
  return {
    dir,
    emulator,
    people,
    environment,
    open(name, options = {}) {
      const config = configWith(options.isProtected ?? true, options.cluster);
      const env = environment(options);
      return new TerraformRoot({
        redact: (text) => text,
        name,
        config,
        variables: options.variables ?? terraformVariables(config, env)[name],
        program: PROGRAM ?? 'terraform',
        env,
        tempDir: dir,
        rootsDir: options.rootsDir ?? repoPath('terraform'),
        providerLock: options.providerLock,
        run,
        say: options.say ?? (() => {}),
        patience: options.patience,
      });
    },
    writes: (from) =>
      emulator.journal.slice(from).flatMap((entry) => (entry.write ? [`${entry.http} ${entry.path}`] : [])),
    setUpAgain: () => {
      makeIdentities(emulator, configWith(true));
    },
    async stop() {
      await provider.stop();
      await emulator.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Plans with the lock, and applies where there is something to do. */
export async function planAndApply(root: TerraformRoot, destroy = false): Promise<RootPlan> {
  const plan = await root.plan({ stateExists: true, lock: true, destroy });
  if (plan.hasChanges) await root.apply(plan.planFile);
  return plan;
}

/** Why a test cannot run with this provider here; undefined where it can. */
export async function missingFor(isReal: boolean): Promise<string | undefined> {
  if (PROGRAM === undefined) return 'neither terraform nor tofu is in PATH';
  if (!isReal || (await realProviderAvailable(PROGRAM, process.env))) return undefined;
  return 'hashicorp/google cannot be installed here';
}
