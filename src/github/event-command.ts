import { UsageError } from '../errors.js';
import { issueOfBranch } from './api/request-branch.js';
import type { GitHubContext, PullRequest } from './runner/context.js';

/** What the root action does for an event. `because` is for the log. */
export interface EventCommand {
  /** Undefined if there is nothing to do. */
  readonly command: 'validate' | 'plan' | 'apply' | 'sync-users' | 'access-request' | undefined;
  readonly because: string;
}

const DEPENDABOT = 'dependabot[bot]';

/**
 * Picks the command for the event that started the run; refuses events that could hand credentials to strangers.
 * @param immediate whether the run is to revoke somebody's access at once, or to give it back
 */
export function commandForEvent(context: GitHubContext | undefined, immediate = false): EventCommand {
  if (context === undefined) {
    throw new UsageError('This run has no GitHub event', {
      hint: 'In a terminal, name the command: validate, plan, apply, sync-users or destroy.',
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
    if (context.onDefaultBranch && immediate) {
      return { command: 'sync-users', because: 'access is to be revoked or given back at once' };
    }
    if (context.onDefaultBranch) return { command: 'apply', because: `${eventName} on the default branch` };
    return { command: 'validate', because: `${eventName} on a branch other than the default branch` };
  }
  // GitHub runs schedules of the default branch only.
  if (eventName === 'schedule') return { command: 'sync-users', because: 'schedule: expired access is revoked' };
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
    return { command: undefined, because: 'the closed pull request is not a merged access request' };
  }
  return { command: 'access-request', because: `pull request #${pullRequest.number} is merged` };
}

/** Issue number of a merged access request of our own repository; undefined for any other pull request. */
export function mergedRequest(pull: PullRequest | undefined): number | undefined {
  if (pull === undefined || !pull.merged || pull.fork) return undefined;
  return issueOfBranch(pull.headRef);
}
