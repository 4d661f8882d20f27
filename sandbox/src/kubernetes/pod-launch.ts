import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Log } from '../log.js';
import { repoPath, repoRoot } from '../paths.js';
import type { KubeClient } from './client.js';
import type { ObjectStore } from './kubelet-store.js';
import { containerEnv, expand } from './pod-env.js';
import { PodPaths } from './pod-paths.js';
import { type PodProcess, startPodProcess } from './pod-process.js';
import { commandLine, type PodTools, type Program } from './pod-programs.js';
import type { Container, Pod } from './pod-types.js';
import type { PodVolumes } from './volumes.js';
import type { GoogleContext } from './volumes-bucket.js';

/** What containers are started with. */
export interface LaunchContext {
  readonly client: KubeClient;
  readonly store: ObjectStore;
  readonly tools: PodTools;
  /** Folder of the sandbox's state. */
  readonly dir: string;
  readonly apiServer: { readonly host: string; readonly port: string };
  /** File with the table of Services. */
  readonly networkFile: string;
  /** Variables that every container gets below its own. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: Log;
  /** Google, for the buckets that pods mount. */
  readonly google: GoogleContext | undefined;
}

/** The pod that a container belongs to. */
export interface LaunchSubject {
  readonly pod: Pod;
  readonly podIP: string;
  readonly hostIP: string;
  /** The pod's folder on this machine. */
  readonly folder: string;
  readonly volumes: PodVolumes;
}

const TERMINATION_LOG = '/dev/termination-log';

interface Prepared {
  readonly paths: PodPaths;
  readonly env: Record<string, string>;
  readonly cwd: string;
  /** Variables as the container states them, for `$(NAME)` in its arguments. */
  readonly stated: Readonly<Record<string, string>>;
}

/** Starts a container as a process of this machine that believes to be in its pod. */
export async function launch(
  subject: LaunchSubject,
  container: Container,
  program: Program,
  context: LaunchContext,
): Promise<PodProcess> {
  const { paths, env, cwd, stated } = await prepare(subject, container, program, context);
  const argv = program.argv.map((argument) => paths.rewrite(expand(argument, stated)));
  const { namespace, name } = subject.pod.metadata;
  const endFile = paths.translate(container.terminationMessagePath ?? TERMINATION_LOG);
  await writeFile(endFile, '');
  const process = startPodProcess({
    argv: commandLine(argv, context.tools),
    env,
    cwd,
    python: context.tools.path('python'),
    logFile: join(context.dir, 'logs', `${namespace}_${name}_${container.name}.log`),
  });
  // kubelet takes 4096 bytes of it.
  return { ...process, endMessage: async () => (await readFile(endFile)).subarray(0, 4096).toString('utf8') };
}

/** Runs a command in a container's surroundings, for exec probes; resolves to its exit code, 137 when it took too long. */
export async function runInContainer(
  subject: LaunchSubject,
  container: Container,
  program: Program,
  command: readonly string[],
  timeout: number,
  context: LaunchContext,
): Promise<number> {
  const { paths, env, cwd } = await prepare(subject, container, program, context);
  const process = startPodProcess({
    argv: command.map((argument) => paths.rewrite(argument)),
    env,
    cwd,
    python: context.tools.path('python'),
    logFile: join(subject.folder, `${container.name}.probe.log`),
  });
  const timer = setTimeout(() => process.kill(), timeout);
  const code = await process.exited;
  clearTimeout(timer);
  return code;
}

async function prepare(
  subject: LaunchSubject,
  container: Container,
  program: Program,
  context: LaunchContext,
): Promise<Prepared> {
  const { store, apiServer, tools } = context;
  const stated = containerEnv(container, { ...subject, store, apiServer });
  const root = join(subject.folder, 'root', container.name);
  const own = ['/srv/jupyterhub', '/srv/configurable-http-proxy', '/home/jovyan', '/usr/local/etc/jupyterhub'];
  for (const folder of own) await mkdir(join(root, folder), { recursive: true });
  await mkdir(join(root, 'tmp'), { recursive: true });
  const mounts = await subject.volumes.mount(container, root, stated);
  const mounted = new Set(mounts.map(([mount]) => mount));
  const paths = new PodPaths([
    ...mounts,
    [container.terminationMessagePath ?? TERMINATION_LOG, join(root, 'termination-log')],
    ...own.filter((folder) => !mounted.has(folder)).map((folder) => [folder, root + folder] as const),
    // The sandbox's own folders lead to themselves, also where one of them lies below a mount path such as /home/jovyan.
    ...[context.dir, repoRoot, dirname(tools.venvBin), dirname(process.execPath)].map((path) => [path, path] as const),
  ]);

  const podFile = join(root, 'pod.json');
  const namespace = subject.pod.metadata.namespace ?? 'default';
  const pod = { ip: subject.podIP, namespace, network: context.networkFile, paths: paths.pairs };
  await writeFile(podFile, JSON.stringify(pod));

  const rewritten = Object.fromEntries(Object.entries(stated).map(([name, value]) => [name, paths.rewrite(value)]));
  const hooks = repoPath('sandbox', 'python', 'hooks');
  const env = {
    LANG: 'C.UTF-8',
    HOME: paths.translate(program.home),
    TMPDIR: join(root, 'tmp'),
    ...context.env,
    ...rewritten,
    PATH: [tools.venvBin, dirname(process.execPath), rewritten.PATH ?? '/usr/local/bin:/usr/bin:/bin'].join(delimiter),
    PYTHONPATH: [hooks, rewritten.PYTHONPATH].filter((part) => part !== undefined && part !== '').join(delimiter),
    PYTHONDONTWRITEBYTECODE: '1',
    NODE_OPTIONS: `--require ${JSON.stringify(repoPath('sandbox', 'hooks', 'pod.cjs'))}`,
    SANDBOX_POD: podFile,
  };
  const cwd = paths.translate(container.workingDir ?? program.workingDir);
  await mkdir(cwd, { recursive: true });
  return { paths, env, cwd, stated };
}
