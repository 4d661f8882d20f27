import { dirname, join, normalize } from 'node:path';
import { makesPlatform } from '../../config/platform/cluster-id.js';
import { HUB_NAME } from '../../config/rules/names.js';
import { globFault, isGlob, remotePath } from '../../config/users-sources.js';
import { treeAt } from '../../config/yaml/locate.js';
import { parseSource } from '../../config/yaml/source.js';
import { ConfigurationError, UsageError } from '../../errors.js';
import type { CommandContext } from '../../stages/command.js';
import { type CheckedInput, checkInput } from '../../stages/input/read.js';
import { readText } from '../../stages/input/text-file.js';
import { matchingFiles } from '../../stages/input/users-files.js';
import { desiredState, type IdOf } from './desired-state.js';

/** A hub of a repository with several hubs. */
export interface RepositoryHub {
  /** Its name, or one made from its path if the file has no valid name. */
  readonly hub: string;
  /** Path of its jupyterhub.yaml, relative to the working folder. */
  readonly config: string;
  /** Google Cloud project; empty if the file does not say. */
  readonly project: string;
  /** Whether it owns its platform. Then it is applied before the hubs that use the platform. */
  readonly owns: boolean;
  /** Hash of its desired state; undefined if the files have errors. */
  readonly state: string | undefined;
}

/** A file tree in which hubs are searched. */
export interface RepositoryTree {
  /** Working folder. */
  readonly cwd: string;
  /** Top folder of the repository. */
  readonly root: string;
  readonly idOf: IdOf;
  readonly context: Pick<CommandContext, 'github' | 'now'>;
}

const PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/** Reads the hubs whose configuration files match a pattern. Owners of a platform come first; then the order is by name. */
export async function readHubs(tree: RepositoryTree, pattern: string): Promise<readonly RepositoryHub[]> {
  const hubs: RepositoryHub[] = [];
  for (const config of await configFiles(tree.cwd, pattern)) hubs.push(await readHub(tree, config));
  return hubs.sort((a, b) => Number(b.owns) - Number(a.owns) || (a.hub < b.hub ? -1 : 1));
}

/** Refuses two files with the same hub name, which is also the name of its namespace, state and records. */
export function refuseDuplicateHubs(hubs: readonly RepositoryHub[]): void {
  const first = new Map<string, string>();
  for (const { hub, config } of hubs) {
    const other = first.get(hub);
    if (other !== undefined) {
      throw new ConfigurationError(`${other} and ${config} both have the name "${hub}"`, {
        where: config,
        hint: 'Give each hub of the repository a unique name.',
      });
    }
    first.set(hub, config);
  }
}

async function configFiles(cwd: string, pattern: string): Promise<readonly string[]> {
  const fault = globFault(pattern);
  if (fault !== undefined)
    throw new UsageError(`--configs ${JSON.stringify(pattern)} ${fault.why}`, { hint: fault.hint });
  if (remotePath(pattern) === undefined) {
    throw new UsageError(`--configs ${JSON.stringify(pattern)} leaves the repository`, {
      hint: 'Write a relative path inside it, such as hubs/*/jupyterhub.yaml.',
    });
  }
  if (isGlob(pattern)) return matchingFiles(cwd, pattern);
  return typeof (await readText(join(cwd, pattern))) === 'string' ? [pattern] : [];
}

async function readHub({ cwd, root, idOf, context }: RepositoryTree, config: string): Promise<RepositoryHub> {
  // Findings that depend on other repositories or on the date are not changes of a commit.
  const { input, ...checked } = await checkInput({ ...context, configPath: config, cwd });
  if (input === undefined) return { ...namesOf(checked, config), config, owns: false, state: undefined };
  const { name: hub, project } = input.config;
  const state = await desiredState(input, { root, folder: join(cwd, dirname(config)) }, idOf);
  return { hub, config, project, owns: makesPlatform(input.config), state };
}

/** Names for a hub whose files have errors, so that its own run can report them. */
function namesOf({ sources }: Pick<CheckedInput, 'sources'>, config: string): Pick<RepositoryHub, 'hub' | 'project'> {
  const { tree } = parseSource({ path: config, text: sources.get(config) ?? '' });
  const [name, project] = [treeAt(tree, ['name'])?.value, treeAt(tree, ['project'])?.value];
  const path = normalize(config)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return {
    hub: typeof name === 'string' && HUB_NAME.test(name) ? name : `file-${path}`,
    project: typeof project === 'string' && PROJECT.test(project) ? project : '',
  };
}
