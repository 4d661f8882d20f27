import { type Acknowledged, acknowledge, readAcknowledged } from './acknowledge.js';
import { buildConfig, type OwnedPlatform } from './build.js';
import { type Diagnostic, orderFindings, withoutDuplicates } from './diagnostic.js';
import { createReport, type Location, type Report } from './location.js';
import { mergeTrees, withoutKey } from './merge.js';
import type { HubConfig } from './model.js';
import { clusterOf } from './platform/cluster.js';
import { checkRules } from './rules/all.js';
import { checkSchema } from './schema/check.js';
import { notConfiguration } from './schema/kind.js';
import type { JupyterhubFile } from './schema/types.generated.js';
import { checkSupported } from './schema/unsupported.js';
import { quoted } from './text.js';
import { type UsersSource, usersSources } from './users-sources.js';
import { type Locate, locator, type Path, treeAt } from './yaml/locate.js';
import type { Source } from './yaml/source.js';
import type { Tree } from './yaml/tree.js';

/** A `jupyterhub.yaml` as read, followed by the files that it extends, nearest first. */
export interface ConfigSources {
  readonly own: readonly Source[];
  /** The same for the file that `platform.from` names. */
  readonly platform?: readonly Source[];
  /** True when one of the files could not be read. Missing keys are then not reported. */
  readonly incomplete?: boolean;
}

/** The result of checking a `jupyterhub.yaml`. */
export interface LoadedConfig {
  /** Undefined when the diagnostics contain an error. */
  readonly config: HubConfig | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Location of a key or value, or of its nearest existing parent. Findings of later steps need it. */
  readonly locate: Locate;
  /** The file merged with those it extends, for checks that need users files too; undefined when it is not YAML. */
  readonly tree: Tree | undefined;
  /** Valid entries of `users`. They are given even when other parts of the file are wrong, so that they can be checked too. */
  readonly users: readonly UsersSource[];
  /** Findings that the file acknowledges. */
  readonly acknowledged: Acknowledged;
}

/** A path that a file contains, relative to the folder of that file, with its location. */
export interface NamedFile {
  readonly path: string;
  readonly location: Location;
}

/** The file that this one extends; undefined when it extends none. */
export function extendsOf(source: Source): NamedFile | undefined {
  return namedFile(source.tree, ['extends']);
}

/** The file that owns the platform of this hub; undefined when it is this one. */
export function platformOf(sources: readonly Source[]): NamedFile | undefined {
  return namedFile(mergeSources(sources), ['platform', 'from']);
}

/**
 * Checks a `jupyterhub.yaml` and fills in its defaults. Never throws, whatever the text.
 * @param baseDir absolute folder that paths of findings are relative to, for the paths of the result
 */
export function loadConfig(sources: ConfigSources, baseDir: string): LoadedConfig {
  const syntax = sources.own.flatMap(({ diagnostics }) => diagnostics);
  const files = sources.own.map(({ file }) => file);
  const tree = mergeSources(sources.own);
  if (tree === undefined || sources.own[0]?.tree === undefined) {
    const locate: Locate = () => ({ file: files[0] ?? '', line: 1, column: 1, length: 1 });
    const diagnostics = orderFindings(syntax, files);
    return { config: undefined, diagnostics, locate, tree: undefined, users: [], acknowledged: new Map() };
  }
  const locate = locator(tree);
  const fromSchema: Diagnostic[] = [];
  checkSchema('jupyterhub', tree, locate, createReport(fromSchema));
  const fromRules: Diagnostic[] = [];
  const report = createReport(fromRules);
  checkBases(sources.own, report);
  const acknowledged = readAcknowledged(tree, locate, report);
  const platform = sources.platform === undefined ? tree : mergeSources(sources.platform);
  if (tree.entries !== undefined) {
    checkRules({ tree, platform, locate, report });
    checkSupported('jupyterhub', tree, locate, report);
  }
  const found = withoutDuplicates(syntax, fromSchema, fromRules).filter(
    ({ rule }) => !(rule === 'missing-key' && sources.incomplete === true),
  );
  const all = orderFindings(acknowledge(found, acknowledged), files);
  const isValid = sources.incomplete !== true && all.every((one) => one.severity !== 'error');
  const file = tree.value as unknown as JupyterhubFile;
  // Of files with errors nothing is built: their values can be of any type.
  const owned = isValid ? ownedPlatform(platform) : undefined;
  return {
    config: owned !== undefined ? buildConfig(file, locate, baseDir, owned) : undefined,
    diagnostics: all,
    locate,
    tree,
    users: usersSources(tree, locate).filter(({ location: { file, line, column } }) => {
      return !all.some(
        (one) => one.severity === 'error' && one.file === file && one.line === line && one.column === column,
      );
    }),
    acknowledged,
  };
}

/** Files that are extended must be configurations too. A finding stands where the file is named. */
function checkBases(own: readonly Source[], report: Report): void {
  for (const [index, { tree }] of own.entries()) {
    const above = own[index - 1];
    const named = above && extendsOf(above);
    const why = tree && notConfiguration(tree);
    if (named === undefined || why === undefined) continue;
    report(named.location, 'wrong-value', `${quoted(named.path)} ${why}, so it cannot be extended.`, {
      hint: 'Name a jupyterhub.yaml. People are listed in the files that "users" names.',
    });
  }
}

/** Name, zones and cluster of the platform, from the file that owns it. */
function ownedPlatform(owner: Tree | undefined): OwnedPlatform | undefined {
  const name = treeAt(owner, ['platform', 'name'])?.value ?? treeAt(owner, ['name'])?.value;
  if (typeof name !== 'string') return undefined;
  const zones = treeAt(owner, ['platform', 'zones'])?.items?.map(({ value }) => String(value));
  const file = owner?.value as unknown as JupyterhubFile;
  return { name, zones, cluster: clusterOf(file), existing: file.platform?.cluster?.existing };
}

function mergeSources(sources: readonly Source[]): Tree | undefined {
  const trees = sources.flatMap(({ tree }) => tree ?? []);
  // Only the nearest file keeps its `extends`, so that findings can point at it.
  return trees.reduceRight<Tree | undefined>(
    (below, above) => (below === undefined ? above : mergeTrees(withoutKey(below, 'extends'), above)),
    undefined,
  );
}

function namedFile(tree: Tree | undefined, path: Path): NamedFile | undefined {
  const value = treeAt(tree, path)?.value;
  if (tree === undefined || typeof value !== 'string' || value === '') return undefined;
  return { path: value, location: locator(tree)(path) };
}
