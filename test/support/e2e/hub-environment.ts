import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from '../../../sandbox/src/client-settings.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { type Sandbox, startSandbox } from '../../../sandbox/src/sandbox.js';
import { readConfig } from '../../../sandbox/src/serve.js';
import { type RunResult, run } from '../../../src/system/exec.js';

/** A sandbox and a repository for its hub, for one test file. */
export interface HubEnvironment {
  readonly sandbox: Sandbox;
  readonly repository: string;
  /** Temp folder of the runs (RUNNER_TEMP). It is empty while no run is active. */
  readonly temp: string;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  /** Runs a command of the bundle as an identity, with additional settings. */
  readonly gke: (
    identity: Identity,
    args: string,
    more?: CommandOptions,
  ) => Promise<RunResult & { readonly text: string }>;
  readonly stop: () => Promise<void>;
}

/** Settings of one run. */
export interface CommandOptions {
  /** Another program than the bundle of this checkout. */
  readonly program?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/**
 * Starts a sandbox with the quick-start example.
 * @param more additional lines of jupyterhub.yaml
 */
export async function startHubEnvironment(more = ''): Promise<HubEnvironment> {
  const dir = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-e2e-'));
  const repository = join(dir, 'repository');
  const temp = join(dir, 'runner-temp');
  mkdirSync(temp, { recursive: true });
  cpSync(repoPath('examples/quick-start'), repository, { recursive: true });
  appendFileSync(join(repository, 'jupyterhub.yaml'), more);
  const sandbox = await startSandbox({
    config: await readConfig(join(repository, 'jupyterhub.yaml')),
    dir: join(dir, 'sandbox'),
    log: () => {},
  });
  return {
    sandbox,
    repository,
    temp,
    read: (name) => readFileSync(join(repository, name), 'utf8'),
    write: (name, text) => writeFileSync(join(repository, name), text),
    async gke(identity, args, more = {}) {
      const lines = more.onLine === undefined ? {} : { onStdout: more.onLine, onStderr: more.onLine };
      const result = await run(process.execPath, [more.program ?? repoPath('dist/index.js'), ...args.split(' ')], {
        cwd: repository,
        env: { ...process.env, ...sandbox.envAs(identity), RUNNER_TEMP: temp, ...more.env },
        ...(more.signal === undefined ? {} : { signal: more.signal }),
        ...lines,
      });
      return { ...result, text: result.stdout + result.stderr };
    },
    async stop() {
      await sandbox.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Folders that runs left in their temp folder. */
export function leftIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('jupyterhub-gke-'));
}
