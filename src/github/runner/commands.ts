import { type Diagnostic, documentation } from '../../config/diagnostic.js';

// Escapes as actions/runner undoes them: src/Runner.Common/ActionCommand.cs at 079cdb1.
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

const LEVELS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** A finding as the workflow command that puts it on its line of the pull request. */
export function annotation(diagnostic: Diagnostic): string {
  const { file, line, column, length, rule, message, hint } = diagnostic;
  const properties = Object.entries({ file, line, col: column, endColumn: column + length - 1, title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const text = [message, ...(hint === undefined ? [] : [hint]), documentation(rule)].join('\n');
  return `::${LEVELS[diagnostic.severity]} ${properties}::${escapeData(text)}`;
}

/** A failure that belongs to no line, as the workflow command that shows it at the top of the run. */
export function errorCommand(title: string, message: string): string {
  return `::error title=${escapeProperty(title)}::${escapeData(message)}`;
}

/** Begins a part of the log that is folded when the run is over, until `endGroup`; parts do not nest. */
export function groupCommand(title: string): string {
  return `::group::${escapeData(title)}`;
}

/** Ends the part. */
export const END_GROUP = '::endgroup::';

/**
 * Workflow commands that hide a secret in the log; print them before anything else can print the secret.
 * The runner masks line by line, so each line of a key or certificate gets a command of its own.
 */
export function maskCommands(secret: string): string[] {
  const parts = new Set([secret, ...secret.split(/[\r\n]+/)].map((part) => part.trim()));
  // A mask of one or two characters would blank out the whole log and hide nothing.
  return [...parts].filter((part) => part.length >= 4).map((part) => `::add-mask::${escapeData(part)}`);
}

/**
 * Text for the log that no runner takes for a command: `::` at the start of a line and `##[` anywhere in it
 * are parted by a zero-width space. Use it for everything that programs, clusters or files say, after secrets are
 * hidden: one that holds such marks would not be known any more.
 */
export function harmlessLine(text: string): string {
  return (
    text
      .split(/\r\n|\r|\n/)
      // .NET trims more than \s before it looks for a command, such as U+0085, so all that draws nothing counts.
      .map((line) => line.replace(/^([\s\p{C}]*):(?=:)/u, '$1:\u200b').replace(/##(?=\[)/g, '##\u200b'))
      .join('\n')
  );
}

/** A document of JSON for the log that holds no command and reads the same: no line of one can start with `::`. */
export function harmlessJson(text: string): string {
  return text.replaceAll('##[', '##\\u005b');
}
