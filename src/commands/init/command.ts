import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ToolError, UsageError } from '../../errors.js';
import { findingsText } from '../../report/findings.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { checkInput, InputError } from '../../stages/input/read.js';
import { repositoryRoot } from '../../stages/input/text-file.js';
import { productFolder } from '../../stages/session/package-files.js';
import { type Answers, QUESTIONS } from './answers.js';
import { type Files, writeFiles } from './files.js';
import { enforcedBy, protectionLines } from './github-plans.js';
import { collectAnswers } from './questions.js';
import { renderTemplate } from './templates.js';

/** What init writes, by the path in the repository. The templates bear the same names, without the dot of a folder. */
const PATHS = [
  'jupyterhub.yaml',
  'users.yaml',
  'SETUP.md',
  '.github/CODEOWNERS',
  '.github/ISSUE_TEMPLATE/access-request.yml',
  '.github/workflows/access-request.yml',
  '.github/workflows/pull-request.yml',
  '.github/workflows/push.yml',
  '.github/workflows/schedule.yml',
] as const;

/** Writes a repository that validates, and the commands to run once. */
export const command: Command = {
  name: 'init',
  about: 'Writes a repository for a hub: both files, workflows, and the commands to run once. Contacts nothing.',
  flags: {
    ...Object.fromEntries(QUESTIONS.map(({ flag, about }) => [flag, { type: 'string' as const, about }])),
    directory: { type: 'string', about: 'folder to write to, the top of the repository (default: here)' },
  },
  run: (context) => initRepository(context, productFolder('templates')),
};

/** The command, with the folder of its templates. */
export async function initRepository(context: CommandContext, templates: string): Promise<CommandResult> {
  const { flags, cwd, now, say, signal, terminal } = context;
  if (flags.config !== undefined) {
    throw new UsageError('init has no --config', {
      hint: 'It writes jupyterhub.yaml. Name its folder with --directory.',
    });
  }
  const directory = typeof flags.directory === 'string' ? flags.directory : '.';
  const folder = resolve(cwd, directory);
  const answers = await collectAnswers(flags, terminal, signal);
  const undo = await writeFiles(folder, await filledIn(templates, answers), signal);
  const checked = await checkInput({ configPath: join(directory, 'jupyterhub.yaml'), cwd, github: undefined, now });
  if (checked.input === undefined) {
    await undo();
    throw new ToolError('These answers make files that have errors; nothing was written', {
      hint: new InputError(checked).message,
    });
  }
  say(
    `Wrote ${PATHS.length} files for ${answers.repository}:\n${PATHS.map((path) => `  ${join(directory, path)}`).join('\n')}\n`,
  );
  say(`${findingsText(checked)}\n`);
  for (const line of [...(await warnings(folder, answers)), ...closing(answers)]) say(line);
  return { exitCode: 0, document: { files: PATHS.map((path) => join(directory, path)) }, outputs: {} };
}

async function filledIn(templates: string, answers: Answers): Promise<Files> {
  const { visibility, plan, domain, action, name, location } = answers;
  const [actionRepository = '', actionRef = ''] = action.split('@');
  const { environments, rulesets } = enforcedBy(visibility, plan);
  const values = {
    answers: {
      ...answers,
      actionRepository,
      actionRef,
      // The id of a service account has at most 30 characters, and the longest ending is "-apply".
      accounts: name.slice(0, 24).replace(/-+$/, ''),
      // A bucket lies in a region also where the cluster lies in a zone.
      region: location.replace(/-[a-z]$/, ''),
    },
    blocks: {
      protection: protectionLines(visibility, plan)
        .map((line) => `- ${line}`)
        .join('\n'),
    },
    parts: { domain: domain !== '', public: visibility === 'public', environments, rulesets },
  };
  const files = new Map<string, string>();
  for (const path of PATHS) {
    const template = await readFile(join(templates, path.replace(/^\./, '')), 'utf8');
    files.set(path, renderTemplate(template, values));
  }
  return files;
}

async function warnings(folder: string, { visibility }: Answers): Promise<readonly string[]> {
  const root = await repositoryRoot(folder, folder);
  return [
    ...(root === folder
      ? []
      : [`Warning: ${root} is a repository, and GitHub reads .github at its top only. Run init there.\n`]),
    ...(visibility === 'public'
      ? [
          'Warning: everybody will be able to read users.yaml and its history, so that runs in the workflow are refused. Keep it in a private repository, or be sure that all listed people agree and acknowledge the rule public-people: the line for it is in jupyterhub.yaml.\n',
        ]
      : []),
  ];
}

function closing({ visibility, plan, repository }: Answers): readonly string[] {
  return [
    `What stands before apply in a repository that is ${visibility}, on GitHub's plan ${plan}:`,
    ...protectionLines(visibility, plan).map((line) => `  - ${line}`),
    '',
    'Next:',
    '  1. Follow SETUP.md once: it makes the bucket, the identities, and the rules of the repository.',
    `  2. Push the files to a branch of ${repository} and open a pull request: its comment shows all that will be made.`,
    '  3. Merge it: that makes the hub, and the run says its address.',
  ];
}
