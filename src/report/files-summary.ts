import type { Diagnostic } from '../config/diagnostic.js';
import type { HubConfig } from '../config/model.js';
import { plural } from '../config/text.js';
import { hubDiagram } from './diagram.js';
import { countFindings, countText } from './findings.js';
import { details } from './markdown.js';
import { findingList } from './plan-comment.js';
import type { Writer } from './writer.js';

/** What checking the files alone found, for a run that contacts nothing. */
export interface FilesReport {
  /** Undefined where the files have errors. */
  readonly config: HubConfig | undefined;
  /** How many people the users files list. */
  readonly people: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Writes text from outside for those who can read the report. */
  readonly write: Writer;
}

/**
 * Step summary of `validate`: errors first, then the hub as it would be. It is all that a reviewer gets of a pull request
 * without credentials, so it says what it does not know.
 */
export function filesSummary({ config, people, diagnostics, write }: FilesReport): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const others = diagnostics.filter(({ severity }) => severity !== 'error');
  const counts = countText(countFindings(diagnostics));
  const name = config === undefined ? '' : ` ${write.code(config.name)}`;
  const found = diagnostics.length === 0 ? 'No finding' : `Findings: ${counts}`;
  const listed = config === undefined ? '' : ` ${plural(people, 'person is', 'people are')} listed.`;
  return [
    `### JupyterHub${name} · files checked`,
    `**${found}.${listed} Nothing was contacted, so what would change in the cloud is not known here.**`,
    findingList(errors, write),
    others.length === 0 ? '' : details(`⚠️ ${countText(countFindings(others))}`, findingList(others, write)),
    config === undefined ? '' : `#### The hub as it would be\n\n${hubDiagram(config)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
