import type { GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';

type ListedPull = Schema<'pull-request-simple'>;

/** Whose runs are judged. */
export interface BasesQuery {
  /** `owner/name`. */
  readonly repository: string;
  readonly defaultBranch: string | undefined;
  /** Branch of the pull request that was merged. */
  readonly branch: string;
  /** Its last commit. */
  readonly sha: string;
  /** Its number. */
  readonly merged: number;
  /** When its runs were made. */
  readonly runs: readonly string[];
}

/** Says of a run, by the time at which it was made, why its workflow may be that of another branch; undefined where it is not. */
export type OtherBase = (createdAt: string) => string | undefined;

interface Doubt {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

const MOST_PAGES = 10;
// GitHub starts a run seconds after what caused it, in an outage hours after. Nobody may win a race against that.
const MARGIN = 24 * 3_600_000;
const BASE_EVENTS = /^(base_ref_(changed|deleted)|automatic_base_change_(failed|succeeded))$/;

/**
 * Finds out when a run for this head may have had another base than the default branch. The workflow of a pull request is
 * that of its merge into the base at that time, and a run does not say which base it had: whoever can push could open a
 * second pull request of the same branch to a branch with a workflow of their own, or move this one there and back.
 */
export async function otherBases(api: GitHubApi, query: BasesQuery): Promise<OtherBase> {
  const { repository, branch, sha, defaultBranch } = query;
  const at = `/repos/${repository}`;
  const head = encodeURIComponent(`${repository.split('/')[0]}:${branch}`);
  const [ofBranch, ofCommit] = await Promise.all([
    api.list<ListedPull>(`${at}/pulls?state=all&head=${head}`, MOST_PAGES),
    // A branch that was renamed since has its pull requests under the new name.
    api.list<ListedPull>(`${at}/commits/${sha}/pulls`, MOST_PAGES),
  ]);
  if (ofBranch === undefined || ofCommit === undefined) {
    return () => 'its branch has had more pull requests than can be looked at';
  }
  const pulls = new Map(
    [...ofBranch, ...ofCommit.filter((pull) => pull.head.sha === sha)]
      .filter((pull) => pull.head.repo?.full_name.toLowerCase() === repository.toLowerCase())
      .map((pull) => [pull.number, pull]),
  );
  const first = Math.min(...query.runs.map((createdAt) => Date.parse(createdAt)));
  const doubts: Doubt[] = [];
  for (const pull of pulls.values()) {
    // Names of branches come again, and what was closed with another commit before the first run has no part in it.
    if (pull.head.sha !== sha && end(pull.closed_at) < first) continue;
    const isOther = pull.base.ref !== defaultBranch;
    doubts.push(...(isOther ? [ofOther(pull, sha)] : await ofMoves(api, at, pull, query)));
  }
  return (createdAt) => {
    const time = Date.parse(createdAt);
    // A time that cannot be read lies in every span.
    return doubts.find(({ from, to }) => !(time < from || time > to))?.why;
  };
}

function ofOther(pull: ListedPull, sha: string): Doubt {
  return {
    from: start(pull),
    // Also a closed one has runs, such as for a label, of the commit with which it was closed.
    to: pull.head.sha === sha ? Infinity : end(pull.closed_at),
    why: `pull request #${pull.number} of the same branch goes to another branch, whose workflow may have made the plan`,
  };
}

/** Until its base was changed for the last time a pull request may have had any. */
async function ofMoves(
  api: GitHubApi,
  at: string,
  pull: ListedPull,
  { sha, merged }: BasesQuery,
): Promise<readonly Doubt[]> {
  const events = await api.list<Schema<'issue-event'>>(`${at}/issues/${pull.number}/events`, MOST_PAGES);
  const from = start(pull);
  if (events === undefined) {
    return [{ from, to: Infinity, why: `pull request #${pull.number} has more events than can be looked at` }];
  }
  if (!events.some(({ event }) => BASE_EVENTS.test(event))) return [];
  // While one is closed GitHub makes no new merge: a run of that time may still have the one into the base before.
  const isMerged = pull.number === merged;
  return events
    .filter(({ event }) => BASE_EVENTS.test(event) || event === 'reopened')
    .map(({ created_at: moved }) => ({
      from,
      to: !isMerged && pull.head.sha === sha ? Infinity : end(moved),
      why: `the base of pull request #${pull.number} was changed, and the plan may be that of the base before`,
    }));
}

function start({ created_at: made }: ListedPull): number {
  const time = Date.parse(made);
  return Number.isNaN(time) ? -Infinity : time - MARGIN;
}

function end(moment: string | null): number {
  const time = moment === null ? Number.NaN : Date.parse(moment);
  return Number.isNaN(time) ? Infinity : time + MARGIN;
}
