import { DEFAULT_CHART_VERSION } from '../../versions.js';
import type { Report } from '../location.js';
import type { Json } from '../model.js';
import { type Locate, locator, type Path, treeAt } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';

/** Chart releases that this product was tested with. The table of chart values is from these. */
export const TESTED_CHARTS: readonly string[] = [DEFAULT_CHART_VERSION];

/** Input of the rules. */
export interface RuleInput {
  readonly tree: Tree;
  /** The file that owns the platform: the same tree, or that of `platform.from`; undefined if it cannot be read. */
  readonly platform: Tree | undefined;
  readonly locate: Locate;
  readonly report: Report;
}

/** The file that a rule checks, and functions to read it and report findings. Rules skip values of a wrong type. */
export interface RuleContext extends RuleInput {
  /** Text at a path; undefined for anything else. */
  readonly text: (path: Path) => string | undefined;
  /** Number at a path; undefined for anything else. */
  readonly number: (path: Path) => number | undefined;
  /** Whether the file has a value at a path. */
  readonly has: (path: Path) => boolean;
  /** Number of entries of a list. */
  readonly count: (path: Path) => number;
  /** Keys of a mapping, in order. */
  readonly keys: (path: Path) => readonly string[];
  /** Context of the file that owns the platform; undefined if it cannot be read. */
  readonly owner: RuleContext | undefined;
}

/** Creates the context of one file and of the owner of its platform. */
export function ruleContext({ tree, platform, locate, report }: RuleInput): RuleContext {
  const own = { ...reader(tree), tree, platform, locate, report };
  if (platform === tree) {
    const self: RuleContext = {
      ...own,
      get owner() {
        return self;
      },
    };
    return self;
  }
  if (platform === undefined) return { ...own, owner: undefined };
  return { ...own, owner: ruleContext({ tree: platform, platform, locate: locator(platform), report }) };
}

function reader(tree: Tree) {
  const value = (path: Path): Json | undefined => treeAt(tree, path)?.value;
  return {
    text: (path: Path): string | undefined => {
      const found = value(path);
      return typeof found === 'string' ? found : undefined;
    },
    number: (path: Path): number | undefined => {
      const found = value(path);
      return typeof found === 'number' ? found : undefined;
    },
    has: (path: Path): boolean => treeAt(tree, path) !== undefined,
    count: (path: Path): number => treeAt(tree, path)?.items?.length ?? 0,
    keys: (path: Path): readonly string[] => [...(treeAt(tree, path)?.entries?.keys() ?? [])],
  };
}
