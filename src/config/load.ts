import { buildConfig } from './build.js';
import { type Diagnostic, orderFindings, withoutEchoes } from './diagnostics.js';
import { at, type Locate, locator, type Path } from './locate.js';
import type { HubConfig } from './model.js';
import { collector } from './places.js';
import { checkRules, usersPaths } from './rules.js';
import { checkSchema } from './schema.js';
import type { JupyterhubFile } from './schema-types.generated.js';
import { parseSource, type SourceFile } from './source.js';

/** A `jupyterhub.yaml` as far as it is sound. */
export interface LoadedConfig {
  /** Undefined when there is an error among the diagnostics. */
  readonly config: HubConfig | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Place of a key or value, or of the nearest one above it: for findings of later steps. */
  readonly locate: Locate;
  /** Users files that the file names soundly, even when other parts of it are wrong, so that these can be checked too. */
  readonly users: readonly { readonly path: string; readonly at: Path }[];
}

/**
 * Reads, checks and completes `jupyterhub.yaml`. Never throws, whatever the text.
 * @param baseDir absolute folder of the file; relative paths in it start there
 */
export function loadConfig(file: SourceFile, baseDir: string): LoadedConfig {
  const { tree, place, diagnostics } = parseSource(file);
  if (tree === undefined) {
    return { config: undefined, diagnostics: orderFindings(diagnostics), locate: () => place(0, 1), users: [] };
  }
  const locate = locator(tree, place);
  const fromSchema: Diagnostic[] = [];
  checkSchema('jupyterhub', tree, locate, collector(fromSchema));
  const fromRules: Diagnostic[] = [];
  if (at(tree, [])?.entries !== undefined) checkRules(tree, locate, collector(fromRules));
  const all = orderFindings(withoutEchoes(diagnostics, fromSchema, fromRules));
  const sound = all.every((one) => one.severity !== 'error');
  return {
    config: sound ? buildConfig(tree.value as unknown as JupyterhubFile, baseDir) : undefined,
    diagnostics: all,
    locate,
    users: usersPaths(tree).filter(({ at: where }) => {
      const { line, column } = locate(where);
      return !all.some((one) => one.severity === 'error' && one.line === line && one.column === column);
    }),
  };
}
