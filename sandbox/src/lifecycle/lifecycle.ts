import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listedPeople } from '../../../src/access/users/load.js';
import { unneededPermissions } from '../project.js';
import { startSandbox } from '../sandbox.js';
import { readFiles } from '../serve.js';
import { enter, leaveAndReturn, refuseForgers, refuseStolenAssertions } from './access.js';
import { applyAll, checkNothingToDo, checkOtherPrograms, planEmptyProject, refuseInvalidFile } from './apply.js';
import { destroyAll } from './destroy.js';
import { partsLine } from './parts.js';
import { reviewAndMerge } from './pull-request.js';
import { Reporter } from './reporter.js';
import { createScenario } from './scenario.js';

/** Flags of the lifecycle. */
export interface LifecycleFlags {
  readonly config: string;
  readonly provider: 'real' | 'stand-in' | undefined;
  /** Keeps the folder of the sandbox with its logs. */
  readonly keep: boolean;
}

/** Runs the whole lifecycle of a hub. Returns 0 only if every check passed. */
export async function runLifecycle(flags: LifecycleFlags): Promise<number> {
  const reporter = new Reporter((line) => console.log(line));
  const { config, principals } = await readFiles(flags.config);
  // People without an end date, and non-admins first: removing an admin would prove less.
  const listed = listedPeople(principals)
    .filter(({ until }) => until === undefined)
    .sort((a, b) => Number(a.admin !== false) - Number(b.admin !== false));
  const dir = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-lifecycle-'));
  let stop = async (): Promise<void> => {};
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log(`${signal}: stopping the sandbox`);
      void stop().finally(() => {
        rmSync(dir, { recursive: true, force: true });
        process.exit(1);
      });
    });
  }
  try {
    const sandbox = await reporter.step('Start the sandbox: all parts on this machine, loopback only', async () =>
      startSandbox({ config, dir, log: (line) => reporter.say(line), provider: flags.provider }),
    );
    stop = sandbox.stop;
    const scenario = createScenario(
      sandbox,
      reporter,
      flags.config,
      listed.map(({ name }) => name),
    );
    await reporter.step('An invalid file stops before anything is contacted', () => refuseInvalidFile(scenario));
    await reporter.step('Plan on an empty project', () => planEmptyProject(scenario));
    await reporter.step('Apply: platform, hub, people', () => applyAll(scenario));
    await reporter.step('Plan and apply again: nothing to do', () => checkNothingToDo(scenario));
    await reporter.step('gcloud, helm and kubectl see the hub', () => checkOtherPrograms(scenario));
    const visit = await reporter.step('A listed person signs in and starts a notebook', () => enter(scenario));
    await reporter.step('Nobody else gets access', () => refuseForgers(scenario, visit));
    await reporter.step('A notebook owner gains nothing from the assertions of visitors', () =>
      refuseStolenAssertions(scenario, visit),
    );
    await reporter.step('The person is removed from the users file and re-added', () =>
      leaveAndReturn(scenario, visit),
    );
    await reporter.step('A pull request and its merge, under act', () => reviewAndMerge(scenario));
    await reporter.step('Destroy, in two steps', () => destroyAll(scenario));
    reporter.check(
      'Google describes every call that was made',
      sandbox.emulator.violations.length === 0,
      sandbox.emulator.violations,
    );
    reporter.check(
      'no identity has a permission that it does not need',
      unneededPermissions(sandbox.emulator, sandbox.config).length === 0,
      unneededPermissions(sandbox.emulator, sandbox.config),
    );
    const { steps, checks } = reporter.counts;
    console.log(`\nThe lifecycle is complete: ${steps} steps, ${checks} checks, all passed.`);
    console.log(partsLine(sandbox));
    return 0;
  } catch (error) {
    console.error(`\nThe lifecycle failed. ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await stop();
    if (flags.keep) console.error(`Logs, disks and journal are in ${dir}`);
    else rmSync(dir, { recursive: true, force: true });
  }
}
