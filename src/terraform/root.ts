import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Change } from '../change/change.js';
import type { Redact } from '../change/redact.js';
import type { HubConfig, JsonObject } from '../config/model.js';
import { errorMessage, ToolError } from '../errors.js';
import type { Run, RunResult } from '../system/exec.js';
import { cacheFolder } from '../system/tools.js';
import { checkAdoption, importBlocks, refuseForeignResources } from './adopt.js';
import { initialiseAlone, runTerraform, type TerraformCli, type TerraformEvent, terraformEnvironment } from './cli.js';
import { explainTerraform, STATE_KEEPS } from './explain.js';
import { ExistsError, LockedError, UnlockError } from './failures.js';
import { isLeftOver, LockNotes } from './lock.js';
import { type PlanJson, planChanges } from './plan.js';
import { progress } from './progress.js';
import { placeProviderLock } from './provider-lock.js';
import { checkReachable, type StateStorage, storageFault } from './reachable.js';
import { type Patience, StalledError } from './silence.js';
import { type RootName, statePrefix } from './variables.js';

/** What a root needs to be opened. */
export interface RootOptions {
  readonly name: RootName;
  readonly config: HubConfig;
  /** Content of `config.auto.tfvars.json`, from `terraformVariables(config, env)[name]`. */
  readonly variables: JsonObject;
  /** Path of terraform or tofu, as `findTerraform` gives it. */
  readonly program: string;
  /** Environment with the credentials that terraform and its backend use (GOOGLE_OAUTH_ACCESS_TOKEN or the usual ones). */
  readonly env: NodeJS.ProcessEnv;
  /** Folder of this process, removed by its owner; the root makes folders of its own in it. */
  readonly tempDir: string;
  /** The folder that holds `platform/` and `hub/`. */
  readonly rootsDir: string;
  /** File with the checksums of the provider. Without one terraform takes what the registry gives and signs. */
  readonly providerLock?: string | undefined;
  readonly run: Run;
  readonly say: (line: string) => void;
  /** Hides secrets in what terraform says. */
  readonly redact: Redact;
  readonly signal?: AbortSignal;
  /** How long terraform may be silent, and the storage of the state may fail. */
  readonly patience?: Patience | undefined;
}

/** How to plan. */
export interface PlanOptions {
  /** Whether the state object exists in the bucket. To know it, the bucket was asked just now, so it can be reached. */
  readonly stateExists: boolean;
  /**
   * True for a plan that will be applied: it takes the lock and writes to the bucket. False for a plan that is only
   * shown: it writes nothing, and where no state exists yet it does not ask the bucket at all.
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
  /** False when applying would do nothing at all, not even to outputs or to addresses in the state. */
  readonly hasChanges: boolean;
}

const PATIENCE: Patience = { silence: 20_000, fault: 60_000 };

/** How long an operation that changes waits for a lock that is held. */
const LOCK_TIMEOUT = '-lock-timeout=10s';

const ADOPT_FILE = 'adopt.tf.json';

/** One terraform root with its state, in a temporary folder of its own. It is initialised at the first use. */
export class TerraformRoot {
  readonly #options: RootOptions;
  readonly #cli: TerraformCli;
  /** Shared by the roots of a process. */
  readonly #plugins: string;
  readonly #prefix: string;
  /** Address of the state, for messages. */
  readonly #state: string;
  readonly #notes: LockNotes;
  #backend: 'gcs' | 'local' | undefined;
  #lastPlan: RootPlan | undefined;
  /** What the plans of this run are for. */
  #command: 'apply' | 'destroy' = 'apply';

  constructor(options: RootOptions) {
    const { name, config, env, say } = options;
    const tempDir = resolve(options.tempDir);
    this.#options = options;
    this.#plugins = join(tempDir, 'terraform-plugins');
    this.#prefix = statePrefix(config, name);
    this.#state = `gs://${config.state.bucket}/${this.#prefix}`;
    this.#notes = new LockNotes(join(cacheFolder(env), 'runs'), this.#state);
    mkdirSync(this.#plugins, { recursive: true });
    const cwd = copyRoot(join(options.rootsDir, name), mkdtempSync(join(tempDir, `terraform-${name}-`)));
    writeFileSync(join(cwd, 'config.auto.tfvars.json'), JSON.stringify(options.variables), { mode: 0o600 });
    if (options.providerLock !== undefined) placeProviderLock(options.providerLock, cwd);
    this.#cli = {
      program: options.program,
      cwd,
      env: terraformEnvironment(
        env,
        { data: join(cwd, '.terraform'), plugins: this.#plugins, isLocked: options.providerLock !== undefined },
        say,
      ),
      run: options.run,
      redact: options.redact,
      watch: {
        patience: options.patience ?? PATIENCE,
        say,
        fault: () => storageFault(this.#storage, 0),
      },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    };
  }

  /** Plans, and reads the plan. */
  async plan({ stateExists, lock, destroy }: PlanOptions): Promise<RootPlan> {
    this.#command = destroy === true ? 'destroy' : 'apply';
    await this.#initialise(lock || stateExists ? 'gcs' : 'local');
    const planFile = join(this.#cli.cwd, 'plan.tfplan');
    const args = [
      ...['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${planFile}`],
      ...(destroy === true ? ['-destroy'] : []),
      lock ? LOCK_TIMEOUT : '-lock=false',
    ];
    const plan = (): Promise<RunResult> => this.#terraform('plan', args, { good: [0, 2] });
    const { code } = lock ? await this.#withLock(plan) : await plan();
    const shown = await this.#terraform('show', ['show', '-json', planFile]);
    const json = JSON.parse(shown.stdout) as PlanJson;
    this.#lastPlan = { changes: planChanges(json), json, planFile, hasChanges: code === 2 };
    return this.#lastPlan;
  }

  /** Applies a plan made with `lock: true`. Says one line per resource. */
  async apply(planFile: string): Promise<void> {
    if (this.#backend !== 'gcs') {
      throw new ToolError(`The plan of the ${this.#options.name} was made without a lock; it cannot be applied`, {
        where: this.#state,
        hint: 'Plan with a lock first.',
      });
    }
    try {
      await this.#applyAndAdopt(planFile);
    } finally {
      rmSync(join(this.#cli.cwd, ADOPT_FILE), { force: true });
    }
  }

  /** Values of the outputs that the state holds; empty before the first apply. */
  async outputs(): Promise<Record<string, unknown>> {
    await this.#openState();
    const { stdout } = await this.#terraform('output', ['output', '-json']);
    const outputs = JSON.parse(stdout) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, output.value]));
  }

  /** Removes the lock with this id (`--break-lock`). Throws when another lock is held. */
  async breakLock(id: string): Promise<void> {
    if (!/^[\w-]+$/.test(id)) {
      throw new ToolError(`${JSON.stringify(id)} is not the id of a lock`, {
        hint: 'Copy it from the message that names the lock.',
      });
    }
    await this.#openState();
    await this.#forceUnlock(id);
    this.#options.say(`  lock ${id} of ${this.#state} is removed`);
  }

  get #storage(): StateStorage {
    const { config, env, signal } = this.#options;
    return { bucket: config.state.bucket, prefix: this.#prefix, env, signal };
  }

  async #terraform(
    command: string,
    args: readonly string[],
    settings: { good?: readonly number[]; onEvent?: (event: TerraformEvent) => void; mayHaveChanged?: boolean } = {},
  ): Promise<RunResult> {
    const { good = [0], onEvent, mayHaveChanged = false } = settings;
    const doing = `terraform ${command} of the ${this.#options.name}`;
    const result = await runTerraform(this.#cli, args, { doing, onEvent });
    if (result.code !== null && good.includes(result.code)) return result;
    if (result.fault !== undefined) throw new StalledError(result.fault, this.#state, mayHaveChanged && this.#command);
    if (this.#options.signal?.aborted) {
      throw new ToolError(`${doing} was stopped`, {
        where: this.#state,
        hint: mayHaveChanged
          ? `${STATE_KEEPS[this.#command]} Run ${this.#command} again to go on.`
          : 'Nothing was changed.',
      });
    }
    const context = { doing, state: this.#state, mayHaveChanged, command: this.#command };
    throw explainTerraform(result.diagnostics, context);
  }

  async #initialise(backend: 'gcs' | 'local'): Promise<void> {
    if (this.#backend === backend) return;
    const override = join(this.#cli.cwd, 'backend_override.tf');
    if (backend === 'local') {
      writeFileSync(override, 'terraform {\n  backend "local" {\n    path = "nothing-yet.tfstate"\n  }\n}\n');
    } else {
      rmSync(override, { force: true });
    }
    const { bucket } = this.#options.config.state;
    const settings =
      backend === 'local' ? [] : [`-backend-config=bucket=${bucket}`, `-backend-config=prefix=${this.#prefix}`];
    // -reconfigure: the local backend of a first plan held nothing that could be moved.
    const locked = this.#options.providerLock === undefined ? [] : ['-lockfile=readonly'];
    const args = ['init', '-input=false', '-no-color', '-reconfigure', ...locked, ...settings];
    await initialiseAlone(this.#plugins, () => this.#terraform('init', args));
    this.#backend = backend;
  }

  /** For a command without a plan before it. A plan has asked the bucket already. */
  async #openState(): Promise<void> {
    if (this.#backend === 'gcs') return;
    await checkReachable(this.#storage);
    await this.#initialise('gcs');
  }

  /** Runs a command that takes the lock. It removes the lock of an own killed run once; any other ends in a LockedError. */
  async #withLock<T>(action: () => Promise<T>): Promise<T> {
    const earlier = this.#notes.read();
    this.#notes.write(this.#cli.cwd);
    try {
      const result = await action().catch(async (error: unknown) => {
        if (!(error instanceof LockedError) || !isLeftOver(error.lock, earlier)) throw error;
        const { id, who, created } = error.lock;
        this.#options.say(`  the lock of a run that was killed here (${who}, ${created}) is removed`);
        await this.#forceUnlock(id);
        return action();
      });
      this.#notes.clear();
      return result;
    } catch (error) {
      // A lock that this run may have left is known by its note, so that the next run here can remove it.
      if (error instanceof UnlockError || error instanceof StalledError) throw error;
      // Under another run's lock the earlier note is still needed: it identifies that run once it is dead.
      this.#notes.clear(error instanceof LockedError ? earlier : undefined);
      throw error;
    }
  }

  async #forceUnlock(id: string): Promise<void> {
    try {
      await this.#terraform('force-unlock', ['force-unlock', '-force', id]);
    } catch (cause) {
      if (!/Error 412|conditionNotMet|object doesn't exist|LocalState/i.test(errorMessage(cause))) throw cause;
      throw new ToolError(`Lock ${id} is not held`, {
        where: this.#state,
        hint: 'Run again without --break-lock: if there is a lock, the message names it.',
        cause,
      });
    }
  }

  /** Applies. It imports what an earlier run made and could not write to the state, and goes on with the rest of the same plan. */
  async #applyAndAdopt(planFile: string): Promise<void> {
    const reviewed = this.#lastPlan;
    const adopted = new Set<string>();
    let file = planFile;
    for (;;) {
      try {
        return await this.#applyOnce(file);
      } catch (error) {
        if (!reviewed || !(error instanceof ExistsError)) throw error;
        const found = error.addresses.filter((address) => !adopted.has(address));
        for (const address of found) adopted.add(address);
        const blocks = found.length === 0 ? undefined : importBlocks(reviewed.json, [...adopted]);
        if (blocks === undefined) throw error;
        await refuseForeignResources(reviewed.json, found, this.#options.env);
        this.#options.say(`  made by an earlier run of this hub, now imported into the state: ${found.join(', ')}`);
        writeFileSync(join(this.#cli.cwd, ADOPT_FILE), blocks);
        const next = await this.plan({ stateExists: true, lock: true });
        checkAdoption(reviewed.changes, next.changes, adopted);
        file = next.planFile;
      }
    }
  }

  async #applyOnce(planFile: string): Promise<void> {
    const args = ['apply', '-json', '-input=false', LOCK_TIMEOUT, planFile];
    const settings = { onEvent: progress(this.#options.say), mayHaveChanged: true };
    await this.#withLock(() => this.#terraform('apply', args, settings));
  }
}

/** Copies the files that terraform reads, and returns the folder that has them now. */
function copyRoot(from: string, to: string): string {
  for (const file of readdirSync(from)) if (file.endsWith('.tf')) copyFileSync(join(from, file), join(to, file));
  return to;
}
