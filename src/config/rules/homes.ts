import { attachable, machinesWith } from '../gce/accelerators.js';
import { describeDisks, machine } from '../gce/machines.js';
import { quantity } from '../quantity.js';
import { isSupported } from '../schema/unsupported.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { homeZoneRules } from './home-zones.js';
import { acceleratorsOf, type ProfileAccelerator } from './platform/accelerators.js';
import { clusterMode, hasComputeClass, openPools, usedPools } from './platform/pools.js';

const HOME: Path = ['storage', 'home'];
const GI = 2 ** 30;
const TI = 2 ** 40;
/** What `dynamic` makes, by the node of the first start (helm/companion/templates/storage.yaml). */
const DYNAMIC: readonly string[] = ['hyperdisk-balanced', 'pd-balanced'];
/** Disks of the machines that run pods without an accelerator on Autopilot: its general-purpose class has E2 machines. */
const GENERAL: readonly string[] = machine('e2-standard-2')?.disks.data ?? [];

/** Rules of homes on disks: their size, and whether the nodes of the profiles can attach them and reach their zone. */
export function homeDiskRules(context: RuleContext): void {
  const { owner, text } = context;
  const diskType = text([...HOME, 'diskType']) ?? 'pd-balanced';
  sizeRule(context, diskType);
  if (owner !== undefined && clusterMode(owner) === 'autopilot') {
    if (!hasComputeClass(context)) autopilotRule(context, diskType);
  } else attachRule(context, diskType);
  homeZoneRules(context);
}

/**
 * The least size of a disk type. Source: Compute Engine documentation, "Persistent Disk" (10 GiB) and "Hyperdisk" (4 GiB),
 * read 2026-11.
 */
function sizeRule({ tree, has, locate, report }: RuleContext, diskType: string): void {
  const path: Path = [...HOME, 'size'];
  const bytes = quantity(treeAt(tree, path)?.value);
  const least = diskType.startsWith('hyperdisk') ? 4 : 10;
  if (bytes === undefined || (bytes >= least * GI && bytes <= 64 * TI)) return;
  const place = has(path) ? locate(path) : locate([...HOME, 'diskType']);
  report(place, 'quantity-size', `A home on ${quoted(diskType)} must have between ${least}Gi and 64Ti.`, {
    hint:
      bytes < GI
        ? `Is the unit missing? For example: ${Math.max(least, 10)}Gi.`
        : `For example: ${Math.max(least, 10)}Gi.`,
  });
}

/**
 * Every profile must run on machines that attach the homes. Those of the general-purpose class (E2) attach no Hyperdisk
 * (GKE documentation, "Hyperdisk", read 2026-11), and some with accelerators attach nothing else.
 */
function autopilotRule(context: RuleContext, diskType: string): void {
  const { count, has, locate, report } = context;
  const found = acceleratorsOf(context);
  const place = has([...HOME, 'diskType']) ? locate([...HOME, 'diskType']) : undefined;
  // Without profiles there is the one default profile, which has no accelerator.
  const usesGeneral = Math.max(1, count(['profiles'])) > found.length;
  if (usesGeneral && diskType !== 'dynamic' && !GENERAL.includes(diskType)) {
    const message = `Autopilot’s usual nodes cannot attach ${quoted(diskType)}, so that no server without an accelerator would start.`;
    report(place ?? locate(['profiles'], 'key'), 'pool-home-disk', message, {
      hint: 'Use diskType: pd-balanced or pd-ssd, or only profiles whose machines attach it.',
    });
    return;
  }
  const known = found.flatMap((one) => {
    const disks = disksOf(one);
    return disks.length === 0 ? [] : [{ ...one, disks }];
  });
  if (diskType === 'dynamic') {
    dynamicRule(context, [...(usesGeneral ? [GENERAL] : []), ...known.map(({ disks }) => disks)]);
    return;
  }
  for (const { path, type, disks } of known) {
    if (disks.includes(diskType)) continue;
    report(
      locate(path, 'key'),
      'pool-home-disk',
      `Machines with ${type} can attach ${describeDisks(disks)}, but homes are ${quoted(diskType)}.`,
      {
        hint: wayOut(
          disks,
          [...(usesGeneral ? [GENERAL] : []), ...known.map((one) => one.disks)],
          `profiles with ${type}`,
        ),
      },
    );
  }
}

function disksOf({ gpu, tpu }: ProfileAccelerator): readonly string[] {
  if (gpu !== undefined) return attachable(machinesWith({ kind: 'gpu', ...gpu }));
  return tpu === undefined ? [] : attachable(machinesWith({ kind: 'tpu', ...tpu }));
}

/** The first start decides the kind of a home for good, so that all profiles need one kind in common. */
function dynamicRule({ locate, report }: RuleContext, kinds: readonly (readonly string[])[]): void {
  if (DYNAMIC.some((type) => kinds.every((disks) => disks.includes(type)))) return;
  report(
    locate([...HOME, 'diskType']),
    'pool-home-disk',
    `The first start makes a home of one kind for good, but the machines of the profiles have neither ${DYNAMIC.join(' nor ')} in common.`,
    {
      hint: `Give profiles whose machines attach only Hyperdisk a hub of their own, with diskType: hyperdisk-balanced${orFilestore()}.`,
    },
  );
}

function attachRule(context: RuleContext, diskType: string): void {
  const { locate, report, has, owner } = context;
  const where = has([...HOME, 'diskType']) ? locate([...HOME, 'diskType']) : undefined;
  const named = usedPools(context);
  // A profile that names no pool can be on any that is open.
  const used = [...named, ...openPools(context).filter(({ name }) => named.every((one) => one.name !== name))];
  const disksOf = (type: string | undefined) => machine(type ?? '')?.disks.data;
  const all = used.flatMap(({ machineType }) => {
    const disks = disksOf(machineType);
    return disks === undefined ? [] : [disks];
  });
  for (const { name, machineType, path } of used) {
    const disks = disksOf(machineType);
    if (disks === undefined || disks.includes(diskType)) continue;
    if (diskType === 'dynamic' && DYNAMIC.some((type) => disks.includes(type))) continue;
    const place = where ?? (owner === context ? locate([...path, 'machineType']) : locate(['platform', 'from']));
    report(
      place,
      'pool-home-disk',
      `Pool ${quoted(name)} (${machineType}) can attach ${describeDisks(disks)}, but homes are ${quoted(diskType)}.`,
      {
        hint: wayOut(disks, all, 'profiles of this pool'),
      },
    );
  }
}

/** The disks that all can attach; where there are none, the hub that the odd ones need. */
function wayOut(disks: readonly string[], all: readonly (readonly string[])[], odd: string): string {
  const common = disks.filter((type) => all.every((others) => others.includes(type)));
  if (common.length > 0) return `Use diskType: ${common.join(' or ')}${orFilestore()}.`;
  return `Choose other machines, or give ${odd} a hub of their own with diskType: ${disks.join(' or ')}${orFilestore()}.`;
}

/** A way out only where plan takes it. */
function orFilestore(): string {
  return isSupported('storage.home.type', 'filestore') ? ', or homes of type filestore' : '';
}
