import { DEFAULT_CHART_VERSION } from '../../versions.js';
import type { Report } from '../location.js';
import type { Json } from '../model.js';
import { type Locate, locator, type Path, treeAt } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';

/** Chart releases that this product was tested with; the table of the chart's names is of these. */
export const TESTED_CHARTS: readonly string[] = [DEFAULT_CHART_VERSION];

/** What the rules are given. */
export interface RuleInput {
  readonly tree: Tree;
  /** The file that owns the platform: the same tree, or that of `platform.from`; undefined where it cannot be read. */
  readonly platform: Tree | undefined;
  readonly locate: Locate;
  readonly report: Report;
}

/** What a rule looks at: the file, and the means to point at a place in it. Rules skip what has a wrong type. */
export interface RuleContext extends RuleInput {
  /** Text at a path, undefined where there is none. */
  readonly text: (path: Path) => string | undefined;
  /** Number at a path, undefined where there is none. */
  readonly number: (path: Path) => number | undefined;
  /** Whether something is written at a path. */
  readonly has: (path: Path) => boolean;
  /** Number of entries of a list. */
  readonly count: (path: Path) => number;
  /** Keys of a mapping in their order. */
  readonly keys: (path: Path) => readonly string[];
  /** The same for the owner of the platform; undefined where that cannot be read. */
  readonly owner: RuleContext | undefined;
}

/** Context of one file, with that of the platform's owner beside it. */
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
