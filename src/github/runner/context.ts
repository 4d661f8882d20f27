import { readFileSync } from 'node:fs';
import { isObject, type JsonObject } from '../../json.js';

/** A pull request as the event describes it. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string | undefined;
  readonly baseSha: string | undefined;
  /** True if the branch is in another repository, or in a deleted one. Such runs have no credentials. */
  readonly fork: boolean;
  /** Name of its branch. */
  readonly headRef: string | undefined;
  readonly merged: boolean;
}

/** Facts of the workflow run. Each is checked, since event payloads are written by others. */
export interface GitHubContext {
  readonly eventName: string;
  /** What happened to the subject of the event, such as `opened`. */
  readonly action: string | undefined;
  /** `owner/name`. */
  readonly repository: string | undefined;
  /** `unknown` must be treated as public. */
  readonly visibility: 'public' | 'private' | 'internal' | 'unknown';
  readonly sha: string | undefined;
  readonly ref: string | undefined;
  readonly onDefaultBranch: boolean;
  /** Name of the default branch. */
  readonly defaultBranch: string | undefined;
  /** What a push moved: the commit before it (zeros for a new branch), and whether history was rewritten. */
  readonly push: { readonly before: string; readonly forced: boolean } | undefined;
  readonly actor: string | undefined;
  /** True if an app or a workflow caused the event. */
  readonly byBot: boolean;
  readonly pullRequest: PullRequest | undefined;
  /** Number of the issue of the event. */
  readonly issue: number | undefined;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly runUrl: string | undefined;
}

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const BRANCH = /^[A-Za-z0-9._/-]{1,255}$/;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.+$)[A-Za-z0-9._-]+$/;

/** Reads the facts of the run from GITHUB_*; undefined outside of a workflow run. */
export function readContext(
  env: NodeJS.ProcessEnv,
  readEvent: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): GitHubContext | undefined {
  if (env.GITHUB_ACTIONS !== 'true') return undefined;
  const event = payload(env.GITHUB_EVENT_PATH, readEvent);
  const repository = matching(REPOSITORY, env.GITHUB_REPOSITORY);
  const eventRepository = child(event, 'repository');
  const defaultBranch = eventRepository.default_branch;
  const apiUrl = httpUrl(env.GITHUB_API_URL) ?? 'https://api.github.com';
  const serverUrl = httpUrl(env.GITHUB_SERVER_URL) ?? 'https://github.com';
  const runId = matching(/^\d+$/, env.GITHUB_RUN_ID);
  const pullRequest = pullRequestOf(event, repository);
  return {
    eventName: matching(/^[a-z_]+$/, env.GITHUB_EVENT_NAME) ?? 'unknown',
    action: matching(/^[a-z_]+$/, event.action),
    repository,
    visibility: visibilityOf(eventRepository),
    sha: pullRequest?.headSha ?? matching(SHA, env.GITHUB_SHA),
    ref: env.GITHUB_REF || undefined,
    onDefaultBranch:
      typeof defaultBranch === 'string' && defaultBranch !== '' && env.GITHUB_REF === `refs/heads/${defaultBranch}`,
    defaultBranch: typeof defaultBranch === 'string' && defaultBranch !== '' ? defaultBranch : undefined,
    push: pushOf(event),
    actor: env.GITHUB_ACTOR || undefined,
    byBot: isBot(child(event, 'sender')),
    pullRequest,
    issue: numberOf(child(event, 'issue')),
    apiUrl,
    graphqlUrl: httpUrl(env.GITHUB_GRAPHQL_URL) ?? `${apiUrl}/graphql`,
    runUrl: repository && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
  };
}

/** Whether a push made the branch, so that there is no commit before it. */
export function isNewBranch({ before }: NonNullable<GitHubContext['push']>): boolean {
  return /^0+$/.test(before);
}

/** True if anybody can read what the run writes. */
export function isPublic(context: GitHubContext | undefined): boolean {
  return context !== undefined && (context.visibility === 'public' || context.visibility === 'unknown');
}

/**
 * The repository and its API. A terminal has no context, so the same variables are read there.
 * @param remote `owner/name` of the git remote, which may differ from the repository of the workflow
 */
export function repositoryOf(
  env: NodeJS.ProcessEnv,
  context: GitHubContext | undefined,
  remote: string | undefined,
): Pick<GitHubContext, 'repository' | 'apiUrl' | 'graphqlUrl'> {
  const repository = matching(REPOSITORY, remote) ?? context?.repository ?? matching(REPOSITORY, env.GITHUB_REPOSITORY);
  const apiUrl = context?.apiUrl ?? httpUrl(env.GITHUB_API_URL) ?? 'https://api.github.com';
  return { repository, apiUrl, graphqlUrl: context?.graphqlUrl ?? `${apiUrl}/graphql` };
}

function payload(path: string | undefined, readEvent: (path: string) => string): JsonObject {
  if (!path) return {};
  try {
    return objectOrEmpty(JSON.parse(readEvent(path)));
  } catch {
    return {}; // without a readable payload the facts of the event are undefined
  }
}

function objectOrEmpty(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function child(of: JsonObject, name: string): JsonObject {
  return Object.hasOwn(of, name) ? objectOrEmpty(of[name]) : {};
}

function pullRequestOf(event: JsonObject, repository: string | undefined): PullRequest | undefined {
  const pull = child(event, 'pull_request');
  const number = numberOf(pull);
  if (number === undefined) return undefined;
  const head = child(pull, 'head');
  // `head.repo` is null once a fork is deleted. An unknown repository counts as a fork.
  const headRepository = child(head, 'repo').full_name;
  const ours = repository?.toLowerCase();
  return {
    number,
    headSha: matching(SHA, head.sha),
    baseSha: matching(SHA, child(pull, 'base').sha),
    fork: ours === undefined || typeof headRepository !== 'string' || headRepository.toLowerCase() !== ours,
    headRef: matching(BRANCH, head.ref),
    merged: pull.merged === true,
  };
}

function numberOf({ number }: JsonObject): number | undefined {
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function isBot({ type, login }: JsonObject): boolean {
  return type === 'Bot' || (typeof login === 'string' && login.endsWith('[bot]'));
}

function pushOf(event: JsonObject): GitHubContext['push'] {
  const before = matching(SHA, event.before);
  // Without `forced: false` a push counts as a rewrite, for which the files are not compared.
  return before === undefined ? undefined : { before, forced: event.forced !== false };
}

function visibilityOf(repository: JsonObject): GitHubContext['visibility'] {
  const { visibility } = repository;
  if (visibility === 'public' || visibility === 'private' || visibility === 'internal') return visibility;
  if (typeof repository.private === 'boolean') return repository.private ? 'private' : 'public';
  return 'unknown';
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function httpUrl(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  return /^https?:$/.test(new URL(text).protocol) ? text.replace(/\/+$/, '') : undefined;
}
