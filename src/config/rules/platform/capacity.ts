import { seconds } from '../../duration.js';
import { machinesWith } from '../../gce/accelerators.js';
import { allocatable } from '../../gce/allocatable.js';
import { GATE } from '../../gce/gate.js';
import type { Capacity, Machine } from '../../gce/machines.js';
import { quantity } from '../../quantity.js';
import { formatNumber, quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { acceleratorsOf, type ProfileAccelerator } from './accelerators.js';
import { amounts } from './pools.js';

const GI = 2 ** 30;
/** Less is a size in bytes whose unit was forgotten. */
const LEAST_SHARED = 2 ** 20;
const DEFAULT_CPU = 1;
const DEFAULT_MEMORY = 4 * GI;
/** Longest life of a flex-start node in seconds (GKE documentation "About flex-start", read 2026-11). */
const FLEX_START_LIMIT = 7 * 86_400;

/** Rules of a profile on Autopilot: how its nodes are obtained, and whether one of them holds a server. */
export function capacityRules(context: RuleContext, profile: Path, choices: readonly Path[]): void {
  const accelerator = acceleratorsOf(context).find(({ path }) => path[1] === profile[1]);
  const machines = accelerator === undefined ? undefined : machinesOf(accelerator);
  wayRules(context, profile, accelerator, machines ?? []);
  reservationRules(context, profile);
  bothRule(context, profile);
  if (machines === undefined || machines.length === 0) return;
  const name = accelerator?.gpu === undefined ? 'this TPU' : `${accelerator.gpu.count} × ${accelerator.gpu.type}`;
  roomRule(context, profile, profile, machines, name);
  for (const choice of choices) roomRule(context, choice, profile, machines, name);
}

function machinesOf({ gpu, tpu }: ProfileAccelerator): readonly Machine[] {
  if (gpu !== undefined) return machinesWith({ kind: 'gpu', ...gpu });
  return tpu === undefined ? [] : machinesWith({ kind: 'tpu', ...tpu });
}

function wayRules(
  context: RuleContext,
  profile: Path,
  accelerator: ProfileAccelerator | undefined,
  machines: readonly Machine[],
): void {
  const { tree, text, locate, report } = context;
  const path: Path = [...profile, 'capacity'];
  if (treeAt(tree, path)?.items !== undefined) {
    orderRules(context, profile, accelerator, machines);
    return;
  }
  const capacity = text(path) as Capacity | undefined;
  if (capacity === undefined) return;
  if (accelerator === undefined && (capacity === 'flex-start' || capacity === 'reservation')) {
    // The usual nodes of Autopilot are no machines of the project, so that there is nothing to wait for or to reserve.
    report(locate(path), 'capacity-limits', `On Autopilot ${capacity} is for profiles with a GPU or TPU.`, {
      hint: 'Add gpu or tpu, or use on-demand or spot.',
    });
    return;
  }
  if (machines.length > 0 && !machines.some((one) => one.capacity.includes(capacity))) {
    const ways = [...new Set(machines.flatMap((one) => one.capacity))].join(', ');
    report(locate(path), 'capacity-limits', `Google does not offer ${accelerator?.type} as ${capacity}.`, {
      hint: `It offers: ${ways}.`,
    });
    return;
  }
  if (capacity === 'spot') {
    report(
      locate(path),
      'capacity-ends',
      'Google can take a Spot node back at any time, 30 seconds after a notice. What a server has in memory is lost then.',
      { hint: 'Tell people to save often. Homes on disks stay.' },
    );
  }
  if (capacity === 'flex-start') {
    if (flexStartAge(context, profile, path)) return;
    const message = 'A flex-start server waits until Google has a machine, and Google ends it after at most 7 days.';
    report(locate(path), 'capacity-ends', message, { hint: 'Tell people about the wait.' });
  }
}

/**
 * Finds a server that may run for longer than its flex-start node lives, and says whether it does.
 * @param path place of the finding where the profile has no maxAge of its own
 */
export function flexStartAge({ text, locate, report }: RuleContext, profile: Path, path: Path): boolean {
  const own: Path = [...profile, 'culling', 'maxAge'];
  const maxAge = text(own) ?? text(['culling', 'maxAge']);
  if ((seconds(maxAge) ?? 0) <= FLEX_START_LIMIT) return false;
  report(
    locate(text(own) === undefined ? path : own),
    'duration-bounds',
    `Google ends a flex-start node after 7 days, but servers of this profile may run for ${maxAge}.`,
    { hint: 'Write culling: {maxAge: 7d} or less.' },
  );
  return true;
}

/** Rules of a list of ways, which becomes a ComputeClass. */
function orderRules(
  context: RuleContext,
  profile: Path,
  accelerator: ProfileAccelerator | undefined,
  machines: readonly Machine[],
): void {
  const { tree, has, count, text, locate, report } = context;
  const path: Path = [...profile, 'capacity'];
  if (accelerator === undefined) {
    report(locate(path), 'capacity-limits', 'An order of capacities is for profiles with a GPU or TPU.', {
      hint: 'Name one of them, such as capacity: spot.',
    });
    return;
  }
  if (treeAt(tree, [...profile, 'gpu', 'sharing']) !== undefined) {
    report(
      locate([...profile, 'gpu', 'sharing'], 'key'),
      'exclusive-keys',
      'A shared GPU has one capacity, no order.',
      {
        hint: 'Name one capacity, or remove sharing.',
      },
    );
  }
  const seen = new Set<string>();
  for (let index = 0; index < count(path); index += 1) {
    const way = text([...path, index]) as Capacity | undefined;
    if (way === undefined) continue;
    if (seen.has(way)) {
      report(locate([...path, index]), 'capacity-limits', `${way} is in the order twice.`, {
        hint: 'Remove one of them.',
      });
    } else if (machines.length > 0 && !machines.some((one) => one.capacity.includes(way))) {
      report(locate([...path, index]), 'capacity-limits', `Google does not offer ${accelerator.type} as ${way}.`, {
        hint: 'Remove it from the order.',
      });
    }
    seen.add(way);
  }
  if (seen.has('flex-start')) flexStartAge(context, profile, path);
  const ends = ['spot', 'flex-start'].filter((way) => seen.has(way));
  if (ends.length > 0) {
    report(
      locate(path),
      'capacity-ends',
      `Where Google has nothing better, a server of this profile runs on a machine of ${ends.join(' or ')}, which Google ends by itself.`,
      { hint: 'Tell people to save often. Homes on disks stay.' },
    );
  }
  if (seen.has('reservation') && !has([...profile, 'reservation'])) {
    report(locate(path), 'needs-key', 'The order has a reservation, which needs a name.', {
      hint: 'Add, for example: reservation: {name: course-l4}',
    });
  }
}

function reservationRules({ tree, text, has, locate, report }: RuleContext, profile: Path): void {
  const order = treeAt(tree, [...profile, 'capacity'])?.items;
  if (order?.some(({ value }) => value === 'reservation')) return;
  const isReserved = text([...profile, 'capacity']) === 'reservation';
  const path: Path = [...profile, 'reservation'];
  if (isReserved && !has(path)) {
    report(
      locate([...profile, 'capacity']),
      'needs-key',
      '"capacity: reservation" needs the name of the reservation.',
      {
        hint: 'Add, for example: reservation: {name: course-l4}',
      },
    );
  } else if (!isReserved && has(path)) {
    report(locate(path, 'key'), 'no-effect', '"reservation" has no effect without capacity: reservation.', {
      hint: 'Add capacity: reservation, or remove the key.',
    });
  }
}

function bothRule({ tree, locate, report }: RuleContext, profile: Path): void {
  const isWanted = (key: string): boolean => {
    const value = treeAt(tree, [...profile, key])?.value;
    return value !== undefined && value !== null && value !== 0;
  };
  if (!isWanted('gpu') || !isWanted('tpu')) return;
  report(locate([...profile, 'tpu'], 'key'), 'exclusive-keys', 'A server cannot have GPUs and a TPU.', {
    hint: 'Remove one of the two, or make two profiles.',
  });
}

/**
 * The guarantee of a server and its gate must fit into what the largest machine with its accelerator leaves for pods. A
 * shared GPU is on such a machine, too.
 */
function roomRule(
  context: RuleContext,
  path: Path,
  profile: Path,
  machines: readonly Machine[],
  accelerator: string,
): void {
  const { has, locate, report } = context;
  const rooms = machines.map((one) => ({ type: one.type, ...allocatable(one) }));
  const check = (kind: 'cpu' | 'memory', missing: number, gate: number, shown: (amount: number) => string): void => {
    // A choice without its own value uses the profile's, which is checked there.
    if (path !== profile && !has([...path, kind])) return;
    const amount = amounts(context, [...path, kind]).guarantee ?? missing;
    const most = (room: (typeof rooms)[number]): number => (kind === 'cpu' ? room.cores : room.bytes);
    const [largest] = [...rooms].sort((one, other) => most(other) - most(one));
    if (largest === undefined || amount + gate <= most(largest)) return;
    report(
      locate(has([...path, kind]) ? [...path, kind] : [...profile, 'name']),
      'profile-fit',
      `A server is guaranteed ${shown(amount)}, but ${largest.type}, the largest machine with ${accelerator}, leaves only ${shown(most(largest) - gate)}.`,
      { hint: 'Lower the guarantee, or take more accelerators, which come with larger machines.' },
    );
  };
  check('cpu', DEFAULT_CPU, GATE.cores, (amount) => `${formatNumber(Math.floor(amount * 100) / 100)} cores`);
  check(
    'memory',
    DEFAULT_MEMORY,
    GATE.gib * GI,
    (amount) => `${formatNumber(Math.floor((amount / GI) * 10) / 10)}Gi of memory`,
  );
}

/** Rules of /dev/shm, which is a part of the server's memory, and mounted once. */
export function sharedMemoryRules(context: RuleContext, profile: Path, choices: readonly Path[]): void {
  const { tree, has, locate, report } = context;
  const path: Path = [...profile, 'sharedMemory'];
  const written = treeAt(tree, path)?.value;
  const size = quantity(written);
  const memoryOf = (part: Path): number | undefined => {
    const { guarantee, limit } = amounts(context, [...part, 'memory']);
    return limit ?? guarantee;
  };
  if (size !== undefined && size < LEAST_SHARED) {
    report(locate(path), 'quantity-size', `${quoted(written ?? null)} is less than 1Mi, too little for any program.`, {
      hint: 'Is the unit right? For example: 2Gi. Remove the key for the default.',
    });
  } else if (size !== undefined && size > (memoryOf(profile) ?? DEFAULT_MEMORY)) {
    report(
      locate(path),
      'quantity-order',
      `The shared memory ${quoted(written ?? null)} is larger than the memory of the server, of which it is a part.`,
      { hint: 'Lower it, or raise memory.' },
    );
  } else if (size !== undefined) {
    for (const choice of choices) {
      if (size <= (memoryOf(choice) ?? size)) continue;
      report(
        locate([...choice, 'memory']),
        'quantity-order',
        `This choice has less memory than the shared memory ${quoted(written ?? null)} of the profile, which is a part of it.`,
        { hint: 'Raise memory here, or lower sharedMemory.' },
      );
    }
  }
  const isMounted =
    has(path) || ['gpu', 'tpu'].some((key) => typeof treeAt(tree, [...profile, key])?.value === 'object');
  if (!isMounted) return;
  const mounts: Path = ['hub', 'values', 'singleuser', 'storage', 'extraVolumeMounts'];
  const items = treeAt(tree, mounts)?.items ?? [];
  for (const index of items.keys()) {
    if (context.text([...mounts, index, 'mountPath'])?.replace(/\/+$/, '') !== '/dev/shm') continue;
    report(
      locate([...mounts, index, 'mountPath']),
      'mount-path',
      'Servers with a GPU or TPU, or with sharedMemory, have a volume at "/dev/shm" already.',
      { hint: 'Remove the mount and its volume. sharedMemory in the profile sets the size.' },
    );
  }
}
