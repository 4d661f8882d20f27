import { at, type Path } from '../locate.js';
import { describeDisks, machine } from '../machines.js';
import { quantity } from '../quantity.js';
import { list, quoted } from '../words.js';
import type { RuleContext } from './context.js';
import { regionOf } from './places.js';
import { clusterMode, type Pool, pools } from './pools.js';

const HOME: Path = ['storage', 'home'];
const GI = 2 ** 30;
const TI = 2 ** 40;

/**
 * Sizes that a Filestore tier takes, in bytes, as its StorageClass on GKE documents them.
 * Source: GKE documentation "Access Filestore instances with the Filestore CSI driver", and the domain notes of 2026-11-23.
 */
const FILESTORE: Readonly<
  Record<string, { readonly least: number; readonly most: number; readonly shrinks: boolean; readonly words: string }>
> = {
  BASIC_HDD: { least: TI, most: 63.9 * TI, shrinks: false, words: '1Ti to 63.9Ti' },
  BASIC_SSD: { least: 2.5 * TI, most: 63.9 * TI, shrinks: false, words: '2.5Ti to 63.9Ti' },
  ZONAL: { least: TI, most: 100 * TI, shrinks: true, words: '1Ti to 100Ti' },
  REGIONAL: { least: TI, most: 100 * TI, shrinks: true, words: '1Ti to 100Ti' },
  ENTERPRISE: { least: TI, most: 10 * TI, shrinks: true, words: '1Ti to 10Ti' },
};

/** Rules of storage: homes, buckets, snapshots, and that every pool of a profile can attach the homes. */
export function storageRules(context: RuleContext): void {
  const type = context.text([...HOME, 'type']) ?? 'disk';
  const only: Readonly<Record<string, readonly string[]>> = {
    disk: ['diskType', 'size', 'regional'],
    filestore: ['mode', 'tier', 'size'],
    none: [],
  };
  for (const key of context.keys(HOME)) {
    if (key === 'type' || only[type]?.includes(key) !== false) continue;
    context.report(
      context.locate([...HOME, key], 'key'),
      'no-effect',
      `"${key}" means nothing for homes of type ${type}.`,
      {
        hint: 'Remove the key.',
      },
    );
  }
  if (type === 'disk') diskRules(context);
  if (type === 'filestore') filestoreRules(context);
  bucketRules(context);
  if (type === 'disk' && !context.has(['storage', 'snapshots'])) {
    const where = ['storage', 'profiles', 'users'].find((key) => context.has([key])) ?? 'users';
    context.report(
      context.locate([where], 'key'),
      'no-snapshots',
      'No storage.snapshots: a home that is deleted or broken is gone.',
      {
        hint: 'Plan and apply cannot take snapshots yet: back the disks up yourself, and acknowledge the rule.',
        absent: true,
      },
    );
  }
}

function diskRules(context: RuleContext): void {
  const { tree, locate, report } = context;
  const path: Path = [...HOME, 'size'];
  const bytes = quantity(at(tree, path)?.value);
  if (bytes !== undefined && (bytes < GI || bytes > 64 * TI)) {
    report(locate(path), 'quantity-size', 'A home has between 1Gi and 64Ti.', {
      hint: 'Is the unit missing? For example: 10Gi.',
    });
  }
  const used = usedPools(context);
  attachRule(context, used);
  zoneRule(context, used);
}

/** Pools that profiles run on; none where the platform's file cannot be read. */
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

/** A disk stays in its zone, a regional one in two: every pool must reach them. */
function zoneRule(context: RuleContext, used: readonly Pool[]): void {
  const { tree, locate, report, owner } = context;
  if (owner === undefined) return;
  const zones = used.map((pool) => ({ pool, zones: zonesOf(owner, pool) })).filter((one) => one.zones !== undefined);
  const all = [...new Set(zones.flatMap((one) => one.zones ?? []))];
  const reaches = (chosen: readonly string[]): boolean =>
    zones.every((one) => one.zones?.some((zone) => chosen.includes(zone)));
  const regional = at(tree, [...HOME, 'regional'])?.value === true;
  const works = all.some((first) => (regional ? all.some((second) => reaches([first, second])) : reaches([first])));
  if (zones.length < 2 || works) return;
  const words = list(zones.map((one) => `${quoted(one.pool.name)} in ${list(one.zones ?? [])}`));
  const profiles = context.has(['profiles']) ? (['profiles'] as const) : (['storage'] as const);
  const pool = zones.at(-1)?.pool;
  report(
    owner === context && pool !== undefined ? locate([...pool.path, 'zones'], 'key') : locate(profiles, 'key'),
    'home-zone',
    `A home stays in ${regional ? 'its two zones' : 'its zone'}, and the pools of the profiles have ${regional ? 'no two zones that reach all' : 'no zone in common'}: ${words}.`,
    { hint: 'Give the pools a common zone, or use homes of type filestore.' },
  );
}

/** Zones of a pool; undefined where GKE chooses them in the region, which is then all that can be said. */
function zonesOf(owner: RuleContext, pool: Pool): readonly string[] | undefined {
  if (pool.zones !== undefined) return pool.zones;
  const ofCluster = at(owner.tree, ['platform', 'cluster', 'zones'])?.items?.map(({ value }) => String(value));
  if (ofCluster !== undefined) return ofCluster;
  const location = owner.text(['platform', 'cluster', 'existing', 'location']) ?? owner.text(['location']);
  return location === undefined || regionOf(location) === location ? undefined : [location];
}

function filestoreRules({ tree, text, has, locate, report }: RuleContext): void {
  const tier = text([...HOME, 'tier']) ?? 'BASIC_HDD';
  const multishare = text([...HOME, 'mode']) === 'multishare';
  const place = (key: string) => (has([...HOME, key]) ? locate([...HOME, key]) : locate([...HOME, 'type']));
  if (multishare && tier !== 'ENTERPRISE') {
    report(place('mode'), 'filestore-tier', `Shares for each person need the tier ENTERPRISE, not ${tier}.`, {
      hint: 'Write tier: ENTERPRISE, or mode: instance.',
    });
    return;
  }
  const facts = FILESTORE[tier];
  const bytes = quantity(at(tree, [...HOME, 'size'])?.value);
  if (facts === undefined) return;
  if (multishare && bytes !== undefined && (bytes < 10 * GI || bytes > TI)) {
    report(place('size'), 'filestore-size', 'A share has between 10Gi and 1Ti.', { hint: 'For example: size: 100Gi.' });
  } else if (!multishare && bytes !== undefined && (bytes < facts.least || bytes > facts.most)) {
    report(place('size'), 'filestore-size', `An instance of the tier ${tier} has ${facts.words}.`, {
      hint: 'All people share it; the size is that of the whole instance.',
    });
  }
  if (!multishare && !facts.shrinks) {
    report(
      place('size'),
      'filestore-grows-only',
      `An instance of the tier ${tier} can be made larger later, and never smaller.`,
      {
        hint: 'Start small; ZONAL and REGIONAL can shrink.',
      },
    );
  }
}

function bucketRules({ text, count, locate, report }: RuleContext): void {
  const taken = new Map<string, string>([['/home/jovyan', 'the home']]);
  for (let index = 0; index < count(['storage', 'buckets', 'shared']); index += 1) {
    const path: Path = ['storage', 'buckets', 'shared', index, 'mountPath'];
    const folder = text(path);
    if (folder === undefined) continue;
    const other = taken.get(folder);
    if (
      other !== undefined ||
      /^\/(bin|dev|etc|lib|lib64|opt|proc|run|sbin|sys|usr|var|tmp|srv)?$/.test(folder) ||
      folder.split('/').includes('..')
    ) {
      report(
        locate(path),
        'mount-path',
        other === undefined
          ? `${quoted(folder)} is a folder of the system.`
          : `${quoted(folder)} is the folder of ${other} already.`,
        {
          hint: `Choose another folder, such as /home/jovyan/data or /data.`,
        },
      );
    }
    taken.set(folder, quoted(text(['storage', 'buckets', 'shared', index, 'bucket'])));
  }
}
