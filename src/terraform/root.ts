import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Change } from '../change/change.js';
import { endpointOf } from '../cloud/endpoints.js';
import type { HubConfig, JsonObject } from '../config/model.js';
import { errorMessage, ToolError } from '../errors.js';
import type { Run } from '../system/exec.js';
import { cacheFolder } from '../system/tools.js';
import { checkAdoption, importBlocks } from './adopt.js';
import { runTerraform, type TerraformCli, type TerraformEvent, terraformEnvironment } from './cli.js';
import { ExistsError, explainTerraform, LockedError } from './explain.js';
import { clearLockNote, earlierLockNote, isLeftOver, needsRepair, noteLock, noteRepair, repaired } from './lock.js';
import { type PlanJson, planChanges } from './plan.js';
import { progress } from './progress.js';
import { type RootName, statePrefix } from './variables.js';

/** What a root needs to be opened. */
export interface RootOptions {
  readonly name: RootName;
  readonly config: HubConfig;
  /** Content of `config.auto.tfvars.json`, from `terraformVariables(config, env)[name]`. */
  readonly variables: JsonObject;
  /** The program to use, as `findTerraform` gives it. */
  readonly tools: { readonly terraform: { readonly path: string } };
  /** Environment with the credentials that terraform and its backend use (GOOGLE_OAUTH_ACCESS_TOKEN or the usual ones). */
  readonly env: NodeJS.ProcessEnv;
  /** Folder of this process, removed by its owner; the root makes folders of its own in it. */
  readonly tempDir: string;
  /** The folder that holds `platform/` and `hub/`. */
  readonly rootsDir: string;
  readonly run: Run;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
  /** How long an operation that changes waits for a held lock; `10s` when absent. */
  readonly lockTimeout?: string;
}

/** How to plan. */
export interface PlanOptions {
  /** Whether the state object exists in the bucket, which was asked just now: the bucket can be reached. */
  readonly stateExists: boolean;
  /**
   * True for a plan that is to be applied: it takes the lock and needs to write the bucket. False for a plan that is
   * only looked at: it writes nothing, and where no state exists yet it asks the bucket for nothing.
   */
  readonly lock: boolean;
  readonly destroy?: boolean;
}

/** What a plan found. */
export interface RootPlan {
  readonly changes: Change[];
  /** Decoded `terraform show -json`; it may hold secrets and must not be printed. */
  readonly json: PlanJson;
  readonly planFile: string;
  /** False when applying would do nothing at all, not even to outputs. */
  readonly hasChanges: boolean;
}

/** One terraform root with its state, in a temporary folder of its own. */
export interface TerraformRoot {
  plan(options: PlanOptions): Promise<RootPlan>;
  /** Applies a plan made with `lock: true`. Says one line per resource. */
  apply(planFile: string): Promise<void>;
  /** Values of the outputs that the state holds; empty before the first apply. */
  outputs(): Promise<Record<string, unknown>>;
  /** Removes the lock with this id (`--break-lock`). Throws when another lock is held. */
  breakLock(id: string): Promise<void>;
  /** Removes the temporary folder; state in the bucket is not touched. */
  close(): void;
}

/** Terraform's storage client tries a server that does not answer for ever: found out here in seconds. */
async function checkReachable(url: string, state: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(15_000) }); // without credentials: any answer will do
      return;
    } catch (cause) {
      if (attempt === 3) {
        const why = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
        throw new ToolError(`${new URL(url).host} cannot be reached (${errorMessage(why)})`, {
          where: state,
          hint: 'Check the network of this machine (proxy, firewall, DNS), then run again. Nothing was changed.',
          cause,
        });
      }
    }
    await sleep(500 * attempt);
  }
}

/** Opens a root: copies its files, writes its variables, and initialises it at the first use. */
export function openRoot(options: RootOptions): TerraformRoot {
  const { name, config, say } = options;
  const dir = mkdtempSync(join(resolve(options.tempDir), `terraform-${name}-`));
  const plugins = join(resolve(options.tempDir), 'terraform-plugins');
  mkdirSync(plugins, { recursive: true });
  const source = join(options.rootsDir, name);
  for (const file of readdirSync(source)) if (file.endsWith('.tf')) copyFileSync(join(source, file), join(dir, file));
  writeFileSync(join(dir, 'config.auto.tfvars.json'), JSON.stringify(options.variables), { mode: 0o600 });

  const prefix = statePrefix(config, name);
  const state = `gs://${config.state.bucket}/${prefix}`;
  const cli: TerraformCli = {
    program: options.tools.terraform.path,
    cwd: dir,
    env: terraformEnvironment(options.env, { data: join(dir, '.terraform'), plugins }, say),
    run: options.run,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  const marks = join(cacheFolder(options.env), 'runs');
  const lockTimeout = `-lock-timeout=${options.lockTimeout ?? '10s'}`;
  let backend: 'gcs' | 'local' | undefined;
  let lastPlan: RootPlan | undefined;

  async function terraform(
    doing: string,
    args: readonly string[],
    settings: { good?: readonly number[]; onEvent?: (event: TerraformEvent) => void; mayHaveChanged?: boolean } = {},
  ) {
    const result = await runTerraform(cli, args, settings.onEvent);
    if (result.code !== null && (settings.good ?? [0]).includes(result.code)) return result;
    const context = {
      doing: `terraform ${doing} of the ${name}`,
      state,
      mayHaveChanged: settings.mayHaveChanged === true,
    };
    if (options.signal?.aborted) {
      throw new ToolError(`${context.doing} was stopped`, {
        where: state,
        hint: context.mayHaveChanged
          ? 'What was made until then is in the state; run apply again to go on.'
          : 'Nothing was changed.',
      });
    }
    throw explainTerraform(result.diagnostics, context);
  }

  async function initialise(wanted: 'gcs' | 'local'): Promise<void> {
    if (backend === wanted) return;
    const override = join(dir, 'backend_override.tf');
    if (wanted === 'local') {
      writeFileSync(override, 'terraform {\n  backend "local" {\n    path = "nothing-yet.tfstate"\n  }\n}\n');
    } else {
      rmSync(override, { force: true });
    }
    const settings =
      wanted === 'local' ? [] : [`-backend-config=bucket=${config.state.bucket}`, `-backend-config=prefix=${prefix}`];
    // -reconfigure: the local backend of a first plan held nothing that could be moved.
    const args = ['init', '-input=false', '-no-color', '-reconfigure', ...settings];
    await oneAtATime(plugins, () => terraform('init', args));
    backend = wanted;
  }

  /** For what is asked without a plan before it, with which the bucket has answered. */
  async function openState(): Promise<void> {
    if (backend === 'gcs') return;
    await checkReachable(`${endpointOf('storage', options.env)}b/${config.state.bucket}`, state);
    await initialise('gcs');
  }

  /** Runs something that takes the lock; the lock of an own killed run is removed once, any other ends in a LockedError. */
  async function locking<T>(action: () => Promise<T>): Promise<T> {
    const earlier = earlierLockNote(marks, state);
    noteLock(marks, state, dir);
    try {
      const result = await action().catch(async (error: unknown) => {
        if (!(error instanceof LockedError) || !isLeftOver(error.lock, earlier)) throw error;
        say(`  the lock of a run that was killed here (${error.lock.who}, ${error.lock.created}) is removed`);
        await forceUnlock(error.lock.id);
        return action();
      });
      clearLockNote(marks, state);
      return result;
    } catch (error) {
      // Somebody else's lock: the mark of before is still needed to recognise it once its owner is dead.
      clearLockNote(marks, state, error instanceof LockedError ? earlier : undefined);
      throw error;
    }
  }

  async function forceUnlock(id: string): Promise<void> {
    try {
      await terraform('force-unlock', ['force-unlock', '-force', id]);
    } catch (cause) {
      if (!/Error 412|conditionNotMet|object doesn't exist|LocalState/i.test(errorMessage(cause))) throw cause;
      throw new ToolError(`Lock ${id} is not held`, {
        where: state,
        hint: 'Run again without --break-lock: if there is a lock, the message names it.',
        cause,
      });
    }
    noteRepair(marks, state);
  }

  async function plan({ stateExists, lock, destroy }: PlanOptions): Promise<RootPlan> {
    await initialise(lock || stateExists ? 'gcs' : 'local');
    const planFile = join(dir, 'plan.tfplan');
    const args = ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${planFile}`];
    const flags = [...(destroy === true ? ['-destroy'] : []), ...(lock ? [lockTimeout] : ['-lock=false'])];
    const planned = (): Promise<{ code: number | null }> => terraform('plan', [...args, ...flags], { good: [0, 2] });
    const { code } = lock ? await locking(planned) : await planned();
    const shown = await terraform('show', ['show', '-json', planFile]);
    const json = JSON.parse(shown.stdout) as PlanJson;
    lastPlan = { changes: planChanges(json), json, planFile, hasChanges: code === 2 };
    return lastPlan;
  }

  async function applyOnce(planFile: string): Promise<void> {
    const args = ['apply', '-json', '-input=false', lockTimeout, planFile];
    await locking(() => terraform('apply', args, { onEvent: progress(say), mayHaveChanged: true }));
  }

  /** Applies; after a killed run, takes what exists already into the state and goes on with the rest of the same plan. */
  async function applyOrRepair(planFile: string): Promise<void> {
    const reviewed = lastPlan;
    const adopted = new Set<string>();
    let file = planFile;
    for (;;) {
      try {
        return await applyOnce(file);
      } catch (error) {
        if (!needsRepair(marks, state) || !reviewed || !(error instanceof ExistsError)) throw error;
        const found = error.addresses.filter((address) => !adopted.has(address));
        for (const address of found) adopted.add(address);
        const blocks = found.length === 0 ? undefined : importBlocks(reviewed.json, [...adopted]);
        if (blocks === undefined) throw error;
        say(`  made by the killed run, taken into the state: ${found.join(', ')}`);
        writeFileSync(join(dir, 'adopt.tf.json'), blocks);
        const next = await plan({ stateExists: true, lock: true });
        checkAdoption(reviewed.changes, next.changes, adopted);
        file = next.planFile;
      }
    }
  }

  return {
    plan,

    async apply(planFile) {
      if (backend !== 'gcs') {
        throw new ToolError(`The plan of the ${name} was made only to be looked at; it cannot be applied`, {
          where: state,
          hint: 'Plan with a lock first.',
        });
      }
      try {
        await applyOrRepair(planFile);
        repaired(marks, state);
      } finally {
        rmSync(join(dir, 'adopt.tf.json'), { force: true });
      }
    },

    async outputs() {
      await openState();
      const { stdout } = await terraform('output', ['output', '-json']);
      const outputs = JSON.parse(stdout) as Record<string, { value: unknown }>;
      return Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, output.value]));
    },

    async breakLock(id) {
      if (!/^[\w-]+$/.test(id)) {
        throw new ToolError(`${JSON.stringify(id)} is not the id of a lock`, {
          hint: 'Copy it from the message that names the lock.',
        });
      }
      await openState();
      await forceUnlock(id);
      say(`  lock ${id} of ${state} is removed`);
    },

    close() {
      if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
    },
  };
}

const initialising = new Map<string, Promise<unknown>>();

/** Two inits that share a plugin folder must not run at once: terraform's cache of plugins is not made for that. */
function oneAtATime<T>(folder: string, init: () => Promise<T>): Promise<T> {
  const mine = (initialising.get(folder) ?? Promise.resolve()).then(init);
  initialising.set(
    folder,
    mine.catch(() => {}),
  );
  return mine;
}
