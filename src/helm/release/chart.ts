import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ChartSource } from '../../config/model.js';
import { ConfigurationError, errorMessage, ToolError } from '../../errors.js';
import { CHART_REPOSITORY } from '../../versions.js';
import type { Helm } from './cli.js';

/** The chart of a hub, known without helm and network. */
export interface ChartReference {
  readonly version: string;
  /** Absolute path of a folder or archive; undefined for a chart of a repository. */
  readonly path: string | undefined;
  readonly repository: string;
  /** Expected SHA-256 (hex) of the archive. */
  readonly sha256: string | undefined;
  /** Two charts with equal identities count as the same: a digest of the content if it is known, else the version. */
  readonly identity: string;
}

/** A chart on disk whose digest was checked. */
export interface LocalChart {
  readonly path: string;
  /** SHA-256 (hex) of the archive, or over all files of a folder. */
  readonly digest: string;
}

/** The chart that the configuration means. Reads the files of a local chart, and never the network. */
export async function chartReference(source: ChartSource, env: NodeJS.ProcessEnv): Promise<ChartReference> {
  const repository = source.repository ?? (env.JUPYTERHUB_GKE_CHART_REPOSITORY || CHART_REPOSITORY);
  const { version, path, sha256 } = source;
  if (path !== undefined) {
    const digest = await checkedDigest(path, sha256);
    return { version, path, repository, sha256, identity: `sha256:${digest}` };
  }
  return { version, path, repository, sha256, identity: sha256 ? `sha256:${sha256}` : `jupyterhub-${version}` };
}

/**
 * Fetches the chart and checks its digest against `hub.chart.sha256`. Without one, the digest must be that of the last
 * deployed chart of the same version and repository, because a published version never changes.
 */
export async function fetchChart(
  chart: ChartReference,
  helm: Helm,
  last: { readonly version: string; readonly digest: string; readonly repository: string } | undefined,
): Promise<LocalChart> {
  if (chart.path !== undefined) return { path: chart.path, digest: await checkedDigest(chart.path, chart.sha256) };
  const path = await helm.pull('jupyterhub', chart.version, chart.repository);
  const digest = await checkedDigest(path, chart.sha256);
  const sameSource = last?.version === chart.version && last.repository === chart.repository;
  if (last && sameSource && last.digest !== digest && chart.sha256 === undefined) {
    throw new ToolError(`The chart ${chart.version} of this repository differs from the one that was deployed before`, {
      where: chart.repository,
      hint: `Its SHA-256 was ${last.digest} and is ${digest} now. If you trust the new one, set hub.chart.sha256 to it.`,
    });
  }
  return { path, digest };
}

async function checkedDigest(path: string, expected: string | undefined): Promise<string> {
  const digest = await digestOf(path);
  if (expected === undefined || expected.toLowerCase() === digest) return digest;
  throw new ConfigurationError(`The chart's SHA-256 is ${digest}, not the expected one`, {
    where: 'jupyterhub.yaml: hub.chart.sha256',
    hint: 'Check where the chart comes from. Set hub.chart.sha256 to this value only if you trust it.',
  });
}

/** SHA-256 of a file, or of a folder's relative paths and contents in a fixed order. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const found = await stat(path).catch((cause: unknown) => {
    throw new ConfigurationError(`The chart was not found: ${errorMessage(cause)}`, {
      where: 'jupyterhub.yaml: hub.chart.path',
      hint: 'Give the path of a chart folder or .tgz archive, relative to jupyterhub.yaml.',
      cause,
    });
  });
  if (found.isFile()) return hash.update(await readFile(path)).digest('hex');
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  for (const file of files) {
    const content = await readFile(join(path, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
