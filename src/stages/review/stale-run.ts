import { ToolError } from '../../errors.js';
import { branchTip, filesBetween, pushedFiles } from '../../github/api/compare.js';
import { inRepository } from '../input/repository-path.js';
import { pathMatcher } from '../input/users-files.js';
import type { Session } from '../session/session.js';

/**
 * Ends a stale run: one of the default branch that newer commits have overtaken. A re-run of an old workflow would grant
 * access again that has been revoked since. The run of the newer commit does what this one would have done. Commits that
 * do not concern this hub start no run of it, so this run continues. In a terminal nothing is checked.
 */
export async function refuseStaleRun(session: Session): Promise<void> {
  const { context } = session;
  const { github } = context;
  if (github?.onDefaultBranch !== true || github.sha === undefined) return;
  session.step('check that this run is not stale');
  const token = context.credentials.githubToken;
  const tip = await branchTip(github, token);
  if (tip === undefined) {
    context.say('  not checked whether this run is stale: no github_token was given');
    return;
  }
  if (tip === github.sha) return;
  const newer = await filesBetween(github, token, github.sha, tip);
  if (newer !== undefined && !(await concernsHub(session, newer))) {
    context.say(`  ${github.defaultBranch} is at ${tip.slice(0, 7)} now; the newer commits do not change this hub`);
    return;
  }
  throw new ToolError(
    `This run is of commit ${github.sha.slice(0, 7)}, and ${github.defaultBranch} is at ${tip.slice(0, 7)}`,
    {
      where: github.runUrl ?? github.repository ?? 'this run',
      hint: 'Nothing was changed. The run of the newer commit makes all changes. If there is no such run, start the workflow manually (workflow_dispatch).',
    },
  );
}

/** Whether one of these files decides part of the hub's desired state. Their paths start at the top of the repository. */
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

/** Whether a push changed users files and nothing else. False if that is not certain. */
export async function onlyPeopleChanged(session: Session): Promise<boolean> {
  const { context, input } = session;
  const { github } = context;
  if (github?.eventName !== 'push') return false;
  const files = await pushedFiles(github, context.credentials.githubToken);
  if (files === undefined || files.length === 0) return false;
  const matches = await pathMatcher(input.usersPaths);
  return files.every((file) => input.usersPaths.some((pattern) => matches(pattern, file)));
}
