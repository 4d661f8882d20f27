import { ToolError } from '../../errors.js';
import { branchTip, filesBetween, pushedFiles } from '../../github/api/compare.js';
import { inRepository } from '../input/repository-path.js';
import { pathMatcher } from '../input/users-files.js';
import type { Session } from '../session/session.js';

/**
 * Ends a run of the default branch that newer commits have overtaken: a re-run of an old workflow would let people in
 * again who have left since. The run of the newer commit does what this one would have done. Commits that have nothing to
 * do with this hub start no run of it, so that this one goes on. In a terminal nothing is asked.
 */
export async function refuseStaleRun(session: Session): Promise<void> {
  const { context } = session;
  const { github } = context;
  if (github?.onDefaultBranch !== true || github.sha === undefined) return;
  session.step('see whether this is the newest commit');
  const token = context.credentials.githubToken;
  const tip = await branchTip(github, token);
  if (tip === undefined) {
    context.say('  whether this is the newest commit was not asked: no github_token was given');
    return;
  }
  if (tip === github.sha) return;
  const newer = await filesBetween(github, token, github.sha, tip);
  if (newer !== undefined && !(await concernsHub(session, newer))) {
    context.say(`  ${github.defaultBranch} is at ${tip.slice(0, 7)} by now, which leaves this hub as it is here`);
    return;
  }
  throw new ToolError(
    `This run is of commit ${github.sha.slice(0, 7)}, and ${github.defaultBranch} is at ${tip.slice(0, 7)}`,
    {
      where: github.runUrl ?? github.repository ?? 'this run',
      hint: 'Nothing was changed. The run of the newer commit does it all; where there is none, start the workflow by hand (workflow_dispatch).',
    },
  );
}

/** Whether one of these files, by their paths in the repository, has a part in what the hub is to be. */
async function concernsHub({ context, input, config }: Session, files: readonly string[]): Promise<boolean> {
  const named = (path: string): string => inRepository(context, path);
  const read = new Set([...input.sources.keys()].map(named));
  const chart = config.hub.chart.path === undefined ? undefined : named(config.hub.chart.path);
  const people = input.usersPaths.map(named);
  const matches = await pathMatcher(people);
  return files.some(
    (file) =>
      read.has(file) ||
      file.startsWith('.github/') ||
      (chart !== undefined && (file === chart || file.startsWith(`${chart}/`))) ||
      people.some((pattern) => matches(pattern, file)),
  );
}

/** Whether a push changed users files and nothing else; false wherever that is not certain. */
export async function onlyPeopleChanged(session: Session): Promise<boolean> {
  const { context, input } = session;
  const { github } = context;
  if (github?.eventName !== 'push') return false;
  const files = await pushedFiles(github, context.credentials.githubToken);
  if (files === undefined || files.length === 0) return false;
  const matches = await pathMatcher(input.usersPaths);
  return files.every((file) => input.usersPaths.some((pattern) => matches(pattern, file)));
}
