import { plural } from '../config/text.js';
import { table } from './markdown.js';
import type { Writer } from './writer.js';

/** A hub in the report on a repository's hubs. */
export interface ShownHub {
  readonly hub: string;
  readonly config: string;
  readonly owns: boolean;
  /** Undefined where the files have errors. */
  readonly state: string | undefined;
}

/** Which hubs a change concerns. */
export interface ChangedHubsReport {
  readonly changed: readonly ShownHub[];
  readonly unchanged: readonly ShownHub[];
  /** Names of hubs that have no file any more. */
  readonly gone: readonly string[];
  /** What was compared, as the end of a sentence. */
  readonly because: string;
  /** Writes text from outside for those who can read the report. */
  readonly write: Writer;
}

/** Lines for the log. */
export function changedHubsLines(report: ChangedHubsReport): readonly string[] {
  return [
    ...rows(report).map(([hub, config, what]) => `  ${hub}  ${config}  ${what}`),
    ...report.gone.map((hub) => `  ${hub}  ${GONE}`),
    `${countLine(report)}: ${report.because}`,
  ];
}

/** Markdown for the step summary. */
export function changedHubsSummary(report: ChangedHubsReport): string {
  const { write } = report;
  const lines = [
    ...rows(report).map(([hub, config, what]) => [write.code(hub), write.code(config), what]),
    ...report.gone.map((hub) => [write.code(hub), '', GONE]),
  ];
  const title = `### JupyterHub · ${countLine(report)}`;
  return [title, table(['hub', 'file', ''], lines), write.prose(`${report.because}.`)].join('\n\n');
}

const GONE = 'has no file any more: nothing is deleted by that; use destroy first';

function countLine({ changed, unchanged }: ChangedHubsReport): string {
  const all = changed.length + unchanged.length;
  return `${changed.length} of ${plural(all, 'hub')} to look at`;
}

function rows({ changed, unchanged }: ChangedHubsReport): [string, string, string][] {
  const row = ({ hub, config, owns }: ShownHub, what: string): [string, string, string] => [
    hub,
    config,
    owns ? `${what}, owns its platform` : what,
  ];
  return [
    ...changed.map((one) => row(one, one.state === undefined ? 'has errors' : 'to do')),
    ...unchanged.map((one) => row(one, 'as before')),
  ];
}
