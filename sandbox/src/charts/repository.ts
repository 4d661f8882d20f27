import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { errorMessage, ToolError } from '../../../src/errors.js';
import { run } from '../../../src/system/exec.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';

/** What the repository needs. */
export interface ChartRepositoryOptions {
  readonly tools: { path(name: 'helm'): string };
  /** Folder of its own; emptied at the start. */
  readonly dir: string;
  readonly log: Log;
}

/** A Helm repository that offers the stand-in for the Zero to JupyterHub chart. */
export interface ChartRepository {
  /** What `helm --repo` takes. */
  readonly url: string;
  /** SHA-256 (hex) of the archive that it offers. */
  readonly sha256: string;
  stop(): Promise<void>;
}

/** Milliseconds that helm may take to package one small chart on a busy machine. */
const PACKAGE_LIMIT = 60_000;

/** Packages the stand-in chart with helm and serves it on loopback. */
export async function startChartRepository(options: ChartRepositoryOptions): Promise<ChartRepository> {
  const { tools, dir, log } = options;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const helm = async (...args: readonly string[]): Promise<void> => {
    // helm gets its own folders, so the user's settings and plugins have no effect.
    const own = Object.fromEntries(
      ['CACHE', 'CONFIG', 'DATA'].map((kind) => [`HELM_${kind}_HOME`, join(dir, `.helm-${kind.toLowerCase()}`)]),
    );
    const env = { PATH: process.env.PATH, HOME: dir, ...own };
    const result = await run(tools.path('helm'), args, { env, timeout: PACKAGE_LIMIT });
    if (result.code !== 0) {
      throw new ToolError(`The stand-in chart cannot be packaged: ${result.stderr.trim()}`, {
        where: `helm ${args[0]}`,
      });
    }
  };
  await helm('package', repoPath('sandbox', 'charts', 'jupyterhub'), '--destination', dir);
  await helm('repo', 'index', dir);

  const server = createServer((request, response) => {
    const name = /^\/(index\.yaml|[a-z]+-[0-9][0-9A-Za-z.+-]*\.tgz)$/.exec(request.url ?? '')?.[1];
    const answer = (status: number, type: string, body: Buffer | string): void => {
      response.writeHead(status, { 'content-type': type }).end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'GET or HEAD\n');
    if (name === undefined) return answer(404, 'text/plain', 'index.yaml lists what there is\n');
    readFile(join(dir, name)).then(
      (body) => answer(200, name.endsWith('.tgz') ? 'application/gzip' : 'application/yaml', body),
      (error: unknown) => answer(404, 'text/plain', `${errorMessage(error)}\n`),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  log(`charts: stand-in for jupyterhub at ${url}`);
  const archive = readdirSync(dir).find((name) => name.endsWith('.tgz')) ?? '';
  const sha256 = createHash('sha256')
    .update(readFileSync(join(dir, archive)))
    .digest('hex');
  return {
    url,
    sha256,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
