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
 * Refuses a change that deletes or replaces what holds data or an address, unless each of these is acknowledged by its
 * address: in an approving review of what was merged, or by whoever starts the run by hand.
 * @returns notes about addresses that were acknowledged and did not need it
 */
export async function acknowledgeLosses(session: Session, changeSet: ChangeSet): Promise<readonly PlanNote[]> {
  const { context } = session;
  const lost = lostChanges(changeSet);
  const byHand = givenAddresses(session);
  const acknowledged = new Set(byHand);
  for (const address of lost.map(addressOf)) {
    if (acknowledged.has(address)) context.say(`  acknowledged by hand: ${address}`);
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
  const needed = new Set(lost.map(addressOf));
  return [...acknowledged]
    .filter((address) => !needed.has(address))
    .map((address) => ({ code: 'acknowledged-needlessly', address }));
}

/**
 * Errors that the files acknowledge and did not before the change of this run: such an entry counts at apply with an
 * approving review only. Empty where the file counts as it is.
 */
export async function newlyAcknowledged(session: Session): Promise<readonly Diagnostic[]> {
  const errors = session.input.diagnostics.filter(
    ({ rule, acknowledged }) => acknowledged !== undefined && ACKNOWLEDGEABLE.includes(rule),
  );
  if (errors.length === 0) return [];
  const gates = await readBasePolicy(session);
  return gates === undefined ? [] : errors.filter(({ rule }) => !gates.acknowledged.has(rule));
}

/** Refuses errors that a push acknowledges for the first time where no approving review of it is found. */
export async function refuseUnreviewed(session: Session): Promise<void> {
  if (session.context.github?.eventName !== 'push') return;
  const [first, ...more] = await newlyAcknowledged(session);
  if (first === undefined) return;
  const found = await reviewsOf(session);
  const rules = [...new Set([first, ...more].map(({ rule }) => rule))].join(', ');
  if ('reviews' in found && found.reviews.length > 0) {
    session.context.say(
      `  ${rules}: acknowledged anew, approved by ${found.reviews.map(({ login }) => login).join(', ')}`,
    );
    return;
  }
  const why = 'why' in found ? found.why : `nobody else with write access approved the last commit of #${found.pull}`;
  throw new ConfigurationError(`${first.message} It is acknowledged for the first time, and by no review: ${why}`, {
    where: locationText(first),
    hint: `Nothing was changed. Have a new entry of acknowledge (${rules}) approved before the merge. Or start the workflow by hand (workflow_dispatch): then the file counts as it is.`,
  });
}

async function reviewsOf({ context: { credentials, github } }: Session): Promise<FoundReviews> {
  const { repository, sha } = github ?? {};
  const { githubToken: token } = credentials;
  if (github === undefined) return { why: 'this is no run of a workflow' };
  if (token === undefined || repository === undefined || sha === undefined) {
    return { why: token === undefined ? 'no github_token was given' : 'the event does not say which commit this is' };
  }
  return approvingReviews({ context: github, token, repository, sha });
}

function givenAddresses({ context: { flags, github } }: Session): readonly string[] {
  const { acknowledge: flag } = flags;
  if (flag === undefined) return [];
  if (github !== undefined && github.eventName !== 'workflow_dispatch') {
    throw new UsageError('acknowledge is for runs by hand', {
      hint: 'Leave it empty here. In a pull request it is a line "acknowledge: ADDRESS" in an approving review.',
    });
  }
  const names = typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : [];
  return names.filter((name) => name !== '');
}
