import { readHomeDisks } from '../../access/homes/disks.js';
import type { KubeObject } from '../../cloud/kube-objects.js';
import { locationText } from '../../config/location.js';
import { firstOf, joinWithAnd, plural } from '../../config/text.js';
import { ToolError } from '../../errors.js';
import { namespaceOf } from '../../helm/release/record.js';
import { acknowledgedAddresses } from '../review/acknowledgements.js';
import { type ClusterConnection, connectCluster } from '../session/cluster.js';
import type { Session } from '../session/session.js';

/** A home whose disk is in no zone of the platform. */
export interface StrandedHome {
  /** Name of its claim. */
  readonly claim: string;
  /** Zones of its disk: one, or two of a regional disk. */
  readonly zones: readonly string[];
}

interface Volume extends KubeObject {
  readonly spec?: {
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
    readonly nodeAffinity?: {
      readonly required?: {
        readonly nodeSelectorTerms?: readonly {
          readonly matchExpressions?: readonly { readonly key?: string; readonly values?: readonly string[] }[];
        }[];
      };
    };
  };
}

/** Labels by which a volume names its zones: the disk driver's and Kubernetes' own. */
const ZONE_KEYS: readonly string[] = ['topology.gke.io/zone', 'topology.kubernetes.io/zone'];
/** Homes that a message names. */
const NAMED = 5;

/** What somebody acknowledges who leaves homes behind in zones that are no longer named. */
export function strandedAddress(hub: string): string {
  return `homes/${namespaceOf(hub)}/zones`;
}

/**
 * Homes of people with access whose disks are in none of these zones, so that their servers, which run in these zones alone,
 * would wait for a node for ever. A home without a disk yet gets one in a named zone.
 */
export async function strandedHomes(
  { kubernetes }: ClusterConnection,
  hub: string,
  zones: readonly string[],
): Promise<readonly StrandedHome[]> {
  const namespace = namespaceOf(hub);
  const [homes, volumes] = await Promise.all([
    readHomeDisks(kubernetes, namespace),
    kubernetes.list<Volume>({ apiVersion: 'v1', kind: 'PersistentVolume' }),
  ]);
  const used = new Set(homes.filter(({ left }) => left === undefined).map(({ place }) => place));
  return volumes.flatMap(({ spec }) => {
    const { namespace: place, name: claim = '' } = spec?.claimRef ?? {};
    const found = zonesOf(spec?.nodeAffinity);
    const isStranded = found.length > 0 && !found.some((zone) => zones.includes(zone));
    return place === namespace && used.has(claim) && isStranded ? [{ claim, zones: found }] : [];
  });
}

function zonesOf(affinity: NonNullable<Volume['spec']>['nodeAffinity']): readonly string[] {
  const expressions = affinity?.required?.nodeSelectorTerms?.flatMap((term) => term.matchExpressions ?? []) ?? [];
  return [
    ...new Set(expressions.flatMap(({ key, values }) => (ZONE_KEYS.includes(key ?? '') ? (values ?? []) : []))),
  ].sort();
}

/** Refuses zones that strand people: their homes stay where they are, and their servers would find no node there. */
export async function refuseStrandedHomes(
  session: Session,
  { hasCluster }: { readonly hasCluster: boolean },
  connect: (session: Session) => Promise<ClusterConnection | undefined> = connectCluster,
): Promise<void> {
  const { config, context, input } = session;
  const { zones, from } = config.platform;
  if (zones === undefined || !hasCluster || acknowledgedAddresses(context).includes(strandedAddress(config.name)))
    return;
  const cluster = await connect(session);
  const homes = cluster === undefined ? [] : await strandedHomes(cluster, config.name, zones);
  if (homes.length === 0) return;
  const elsewhere = joinWithAnd([...new Set(homes.flatMap((home) => home.zones))].sort());
  const names = firstOf(
    homes.map(({ claim, zones: [zone] }) => `${claim} (${zone})`),
    NAMED,
  );
  const verb = homes.length === 1 ? 'is' : 'are';
  throw new ToolError(
    `${plural(homes.length, 'home')} ${verb} in ${elsewhere}, and platform.zones names only ${joinWithAnd(zones)}: ${names}. Disks do not move, so these people could not start a server. Nothing was changed`,
    {
      where: locationText(input.locate(from === undefined ? ['platform', 'zones'] : ['platform', 'from'])),
      hint: `Name ${elsewhere} in platform.zones too, as long as these homes are there. To leave them behind, acknowledge ${strandedAddress(config.name)} in a manual run (--acknowledge); the disks stay.`,
    },
  );
}
