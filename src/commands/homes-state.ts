import { dayOf } from '../access/day.js';
import type { HomeMarks } from '../access/homes/marks.js';
import { type HomesState, planHomes } from '../access/homes/plan.js';
import { estimate } from '../access/homes/run.js';
import type { Principal } from '../access/users.js';
import { number } from '../config/words.js';
import type { Session } from './session.js';

/** What a plan says of homes, in sentences. */
export function homesNotes(
  { config }: Pick<Session, 'config'>,
  people: readonly Principal[],
  marks: HomeMarks | undefined,
  now: Date,
): readonly string[] {
  const plan = planHomes(homesState({ config }, people, marks ?? { ready: {}, left: {} }, now));
  const { make, leave } = plan;
  return [
    ...(make.length === 0
      ? []
      : [
          `${countOf(make.length, 'bucket or folder')} to make for people after they are let in: about ${estimate(plan)}.`,
        ]),
    ...(leave.length === 0
      ? []
      : [
          `${countOf(leave.length, 'bucket or folder')} of people who left: their rights are taken away, all files are kept.`,
        ]),
  ];
}

/** What the homes of a hub should be, and what its marks say of them. */
export function homesState(
  { config }: Pick<Session, 'config'>,
  principals: readonly Principal[],
  marks: HomeMarks,
  now: Date,
): HomesState {
  return {
    of: { project: config.project, hub: config.name },
    principals,
    perUser: config.storage.perUserBuckets,
    marks,
    live: undefined,
    today: dayOf(now, config.access.session.timezone),
    now,
  };
}

/** An amount of buckets or homes in words. */
export function countOf(amount: number, what: string): string {
  if (amount === 1) return `1 ${what}`;
  return `${number(amount)} ${what.replace(/^(more )?(bucket|home)/, '$1$2s').replace(/ or folder$/, ' or folders')}`;
}
