import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runGit, runWorkflow, type WorkflowResult, type WorkflowRun } from '../../../sandbox/src/github/act.js';
import type { GitHub } from '../../../sandbox/src/github/github.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ENVIRONMENTS } from '../../../sandbox/src/trust.js';
import { RECORD_FILE } from '../../../src/change/record.js';
import { run } from '../../../src/system/exec.js';

type Files = Readonly<Record<string, string>>;
type Ran = WorkflowResult & { readonly calls: readonly string[] };

/** Settings of all runs of a repository. */
export interface RepositoryOptions {
  readonly dir: string;
  readonly example: 'quick-start' | 'several-hubs';
  readonly github: GitHub;
  readonly name: string;
  /** Number of its first pull request. */
  readonly firstPull: number;
  readonly run: Pick<WorkflowRun, 'act' | 'env' | 'variables' | 'standIns'>;
}

const PULL_REQUEST = '.github/workflows/pull-request.yml';
const PUSH = '.github/workflows/push.yml';

/** A copy of an example with a Git history. Its events run its unchanged workflows under act. */
export class WorkflowRepository {
  readonly #options: RepositoryOptions;
  readonly #dir: string;
  #pulls: number;
  #runs = 0;

  private constructor(options: RepositoryOptions) {
    this.#options = options;
    this.#dir = join(options.dir, 'repository');
    this.#pulls = options.firstPull;
  }

  static async make(options: RepositoryOptions): Promise<WorkflowRepository> {
    const made = new WorkflowRepository(options);
    cpSync(repoPath('examples', options.example), made.#dir, { recursive: true });
    const first = await made.#git(
      ['init', '--quiet', '--initial-branch=main'],
      ['add', '--all'],
      ['commit', '--quiet', '--message=The files of the hubs'],
    );
    options.github.addPush({ after: first, files: [] });
    return made;
  }

  read(path: string): string {
    return readFileSync(join(this.#dir, path), 'utf8');
  }

  /** Opens a pull request with a change and runs its workflow. Uploaded artifacts are stored where apply looks for them. */
  async propose(files: Files, fork?: string): Promise<Ran & { readonly pull: number }> {
    const { github } = this.#options;
    const pull = this.#pulls;
    this.#pulls += 1;
    const branch = `change-${pull}`;
    const base = await this.#git(['checkout', '--quiet', '-b', branch, 'main']);
    this.#write(files);
    const head = await this.#commit();
    await this.#git(
      ['checkout', '--quiet', '--detach', 'main'],
      ['merge', '--quiet', '--no-ff', '--message=Merge', branch],
    );
    github.addPull({
      ...{ number: pull, headSha: head, baseSha: base, headRef: branch, baseRef: 'main', files: changes(files) },
      ...(fork === undefined ? {} : { headRepository: fork }),
    });
    const scopes =
      fork === undefined
        ? ({ contents: 'read', pull_requests: 'write' } as const)
        : ({ contents: 'read', pull_requests: 'read' } as const);
    const ran = await this.#run({
      event: 'pull_request',
      pull,
      workflow: PULL_REQUEST,
      token: github.addToken('github-actions[bot]', scopes),
      ...(fork === undefined ? { identity: {} } : {}),
    });
    github.runs.add({ id: pull, path: PULL_REQUEST, event: 'pull_request', headSha: head, headBranch: branch });
    for (const [name, file] of Object.entries(ran.artifacts)) {
      github.runs.addArtifact(pull, name, RECORD_FILE, readFileSync(file, 'utf8'));
    }
    return { ...ran, pull };
  }

  /** Merges a pull request, with a merge commit or by squash, and runs the workflow of the push. */
  async merge(pull: number, files: Files, how: 'merge' | 'squash' = 'merge'): Promise<Ran> {
    const { github } = this.#options;
    const branch = `change-${pull}`;
    const base = await this.#git(['checkout', '--quiet', 'main']);
    const head = await this.#git(['checkout', '--quiet', branch]);
    const ways = {
      merge: [['merge', '--quiet', '--no-ff', '--message=Merge', branch]],
      squash: [
        ['merge', '--quiet', '--squash', branch],
        ['commit', '--quiet', '--message=Squash'],
      ],
    };
    const merge = await this.#git(['checkout', '--quiet', 'main'], ...ways[how]);
    github.addPull({
      ...{ number: pull, headSha: head, baseSha: base, headRef: branch, baseRef: 'main', files: changes(files) },
      merged: { at: new Date().toISOString(), sha: merge },
    });
    return this.#pushed(base, merge, files);
  }

  /** Pushes a change to main without a pull request and runs the workflow. */
  async push(files: Files): Promise<Ran> {
    const base = await this.#git(['checkout', '--quiet', 'main']);
    this.#write(files);
    return this.#pushed(base, await this.#commit(), files);
  }

  /** Runs a workflow manually or on schedule. */
  async start(event: 'workflow_dispatch' | 'schedule', workflow: string, inputs: Files = {}): Promise<Ran> {
    const { github } = this.#options;
    await this.#git(['checkout', '--quiet', 'main']);
    const { before: _, after: __, forced: ___, created: ____, ...event0 } = github.event();
    return this.#run({
      event,
      workflow: `.github/workflows/${workflow}`,
      payload: { ...event0, inputs },
      ...this.#trusted(workflow),
    });
  }

  #pushed(before: string, after: string, files: Files): Promise<Ran> {
    this.#options.github.addPush({ before, after, files: Object.keys(files), contents: files });
    return this.#run({ event: 'push', workflow: PUSH, ...this.#trusted(PUSH) });
  }

  /** What GitHub gives jobs of the environment on main that the workflow names. */
  #trusted(workflow: string) {
    const token = this.#options.github.addToken('github-actions[bot]', {
      actions: 'read',
      contents: 'read',
      pull_requests: 'read',
    });
    return { token, identity: { environment: workflow.includes('schedule') ? ENVIRONMENTS.sync : ENVIRONMENTS.apply } };
  }

  async #run(more: Pick<WorkflowRun, 'event' | 'workflow'> & Partial<WorkflowRun>): Promise<Ran> {
    const { github, dir, name, run: common } = this.#options;
    this.#runs += 1;
    const before = github.journal.length;
    const result = await runWorkflow({
      ...common,
      ...more,
      dir: join(dir, `run-${this.#runs}`),
      checkout: this.#dir,
      github,
      repository: name,
      log: () => {},
    });
    return { ...result, calls: github.journal.slice(before).map(({ operation }) => operation) };
  }

  #write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.#dir, path)), { recursive: true });
      writeFileSync(join(this.#dir, path), text);
    }
  }

  #commit(): Promise<string> {
    return this.#git(['add', '--all'], ['commit', '--quiet', '--message=Change']);
  }

  #git(...commands: string[][]): Promise<string> {
    return runGit(run, this.#dir, commands);
  }
}

function changes(files: Files) {
  return Object.keys(files).map((filename) => ({ filename, status: 'modified' as const }));
}
