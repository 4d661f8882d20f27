import type { ChartSource } from '../../config/model.js';
import { ConfigurationError, ToolError } from '../../errors.js';
import { CHART_REPOSITORY, DEFAULT_CHART_SHA256, DEFAULT_CHART_VERSION } from '../../versions.js';
import { type ChartFiles, readChart, writeChart } from './files.js';

/** The chart of a hub, known without helm and network. */
export interface ChartReference {
  readonly version: string;
  /** Absolute path of a folder or archive; undefined for a chart of a repository. */
  readonly path: string | undefined;
  readonly repository: string;
  /** Where the chart comes from, as a plan shows it: the repository, or the key of the path. */
  readonly source: string;
  /** SHA-256 (hex) that the chart must have: that of its files, of `hub.chart.sha256`, or of the pinned release. */
  readonly sha256: string | undefined;
  /** The key that says the expected digest. */
  readonly expectedBy: 'path' | 'sha256' | 'version';
  /** True for the release that this version of the program was tested with, byte for byte. */
  readonly isPinned: boolean;
  /** Two charts with equal identities count as the same: source, version and, if it is known, digest. */
  readonly identity: string;
}

/** What fetches a chart: helm, with the private folder of the run. */
export interface ChartFetcher {
  /** Downloads an archive and returns its path. */
  pull(name: string, version: string, repository: string): Promise<string>;
  /** A new private folder. */
  chartFolder(): Promise<string>;
}

/** A chart on disk whose digest was checked. Nothing but this process writes to the file. */
export interface LocalChart {
  readonly path: string;
  /** SHA-256 (hex) of the archive, or over all files of a folder. */
  readonly digest: string;
}

/** The chart of the last deployment, from its record. */
export interface DeployedChart {
  readonly version: string;
  readonly repository: string;
  readonly digest: string;
}

/** A chart that is not the reviewed one. `key` is the one of `hub.chart` that it is about. */
export class ChartError extends ConfigurationError {
  constructor(
    message: string,
    readonly key: ChartReference['expectedBy'],
    hint: string,
  ) {
    super(message, { where: `jupyterhub.yaml: hub.chart.${key}`, hint });
  }
}

/** Name of a chart at `hub.chart.path` where a repository would stand. */
const LOCAL_SOURCE = 'hub.chart.path';

/** The chart that the configuration means. Reads the files of a local chart, and never the network. */
export async function chartReference(source: ChartSource, env: NodeJS.ProcessEnv): Promise<ChartReference> {
  const { version, path } = source;
  const own = env.JUPYTERHUB_GKE_CHART_REPOSITORY || CHART_REPOSITORY;
  const repository = source.repository ?? own;
  // Where the workflow names a mirror, it may also say which archive the mirror has.
  const pinned = env.JUPYTERHUB_GKE_CHART_SHA256 || DEFAULT_CHART_SHA256;
  const given = source.sha256?.toLowerCase();
  if (path !== undefined) {
    const { digest } = await readChart(path);
    if (given !== undefined && given !== digest) throw otherDigest(LOCAL_SOURCE, digest, given, 'sha256');
    return {
      ...{ version, path, repository, source: LOCAL_SOURCE, sha256: digest, expectedBy: 'path' as const },
      isPinned: digest === pinned,
      identity: `${LOCAL_SOURCE} sha256:${digest}`,
    };
  }
  const isRelease = version === DEFAULT_CHART_VERSION && repository === own;
  const sha256 = given ?? (isRelease ? pinned : undefined);
  return {
    ...{ version, path, repository, source: repository, sha256 },
    expectedBy: given === undefined ? 'version' : 'sha256',
    isPinned: sha256 === pinned,
    identity: `${repository} jupyterhub-${version} sha256:${sha256 ?? 'unknown'}`,
  };
}

/**
 * Fetches the chart, once, and checks its digest. Without an expected one, the digest must be that of the last deployed
 * chart of the same version and repository, because a published version never changes. A chart on disk is copied, so that
 * what was planned is what is installed even if somebody changes the folder in between.
 */
export async function fetchChart(
  chart: ChartReference,
  helm: ChartFetcher,
  last: DeployedChart | undefined,
): Promise<LocalChart> {
  if (chart.path !== undefined) {
    const files = await readChart(chart.path);
    check(chart, files);
    return { path: await writeChart(files, await helm.chartFolder()), digest: files.digest };
  }
  const path = await helm.pull('jupyterhub', chart.version, chart.repository);
  const files = await readChart(path);
  check(chart, files);
  const isSameSource = last?.version === chart.version && last.repository === chart.source;
  if (last && isSameSource && last.digest !== files.digest && chart.sha256 === undefined) {
    throw otherDigest(fileOf(chart), files.digest, last.digest, 'version');
  }
  return { path, digest: files.digest };
}

/** Checks that the files of a chart are still those that were fetched. Called right before they are installed. */
export async function recheckChart(chart: LocalChart): Promise<void> {
  const { digest } = await readChart(chart.path);
  if (digest === chart.digest) return;
  throw new ToolError(`The chart changed on disk between plan and installation: its SHA-256 was ${chart.digest}`, {
    where: chart.path,
    hint: 'Find out what else writes to the temp folder of this run, then run apply again.',
  });
}

function check(chart: ChartReference, { digest }: ChartFiles): void {
  if (chart.sha256 === undefined || chart.sha256 === digest) return;
  throw otherDigest(fileOf(chart), digest, chart.sha256, chart.expectedBy);
}

/** The file of a chart, in words. */
function fileOf({ version, source, path }: ChartReference): string {
  return path === undefined ? `jupyterhub-${version}.tgz of ${source}` : source;
}

function otherDigest(file: string, digest: string, expected: string, key: ChartReference['expectedBy']): ChartError {
  const hint =
    key === 'path'
      ? 'Something changed the chart while this run was at work. Run again.'
      : 'A published chart never changes. Check where this one comes from. Only if you trust it, set hub.chart.sha256 to its SHA-256 and have that reviewed.';
  return new ChartError(
    `The chart file ${file} differs from the reviewed one: its SHA-256 is ${digest}, and ${expected} was expected`,
    key,
    hint,
  );
}
