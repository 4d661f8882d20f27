import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../errors.js';
import { Unanswered } from '../../github/api/answer.js';
import { upsertComment } from '../../github/api/comment.js';
import { REQUEST_NEEDS, RequestRepository } from '../../github/api/request-pulls.js';
import { mergedRequest } from '../../github/event-command.js';
import { GRANTED_MARKER, grantedComment, REQUEST_MARKER } from '../../report/access/request.js';
import { shortEmails } from '../../report/markdown.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { checkInput } from '../../stages/input/read.js';
import { handleRequest, type RequestOutcome } from './pull-request.js';

const ATTEMPTS = 3;

/** What tests give instead of the network and the clock. */
export interface RequestOptions {
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Turns an issue of the access form into a pull request. After the merge it tells the person. */
export const command: Command = {
  name: 'access-request',
  about: 'Turns an issue of the access form into a pull request, and gives the link after the merge.',
  flags: { file: { type: 'string', about: 'users file that gets the line (default: the first YAML file of users)' } },
  run: (context) => runRequest(context),
};

/** The command, with what tests replace. */
export async function runRequest(context: CommandContext, options: RequestOptions = {}): Promise<CommandResult> {
  const { github, write } = context;
  const { githubToken: token } = context.credentials;
  if (github === undefined || token === undefined) {
    throw new UsageError('access-request needs the event of a workflow, and a token', {
      hint: 'Use actions/access-request in a workflow on issues and closed pull requests; init writes one.',
    });
  }
  const comment = async (issue: number, marker: string, body: string): Promise<void> => {
    const outcome = await upsertComment({
      context: github,
      token,
      marker,
      body: write.redact(body),
      issue,
      needs: REQUEST_NEEDS,
      ...options,
    });
    context.say(
      outcome.done === 'skipped' ? `no comment: ${outcome.reason}` : `comment ${outcome.done}: ${outcome.url}`,
    );
  };
  const merged = mergedRequest(github.pullRequest);
  if (merged !== undefined && github.action === 'closed') {
    const { input } = await checkInput(context);
    await comment(merged, GRANTED_MARKER, grantedComment(input?.config.access.domain));
    return result('granted', merged, undefined, `The author of #${merged} was told that access is granted.`);
  }
  if (github.eventName !== 'issues' || github.issue === undefined)
    return nothing(context, 'the event is not an access request');
  if (github.byBot) return nothing(context, 'a bot caused the event');
  const repository = new RequestRepository(github, token, options);
  const request = { context, repository, issue: github.issue };
  const handled = await retryLostWrites(() => handleRequest(request), options);
  if (handled.outcome === 'nothing') return nothing(context, handled.because);
  await comment(github.issue, REQUEST_MARKER, handled.comment);
  if (handled.failure !== undefined) throw handled.failure;
  const text = shortEmails(handled.comment.slice(REQUEST_MARKER.length).trim());
  context.say(text);
  return result(handled.outcome, github.issue, handled.pull, text);
}

/**
 * Handles the request again if the answer to a write is lost, since nobody starts a run of an issue again. What the lost
 * write did is found, and not done twice.
 */
async function retryLostWrites(
  handle: () => Promise<RequestOutcome>,
  options: RequestOptions,
): Promise<RequestOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await handle();
    } catch (error) {
      if (!(error instanceof Unanswered && error.mayBeDone) || attempt === ATTEMPTS) throw error;
      await (options.sleep ?? sleep)(2000 * 2 ** attempt);
    }
  }
}

function nothing(context: CommandContext, because: string): CommandResult {
  context.say(`Nothing to do: ${because}`);
  return { exitCode: 0, document: { command: 'access-request', outcome: 'nothing', because }, outputs: {} };
}

function result(
  outcome: Exclude<RequestOutcome['outcome'], 'nothing'> | 'granted',
  issue: number,
  pull: number | undefined,
  summary: string,
): CommandResult {
  return {
    exitCode: 0,
    document: { command: 'access-request', outcome, issue, ...(pull === undefined ? {} : { pullRequest: pull }) },
    outputs: pull === undefined ? {} : { pull_request: String(pull) },
    summary: `### Access request #${issue}\n\n${summary}`,
  };
}
