import type { GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';

type ListedPull = Schema<'pull-request-simple'>;

/** The pull request whose runs are judged. */
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
  /** Creation times of its runs. */
  readonly runs: readonly string[];
}

/** Why the workflow of a run may be that of another branch, by the creation time of the run; undefined if it cannot be. */
export type OtherBase = (createdAt: string) => string | undefined;

interface Doubt {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

const MOST_PAGES = 10;
// GitHub starts a run seconds after its cause, in an outage hours after. The margin keeps anybody from winning that race.
const MARGIN = 24 * 3_600_000;
const BASE_EVENTS = /^(base_ref_(changed|deleted)|automatic_base_change_(failed|succeeded))$/;

/**
 * Finds out when a run for this head may have had another base than the default branch. A pull request runs the workflow
 * of its merge into the base at that time, and a run does not say which base it had. Whoever can push could open a second
 * pull request of the same branch to a branch with their own workflow, or change the base of this one and change it back.
 */
export async function otherBases(api: GitHubApi, query: BasesQuery): Promise<OtherBase> {
  const { repository, branch, sha, defaultBranch } = query;
  const at = `/repos/${repository}`;
  const head = encodeURIComponent(`${repository.split('/')[0]}:${branch}`);
  const [ofBranch, ofCommit] = await Promise.all([
    api.list<ListedPull>(`${at}/pulls?state=all&head=${head}`, MOST_PAGES),
    // If the branch was renamed since, its pull requests have the new name.
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
    // Branch names are reused. A pull request that was closed with another commit before the first run does not matter.
    if (pull.head.sha !== sha && end(pull.closed_at) < first) continue;
    const isOther = pull.base.ref !== defaultBranch;
    doubts.push(...(isOther ? [ofOther(pull, sha)] : await ofMoves(api, at, pull, query)));
  }
  return (createdAt) => {
    const time = Date.parse(createdAt);
    // An unreadable time counts as inside every span.
    return doubts.find(({ from, to }) => !(time < from || time > to))?.why;
  };
}

function ofOther(pull: ListedPull, sha: string): Doubt {
  return {
    from: start(pull),
    // A closed pull request still has runs of its last commit, such as for a label.
    to: pull.head.sha === sha ? Infinity : end(pull.closed_at),
    why: `pull request #${pull.number} of the same branch targets another branch, whose workflow may have made the plan`,
  };
}

/** Until the last change of its base, a pull request may have had any base. */
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
  // GitHub makes no new merge while a pull request is closed. A run of that time may still have the merge into the old base.
  const isMerged = pull.number === merged;
  return events
    .filter(({ event }) => BASE_EVENTS.test(event) || event === 'reopened')
    .map(({ created_at: moved }) => ({
      from,
      to: !isMerged && pull.head.sha === sha ? Infinity : end(moved),
      why: `the base of pull request #${pull.number} was changed, and the plan may be that of the old base`,
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
