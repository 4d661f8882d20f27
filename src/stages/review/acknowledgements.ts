import { addressOf, type ChangeSet } from '../../change/change.js';
import { guardData, lostChanges } from '../../change/guard.js';
import type { PlanNote } from '../../change/run-note.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import { ACKNOWLEDGEABLE } from '../../config/facts.generated.js';
import { locationText } from '../../config/location.js';
import { ConfigurationError, UsageError } from '../../errors.js';
import { acknowledgedIn, approvingReviews, type FoundReviews } from '../../github/review/reviews.js';
import type { Session } from '../session/session.js';
import { readBasePolicy } from './base-policy.js';

/**
 * Refuses a change that deletes or replaces a resource with data or a network address. It passes if each such resource is
 * acknowledged by its Terraform address, in an approving review of the merged pull request or in a manual run.
 * @param others addresses of what no change loses, and that may be acknowledged all the same
 * @returns notes about addresses that were acknowledged without need
 */
export async function acknowledgeLosses(
  session: Session,
  changeSet: ChangeSet,
  others: readonly string[] = [],
): Promise<readonly PlanNote[]> {
  const { context } = session;
  const lost = lostChanges(changeSet);
  const acknowledged = new Set(acknowledgedAddresses(context));
  for (const address of lost.map(addressOf)) {
    if (acknowledged.has(address)) context.say(`  acknowledged in this manual run: ${address}`);
  }
  if (lost.some((change) => !acknowledged.has(addressOf(change)))) {
    const found = await reviewsOf(session);
    if ('why' in found) context.say(`  acknowledged by no review: ${found.why}`);
    else {
      for (const { login, body } of found.reviews) {
        for (const address of acknowledgedIn(body)) {
          acknowledged.add(address);
          context.say(`  acknowledged by ${login} in pull request #${found.pull}: ${address}`);
        }
      }
    }
  }
  guardData(changeSet, acknowledged);
  const needed = new Set([...lost.map(addressOf), ...others]);
  return [...acknowledged]
    .filter((address) => !needed.has(address))
    .map((address) => ({ code: 'acknowledged-needlessly', address }));
}

/**
 * Errors that the files acknowledge now, and did not acknowledge before the change of this run. At apply such an entry
 * needs an approving review. Empty if no base policy applies.
 */
export async function newlyAcknowledged(session: Session): Promise<readonly Diagnostic[]> {
  const errors = session.input.diagnostics.filter(
    ({ rule, acknowledged }) => acknowledged !== undefined && ACKNOWLEDGEABLE.includes(rule),
  );
  if (errors.length === 0) return [];
  const base = await readBasePolicy(session);
  return base === undefined ? [] : errors.filter(({ rule }) => !base.acknowledged.has(rule));
}

/** Refuses errors that a push acknowledges for the first time without an approving review. */
export async function refuseUnreviewed(session: Session): Promise<void> {
  if (session.context.github?.eventName !== 'push') return;
  const [first, ...more] = await newlyAcknowledged(session);
  if (first === undefined) return;
  const found = await reviewsOf(session);
  const rules = [...new Set([first, ...more].map(({ rule }) => rule))].join(', ');
  if ('reviews' in found && found.reviews.length > 0) {
    session.context.say(
      `  ${rules}: acknowledged for the first time, approved by ${found.reviews.map(({ login }) => login).join(', ')}`,
    );
    return;
  }
  const why = 'why' in found ? found.why : `nobody else with write access approved the last commit of #${found.pull}`;
  throw new ConfigurationError(
    `${first.message} It is acknowledged for the first time, and no review approves it: ${why}`,
    {
      where: locationText(first),
      hint: `Nothing was changed. Have a new entry of acknowledge (${rules}) approved before the merge. Or start the workflow manually (workflow_dispatch): the file then counts as it is.`,
    },
  );
}

async function reviewsOf({ context: { credentials, github } }: Session): Promise<FoundReviews> {
  const { repository, sha } = github ?? {};
  const { githubToken: token } = credentials;
  if (github === undefined) return { why: 'this is not a workflow run' };
  if (token === undefined || repository === undefined || sha === undefined) {
    return { why: token === undefined ? 'no github_token was given' : 'the event does not say which commit this is' };
  }
  return approvingReviews({ context: github, token, repository, sha });
}

/** What the person who started this run acknowledges in it. Throws in any other run. */
export function acknowledgedAddresses({ flags, github }: Session['context']): readonly string[] {
  const { acknowledge: flag } = flags;
  if (flag === undefined) return [];
  if (github !== undefined && github.eventName !== 'workflow_dispatch') {
    throw new UsageError('acknowledge is for manual runs only', {
      hint: 'Leave it empty here. For a pull request, write a line "acknowledge: ADDRESS" in an approving review.',
    });
  }
  const names = typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : [];
  return names.filter((name) => name !== '');
}
