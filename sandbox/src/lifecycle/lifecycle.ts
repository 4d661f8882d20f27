import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listedPeople } from '../../../src/access/users/load.js';
import { startSandbox } from '../sandbox.js';
import { readFiles } from '../serve.js';
import { enter, leaveAndReturn, refuseForgers, refuseStolenAssertions } from './access.js';
import { applyAll, nothingLeftToDo, otherProgramsAgree, planNothingThere, refuseWrongFile } from './apply.js';
import { destroyAll } from './destroy.js';
import { partsLine } from './parts.js';
import { reviewAndMerge } from './pull-request.js';
import { Reporter } from './reporter.js';
import { createScenario } from './scenario.js';

/** What the life runs with. */
export interface LifecycleFlags {
  readonly config: string;
  readonly provider: 'real' | 'stand-in' | undefined;
  /** Leaves the folder of the sandbox for a look at its logs. */
  readonly keep: boolean;
}

/** Lives the whole life of a hub; 0 only when every step did what it says. */
export async function runLifecycle(flags: LifecycleFlags): Promise<number> {
  const reporter = new Reporter((line) => console.log(line));
  const { config, principals } = await readFiles(flags.config);
  // Who has no end date comes first, and of these who is no admin: removing an admin would prove less.
  const listed = listedPeople(principals)
    .filter(({ until }) => until === undefined)
    .sort((a, b) => Number(a.admin !== false) - Number(b.admin !== false));
  const dir = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-life-'));
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
    const sandbox = await reporter.step('Start the sandbox: every part on this machine, loopback only', async () =>
      startSandbox({ config, dir, log: (line) => reporter.say(line), provider: flags.provider }),
    );
    stop = sandbox.stop;
    const scenario = createScenario(
      sandbox,
      reporter,
      flags.config,
      listed.map(({ name }) => name),
    );
    await reporter.step('A wrong file stops before anything is contacted', () => refuseWrongFile(scenario));
    await reporter.step('Plan on an empty project', () => planNothingThere(scenario));
    await reporter.step('Apply: platform, hub, people', () => applyAll(scenario));
    await reporter.step('Plan and apply again: nothing to do', () => nothingLeftToDo(scenario));
    await reporter.step('gcloud, helm and kubectl see it', () => otherProgramsAgree(scenario));
    const visit = await reporter.step('A listed person enters and starts a notebook', () => enter(scenario));
    await reporter.step('Nobody else does', () => refuseForgers(scenario, visit));
    await reporter.step('A notebook gets nothing in the name of its visitors', () =>
      refuseStolenAssertions(scenario, visit),
    );
    await reporter.step('The person leaves the users file, and comes back', () => leaveAndReturn(scenario, visit));
    await reporter.step('A pull request and its merge, under act', () => reviewAndMerge(scenario));
    await reporter.step('Destroy, in two steps', () => destroyAll(scenario));
    reporter.check(
      'every call was one that Google describes',
      sandbox.emulator.violations.length === 0,
      sandbox.emulator.violations,
    );
    const { steps, checks } = reporter.counts;
    console.log(`\nThe life is over: ${steps} steps, ${checks} checks, all as they should be.`);
    console.log(partsLine(sandbox));
    return 0;
  } catch (error) {
    console.error(`\nThe life ended early. ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await stop();
    if (flags.keep) console.error(`Logs, disks and journal are in ${dir}`);
    else rmSync(dir, { recursive: true, force: true });
  }
}
