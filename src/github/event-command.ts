import { UsageError } from '../errors.js';
import { issueOfBranch } from './api/request-branch.js';
import type { GitHubContext, PullRequest } from './runner/context.js';

/** What the root action does for an event, and why, as text for the log. */
export interface EventCommand {
  /** Undefined where there is nothing to do. */
  readonly command: 'validate' | 'plan' | 'apply' | 'sync-users' | 'access-request' | undefined;
  readonly because: string;
}

const DEPENDABOT = 'dependabot[bot]';

/**
 * Picks the command for the event that started the run; refuses events that could hand credentials to strangers.
 * @param removes whether the run revokes somebody's access at once
 */
export function commandForEvent(context: GitHubContext | undefined, removes = false): EventCommand {
  if (context === undefined) {
    throw new UsageError('There is no GitHub event here', {
      hint: 'In a terminal name the command: validate, plan, apply, sync-users or destroy.',
    });
  }
  const { eventName, pullRequest } = context;
  if (eventName === 'pull_request') {
    if (context.action === 'closed') return ofClosed(context);
    // GitHub gives these runs neither an identity token nor a token that may write.
    if (pullRequest === undefined || pullRequest.fork) {
      return { command: 'validate', because: 'the pull request comes from a fork, which gets no credentials' };
    }
    if (context.actor === DEPENDABOT) {
      return { command: 'validate', because: 'Dependabot started the run, which gets no credentials' };
    }
    return { command: 'plan', because: `pull request #${pullRequest.number}` };
  }
  if (eventName === 'push' || eventName === 'workflow_dispatch') {
    if (context.onDefaultBranch && removes) {
      return { command: 'sync-users', because: 'access of somebody is to be revoked at once' };
    }
    if (context.onDefaultBranch) return { command: 'apply', because: `${eventName} on the default branch` };
    return { command: 'validate', because: `${eventName} on another branch than the default one` };
  }
  // GitHub runs schedules of the default branch only.
  if (eventName === 'schedule')
    return { command: 'sync-users', because: 'schedule: access of people whose last day is over ends' };
  if (eventName === 'issues') return { command: 'access-request', because: `issue #${context.issue}` };
  if (eventName === 'merge_group') return { command: 'validate', because: 'merge queue' };
  throw new UsageError(`The event ${eventName} starts no command of this action`, {
    hint:
      eventName === 'pull_request_target'
        ? 'Use pull_request: pull_request_target runs the code of strangers with your credentials.'
        : 'Use pull_request, push, schedule, workflow_dispatch, merge_group or issues, or one of the actions under actions/.',
  });
}

function ofClosed({ pullRequest }: GitHubContext): EventCommand {
  if (pullRequest === undefined || mergedRequest(pullRequest) === undefined) {
    return { command: undefined, because: 'a pull request is closed that is no merged request for access' };
  }
  return { command: 'access-request', because: `pull request #${pullRequest.number} is merged` };
}

/** Issue whose request for access a merged pull request of our own repository is; undefined for any other. */
export function mergedRequest(pull: PullRequest | undefined): number | undefined {
  if (pull === undefined || !pull.merged || pull.fork) return undefined;
  return issueOfBranch(pull.headRef);
}
