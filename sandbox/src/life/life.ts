import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listedPeople } from '../../../src/access/users/load.js';
import { startGround } from '../ground.js';
import { readFiles } from '../serve.js';
import { applyAll, nothingLeftToDo, otherProgramsAgree, planNothingThere, refuseWrongFile } from './building.js';
import { destroyAll } from './ending.js';
import { partsLine } from './parts.js';
import { enter, leaveAndReturn, refuseForgers, refuseStolenAssertions } from './people.js';
import { reviewAndMerge } from './reviewing.js';
import { makeStage } from './stage.js';
import { Story } from './story.js';

/** What the life runs with. */
export interface LifeFlags {
  readonly config: string;
  readonly provider: 'real' | 'stand-in' | undefined;
  /** Leaves the folder of the sandbox for a look at its logs. */
  readonly keep: boolean;
}

/** Lives the whole life of a hub; 0 only when every step did what it says. */
export async function runLife(flags: LifeFlags): Promise<number> {
  const story = new Story((line) => console.log(line));
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
    const ground = await story.step('Start the sandbox: every part on this machine, loopback only', async () =>
      startGround({ config, dir, log: (line) => story.say(line), provider: flags.provider }),
    );
    stop = ground.stop;
    const stage = makeStage(
      ground,
      story,
      flags.config,
      listed.map(({ name }) => name),
    );
    await story.step('A wrong file stops before anything is contacted', () => refuseWrongFile(stage));
    await story.step('Plan on an empty project', () => planNothingThere(stage));
    await story.step('Apply: platform, hub, people', () => applyAll(stage));
    await story.step('Plan and apply again: nothing to do', () => nothingLeftToDo(stage));
    await story.step('gcloud, helm and kubectl see it', () => otherProgramsAgree(stage));
    const visit = await story.step('A listed person enters and starts a notebook', () => enter(stage));
    await story.step('Nobody else does', () => refuseForgers(stage, visit));
    await story.step('A notebook gets nothing in the name of its visitors', () => refuseStolenAssertions(stage, visit));
    await story.step('The person leaves the users file, and comes back', () => leaveAndReturn(stage, visit));
    await story.step('A pull request and its merge, under act', () => reviewAndMerge(stage));
    await story.step('Destroy, in two steps', () => destroyAll(stage));
    story.check(
      'every call was one that Google describes',
      ground.emulator.violations.length === 0,
      ground.emulator.violations,
    );
    const { steps, checks } = story.counts;
    console.log(`\nThe life is over: ${steps} steps, ${checks} checks, all as they should be.`);
    console.log(partsLine(ground));
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
