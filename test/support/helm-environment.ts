import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTools, type Toolbox, type ToolName } from '../../sandbox/src/tools/toolbox.js';
import { errorMessage } from '../../src/errors.js';
import { Helm, helmMajor } from '../../src/helm/release/cli.js';
import { run } from '../../src/system/exec.js';

/** A helm program and a private folder for one test file. */
export interface HelmEnvironment {
  readonly tools: Toolbox;
  readonly dir: string;
  readonly major: 3 | 4;
  readonly helm: Helm;
  /** The same program on a cluster. */
  readonly on: (kubeconfig: string) => Helm;
  readonly stop: () => void;
}

/** Finds the programs, or says why there are none. */
export async function startHelmEnvironment(more: readonly ToolName[] = []): Promise<HelmEnvironment | string> {
  try {
    const tools = await ensureTools(['helm', ...more], { log: (line) => console.log(line) });
    const dir = mkdtempSync(join(tmpdir(), 'helm-'));
    chmodSync(dir, 0o700);
    const program = process.env.JUPYTERHUB_GKE_TEST_HELM || tools.path('helm');
    const { stdout: version } = await run(program, ['version', '--template', '{{.Version}}']);
    const major = helmMajor(version);
    const settings = { program, major, tempDir: dir, env: process.env, run };
    return {
      tools,
      dir,
      major,
      helm: new Helm(settings),
      on: (kubeconfig) => new Helm({ ...settings, kubeconfig }),
      stop: () => rmSync(dir, { recursive: true, force: true }),
    };
  } catch (error) {
    return errorMessage(error);
  }
}
