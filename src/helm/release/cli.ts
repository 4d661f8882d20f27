import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../config/model.js';
import { ToolError } from '../../errors.js';
import { bareEnvironment } from '../../system/environment.js';
import type { Run, RunResult } from '../../system/exec.js';
import { explainHelm } from './errors.js';

/** The helm program of this run, its environment and the folder for its files. */
export interface HelmSettings {
  readonly program: string;
  /** The two major versions differ in flags. */
  readonly major: 3 | 4;
  /** Private folder (0700) of the process. All files of helm are below it. */
  readonly tempDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly run: Run;
  readonly signal?: AbortSignal | undefined;
  /** Needed by every verb but `template` and `pull`, which need no cluster. */
  readonly kubeconfig?: string | undefined;
  /** Hides secrets in helm's output before it becomes part of a message. */
  readonly redact?: ((text: string) => string) | undefined;
}

/** One line of a release's history. */
export interface Revision {
  readonly revision: number;
  /** `deployed`, `superseded`, `failed`, `pending-install`, `pending-upgrade`, `pending-rollback`, `uninstalling`. */
  readonly status: string;
  readonly updated: string;
}

/** The part of helm's answer that has objects. */
interface LiveRelease {
  readonly manifest?: string;
  readonly hooks?: readonly { readonly manifest?: string }[] | null;
}

const LIMIT_SECONDS = 300;
// Each build of helm assumes another version of Kubernetes. A fixed one makes offline renderings equal.
const KUBERNETES = '1.33.0';

/** Runs helm. Values go in files (0600, removed afterwards), never in arguments. A failure becomes one plain message. */
export class Helm {
  readonly #settings: HelmSettings;

  constructor(settings: HelmSettings) {
    this.#settings = settings;
  }

  /** Renders a chart offline and returns the YAML of all objects, with those of `crds/`, hooks and tests. */
  template(release: string, chart: string, namespace: string, values: JsonObject): Promise<string> {
    return this.#withValues(values, async (file) => {
      const args = ['template', release, chart, '--namespace', namespace, '--values', file];
      // helm creates what is in crds/ at the first installation, whatever kind it is.
      args.push('--kube-version', KUBERNETES, '--include-crds');
      return (await this.#run(args)).stdout;
    });
  }

  /**
   * Renders what an upgrade would install, with the cluster's answers, and changes nothing. The text has secrets: it is for
   * comparing only.
   */
  renderLive(release: string, chart: string, namespace: string, values: JsonObject): Promise<string> {
    return this.#withValues(values, async (file) => {
      const args = ['upgrade', '--install', release, chart, '--namespace', namespace, '--values', file];
      args.push('--dry-run=server', '--output', 'json', ...this.#serverSide());
      const { stdout } = await this.#run(args);
      const { manifest = '', hooks } = JSON.parse(stdout) as LiveRelease;
      return [manifest, ...(hooks ?? []).map((hook) => hook.manifest ?? '')].join('\n---\n');
    });
  }

  /** The objects in `crds/` of a chart and its parts. helm creates them at the first installation, as they are. */
  async crds(chart: string): Promise<string> {
    return (await this.#run(['show', 'crds', chart])).stdout;
  }

  /** A new private folder for a chart. It goes with the files of the run. */
  async chartFolder(): Promise<string> {
    const folder = join(this.#settings.tempDir, `chart-${randomBytes(6).toString('hex')}`);
    await mkdir(folder, { mode: 0o700 });
    return folder;
  }

  /** Downloads a chart archive from a classic repository and returns its path. */
  async pull(name: string, version: string, repository: string): Promise<string> {
    const folder = await this.chartFolder();
    await this.#run(['pull', name, '--repo', repository, '--version', version, '--destination', folder]);
    const archive = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
    if (archive === undefined)
      throw new ToolError(`helm downloaded no archive of ${name} ${version}`, {
        where: repository,
        hint: 'Check hub.chart (version, repository), or give the archive as hub.chart.path.',
      });
    return join(folder, archive);
  }

  /**
   * Installs or upgrades. It does not wait for pods: the caller waits and explains better what is missing.
   * @param signal ends helm, as an interrupt of the run does
   */
  upgrade(release: string, chart: string, namespace: string, values: JsonObject, signal?: AbortSignal): Promise<void> {
    return this.#withValues(values, async (file) => {
      const args = ['upgrade', '--install', release, chart, '--namespace', namespace, '--values', file];
      args.push('--history-max', '10', '--timeout', `${LIMIT_SECONDS}s`, '--hide-notes');
      await this.#run([...args, ...this.#serverSide()], signal);
    });
  }

  /** Newest revisions first. Empty if there is no such release. The history has no values, so no secrets. */
  async history(release: string, namespace: string): Promise<readonly Revision[]> {
    const args = ['history', release, '--namespace', namespace, '--max', '20', '--output', 'json'];
    const result = await this.#start(args);
    if (result.code !== 0 && /release: not found/.test(result.stderr)) return [];
    this.#check(args, result);
    const rows = JSON.parse(result.stdout) as Revision[];
    return rows.sort((a, b) => b.revision - a.revision);
  }

  /** Makes an older revision the newest. It also works on a release that hangs in a pending state. */
  async rollback(release: string, revision: number, namespace: string): Promise<void> {
    const args = ['rollback', release, String(revision), '--namespace', namespace, '--timeout', `${LIMIT_SECONDS}s`];
    await this.#run([...args, ...this.#serverSide()]);
  }

  /** Removes a release. Objects with the policy `keep` stay. A missing release is no error. */
  async uninstall(release: string, namespace: string): Promise<void> {
    const args = ['uninstall', release, '--namespace', namespace, '--ignore-not-found', '--wait', '--timeout'];
    await this.#run([...args, `${LIMIT_SECONDS}s`]);
  }

  /** helm 4 applies on the server. The configuration files decide, so fields of other writers are overwritten. */
  #serverSide(): readonly string[] {
    return this.#settings.major >= 4 ? ['--server-side=true', '--force-conflicts'] : [];
  }

  async #withValues<T>(values: JsonObject, use: (file: string) => Promise<T>): Promise<T> {
    const file = join(this.#settings.tempDir, `values-${randomBytes(6).toString('hex')}.json`);
    try {
      await writeFile(file, JSON.stringify(values), { mode: 0o600, flag: 'wx' });
      return await use(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  async #run(args: readonly string[], stop?: AbortSignal): Promise<RunResult> {
    const result = await this.#start(args, stop);
    this.#check(args, result);
    return result;
  }

  #start(args: readonly string[], stop?: AbortSignal): Promise<RunResult> {
    const { program, env, run, signal, tempDir, kubeconfig } = this.#settings;
    const signals = [signal, stop].filter((one) => one !== undefined);
    const home = join(tempDir, 'helm');
    const own: NodeJS.ProcessEnv = {
      HELM_CACHE_HOME: join(home, 'cache'),
      HELM_CONFIG_HOME: join(home, 'config'),
      HELM_DATA_HOME: join(home, 'data'),
      // Without a kubeconfig of ours, helm must not use the one in the home folder.
      KUBECONFIG: kubeconfig ?? join(home, 'none'),
    };
    return run(program, args, {
      cwd: tempDir,
      env: { ...bareEnvironment(env), ...own },
      timeout: (LIMIT_SECONDS + 60) * 1000,
      ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
    });
  }

  #check(args: readonly string[], result: RunResult): void {
    if (result.code === 0) return;
    const redact = this.#settings.redact ?? ((text: string): string => text);
    throw explainHelm(args, { ...result, stdout: '', stderr: redact(result.stderr) });
  }
}

/** Major version of helm in a version text that was checked to be in range. */
export function helmMajor(version: string): 3 | 4 {
  return /^v?3\./.test(version) ? 3 : 4;
}
