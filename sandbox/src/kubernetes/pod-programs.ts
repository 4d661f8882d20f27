import { basename, join } from 'node:path';
import type { Container } from './pod-types.js';

/** The part of the toolbox that containers need. */
export interface PodTools {
  path(name: 'python' | 'configurable-http-proxy'): string;
  /** Folder of the Python environment's programs: jupyterhub, jupyterhub-singleuser, python3. */
  readonly venvBin: string;
}

/** A container that runs here as a real process. */
export interface Program {
  readonly kind: 'hub' | 'proxy' | 'notebook' | 'python';
  /** Program and arguments as the container names them; paths are the container's. */
  readonly argv: readonly string[];
  /** What the container's image would have as working folder and home. */
  readonly workingDir: string;
  readonly home: string;
}

const KINDS: Readonly<Record<string, Program['kind']>> = {
  jupyterhub: 'hub',
  'configurable-http-proxy': 'proxy',
  'jupyterhub-singleuser': 'notebook',
  'jupyter-labhub': 'notebook',
  python: 'python',
  python3: 'python',
};

/** Programs of notebook images that start the single-user server: it is started without them here. */
const STARTERS: ReadonlySet<string> = new Set(['start-singleuser.py', 'start-singleuser.sh']);

/**
 * The program of a container if it is one that can run here: the hub, the proxy, a notebook server, or a Python program
 * with the packages of the hub's environment. Judged by the command, so that any image may carry it; a container named
 * `notebook` without a command has the one of Jupyter's images.
 */
export function programOf(container: Container): Program | undefined {
  const argv = withoutInit([...(container.command ?? []), ...(container.args ?? [])]);
  const [first, ...rest] = argv;
  if (first === undefined) return container.name === 'notebook' ? program(['jupyterhub-singleuser']) : undefined;
  if (STARTERS.has(basename(first))) return program(['jupyterhub-singleuser', ...rest]);
  return program([basename(first), ...rest]);
}

function program(argv: readonly string[]): Program | undefined {
  const kind = Object.hasOwn(KINDS, argv[0] ?? '') ? KINDS[argv[0] ?? ''] : undefined;
  if (kind === undefined) return undefined;
  const name = argv[0] === 'jupyter-labhub' ? 'jupyterhub-singleuser' : (argv[0] ?? '');
  const workingDir =
    { hub: '/srv/jupyterhub', proxy: '/srv/configurable-http-proxy' }[kind as string] ?? '/home/jovyan';
  return { kind, argv: [name, ...argv.slice(1)], workingDir, home: '/home/jovyan' };
}

/** Images put an init process before the program: `tini -g -- PROGRAM`. */
function withoutInit(argv: readonly string[]): readonly string[] {
  if (basename(argv[0] ?? '') !== 'tini') return argv;
  const end = argv.indexOf('--');
  return end < 0 ? argv.slice(1) : argv.slice(end + 1);
}

/** Program file and arguments on this machine. */
export function commandLine(argv: readonly string[], tools: PodTools): readonly string[] {
  const [name = '', ...rest] = argv;
  if (name === 'configurable-http-proxy') return [process.execPath, tools.path('configurable-http-proxy'), ...rest];
  if (name === 'python' || name === 'python3') return [tools.path('python'), ...rest];
  // A notebook server refuses to run as root, which it is not in its image but is here where the sandbox is.
  const asRoot = name === 'jupyterhub-singleuser' && process.getuid?.() === 0 ? ['--allow-root'] : [];
  return [join(tools.venvBin, name), ...rest, ...asRoot];
}
