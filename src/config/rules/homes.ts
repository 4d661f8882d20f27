import { describeDisks, machine } from '../gce/machines.js';
import { quantity } from '../quantity.js';
import { joinWithAnd, quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { regionOf } from './platform/location.js';
import { clusterMode, hasComputeClass, type Pool, pools } from './platform/pools.js';

const HOME: Path = ['storage', 'home'];
const GI = 2 ** 30;
const TI = 2 ** 40;

/** Rules of homes on disks: their size, and whether the pools of the profiles can attach them and reach their zone. */
export function homeDiskRules(context: RuleContext): void {
  const { tree, locate, report } = context;
  const path: Path = [...HOME, 'size'];
  const bytes = quantity(treeAt(tree, path)?.value);
  if (bytes !== undefined && (bytes < GI || bytes > 64 * TI)) {
    report(locate(path), 'quantity-size', 'A home must have between 1Gi and 64Ti.', {
      hint: 'Is the unit missing? For example: 10Gi.',
    });
  }
  hyperdiskRules(context, bytes);
  const used = usedPools(context);
  attachRule(context, used);
  const { owner } = context;
  const reached = used.map((pool) => ({
    name: quoted(pool.name),
    path: pool.path,
    zones: owner && zonesOf(owner, pool),
  }));
  zoneRule(context, [...reached, ...anyNode(context)]);
}

/**
 * A Hyperdisk has a least size and is not rounded up. The machines of Autopilot's general-purpose class (E2) attach none
 * (GKE documentation, "Hyperdisk", read 2026-11).
 */
function hyperdiskRules(context: RuleContext, bytes: number | undefined): void {
  const { owner, text, has, locate, report } = context;
  const type = text([...HOME, 'diskType']);
  if (type === undefined || !type.startsWith('hyperdisk')) return;
  const place = locate([...HOME, 'diskType']);
  if (owner !== undefined && clusterMode(owner) === 'autopilot' && !hasComputeClass(context)) {
    report(
      place,
      'pool-home-disk',
      `Autopilot’s usual nodes cannot attach ${quoted(type)}, so that no server would start.`,
      {
        hint: 'Use diskType: pd-balanced or pd-ssd.',
      },
    );
  }
  if (bytes !== undefined && bytes >= GI && bytes < 4 * GI) {
    report(
      has([...HOME, 'size']) ? locate([...HOME, 'size']) : place,
      'quantity-size',
      `A home on ${quoted(type)} must have at least 4Gi.`,
      {
        hint: 'For example: 10Gi.',
      },
    );
  }
}

/** Pools that profiles run on; none if the platform's file cannot be read. */
function usedPools({ owner, count, text }: RuleContext): Pool[] {
  if (owner === undefined || clusterMode(owner) === 'autopilot') return [];
  const names = new Set(Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'pool'])));
  return pools(owner).filter((pool) => names.has(pool.name));
}

function attachRule(context: RuleContext, used: readonly Pool[]): void {
  const { text, locate, report, has } = context;
  const diskType = text([...HOME, 'diskType']) ?? 'pd-balanced';
  const where = has([...HOME, 'diskType']) ? locate([...HOME, 'diskType']) : undefined;
  for (const { name, machineType, path } of used) {
    const disks = machineType === undefined ? undefined : machine(machineType)?.disks.data;
    if (disks === undefined || disks.includes(diskType)) continue;
    const place = where ?? context.owner?.locate([...path, 'machineType']) ?? locate(['profiles'], 'key');
    report(
      place,
      'pool-home-disk',
      `Pool ${quoted(name)} (${machineType}) can attach ${describeDisks(disks)}, but homes are ${quoted(diskType)}.`,
      {
        hint: `Use diskType: ${disks.join(' or ')}, or homes of type filestore.`,
      },
    );
  }
}

/** Nodes that a profile can run on, and their zones if these are known. */
interface Reach {
  readonly name: string;
  readonly path?: Path;
  readonly zones: readonly string[] | undefined;
}

/** Nodes for profiles that name no pool: those of the cluster and of pools without accelerators. */
function anyNode({ owner, count, has }: RuleContext): Reach[] {
  const some = Array.from({ length: count(['profiles']) }, (_, index) => has(['profiles', index, 'pool']));
  if (owner === undefined || clusterMode(owner) !== 'standard' || !some.includes(false)) return [];
  const plain = pools(owner).filter(
    ({ gpu, machineType }) => gpu === undefined && machine(machineType ?? '')?.tpu === undefined,
  );
  const zones = [clusterZones(owner), ...plain.map((pool) => zonesOf(owner, pool))];
  if (zones.includes(undefined)) return [];
  return [{ name: 'the nodes without accelerators', zones: [...new Set(zones.flatMap((one) => one ?? []))] }];
}

/** A disk stays in its zone, a regional disk in two. Every pool must reach one of them. */
function zoneRule(context: RuleContext, used: readonly Reach[]): void {
  const { tree, locate, report, owner } = context;
  const known = used.filter(({ zones }) => zones !== undefined);
  const all = [...new Set(known.flatMap(({ zones }) => zones ?? []))];
  const reaches = (chosen: readonly string[]): boolean =>
    known.every(({ zones }) => zones?.some((zone) => chosen.includes(zone)));
  const regional = treeAt(tree, [...HOME, 'regional'])?.value === true;
  const works = all.some((first) => (regional ? all.some((second) => reaches([first, second])) : reaches([first])));
  if (known.length < 2 || works) return;
  const places = joinWithAnd(known.map(({ name, zones }) => `${name} in ${joinWithAnd(zones ?? [])}`));
  const last = known.findLast(({ path }) => path !== undefined)?.path;
  const place = owner === context && last !== undefined ? [...last, 'zones'] : ['profiles'];
  const message = regional
    ? 'A home stays in its two zones, but no two zones reach all pools of the profiles'
    : 'A home stays in its zone, but the pools of the profiles have no zone in common';
  report(locate(place, 'key'), 'home-zone', `${message}: ${places}.`, {
    hint: 'Give the pools a common zone, or use homes of type filestore.',
  });
}

/** Zones of a pool; undefined if GKE chooses them within the region. */
function zonesOf(owner: RuleContext, pool: Pool): readonly string[] | undefined {
  return pool.zones ?? clusterZones(owner);
}

function clusterZones(owner: RuleContext): readonly string[] | undefined {
  const ofCluster = treeAt(owner.tree, ['platform', 'cluster', 'zones'])?.items?.map(({ value }) => String(value));
  if (ofCluster !== undefined) return ofCluster;
  const location = owner.text(['platform', 'cluster', 'existing', 'location']) ?? owner.text(['location']);
  return location === undefined || regionOf(location) === location ? undefined : [location];
}
