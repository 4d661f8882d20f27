import { type ClusterFeatures, clusterPath, getCluster, type LiveCluster } from '../../cloud/clusters.js';
import { locationText } from '../../config/location.js';
import type { HubConfig } from '../../config/model.js';
import { type ClusterId, clusterIdOf } from '../../config/platform/cluster-id.js';
import { joinWithAnd } from '../../config/text.js';
import { ConfigurationError } from '../../errors.js';
import type { Session } from '../session/session.js';

/** The oldest minor version of Kubernetes that the hub's chart and its policies were tried with. */
const OLDEST_MINOR = 32;

interface Need {
  /** What is missing, as a clause. */
  readonly text: string;
  /** What the owner of the cluster runs, without project and location. */
  readonly command: string;
  readonly isMet: (live: LiveCluster, config: HubConfig) => boolean;
}

const feature = (name: keyof ClusterFeatures) => (live: LiveCluster) => live.features[name];

/** What a hub needs of a cluster that somebody else made (GKE documentation of each feature, read 2026-11). */
const NEEDS: readonly Need[] = [
  {
    text: `it runs a Kubernetes before 1.${OLDEST_MINOR}`,
    command: 'gcloud container clusters upgrade NAME --master',
    isMet: ({ version }) => Number(/^1\.(\d+)/.exec(version)?.[1] ?? OLDEST_MINOR) >= OLDEST_MINOR,
  },
  {
    text: 'its DNS endpoint does not answer from outside, which is the only way in for a runner',
    command: 'gcloud container clusters update NAME --enable-dns-access',
    isMet: feature('dnsEndpoint'),
  },
  {
    text: 'Workload Identity is off',
    command: 'gcloud container clusters update NAME --workload-pool=PROJECT.svc.id.goog',
    isMet: feature('workloadIdentity'),
  },
  {
    text: 'network policies have no effect, so that every notebook would reach the hub and the metadata server',
    command:
      'gcloud container clusters update NAME --update-addons=NetworkPolicy=ENABLED && gcloud container clusters update NAME --enable-network-policy',
    isMet: feature('networkPolicy'),
  },
  {
    text: 'HTTP load balancing is off, so that an Ingress with IAP gets no address',
    command: 'gcloud container clusters update NAME --update-addons=HttpLoadBalancing=ENABLED',
    isMet: feature('loadBalancing'),
  },
  {
    text: 'buckets cannot be mounted (storage.buckets)',
    command: 'gcloud container clusters update NAME --update-addons=GcsFuseCsiDriver=ENABLED',
    isMet: ({ features }, { storage }) => !storage.perUserBuckets || features.bucketMounts,
  },
];

/**
 * Checks a cluster that exists against what a hub needs, all at once. Throws a ConfigurationError at its line, with the
 * command of the cluster's owner for each thing that is missing.
 */
export async function checkCluster({ config, google, input }: Session): Promise<void> {
  const { existing } = config.platform;
  if (existing === undefined) return;
  const id = clusterIdOf(config);
  const where = locationText(input.locate(['platform', config.platform.from === undefined ? 'cluster' : 'from']));
  const live = await getCluster(google, id);
  if (live === undefined) {
    throw new ConfigurationError(`There is no cluster ${clusterPath(id)}. Nothing was changed`, {
      where,
      hint: `List them: gcloud container clusters list --project=${id.project}`,
    });
  }
  if (!live.autopilot) {
    throw new ConfigurationError(
      `The cluster ${live.name} is a Standard cluster, and this version uses only Autopilot clusters that exist. Nothing was changed`,
      { where, hint: 'Name an Autopilot cluster, or let the platform be made: docs/existing-clusters.md.' },
    );
  }
  const missing = NEEDS.filter(({ isMet }) => !isMet(live, config));
  if (missing.length === 0) return;
  const commands = missing.map(({ command }) => commandFor(command, id)).join(' && ');
  throw new ConfigurationError(
    `A hub cannot run on the cluster ${live.name}: ${joinWithAnd(missing.map(({ text }) => text))}. Nothing was changed`,
    { where, hint: `Who manages the cluster runs: ${commands}` },
  );
}

/** The names come from the file, which the schema holds to letters, digits and hyphens. */
function commandFor(command: string, { project, location, name }: ClusterId): string {
  return command
    .split(' && ')
    .map(
      (one) =>
        `${one.replaceAll('NAME', name).replaceAll('PROJECT', project)} --location=${location} --project=${project}`,
    )
    .join(' && ');
}
