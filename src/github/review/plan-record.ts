import { type ParsedRecord, type PlanRecord, parseRecord, RECORD_FILE, recordName } from '../../change/record.js';
import { fileOfArchive } from '../../system/archive.js';
import { type ApiOptions, GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';
import type { GitHubContext } from '../runner/context.js';
import { type OlderBase, olderBases } from './base-changes.js';
import { type MergedPull, mergedPull } from './merged-pull.js';
import { openIssuer, otherRun, type VerifyPlan } from './plan-identity.js';
import { type ApprovingReview, approvingReviewsOf } from './reviews.js';

/** The commit and the hub whose plan record is to be found. */
export interface RecordQuery extends ApiOptions {
  readonly context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl' | 'defaultBranch'>;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The applied commit. */
  readonly sha: string;
  readonly hub: string;
  /** Path of the workflow whose runs write plan records, such as `.github/workflows/pull-request.yml`. */
  readonly workflow: string;
  /** Asks GitHub for an identity token of this job; undefined if the job may not. */
  readonly identityToken: ((audience: string) => Promise<string>) | undefined;
}

/** The record of what was reviewed. `why` ends a sentence that says there is no valid one. */
export type FoundRecord = { readonly record: PlanRecord; readonly pull: number } | { readonly why: string };

const NEEDS = {
  action: 'read pull requests, workflow runs and their artifacts',
  permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
  otherwise: 'Without it a run cannot know what was reviewed, and applies nothing.',
};
const PAGE = 100;
/** GitHub lists at most 3,000 files of a pull request. */
const MOST_PAGES = 30;
/** Bytes of an unpacked record; each change takes a few hundred. */
const MAX_RECORD = 64 * 1024 * 1024;
/** Runs whose artifacts are read, the newest first. */
const MOST_RUNS = 20;
/** Records that are read, the newest first. */
const MOST_RECORDS = 10;
/** Files with which a pull request would change what its own plan says. */
const MAKES_PLANS = /^\.github\/(workflows|actions)\/|(^|\/)action\.ya?ml$/;

type Run = Schema<'workflow-run'>;
type Artifact = Schema<'artifact'>;

/** A record that was found, and the run that left it. */
interface Found {
  readonly artifact: Artifact;
  readonly run: Run;
}

/**
 * Finds what was reviewed for a commit of the default branch: the artifact of the plan run for the last commit of the merged
 * pull request. The identity token in it says, signed by GitHub, which workflow made it for which base. The pull request
 * must not have changed how plans are made. The comment is never read.
 */
export async function findPlanRecord(query: RecordQuery): Promise<FoundRecord> {
  const { repository, sha, workflow, hub } = query;
  const api = new GitHubApi(query.context, query.token, NEEDS, query);
  const at = `/repos/${repository}`;
  const { defaultBranch } = query.context;
  const merged = await mergedPull(api, { repository, sha, defaultBranch });
  if ('why' in merged) return merged;
  const { pull } = merged;
  const { number, head } = pull;
  if (head.repo?.full_name.toLowerCase() !== repository.toLowerCase()) {
    return { why: `pull request #${number} came from a fork, which gets no plan` };
  }
  const changed = await changedFiles(api, `${at}/pulls/${number}/files`);
  if (changed === undefined) return { why: `pull request #${number} changes more files than GitHub lists` };
  const own = changed.find((file) => MAKES_PLANS.test(file));
  if (own !== undefined) return { why: `pull request #${number} changes ${own}, which decides what its own plan says` };
  const { workflow_runs: runs } = await api.call<{ workflow_runs: Run[] }>(
    'GET',
    `${at}/actions/runs?event=pull_request&head_sha=${head.sha}&per_page=${PAGE}`,
  );
  const plans = runs.filter((run) => isPlan(run, { workflow, head, repository }));
  if (plans.length === 0) {
    return {
      why: `${workflow} has no successful run for ${head.sha.slice(0, 7)}, the head of pull request #${number}`,
    };
  }
  const found: Found[] = [];
  for (const run of plans.slice(0, MOST_RUNS)) {
    const { artifacts } = await api.call<{ artifacts: Artifact[] }>(
      'GET',
      `${at}/actions/runs/${run.id}/artifacts?name=${encodeURIComponent(recordName(hub))}&per_page=${PAGE}`,
    );
    const usable = artifacts.filter(({ name, expired }) => name === recordName(hub) && !expired);
    found.push(...usable.map((artifact) => ({ artifact, run })));
  }
  if (found.length === 0) {
    return { why: `the plan of pull request #${number} left no artifact ${recordName(hub)}, or it has expired` };
  }
  const reviews = await approvingReviewsOf(api, repository, pull);
  if ('why' in reviews) return reviews;
  const reviewed = reviewedArtifacts(found, pull, reviews.reviews);
  if ('why' in reviewed) return reviewed;
  if (query.identityToken === undefined) {
    return {
      why: 'this job may not ask GitHub for an identity token (permission id-token: write), by which records are checked',
    };
  }
  const judge = recordJudge(api, query, pull, await openIssuer({ ...query, identityToken: query.identityToken }));
  let why: string | undefined;
  for (const one of reviewed.slice(0, MOST_RECORDS)) {
    const judged = await judge(one);
    if ('record' in judged) return judged;
    // The newest counts most: the others were made before it.
    why ??= judged.why;
  }
  return { why: why ?? `pull request #${number} has no plan` };
}

/** Reads a record and checks that it is of this pull request, by a run of the workflow of the default branch. */
function recordJudge(
  api: GitHubApi,
  { repository, hub, workflow, context: { defaultBranch } }: RecordQuery,
  pull: MergedPull,
  verify: VerifyPlan,
): (found: Found) => Promise<FoundRecord> {
  const { number, head } = pull;
  let older: Promise<OlderBase> | undefined;
  return async ({ artifact, run }) => {
    const parsed = await read(api, `/repos/${repository}/actions/artifacts/${artifact.id}/zip`);
    if (parsed.state === 'other-version') {
      return {
        why: `the record of pull request #${number} was made by another version of jupyterhub-gke; a new pull request gets a new plan`,
      };
    }
    if (parsed.state === 'damaged') return { why: `the record of pull request #${number} cannot be read` };
    const { record, identity } = parsed;
    if (record.hub !== hub) return { why: `the record of pull request #${number} is for the hub "${record.hub}"` };
    if (record.head !== head.sha) {
      return {
        why: `the record is for ${record.head.slice(0, 7)}, but pull request #${number} ended with ${head.sha.slice(0, 7)}`,
      };
    }
    const ofRecord = `the record of pull request #${number} does not count: `;
    if (identity === undefined) {
      return { why: `${ofRecord}its run was not signed by GitHub (the plan job needs id-token: write)` };
    }
    const signed = await verify(identity.token, identity.audience);
    const doubt = 'why' in signed ? signed.why : otherRun(signed, { pull: number, workflow, defaultBranch });
    if (doubt !== undefined) return { why: `${ofRecord}${doubt}` };
    older ??= olderBases(api, repository, pull);
    const moved = (await older)(run.created_at);
    return moved === undefined ? { record, pull: number } : { why: moved };
  };
}

/**
 * The artifacts that reviewers can have seen, the newest first. Each attempt of a run leaves one. Reviewers saw those from
 * before the last approving review, or without one from before the merge. An author who may start runs again could make a
 * newer one after the approval.
 */
function reviewedArtifacts(
  found: readonly Found[],
  { number, merged_at: mergedAt }: MergedPull,
  reviews: readonly ApprovingReview[],
): readonly Found[] | { readonly why: string } {
  const made = ({ artifact }: Found): number => Date.parse(artifact.created_at ?? '');
  const merge = Date.parse(String(mergedAt));
  const merged = found.filter((one) => made(one) <= merge).sort((a, b) => b.artifact.id - a.artifact.id);
  const [review] = [...reviews].sort((a, b) => b.at - a.at);
  // Of the same second, the record may be the newer one.
  const reviewed = review === undefined ? merged : merged.filter((one) => made(one) < review.at);
  if (reviewed.length > 0) return reviewed;
  return {
    why:
      review === undefined || merged.length === 0
        ? `the plan of pull request #${number} was made after the merge, when nobody could review it`
        : `the plan of pull request #${number} was made after ${review.login} approved it, so the approval is for another plan`,
  };
}

function isPlan(
  run: Run,
  { workflow, head, repository }: { workflow: string; head: MergedPull['head']; repository: string },
): boolean {
  return (
    // GitHub appends the branch to the path in some answers.
    run.path.replace(/@.*$/, '') === workflow &&
    run.event === 'pull_request' &&
    run.head_sha === head.sha &&
    run.head_branch === head.ref &&
    run.conclusion === 'success' &&
    run.head_repository?.full_name.toLowerCase() === repository.toLowerCase()
  );
}

async function changedFiles(api: GitHubApi, path: string): Promise<readonly string[] | undefined> {
  const found = await api.list<Schema<'diff-entry'>>(path, MOST_PAGES);
  return found?.flatMap(({ filename, previous_filename: old }) => [filename, ...(old === undefined ? [] : [old])]);
}

async function read(api: GitHubApi, path: string): Promise<ParsedRecord> {
  const archive = await api.download(path);
  try {
    return parseRecord(fileOfArchive(archive, RECORD_FILE, MAX_RECORD).toString('utf8'));
  } catch {
    return { state: 'damaged' };
  }
}
