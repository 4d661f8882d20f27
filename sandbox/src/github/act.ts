import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Run, run as runProgram } from '../../../src/exec.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import type { GitHub, Job } from './github.js';

/** A workflow run on this machine. */
export interface WorkflowRun {
  /** Path of the program `act`. */
  readonly act: string;
  /** Folder that takes everything the run needs and leaves; made when it is not there. */
  readonly dir: string;
  readonly github: GitHub;
  /** `owner/name` of the stand-in. */
  readonly repository: string;
  readonly event: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch' | 'issues';
  /** Number of the pull request, for that event. */
  readonly pull?: number;
  /** Payload of the event, in place of the one that the stand-in makes. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Files of the repository, workflow among them, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Those of them that differ from the commit before; default: all. */
  readonly changed?: readonly string[];
  /** Path of the workflow file in `files`. */
  readonly workflow: string;
  /** Folder with the bundle that the actions run. */
  readonly dist?: string;
  /** Actions of others, as the workflow names them, whose work is done on this machine already: each only says so. */
  readonly standIns?: readonly string[];
  /** Environment of all steps, such as the addresses of the sandbox. */
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration variables of the repository (`vars`). */
  readonly variables?: Readonly<Record<string, string>>;
  /** Token of the run; none for what GitHub gives no token. */
  readonly token?: string;
  /** Identity tokens are to be had, as with `id-token: write`; `environment` is that of the job. */
  readonly identity?: { readonly environment?: string };
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly log: Log;
  readonly run?: Run;
}

/** How a workflow run ended. */
export interface WorkflowResult {
  readonly code: number | null;
  /** What act printed, step by step. */
  readonly log: string;
  /** Checkout that the run worked on. */
  readonly workspace: string;
}

/** The name by which workflows use the action, and act finds the copy of this checkout instead. */
export const ACTION = 'OWNER/jupyterhub-gke@v1';

// What a release of the action holds; act copies the whole folder, so node_modules must not be in it.
const RELEASE = ['action.yml', 'actions', 'helm', 'schemas', 'terraform'];

/** Runs a workflow under act on this machine itself (no containers), against the GitHub stand-in. */
export async function runWorkflow(options: WorkflowRun): Promise<WorkflowResult> {
  const run = options.run ?? runProgram;
  const at = (name: string): string => join(options.dir, name);
  for (const folder of ['action', 'home', 'temp', 'repository']) mkdirSync(at(folder), { recursive: true });
  for (const part of RELEASE) {
    if (existsSync(repoPath(part))) cpSync(repoPath(part), join(at('action'), part), { recursive: true });
  }
  cpSync(options.dist ?? repoPath('dist'), join(at('action'), 'dist'), { recursive: true });
  const sha = await makeRepository(run, at('repository'), options);
  // Whatever runs on the default branch runs on its tip.
  if (options.event !== 'pull_request') {
    const files = options.changed ?? Object.keys(options.files);
    options.github.addPush({ after: sha, files, contents: options.files });
  }
  const event = options.payload ?? options.github.event(options.pull);
  writeFileSync(at('event.json'), JSON.stringify(event));
  writeFileSync(at('act.env'), envFile({ ...options.env, ...runEnv(options, sha) }), { mode: 0o600 });
  const standIns = (options.standIns ?? []).map((name, index) => {
    mkdirSync(at(`stand-in-${index}`), { recursive: true });
    writeFileSync(join(at(`stand-in-${index}`), 'action.yml'), standIn(name));
    return `--local-repository=${name}=${at(`stand-in-${index}`)}`;
  });
  const args = [
    options.event,
    '--platform=ubuntu-latest=-self-hosted',
    `--workflows=${join(at('repository'), options.workflow)}`,
    `--eventpath=${at('event.json')}`,
    `--env-file=${at('act.env')}`,
    `--local-repository=${ACTION}=${at('action')}`,
    `--directory=${at('repository')}`,
    '--defaultbranch=main',
    '--concurrent-jobs=1',
    '--no-cache-server', // it would listen on all addresses of the machine
    '--actor=octocat',
    ...standIns,
    ...(options.token === undefined ? [] : ['--secret=GITHUB_TOKEN']), // the value comes by the environment
    ...Object.entries(options.variables ?? {}).map(([name, value]) => `--var=${name}=${value}`),
  ];
  const result = await run(options.act, args, {
    cwd: options.dir,
    env: {
      PATH: process.env.PATH,
      HOME: at('home'),
      XDG_CACHE_HOME: at('home/.cache'),
      XDG_CONFIG_HOME: at('home/.config'),
      TMPDIR: at('temp'),
      ...(options.token === undefined ? {} : { GITHUB_TOKEN: options.token }),
    },
    timeout: options.timeout ?? 600_000,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onStdout: options.log,
    onStderr: options.log,
  });
  return { code: result.code, log: result.stdout + result.stderr, workspace: at('repository') };
}

/** A repository with one commit, as a checkout of the branch would be. */
async function makeRepository(run: Run, dir: string, options: WorkflowRun): Promise<string> {
  for (const [path, text] of Object.entries(options.files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'sandbox',
    GIT_AUTHOR_EMAIL: 'operator@acme.dev',
    GIT_COMMITTER_NAME: 'sandbox',
    GIT_COMMITTER_EMAIL: 'operator@acme.dev',
  };
  const git = async (...args: string[]): Promise<string> => {
    const result = await run('git', args, { cwd: dir, env });
    if (result.code !== 0) throw new Error(`git ${args[0]} failed: ${result.stderr}`);
    return result.stdout.trim();
  };
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--allow-empty', '--message=The files of the hub');
  await git('remote', 'add', 'origin', `https://github.com/${options.repository}.git`);
  return git('rev-parse', 'HEAD');
}

function standIn(name: string): string {
  const steps = [{ shell: 'bash', run: `echo "stand-in for ${name}: this machine has what it would install"` }];
  return JSON.stringify({ name, description: 'Does nothing', runs: { using: 'composite', steps } });
}

function runEnv(options: WorkflowRun, sha: string): Record<string, string> {
  const { github, event, pull, identity } = options;
  const ref = event === 'pull_request' ? `refs/pull/${pull}/merge` : 'refs/heads/main';
  const job: Job = { event, ref, sha, environment: identity?.environment, workflow: options.workflow };
  return {
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_REPOSITORY: options.repository,
    GITHUB_REF: ref,
    GITHUB_RUN_ID: '1',
    ...(identity === undefined ? {} : github.jobEnv(job)),
  };
}

// act reads the file as dotenv, where single quotes alone keep a value from being expanded.
function envFile(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => {
      if (/['\r\n]/.test(value)) throw new Error(`${name} holds a quote or line end, which act cannot take`);
      return `${name}='${value}'\n`;
    })
    .join('');
}
