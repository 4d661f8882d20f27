import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Run, run as runProgram } from '../../../src/system/exec.js';
import { ACTION } from '../../../src/versions.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import { standIn } from './act-stand-ins.js';
import type { GitHub, Job } from './github.js';

/** A workflow run on this machine. */
export interface WorkflowRun {
  /** Path of the program `act`. */
  readonly act: string;
  /** Folder for all files of the run. It is created if missing. */
  readonly dir: string;
  readonly github: GitHub;
  /** `owner/name` of the stand-in. */
  readonly repository: string;
  readonly event: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch' | 'issues';
  /** Number of the pull request, for that event. */
  readonly pull?: number;
  /** Payload of the event, in place of the one that the stand-in makes. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Files of the repository by path, including the workflow. They become a repository with one commit. */
  readonly files?: Readonly<Record<string, string>>;
  /** A checkout with its own history, instead of `files`. The stand-in must know its commits. */
  readonly checkout?: string;
  /** Those of them that differ from the commit before; default: all. */
  readonly changed?: readonly string[];
  /** Path of the workflow file in the repository. */
  readonly workflow: string;
  /** Default: the default branch, or that of the pull request. */
  readonly ref?: string;
  /** Folder with the bundle that the actions run. */
  readonly dist?: string;
  /** Checkouts in place of actions, by the names that workflows use; default: the action of this checkout. */
  readonly actions?: Readonly<Record<string, string>>;
  /**
   * Third-party actions, as the workflow names them, whose work is already done on this machine. Each only logs that, and which
   * variables it sees. One that uploads an artifact keeps the file for `artifacts` of the result.
   * One that downloads an artifact gives the files back.
   */
  readonly standIns?: readonly string[];
  /** Environment of all steps, such as the addresses of the sandbox. */
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration variables of the repository (`vars`). */
  readonly variables?: Readonly<Record<string, string>>;
  /** Token of the run; undefined if GitHub gives none. */
  readonly token?: string;
  /** Makes identity tokens available, as with `id-token: write`; `environment` is that of the job. */
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
  /** Paths of the files that the run uploaded, by the names of the artifacts. */
  readonly artifacts: Readonly<Record<string, string>>;
}

// Content of a release of the action. act copies the whole folder, so node_modules must not be in it.
const RELEASE = ['action.yml', 'actions', 'helm', 'schemas', 'terraform'];

/** Runs a workflow under act on this machine itself (no containers), against the GitHub stand-in. */
export async function runWorkflow(options: WorkflowRun): Promise<WorkflowResult> {
  const run = options.run ?? runProgram;
  const at = (name: string): string => join(options.dir, name);
  const repository = options.checkout ?? at('repository');
  for (const folder of ['action', 'home', 'temp', 'artifacts', 'repository'])
    mkdirSync(at(folder), { recursive: true });
  if (options.actions === undefined) copyAction(at('action'), options.dist);
  const sha = await runGit(run, repository, options.checkout === undefined ? commitOf(options) : []);
  // Runs on the default branch use its tip.
  if (options.event !== 'pull_request' && options.files !== undefined) {
    const files = options.changed ?? Object.keys(options.files);
    options.github.addPush({ after: sha, files, contents: options.files });
  }
  const event = options.payload ?? options.github.event(options.pull);
  writeFileSync(at('event.json'), JSON.stringify(event));
  writeFileSync(at('act.env'), envFile({ ...options.env, ...runEnv(options, sha) }), { mode: 0o600 });
  const standIns = (options.standIns ?? []).map((name, index) => {
    mkdirSync(at(`stand-in-${index}`), { recursive: true });
    writeFileSync(join(at(`stand-in-${index}`), 'action.yml'), standIn(name, at('artifacts')));
    return `--local-repository=${name}=${at(`stand-in-${index}`)}`;
  });
  const args = [
    options.event,
    '--platform=ubuntu-latest=-self-hosted',
    `--workflows=${join(repository, options.workflow)}`,
    `--eventpath=${at('event.json')}`,
    `--env-file=${at('act.env')}`,
    // Workflows use the action by this name, and act uses the copy of this checkout.
    ...Object.entries(options.actions ?? { [ACTION]: at('action') }).map(
      ([name, path]) => `--local-repository=${name}=${path}`,
    ),
    `--directory=${repository}`,
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
      // The actions look for `node` there, and it has to be one that the product supports.
      PATH: [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter),
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
  const artifacts = readdirSync(at('artifacts')).map((name) => {
    const [file = ''] = readdirSync(join(at('artifacts'), name));
    return [name, join(at('artifacts'), name, file)];
  });
  return {
    code: result.code,
    log: result.stdout + result.stderr,
    workspace: repository,
    artifacts: Object.fromEntries(artifacts),
  };
}

/** Copies this checkout's action to where act takes it from. */
function copyAction(folder: string, dist = repoPath('dist')): void {
  for (const part of RELEASE) {
    if (existsSync(repoPath(part))) cpSync(repoPath(part), join(folder, part), { recursive: true });
  }
  cpSync(dist, join(folder, 'dist'), { recursive: true });
}

/** Writes the files of the run and returns the commands that create a repository with one commit. */
function commitOf({ dir, files = {}, repository }: WorkflowRun): readonly (readonly string[])[] {
  for (const [path, text] of Object.entries(files)) {
    const file = join(dir, 'repository', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--allow-empty', '--message=The files of the hub'],
    ['remote', 'add', 'origin', `https://github.com/${repository}.git`],
  ];
}

/** Runs git in a checkout, without this machine's configuration, and returns the current commit. */
export async function runGit(run: Run, dir: string, commands: readonly (readonly string[])[]): Promise<string> {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'sandbox',
    GIT_AUTHOR_EMAIL: 'operator@acme.dev',
    GIT_COMMITTER_NAME: 'sandbox',
    GIT_COMMITTER_EMAIL: 'operator@acme.dev',
  };
  let said = '';
  for (const args of [...commands, ['rev-parse', 'HEAD']]) {
    const result = await run('git', args, { cwd: dir, env });
    if (result.code !== 0) throw new Error(`git ${args[0]} failed: ${result.stderr}`);
    said = result.stdout.trim();
  }
  return said;
}

function runEnv(options: WorkflowRun, sha: string): Record<string, string> {
  const { github, event, pull, identity } = options;
  const ref = options.ref ?? (event === 'pull_request' ? `refs/pull/${pull}/merge` : 'refs/heads/main');
  const ofPull = event === 'pull_request' ? { baseRef: 'main', headRef: `change-${pull}` } : {};
  const job: Job = { event, ref, sha, environment: identity?.environment, workflow: options.workflow, ...ofPull };
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
