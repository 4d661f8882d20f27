import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AccessReport } from '../../access/audit/report-model.js';
import { errorMessage, ToolError, UsageError } from '../../errors.js';
import { keepFile } from '../../github/runner/outputs.js';
import { accessCsv, accessDocument } from '../../report/access/data.js';
import { accessMarkdown } from '../../report/access/report.js';
import { verdictOf } from '../../report/access/text.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { type Session, withSession } from '../../stages/session/session.js';
import { gatherAccess } from './gather.js';

const FORMATS = { markdown: 'md', csv: 'csv', json: 'json' } as const;
type Format = keyof typeof FORMATS;

/** Reports who has access to the hub and why. Changes nothing. */
export const command: Command = {
  name: 'access',
  words: ['report'],
  printsDocument: true,
  about: 'Shows who has access, why, since when, and which other grants there are. Changes nothing.',
  flags: {
    format: { type: 'string', about: 'markdown, csv or json (default: markdown)' },
    output: { type: 'string', about: 'file for the report instead of standard output' },
  },
  run: async (context) => {
    const format = formatOf(context);
    return withSession(context, 'access report', async (session) => {
      const report = await gatherAccess(session);
      return publishReport(session, report, format);
    });
  },
};

function formatOf({ flags }: CommandContext): Format {
  const { format = 'markdown' } = flags;
  if (typeof format === 'string' && Object.hasOwn(FORMATS, format)) return format as Format;
  throw new UsageError(`Unknown report format "${format}"`, {
    hint: `Formats: ${Object.keys(FORMATS).join(', ')}.`,
  });
}

/** In a workflow the summary shows the report, and a file has it in the requested format. In a terminal it is printed. */
async function publishReport(session: Session, report: AccessReport, format: Format): Promise<CommandResult> {
  const { context } = session;
  const { write } = context;
  session.step('write the report');
  const document = accessDocument(report, write);
  const markdown = accessMarkdown(report, write);
  const texts: Record<Format, () => string> = {
    markdown: () => markdown,
    csv: () => accessCsv(report, write),
    json: () => `${JSON.stringify(document, null, 2)}\n`,
  };
  const text = texts[format]();
  const inWorkflow = context.env.GITHUB_ACTIONS === 'true';
  const path = await keepReport(context, text, format, inWorkflow);
  context.group();
  context.say(`Access: ${verdictOf(report)}`);
  return {
    exitCode: 0,
    document,
    ...(path === undefined ? { text } : {}),
    outputs: path === undefined ? {} : { report_path: path },
    summary: markdown,
  };
}

/** Writes the report to --output, or in a workflow to a file for later steps. @returns its path; undefined if none */
async function keepReport(
  context: CommandContext,
  text: string,
  format: Format,
  inWorkflow: boolean,
): Promise<string | undefined> {
  const { cwd, env, flags } = context;
  if (typeof flags.output !== 'string') {
    return inWorkflow ? keepFile(env, `access.${FORMATS[format]}`, text) : undefined;
  }
  const path = resolve(cwd, flags.output);
  try {
    // The report has addresses of people, so only the owner may read the file.
    await writeFile(path, text, { mode: 0o600 });
  } catch (cause) {
    throw new ToolError(`The report could not be written (${errorMessage(cause)})`, {
      where: flags.output,
      hint: 'Give a file in an existing folder: --output FILE',
      cause,
    });
  }
  context.say(`The report was written to ${flags.output}`);
  return path;
}
