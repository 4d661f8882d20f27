import { homesChanges } from '../../access/homes/changes.js';
import { estimateSeconds, type HomesState, planHomes } from '../../access/homes/plan.js';
import type { HomeStatus } from '../../access/homes/status.js';
import { dayOf } from '../../access/users/day.js';
import type { Principal } from '../../access/users/load.js';
import { addressOf, type Change } from '../../change/change.js';
import type { HomesNote } from '../../change/run-note.js';
import type { PeoplePlan } from '../access/plan.js';
import type { Session } from '../session/session.js';

/** What a run would do to the buckets of people, and how long it takes. */
export interface PlannedHomes {
  readonly changes: readonly Change[];
  readonly notes: readonly HomesNote[];
}

/**
 * Compares who should have a bucket or folder with the home status; storage itself is not asked. Before the first
 * apply there are none, and all are new.
 */
export function planBuckets(
  { config }: Pick<Session, 'config'>,
  people: PeoplePlan,
  homeStatus: HomeStatus,
  now: Date,
): PlannedHomes {
  const state = homesState({ config }, people.people, homeStatus, now);
  const plan = planHomes(state);
  const former = people.changes.filter(({ action }) => action === 'delete').map(addressOf);
  return {
    changes: homesChanges(plan, { hubId: state.hubId, homeStatus, former }),
    notes: plan.make.length === 0 ? [] : [{ code: 'buckets-planned', seconds: estimateSeconds(plan) }],
  };
}

/** What the homes of a hub should be, and what the home status says of them. */
export function homesState(
  { config }: Pick<Session, 'config'>,
  principals: readonly Principal[],
  homeStatus: HomeStatus,
  now: Date,
): HomesState {
  return {
    hubId: { project: config.project, hub: config.name },
    principals,
    perUser: config.storage.perUserBuckets,
    homeStatus,
    live: undefined,
    today: dayOf(now, config.access.session.timezone),
    now,
  };
}
