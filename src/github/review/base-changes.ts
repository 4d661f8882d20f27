import type { GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';
import type { MergedPull } from './merged-pull.js';

/** Why the workflow of a run may be that of an older base, by the creation time of the run; undefined if it cannot be. */
export type OlderBase = (createdAt: string) => string | undefined;

const MOST_PAGES = 10;
// GitHub starts a run seconds after its cause, in an outage hours after. The margin keeps anybody from winning that race.
const MARGIN = 24 * 3_600_000;
const BASE_EVENTS = /^(base_ref_(changed|deleted)|automatic_base_change_(failed|succeeded))$/;

/**
 * Finds out when a run of a pull request may have had the merge into an older base. The identity of the run names the base
 * of that moment. But GitHub makes the merge, from which the workflow comes, some time after a change of the base, and
 * none while the pull request is closed.
 */
export async function olderBases(api: GitHubApi, repository: string, pull: MergedPull): Promise<OlderBase> {
  const { number, created_at: made } = pull;
  const events = await api.list<Schema<'issue-event'>>(`/repos/${repository}/issues/${number}/events`, MOST_PAGES);
  if (events === undefined) return () => `pull request #${number} has more events than can be looked at`;
  if (!events.some(({ event }) => BASE_EVENTS.test(event))) return () => undefined;
  const moves = events.filter(({ event }) => BASE_EVENTS.test(event) || event === 'reopened');
  const ends = moves.map(({ created_at: moved }) => Date.parse(moved) + MARGIN);
  return (createdAt) => {
    const time = Date.parse(createdAt);
    // An unreadable time counts as inside every span.
    const isInside = (end: number): boolean => !(time < Date.parse(made) - MARGIN || time > end);
    return ends.some(isInside)
      ? `the base of pull request #${number} was changed, and the plan may be that of the old base`
      : undefined;
  };
}
