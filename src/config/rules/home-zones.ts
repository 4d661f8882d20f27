import { machinesWith } from '../gce/accelerators.js';
import { machine } from '../gce/machines.js';
import { firstZone, REGIONS } from '../gce/regions.js';
import { CORE_POOL } from '../platform/node-pool.js';
import { isSupported } from '../schema/unsupported.js';
import { joinWithAnd, quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { acceleratorsOf, type ProfileAccelerator } from './platform/accelerators.js';
import { regionOf } from './platform/location.js';
import { clusterMode, isOpenPool, type Pool, pools, usedPools } from './platform/pools.js';

const HOME: Path = ['storage', 'home'];

/** Nodes that a profile can run on, and their zones if these are known. */
interface Reach {
  readonly name: string;
  readonly path?: Path;
  readonly zones: readonly string[] | undefined;
}

/** Rules of the zones of homes on disks: a disk stays in its zone, so every profile must be able to reach it there. */
export function homeZoneRules(context: RuleContext): void {
  const { owner } = context;
  if (owner === undefined) return;
  const reached = usedPools(context).map((pool) => ({
    name: quoted(pool.name),
    path: pool.path,
    zones: zonesOf(owner, pool),
  }));
  const all = [...reached, ...anyNode(context)];
  if (commonZoneRule(context, all)) everyZoneRule(context, all);
  namedZonesRule(context, owner);
  regionalRule(context, owner);
  poolZonesRule(context);
}

/** Nodes for profiles that name no pool. */
function anyNode({ owner, count, has }: RuleContext): Reach[] {
  const some = Array.from({ length: count(['profiles']) }, (_, index) => has(['profiles', index, 'pool']));
  if (owner === undefined || clusterMode(owner) !== 'standard' || !some.includes(false)) return [];
  const zones = pools(owner)
    .filter(isOpenPool)
    .map((pool) => zonesOf(owner, pool));
  if (zones.length === 0 || zones.includes(undefined)) return [];
  return [{ name: 'the nodes without accelerators', zones: [...new Set(zones.flatMap((one) => one ?? []))] }];
}

/**
 * The first start of a person makes the home in any zone of the pool on which it is, so that whoever has it in a zone
 * which another pool lacks could never start that one.
 */
function everyZoneRule(context: RuleContext, used: readonly Reach[]): void {
  const { locate, report, owner } = context;
  if (isRegional(context)) return;
  const known = used.flatMap(({ zones, ...rest }) => (zones === undefined ? [] : [{ ...rest, zones }]));
  const common = known.map(({ zones }) => zones).reduce((all, zones) => all.filter((zone) => zones.includes(zone)));
  for (const { name, path, zones } of known) {
    const wider = known.find((other) => other.zones.some((zone) => !zones.includes(zone)));
    if (wider === undefined) continue;
    const lacks = wider.zones.filter((zone) => !zones.includes(zone));
    const place = owner === context && path !== undefined ? path : ['profiles'];
    report(
      locate(place, 'key'),
      'home-zone',
      `A home stays in the zone of its first start. On ${wider.name} that can be ${lacks.join(' or ')}, where ${name} has no nodes: its owner could never start a server there.`,
      { hint: `Give the pools the same zones, such as zones: [${common.join(', ')}]${orFilestore()}.` },
    );
  }
}

/** A disk stays in its zone, a regional disk in two. Every pool must reach one of them. Says whether there is one. */
function commonZoneRule(context: RuleContext, used: readonly Reach[]): boolean {
  const { locate, report, owner } = context;
  const known = used.filter(({ zones }) => zones !== undefined);
  const all = [...new Set(known.flatMap(({ zones }) => zones ?? []))];
  const reaches = (chosen: readonly string[]): boolean =>
    known.every(({ zones }) => zones?.some((zone) => chosen.includes(zone)));
  const regional = isRegional(context);
  const works = all.some((first) => (regional ? all.some((second) => reaches([first, second])) : reaches([first])));
  if (known.length < 2) return false;
  if (works) return true;
  const places = joinWithAnd(known.map(({ name, zones }) => `${name} in ${joinWithAnd(zones ?? [])}`));
  const last = known.findLast(({ path }) => path !== undefined)?.path;
  const place = owner === context && last !== undefined ? [...last, 'zones'] : ['profiles'];
  const message = regional
    ? 'A home stays in its two zones, but no two zones reach all pools of the profiles'
    : 'A home stays in its zone, but the pools of the profiles have no zone in common';
  report(locate(place, 'key'), 'home-zone', `${message}: ${places}.`, {
    hint: `Give the pools a common zone${orFilestore()}.`,
  });
  return false;
}

/**
 * Without named zones, the first start of a person makes the home in any zone of the region. An accelerator is in a few of
 * them, so whoever starts another profile first could never start the one that has it.
 */
function namedZonesRule(context: RuleContext, owner: RuleContext): void {
  const { locate, report, text } = context;
  if (clusterZones(owner) !== undefined || text(['location']) === undefined) return;
  for (const { path, pool, type, ...accelerator } of acceleratorsOf(context)) {
    if (pool?.zones !== undefined) continue;
    const file = owner === context ? '' : ` in ${text(['platform', 'from']) ?? 'the file of the platform'}`;
    report(
      locate(path, 'key'),
      'accelerator-zones',
      `A home on a disk stays in the zone of its first start, and no zones are named: this profile could never start for a person whose home is in a zone without ${type ?? 'its accelerator'}.`,
      {
        hint: `Add platform.zones${file} with the zones that have it, such as platform: {zones: [ZONE]}${orFilestore()}.${howToList(accelerator, text(['location']))}`,
      },
    );
  }
}

/** The command that lists the zones of a region which have an accelerator. */
function howToList({ gpu, tpu }: Pick<ProfileAccelerator, 'gpu' | 'tpu'>, region: string | undefined): string {
  const machines =
    gpu !== undefined ? machinesWith({ kind: 'gpu', ...gpu }) : tpu && machinesWith({ kind: 'tpu', ...tpu });
  const [first] = machines ?? [];
  if (first === undefined || region === undefined || !/^[a-z0-9-]+$/.test(region)) return '';
  return ` They are listed by: gcloud compute machine-types list --filter="name=${first.type} AND zone~${region}"`;
}

/** Servers run in the zones of the platform alone, so a pool elsewhere would stand empty. The core pool runs none. */
function poolZonesRule(context: RuleContext): void {
  const { tree, locate, report, owner } = context;
  const named = treeAt(tree, ['platform', 'zones'])?.items?.map(({ value }) => value);
  if (owner !== context || named === undefined || !named.every((zone) => typeof zone === 'string')) return;
  for (const { name, path } of pools(context)) {
    for (const [index, { value }] of (treeAt(tree, [...path, 'zones'])?.items ?? []).entries()) {
      if (name === CORE_POOL || typeof value !== 'string' || named.includes(value)) continue;
      report(
        locate([...path, 'zones', index]),
        'pool-zones',
        `Servers and homes are in ${joinWithAnd(named)} only, so no server would run on nodes in ${quoted(value)}.`,
        { hint: 'Remove the zone here, or add it to platform.zones.' },
      );
    }
  }
}

function regionalRule(context: RuleContext, owner: RuleContext): void {
  const zones = treeAt(owner.tree, ['platform', 'zones'])?.items ?? [];
  if (!isRegional(context) || new Set(zones.map(({ value }) => value)).size !== 1) return;
  context.report(
    context.locate([...HOME, 'regional']),
    'home-zone',
    `A regional disk is in two zones, but the platform names only ${String(zones[0]?.value)}.`,
    { hint: 'Add a second zone to platform.zones.' },
  );
}

function isRegional({ tree }: RuleContext): boolean {
  return treeAt(tree, [...HOME, 'regional'])?.value === true;
}

/** A way out only where plan takes it. */
function orFilestore(): string {
  return isSupported('storage.home.type', 'filestore') ? ', or use homes of type filestore' : '';
}

/** Zones of a pool; undefined if GKE chooses them within the region. */
function zonesOf(owner: RuleContext, pool: Pool): readonly string[] | undefined {
  const zones = pool.zones ?? clusterZones(owner);
  // A pool of TPUs has one zone, as in src/config/platform/cluster.ts.
  const hasTpu = pool.zones === undefined && machine(pool.machineType ?? '')?.tpu !== undefined;
  return hasTpu ? zones?.slice(0, 1) : zones;
}

function clusterZones(owner: RuleContext): readonly string[] | undefined {
  const named = treeAt(owner.tree, ['platform', 'zones'])?.items?.map(({ value }) => String(value));
  if (named !== undefined) return named;
  const location = owner.text(['platform', 'cluster', 'existing', 'location']) ?? owner.text(['location']);
  if (location === undefined || regionOf(location) !== location) return location === undefined ? undefined : [location];
  // A standard cluster has its nodes in one zone where none is named.
  return clusterMode(owner) === 'standard' && REGIONS.includes(location) ? [firstZone(location)] : undefined;
}
