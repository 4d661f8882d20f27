import { dirname, join } from 'node:path';
import { isGlob } from '../../config/users-sources.js';
import { ToolError } from '../../errors.js';
import { branchTip, filesBetween, pushedFiles } from '../../github/api/compare.js';
import { PROVIDER_LOCK } from '../../terraform/provider-lock.js';
import { pathMatcher, readGlob } from '../input/globs.js';
import { checkoutFolder, inRepository, pathsBehind } from '../input/repository-path.js';
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
    refuseUncheckedRerun(session);
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

/** Who starts an old run again chooses what is applied. A first run has the commit that was pushed. */
function refuseUncheckedRerun({ context: { env, github } }: Session): void {
  if (!(Number(env.GITHUB_RUN_ATTEMPT) > 1)) return;
  throw new ToolError('This run was started again, and without a github_token it is not known whether it is stale', {
    where: github?.runUrl ?? 'this run',
    hint: 'Nothing was changed. Give the step the input github_token with contents: read, or start the workflow manually (workflow_dispatch).',
  });
}

/**
 * Whether one of these files decides part of the hub's desired state. Their paths start at the top of the repository, and
 * links in it are files of their own. So each name of the hub is followed to its file. One that cannot be followed could be
 * any file, and so concerns the hub.
 */
async function concernsHub({ context, input, config }: Session, files: readonly string[]): Promise<boolean> {
  const folder = await checkoutFolder(context);
  const named = (path: string): string => inRepository(folder, context.cwd, path);
  const globs = input.usersPaths.filter(isGlob).map((pattern) => readGlob(named(pattern)));
  const { path: chart } = config.hub.chart;
  const names = [
    ...[...input.sources.keys()].filter((path) => !input.origins.has(path)).map(named),
    ...input.usersPaths.filter((path) => !isGlob(path)).map(named),
    ...(chart === undefined ? [] : [named(chart)]),
  ];
  const behind: string[] = [];
  for (const name of names) {
    const paths = await pathsBehind(folder, name);
    if (paths === undefined) return true;
    behind.push(name, ...paths);
  }
  const patterns: string[] = [];
  for (const glob of await Promise.all(globs)) {
    const paths = glob === undefined ? undefined : await pathsBehind(folder, glob.base);
    if (glob === undefined || paths === undefined) return true;
    behind.push(...paths);
    patterns.push(...[glob.base, ...paths].map((path) => join(path, glob.rest)));
  }
  const matches = await pathMatcher(patterns);
  const folders = chart === undefined ? [] : [named(chart), ...((await pathsBehind(folder, named(chart))) ?? [])];
  // A run must not go back to an old provider.
  const providerLock = named(join(dirname(context.configPath), PROVIDER_LOCK));
  return files.some(
    (file) =>
      file.startsWith('.github/') ||
      file === providerLock ||
      // A changed folder is a link or a submodule: Git has no folders of its own.
      behind.some((path) => path === file || path.startsWith(`${file}/`)) ||
      folders.some((path) => file.startsWith(`${path}/`)) ||
      patterns.some((pattern) => matches(pattern, file)),
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
