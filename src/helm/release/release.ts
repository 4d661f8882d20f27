import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { hashOf } from '../../change/canonical.js';
import type { Change } from '../../change/change.js';
import type { Settings } from '../../change/settings.js';
import type { HubConfig, Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { allEnded } from '../../system/all-settled.js';
import { chartChange, withChart } from '../chart/change.js';
import { type ChartReference, chartReference, fetchChart, type LocalChart } from '../chart/chart.js';
import { readChart } from '../chart/files.js';
import { refuseTooLarge } from '../chart/record-size.js';
import { diffReleases, type Rendering } from '../diff/diff.js';
import { digestKey } from '../diff/hidden-digest.js';
import { hideSecrets, hideValues, inOrder, type Manifest, parseInTurns, rawInTurns } from '../diff/manifests.js';
import { companionRelease, companionValues } from '../values/companion.js';
import { hubSecrets, readSources } from '../values/layers.js';
import { canonical, merge, symbolic, valueAt } from '../values/values.js';
import type { Helm } from './cli.js';
import { refusePlainSecrets } from './plain-secrets.js';
import { type DeploymentRecord, namespaceOf } from './record.js';
import { settingsOf } from './settings.js';

/** The desired state of both releases of a hub. Address and secrets are symbolic. */
export interface PreparedRelease {
  readonly hub: string;
  readonly namespace: string;
  readonly chart: ChartReference;
  /** Values of the JupyterHub chart; may hold `{secretRef: NAME}` and `${hub.address}`. */
  readonly values: JsonObject;
  /** The same without the user's `hub.values`. */
  readonly ours: JsonObject;
  readonly companion: { readonly chart: string; readonly values: JsonObject };
  /** What the configuration says, value by value, without secrets. */
  readonly settings: Settings;
  /** SHA-256 (hex) over all that helm is given. An equal digest means that helm has nothing to do. */
  readonly inputs: string;
}

/** Everything that `prepareRelease` reads. */
export interface PrepareOptions {
  readonly config: HubConfig;
  readonly env: NodeJS.ProcessEnv;
  /** The product's `helm` folder, with `hub` and `companion` below it. */
  readonly helmDir: string;
}

/** Both charts rendered offline. */
export interface RenderedRelease extends Rendering {
  readonly chart: LocalChart;
  /** Objects of the JupyterHub chart as rendered, with placeholders for secrets. They are kept and shown nowhere. */
  readonly objects: readonly Manifest[];
}

/** Merges the values and finds the charts. Reads files only, and calls neither helm nor the network. */
export async function prepareRelease(options: PrepareOptions): Promise<PreparedRelease> {
  const { config, env, helmDir } = options;
  const companionChart = join(helmDir, 'companion');
  const [sources, chart, companionFiles] = await Promise.all([
    readSources(helmDir),
    chartReference(config.hub.chart, env),
    readChart(companionChart),
  ]);
  const { values, names } = hubSecrets(config, sources, env);
  const ours = hubSecrets({ ...config, hub: { ...config.hub, values: {} } }, sources, env).values;
  const companion = { chart: companionChart, values: companionValues(config, names) };
  const parts: Json[] = [chart.identity, companionFiles.digest, values, companion.values];
  const inputs = createHash('sha256').update(canonical(parts)).digest('hex');
  const settings = settingsOf(config);
  return { hub: config.name, namespace: namespaceOf(config.name), chart, values, ours, companion, settings, inputs };
}

/** Renders both charts offline from symbolic values. The result has no secret, and equal inputs give equal results. */
export async function renderRelease(
  prepared: PreparedRelease,
  helm: Helm,
  deployed: DeploymentRecord | undefined,
): Promise<RenderedRelease> {
  const { hub, namespace } = prepared;
  const values = symbolic(prepared.values);
  const companion = async () => {
    const { chart, values } = prepared.companion;
    const text = await helm.template(companionRelease(hub), chart, namespace, symbolic(values));
    refusePlainSecrets(text);
    return parseInTurns(text);
  };
  const main = async () => {
    const chart = await fetchChart(prepared.chart, helm, finishedOnce(deployed)?.chart);
    const text = await helm.template(hub, chart.path, namespace, withStandIns(values));
    refusePlainSecrets(text);
    const objects = await rawInTurns(text);
    await refuseTooLarge(chart.path, values, text, objects);
    return { chart, objects };
  };
  // Both end before a failure of one is reported, because the folder in which they work is removed then.
  const [companionObjects, { chart, objects }] = await allEnded([companion(), main()]);
  const manifests = inOrder([...companionObjects, ...hideSecrets(objects)]);
  const ours = hideValues(symbolic(prepared.ours)) as JsonObject;
  return { chart, objects, values: hideValues(values) as JsonObject, ours, manifests };
}

/** True if the last apply had the same inputs and finished. */
export function isCurrent(prepared: PreparedRelease, deployed: DeploymentRecord | undefined): boolean {
  return deployed?.state === 'deployed' && deployed.inputs === prepared.inputs;
}

/** What helm would change, and what it would change that from. */
export interface ReleasePlan {
  readonly changes: readonly Change[];
  /** What was rendered, and the chart on disk: exactly this is installed. Undefined if the release is current. */
  readonly rendered: RenderedRelease | undefined;
}

/**
 * What helm would change. Helm is only called if something may have changed. `deployed` is undefined before the first
 * apply, and if the cluster does not exist or cannot be read yet.
 */
export async function planRelease(
  prepared: PreparedRelease,
  deployed: DeploymentRecord | undefined,
  helm: () => Promise<Helm>,
): Promise<ReleasePlan> {
  if (isCurrent(prepared, deployed)) return { changes: [], rendered: undefined };
  const rendered = await renderRelease(prepared, await helm(), deployed);
  return { changes: releaseChanges(prepared, deployed, rendered), rendered };
}

/** The changes from the deployed to the rendered release. Never empty, since helm has to run. */
export function releaseChanges(
  prepared: PreparedRelease,
  deployed: DeploymentRecord | undefined,
  rendered: RenderedRelease,
): readonly Change[] {
  const before = finishedOnce(deployed);
  const key = digestKey(before?.uid, symbolic(prepared.values));
  const changes = diffReleases(before, rendered, key, prepared.namespace);
  const chart = chartChange(prepared, before?.chart, rendered.chart);
  if (changes.length > 0) return chart === undefined ? changes : [...changes, chart];
  const again: Change = {
    scope: 'helm',
    action: 'update',
    subject: { kind: 'helm-release', name: prepared.hub },
    notes: [{ code: deployed?.state === 'applying' ? 'release-resumed' : 'release-reinstalled' }],
    hiddenDigest: hashOf(key.key === undefined ? [] : prepared.inputs, key.key),
  };
  return [chart === undefined ? again : withChart(again, chart)];
}

/** The record if an apply has finished before. Otherwise there is nothing to compare with. */
function finishedOnce(deployed: DeploymentRecord | undefined): DeploymentRecord | undefined {
  return deployed !== undefined && deployed.revision > 0 ? deployed : undefined;
}

const STAND_IN = 'stand-in';
const STAND_IN_KEY = '00'.repeat(32);

/** The values that stand for secrets of the chart in a rendering. */
export const STAND_INS: ReadonlySet<string> = new Set([STAND_IN, STAND_IN_KEY]);

/**
 * Adds fixed stand-ins for the secrets that the chart makes at random if it cannot look them up. Checksums of them are in
 * its pods, so random secrets would change every offline rendering. Stand-ins never reach a cluster.
 */
function withStandIns(values: JsonObject): JsonObject {
  const services = valueAt(values, 'hub.services');
  const tokens = Object.keys(isObject(services) ? services : {}).map((name) => [name, { apiToken: STAND_IN }]);
  const standIns: JsonObject = {
    hub: {
      config: {
        ConfigurableHTTPProxy: { auth_token: STAND_IN },
        JupyterHub: { cookie_secret: STAND_IN_KEY },
        CryptKeeper: { keys: [STAND_IN_KEY] },
      },
      services: Object.fromEntries(tokens) as JsonObject,
    },
  };
  return merge(standIns, values);
}
