import { DEFAULT_CHART_VERSION } from '../versions.js';
import type { Locate, Path } from './locate.js';
import type { Report } from './places.js';
import type { Tree } from './tree.js';

/** Chart releases that this product was tested with; the table of the chart's names is of these. */
export const TESTED_CHARTS: readonly string[] = [DEFAULT_CHART_VERSION];

/** What a rule looks at: the file, and the means to point at a place in it. Rules skip what has a wrong type. */
export interface RuleContext {
  readonly tree: Tree;
  readonly locate: Locate;
  readonly report: Report;
  /** Text at a path, undefined where there is none. */
  readonly text: (path: Path) => string | undefined;
}
