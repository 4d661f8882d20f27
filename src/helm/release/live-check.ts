import { addressOf } from '../../change/change.js';
import type { JsonObject } from '../../config/model.js';
import { ChartError } from '../chart/chart.js';
import { type KnownLater, type LiveDifference, liveDifferences } from '../diff/live-rendering.js';
import { type Manifest, objectsOf, rawManifests } from '../diff/manifests.js';
import { subjectOf } from '../diff/object-key.js';
import { ADDRESS, SECRETS_VERSION, secretNames } from '../values/values.js';
import type { AppliedFacts } from './applied.js';
import type { Helm } from './cli.js';
import { type PreparedRelease, type RenderedRelease, STAND_INS } from './release.js';

/** The facts that are filled into the values. */
export interface LiveFacts extends AppliedFacts {
  /** Version of the Secret with the variables of pods. */
  readonly secretsVersion?: string | undefined;
}

/** How many differences a message names. */
const NAMED = 5;

/**
 * Refuses a release that, with the cluster's answers, is not what was reviewed. A chart can look up objects, the version of
 * the cluster, and whether it is installed or upgraded. None of that is known to a plan.
 * @param values as helm gets them now
 * @returns the objects as they would be installed, with their secrets
 */
export async function refuseUnreviewedObjects(
  helm: Helm,
  prepared: PreparedRelease,
  rendered: RenderedRelease,
  values: JsonObject,
  facts: LiveFacts,
): Promise<readonly Manifest[]> {
  const { hub, namespace } = prepared;
  const { path } = rendered.chart;
  const [text, crds] = await Promise.all([helm.renderLive(hub, path, namespace, values), helm.crds(path)]);
  const live = [text, crds].flatMap((one) => rawManifests(objectsOf(one)));
  const found = liveDifferences(rendered.objects, live, knownLater(prepared, facts), namespace);
  if (found.length === 0) return live;
  const names = found.slice(0, NAMED).map((one) => differenceText(one, namespace));
  const more = found.length > NAMED ? `; and ${found.length - NAMED} more` : '';
  throw new ChartError(
    `In this cluster the chart renders something else than what was reviewed: ${names.join('; ')}${more}. The hub was not changed`,
    'path',
    'A chart must not depend on what is in the cluster. Use the tested release of the chart, or correct yours and have it reviewed.',
  );
}

/** What may differ: the address, secrets of the configuration, and secrets that the chart makes. */
function knownLater({ values }: PreparedRelease, { address, secrets, secretsVersion }: LiveFacts): KnownLater {
  const texts = new Map<string, readonly string[]>([[ADDRESS, [address]]]);
  if (secretsVersion !== undefined) texts.set(SECRETS_VERSION, [secretsVersion]);
  for (const name of secretNames(values)) {
    const value = Object.hasOwn(secrets, name) ? (secrets[name] ?? '') : '';
    // Where KubeSpawner expands a text, the braces of a secret are doubled.
    texts.set(`\${secret:${name}}`, [...new Set([value, value.replace(/[{}]/g, '$&$&')])]);
  }
  return { texts, standIns: STAND_INS };
}

function differenceText({ object, what, field = '' }: LiveDifference, namespace: string): string {
  const name = plain(addressOf({ subject: subjectOf(object, namespace) }));
  if (what === 'not-reviewed') return `${name} is not in the plan`;
  return what === 'left-out' ? `${name} is left out` : `${name} differs at ${plain(field)}`;
}

/** Names come from the chart. Whatever is no plain name is quoted. */
function plain(name: string): string {
  return /^[\w.:/@-]{1,200}$/.test(name) ? name : JSON.stringify(name.slice(0, 200));
}
