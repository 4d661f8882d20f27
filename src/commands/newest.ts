import { ToolError } from '../errors.js';
import { credentialInputs } from '../github/inputs.js';
import { branchTip, pushedFiles } from '../github/tip.js';
import type { Session } from './session.js';
import { pathMatcher } from './users-files.js';

/**
 * Ends a run of the default branch whose commit is not its tip: a re-run of an old workflow would let people in again
 * who have left since. The run of the newer commit does what this one would have done. In a terminal nothing is asked.
 */
export async function refuseOlder(session: Session): Promise<void> {
  const { github, context } = session;
  if (github?.onDefaultBranch !== true || github.sha === undefined) return;
  session.step('see whether this is the newest commit');
  const tip = await branchTip(github, credentialInputs(context.env).githubToken);
  if (tip === undefined) {
    context.say('  whether this is the newest commit was not asked: no github_token was given');
    return;
  }
  if (tip === github.sha) return;
  throw new ToolError(
    `This run is of commit ${github.sha.slice(0, 7)}, and ${github.defaultBranch} is at ${tip.slice(0, 7)}`,
    {
      where: github.runUrl ?? github.repository ?? 'this run',
      hint: 'Nothing was changed. The run of the newer commit does it all; where there is none, start the workflow by hand (workflow_dispatch).',
    },
  );
}

/** Whether a push changed users files and nothing else; false wherever that is not certain. */
export async function onlyPeopleChanged(session: Session): Promise<boolean> {
  const { github, context, input } = session;
  if (github?.eventName !== 'push') return false;
  const files = await pushedFiles(github, credentialInputs(context.env).githubToken);
  if (files === undefined || files.length === 0) return false;
  const matches = await pathMatcher(input.usersPaths);
  return files.every((file) => input.usersPaths.some((pattern) => matches(pattern, file)));
}
