import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, UsageError } from '../../errors.js';
import { type ChangedHubsReport, changedHubsLines, changedHubsSummary } from '../../report/changed-hubs.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { run } from '../../system/exec.js';
import type { GitRepository } from '../../system/git.js';
import { type Base, baseOfRun } from './base.js';
import { commitOf, idsOf, repositoryOfFolder, sameFolder, writeFilesOf } from './git-tree.js';
import { type RepositoryHub, readHubs, refuseDuplicateHubs } from './hubs.js';

const PATTERN = 'hubs/*/jupyterhub.yaml';

/** Lists the hubs that a commit changes, for the matrix of a workflow. Contacts nothing. */
export const command: Command = {
  name: 'changed-hubs',
  about:
    'Lists the hubs of a repository whose desired state has changed, for the matrix of a workflow. Contacts nothing.',
  flags: {
    configs: { type: 'string', about: `pattern of the configuration files (default: ${PATTERN})` },
    base: {
      type: 'string',
      about: 'revision to compare with (default: by the event; in a terminal every hub is listed)',
    },
    hub: { type: 'string', about: 'list only this hub, whether or not it changed' },
  },
  run: async (context) => {
    const tempDir = await mkdtemp(join(context.env.RUNNER_TEMP || tmpdir(), 'jupyterhub-gke-'));
    try {
      return await listHubs(context, tempDir);
    } finally {
      await rm(tempDir, { recursive: true, force: true });
    }
  },
};

async function listHubs(context: CommandContext, tempDir: string): Promise<CommandResult> {
  const { configs, hub } = context.flags;
  const { env, signal, cwd } = context;
  const pattern = typeof configs === 'string' ? configs : PATTERN;
  const repository = await repositoryOfFolder({ run, env, signal, tempDir }, cwd);
  const all = await hubsHere(context, repository, pattern);
  const base = typeof hub === 'string' ? { why: `only "${hub}" was requested` } : await baseOf(context, repository);
  const before =
    base.commit === undefined ? undefined : await hubsAt(context, repository, base.commit, { pattern, tempDir });
  const report = compare(all, before, typeof hub === 'string' ? hub : undefined);
  const shown: ChangedHubsReport = {
    ...report,
    because: base.why,
    write: context.write,
  };
  for (const line of changedHubsLines(shown)) context.say(line);
  const matrix = report.changed.map(({ hub: name, config, project, owns }) => ({ hub: name, config, project, owns }));
  const list = (isIncluded: (hub: { owns: boolean }) => boolean): string =>
    JSON.stringify(matrix.filter(isIncluded).map(({ owns: _, ...entry }) => entry));
  return {
    exitCode: 0,
    document: { changed: matrix, unchanged: report.unchanged.map(({ hub: name }) => name), gone: [...report.gone] },
    outputs: {
      changed: String(matrix.length > 0),
      hubs: list(() => true),
      owners: list(({ owns }) => owns),
      others: list(({ owns }) => !owns),
    },
    summary: changedHubsSummary(shown),
  };
}

interface Compared {
  readonly changed: readonly RepositoryHub[];
  readonly unchanged: readonly RepositoryHub[];
  /** Names of hubs whose file was removed. */
  readonly gone: readonly string[];
}

function compare(
  all: readonly RepositoryHub[],
  before: readonly RepositoryHub[] | undefined,
  only: string | undefined,
): Compared {
  if (only !== undefined && !all.some(({ hub }) => hub === only)) {
    throw new UsageError(`This repository has no hub "${only}"`, {
      hint: `Hubs: ${all.map(({ hub }) => hub).join(', ')}.`,
    });
  }
  const states = new Map(before?.map(({ hub, state }) => [hub, state]));
  const isChanged = ({ hub, state }: RepositoryHub): boolean => {
    if (only !== undefined) return hub === only;
    // A hub with errors counts as changed, so its own run reports them.
    return before === undefined || state === undefined || states.get(hub) !== state;
  };
  const names = new Set(all.map(({ hub }) => hub));
  // A file with errors may still have the hub's name where it cannot be read: its own run reports the errors.
  const faulty = new Set(all.filter(({ state }) => state === undefined).map(({ config }) => config));
  return {
    changed: all.filter(isChanged),
    unchanged: all.filter((hub) => !isChanged(hub)),
    gone: (before ?? []).filter(({ hub, config }) => !names.has(hub) && !faulty.has(config)).map(({ hub }) => hub),
  };
}

async function hubsHere(
  context: CommandContext,
  repository: GitRepository | undefined,
  pattern: string,
): Promise<readonly RepositoryHub[]> {
  const { cwd } = context;
  const head = repository && (await commitOf(repository, 'HEAD'));
  const idOf = repository && head ? idsOf(repository, head) : async () => undefined;
  const all = await readHubs({ cwd, root: repository?.root ?? cwd, idOf, context }, pattern);
  if (all.length === 0) {
    throw new ConfigurationError(`No file matches ${pattern}`, {
      where: cwd === repository?.root ? 'the repository' : cwd,
      hint: 'Give the pattern of your configuration files with --configs, or the input configs in a workflow.',
    });
  }
  refuseDuplicateHubs(all);
  return all;
}

async function hubsAt(
  context: CommandContext,
  repository: GitRepository | undefined,
  commit: string,
  { pattern, tempDir }: { readonly pattern: string; readonly tempDir: string },
): Promise<readonly RepositoryHub[] | undefined> {
  if (repository === undefined) return undefined;
  const tree = await writeFilesOf(repository, commit, tempDir);
  const there = await sameFolder(repository, context.cwd, tree);
  return readHubs({ cwd: there, root: tree, idOf: idsOf(repository, commit), context }, pattern);
}

async function baseOf(context: CommandContext, repository: GitRepository | undefined): Promise<Base> {
  const { base } = context.flags;
  if (repository === undefined) {
    if (typeof base === 'string') throw new UsageError('--base needs a git repository', { hint: 'Leave --base out.' });
    return { why: 'this is not a git repository' };
  }
  if (typeof base !== 'string') return baseOfRun(context.github, repository);
  const commit = await commitOf(repository, base);
  if (commit !== undefined) return { commit, why: `compared with ${commit.slice(0, 7)}` };
  throw new UsageError(`This clone has no commit ${JSON.stringify(base)}`, {
    hint: 'Name a commit, branch or tag of this clone. In a workflow, check out with fetch-depth: 0.',
  });
}
