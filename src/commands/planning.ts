import { NO_MARKS, readMarks } from '../access/homes/marks.js';
import type { HubLists } from '../access/hub-lists.js';
import type { Door } from '../access/sync.js';
import type { ChangeSet } from '../change/change.js';
import { stateExists } from '../cloud/project.js';
import type { HubConfig } from '../config/model.js';
import { type Deployed, readDeployed } from '../helm/deployed.js';
import { type PreparedRelease, planRelease, prepareRelease } from '../helm/release.js';
import type { RootPlan, TerraformRoot } from '../terraform/root.js';
import { type RootName, statePrefix } from '../terraform/variables.js';
import { withChartFindings } from './chart-findings.js';
import { planBuckets } from './homes-state.js';
import { groupReader } from './managing-group.js';
import { planPeople } from './people.js';
import { productFolder } from './product-folder.js';
import { openHelm, openRoots, type Roots } from './programs.js';
import { planPurges } from './purging.js';
import { doorOf, hubBackend, hubLists, type Reachable, reachCluster } from './reaching.js';
import type { Session } from './session.js';

/** Plans of the roots; the platform's where this hub owns it. */
interface RootPlans {
  readonly platform: RootPlan | undefined;
  readonly hub: RootPlan;
}

/** All that a run would do, and what the doing needs. */
export interface HubPlan {
  readonly changeSet: ChangeSet;
  /** Sentences for the reader that are no changes. Where people were read stands in the log already: see `originNotes`. */
  readonly notes: readonly string[];
  /** False where there is no cluster that answers. */
  readonly hasCluster: boolean;
  readonly roots: Roots;
  readonly terraform: RootPlans;
  readonly prepared: PreparedRelease;
  readonly deployed: Deployed | undefined;
}

/**
 * Plans platform, hub and people side by side. With `lock` the plan can be applied and holds the state's lock while it
 * is made; without it nothing is written anywhere. What does not exist yet counts as to be created.
 */
export async function planHub(session: Session, options: { readonly lock: boolean }): Promise<HubPlan> {
  const { config } = session;
  session.step('plan');
  const [{ roots, terraform }, inside] = await allEnded([
    planRoots(session, options.lock),
    planInside(session, options.lock),
  ]);
  const { reachable, live, prepared, helm, people, homes } = inside;
  return {
    changeSet: {
      hub: config.name,
      changes: [
        ...(terraform.platform?.changes ?? []),
        ...terraform.hub.changes,
        ...helm,
        ...people.changes,
        ...homes.changes,
      ],
    },
    notes: [...(reachable ? [] : [noCluster(config)]), ...people.notes, ...homes.notes],
    hasCluster: reachable !== undefined,
    roots,
    terraform,
    prepared,
    deployed: live?.deployed,
  };
}

function noCluster({ platform }: HubConfig): string {
  const whole = 'There is no cluster yet: all of the hub and of its people counts as new.';
  return platform.from === undefined ? whole : `${whole} The platform comes with ${platform.from}, which goes first.`;
}

/** What of the plan is not terraform's: the releases in the cluster and the people. */
async function planInside(session: Session, lock: boolean) {
  const { config, context } = session;
  const [prepared, reachable] = await allEnded([
    prepareRelease({ config, env: context.env, helmDir: productFolder('helm') }),
    reachCluster(session),
  ]);
  const live = reachable && (await readLive(session, reachable));
  const [helm, people] = await allEnded([
    withChartFindings(session, prepared, () => planRelease(prepared, live?.deployed, () => openHelm(session))),
    planPeople(session, live?.lists, live?.door, new Date(), groupReader(session, lock)),
  ]);
  const marks = (live && (await readMarks(live.lists))) ?? NO_MARKS;
  const purge = await planPurges(session, reachable, people.people, marks);
  const buckets = planBuckets(session, people, marks, new Date());
  const homes = {
    changes: [...buckets.changes, ...purge.changes],
    notes: [...buckets.notes, ...purge.notes],
  };
  return { prepared, reachable, live, helm, people, homes };
}

/**
 * Like Promise.all, but a failure of one part is told only when the others have ended too: none may be left at work,
 * with a lock held or a temp folder in use.
 */
async function allEnded<A, B>(parts: readonly [A | Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled(parts);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

async function planRoots(session: Session, lock: boolean): Promise<Pick<HubPlan, 'roots' | 'terraform'>> {
  const { config, google } = session;
  const roots = await openRoots(session);
  const one = async (name: RootName, root: TerraformRoot): Promise<RootPlan> => {
    const exists = await stateExists(google, config.state.bucket, statePrefix(config, name));
    return root.plan({ stateExists: exists, lock });
  };
  const [platform, hub] = await allEnded([
    roots.platform === undefined ? undefined : one('platform', roots.platform),
    one('hub', roots.hub),
  ]);
  return { roots, terraform: { platform, hub } };
}

async function readLive(
  session: Session,
  reachable: Reachable,
): Promise<{ deployed: Deployed | undefined; lists: HubLists; door: Door | undefined }> {
  const [deployed, backend] = await Promise.all([
    readDeployed(reachable.kubernetes, session.config.name),
    hubBackend(session, reachable),
  ]);
  return {
    deployed,
    lists: hubLists(session, reachable),
    door: backend === undefined ? undefined : doorOf(session, backend),
  };
}
