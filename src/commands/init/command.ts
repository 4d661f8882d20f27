import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { identityPrefix } from '../../config/identity-prefix.js';
import { ToolError, UsageError } from '../../errors.js';
import { findingsText } from '../../report/findings.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { checkInput, InputError } from '../../stages/input/read.js';
import { repositoryRoot } from '../../stages/input/text-file.js';
import { productFolder } from '../../stages/session/package-files.js';
import { nodeAccountId } from '../../terraform/variables.js';
import { type Answers, flagOf, QUESTIONS, type Question } from './answers.js';
import { type Files, writeFiles } from './files.js';
import { enforcedBy, protectionLines } from './github-plans.js';
import { collectAnswers } from './questions.js';
import { renderTemplate } from './templates.js';

/** Paths that init writes. The templates have the same names, without the leading dot of a folder. */
const PATHS = [
  'jupyterhub.yaml',
  'users.yaml',
  'SETUP.md',
  '.github/CODEOWNERS',
  '.github/ISSUE_TEMPLATE/access-request.yml',
  '.github/workflows/access-report.yml',
  '.github/workflows/access-request.yml',
  '.github/workflows/destroy.yml',
  '.github/workflows/pull-request.yml',
  '.github/workflows/push.yml',
  '.github/workflows/schedule.yml',
] as const;

/** Writes a valid repository and the one-time setup commands. */
export const command: Command = {
  name: 'init',
  about: 'Writes a repository for a hub: both files, the workflows, and the one-time setup commands. Contacts nothing.',
  flags: {
    ...Object.fromEntries(
      QUESTIONS.map((question) => [flagOf(question), { type: 'string' as const, about: helpText(question) }]),
    ),
    directory: { type: 'string', about: 'folder to write to, the top of the repository (default: current folder)' },
  },
  run: (context) => initRepository(context, productFolder('templates')),
};

function helpText({ about, fallbackText }: Question): string {
  return fallbackText === undefined ? about : `${about} (default: ${fallbackText})`;
}

/** Runs the command with the given templates folder. */
export async function initRepository(context: CommandContext, templates: string): Promise<CommandResult> {
  const { flags, cwd, now, say, signal, terminal } = context;
  if (flags.config !== undefined) {
    throw new UsageError('init has no --config', {
      hint: 'init writes jupyterhub.yaml. Name its folder with --directory.',
    });
  }
  const directory = typeof flags.directory === 'string' ? flags.directory : '.';
  const folder = resolve(cwd, directory);
  const answers = await collectAnswers(flags, terminal, signal);
  const undo = await writeFiles(folder, await filledIn(templates, answers), signal);
  const checked = await checkInput({
    configPath: join(directory, 'jupyterhub.yaml'),
    cwd,
    github: undefined,
    now,
  });
  if (checked.input === undefined) {
    await undo();
    throw new ToolError('These answers produce files with errors. Nothing was written', {
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
  const { visibility, githubPlan, domain, maintenance, action, hubName, location } = answers;
  const [actionRepository = '', actionRef = ''] = action.split('@');
  const { environments, rulesets } = enforcedBy(visibility, githubPlan);
  const values = {
    answers: {
      ...answers,
      actionRepository,
      actionRef,
      identityPrefix: identityPrefix(hubName),
      nodeAccount: nodeAccountId(hubName),
      nodeAccountTitle: `Nodes of JupyterHub platform ${hubName}`,
      // A bucket needs a region, even if the cluster is in one zone.
      region: location.replace(/-[a-z]$/, ''),
    },
    blocks: {
      protection: protectionLines(visibility, githubPlan)
        .map((line) => `- ${line}`)
        .join('\n'),
    },
    parts: {
      domain: domain !== '',
      maintenance: maintenance !== '',
      public: visibility === 'public',
      environments,
      rulesets,
    },
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
      : [`Warning: ${root} is a repository. GitHub reads .github only in its top folder. Run init there.\n`]),
    ...(visibility === 'public'
      ? [
          'Warning: everybody will be able to read users.yaml and its history. Workflow runs are refused until you decide: keep users.yaml in a private repository, or make sure that all listed people agree and acknowledge the rule public-people. jupyterhub.yaml has the line for it.\n',
        ]
      : []),
  ];
}

function closing({ visibility, githubPlan, repository }: Answers): readonly string[] {
  return [
    `What protects apply (repository visibility: ${visibility}, GitHub plan: ${githubPlan}):`,
    ...protectionLines(visibility, githubPlan).map((line) => `  - ${line}`),
    '',
    'Next:',
    '  1. Follow SETUP.md once. It creates the state bucket, the identities and the repository rules.',
    `  2. Push the files to a branch of ${repository} and open a pull request. Its comment shows everything that will be created.`,
    '  3. Merge it. The first run of push.yml changes nothing and names a fingerprint. Run it again with that fingerprint to create the hub.',
  ];
}
