import { join, normalize } from 'node:path';
import { HUB_NAME } from '../../config/rules/names.js';
import { treeAt } from '../../config/yaml/locate.js';
import { parseSource } from '../../config/yaml/source.js';
import { ConfigurationError } from '../../errors.js';
import type { CommandContext } from '../../stages/command.js';
import { type CheckedInput, checkInput } from '../../stages/input/read.js';
import { readText } from '../../stages/input/text-file.js';
import { isGlob, matchingFiles } from '../../stages/input/users-files.js';
import { desiredState, type IdOf } from './desired-state.js';

/** A hub of a repository that has several. */
export interface RepositoryHub {
  /** Its name, or one made of its path where the file has none that can be used. */
  readonly hub: string;
  /** Path of its jupyterhub.yaml, relative to the working folder. */
  readonly config: string;
  /** Google project; empty where the file does not say. */
  readonly project: string;
  /** Whether it owns its platform, and so goes before hubs that use it. */
  readonly owns: boolean;
  /** Hash of what it is to be; undefined where the files have errors. */
  readonly state: string | undefined;
}

/** One tree of files to look for hubs in. */
export interface RepositoryTree {
  /** Working folder. */
  readonly cwd: string;
  /** Top of the repository. */
  readonly root: string;
  readonly idOf: IdOf;
  readonly context: Pick<CommandContext, 'github' | 'now'>;
}

const PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/** The hubs whose configuration files match a pattern, those that own their platform first, then by name. */
export async function readHubs(tree: RepositoryTree, pattern: string): Promise<readonly RepositoryHub[]> {
  const hubs: RepositoryHub[] = [];
  for (const config of await configFiles(tree.cwd, pattern)) hubs.push(await readHub(tree, config));
  return hubs.sort((a, b) => Number(b.owns) - Number(a.owns) || (a.hub < b.hub ? -1 : 1));
}

/** Names are those of namespaces, states and records: two files must not mean the same hub. */
export function refuseDuplicateHubs(hubs: readonly RepositoryHub[]): void {
  const first = new Map<string, string>();
  for (const { hub, config } of hubs) {
    const other = first.get(hub);
    if (other !== undefined) {
      throw new ConfigurationError(`${other} and ${config} both are the hub "${hub}"`, {
        where: config,
        hint: 'Give each hub of the repository a name of its own.',
      });
    }
    first.set(hub, config);
  }
}

async function configFiles(cwd: string, pattern: string): Promise<readonly string[]> {
  if (isGlob(pattern)) return matchingFiles(cwd, pattern);
  return typeof (await readText(join(cwd, pattern))) === 'string' ? [pattern] : [];
}

async function readHub({ cwd, root, idOf, context }: RepositoryTree, config: string): Promise<RepositoryHub> {
  // What happens elsewhere and on other days is not what a commit changed.
  const { input, ...checked } = await checkInput({ ...context, configPath: config, cwd });
  if (input === undefined) return { ...namesOf(checked, config), config, owns: false, state: undefined };
  const { name: hub, project, platform } = input.config;
  return { hub, config, project, owns: platform.from === undefined, state: await desiredState(input, root, idOf) };
}

/** How a hub whose files have errors is called: its run is to say what is wrong with them. */
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
