import type { Change, ChartOrigin } from '../../change/change.js';
import { attribute } from '../diff/attributes.js';
import type { ChartReference, DeployedChart, LocalChart } from './chart.js';

/**
 * The change of a hub's chart. A new hub has none if its chart is the pinned release. The fingerprint covers where a chart
 * comes from and what is in it, even where the objects stay the same.
 */
export function chartChange(
  { hub, chart }: { readonly hub: string; readonly chart: ChartReference },
  deployed: DeployedChart | undefined,
  fetched: Pick<LocalChart, 'digest'>,
): Change | undefined {
  const after: ChartOrigin = { source: chart.source, version: chart.version, digest: fetched.digest };
  const before: ChartOrigin | undefined = deployed && {
    source: deployed.repository,
    version: deployed.version,
    digest: deployed.digest,
  };
  if (before === undefined ? chart.isPinned : isSame(before, after)) return undefined;
  return {
    scope: 'helm',
    action: before === undefined ? 'create' : 'update',
    subject: { kind: 'helm-release', name: hub },
    attributes: [attribute('chart', before && originText(before), originText(after))],
    chart: { ...(before === undefined ? {} : { before }), after, isPinned: chart.isPinned },
  };
}

/** One change of a release with what both say. */
export function withChart(change: Change, { attributes, chart }: Change): Change {
  return {
    ...change,
    ...(attributes === undefined ? {} : { attributes: [...(change.attributes ?? []), ...attributes] }),
    ...(chart === undefined ? {} : { chart }),
  };
}

function isSame(before: ChartOrigin, after: ChartOrigin): boolean {
  return before.source === after.source && before.version === after.version && before.digest === after.digest;
}

function originText({ source, version, digest }: ChartOrigin): string {
  return `${version} of ${source} (sha256:${digest})`;
}
