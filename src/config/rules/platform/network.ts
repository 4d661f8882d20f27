import { formatNumber, joinWithAnd } from '../../text.js';
import type { Path } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { clusterMode, pools } from './pools.js';

/** Default ranges of a new network, the same as in src/terraform/variables.ts. */
const DEFAULTS = { nodes: '10.0.0.0/20', pods: '10.4.0.0/14', services: '10.8.0.0/20' } as const;
const KINDS = ['nodes', 'pods', 'services'] as const;

interface Range {
  readonly kind: (typeof KINDS)[number];
  readonly text: string;
  readonly first: number;
  readonly size: number;
}

/** Rules of platform.network: ranges of a new one without overlap and with room, ranges of an existing one as a pair. */
export function networkRules(context: RuleContext): void {
  pairRule(context);
  sameRules(context);
  cidrRules(context);
}

/** Two names that must differ: of the ranges for pods and Services, and of the projects of network and hub. */
function sameRules({ text, locate, report }: RuleContext): void {
  for (const key of ['existing', 'sharedVpc']) {
    const path: Path = ['platform', 'network', key];
    const range = text([...path, 'servicesRange']);
    if (range === undefined || range !== text([...path, 'podsRange'])) continue;
    report(locate([...path, 'servicesRange']), 'network-ranges', 'Pods and Services cannot have the same range.', {
      hint: 'Name another secondary range of the subnetwork.',
    });
  }
  const host: Path = ['platform', 'network', 'sharedVpc', 'project'];
  if (text(host) === undefined || text(host) !== text(['project'])) return;
  report(locate(host), 'network-ranges', 'The network of a Shared VPC is in another project than the hub.', {
    hint: 'Use network.existing for a network of the hub’s own project, without "project".',
  });
}

/** GKE makes both secondary ranges of a subnetwork, or neither. */
function pairRule({ has, locate, report }: RuleContext): void {
  const path: Path = ['platform', 'network', 'existing'];
  const given = ['podsRange', 'servicesRange'].filter((key) => has([...path, key]));
  const [only] = given;
  if (only === undefined || given.length === 2) return;
  const other = only === 'podsRange' ? 'servicesRange' : 'podsRange';
  report(locate([...path, only], 'key'), 'network-ranges', `"${only}" is given without "${other}".`, {
    hint: `Add ${other}, or remove ${only} too: then GKE adds both ranges to the subnetwork.`,
  });
}

function cidrRules(context: RuleContext): void {
  const { has, locate, report } = context;
  const path: Path = ['platform', 'network', 'cidrs'];
  const isForeign = ['existing', 'sharedVpc'].some((key) => has(['platform', 'network', key]));
  // The default ranges can be too small for many nodes.
  if (!has(path) && (isForeign || !has(['platform', 'nodePools']) || clusterMode(context) !== 'standard')) return;
  const place = (kind: string) => {
    if (has([...path, kind])) return locate([...path, kind]);
    return locate(has(path) ? path : ['platform', 'nodePools'], 'key');
  };
  const ranges = KINDS.flatMap((kind) => {
    const text = has([...path, kind]) ? context.text([...path, kind]) : DEFAULTS[kind];
    const parsed = text === undefined ? undefined : parseRange(text);
    return text === undefined || parsed === undefined ? [] : [{ kind, text, ...parsed }];
  });
  for (const { kind, text, first, size } of ranges) {
    if (first % size === 0) continue;
    report(place(kind), 'cidr-overlap', `${text} has host bits set.`, {
      hint: `Write ${addressOf(first - (first % size))}/${text.split('/')[1]}.`,
    });
  }
  for (const [index, one] of ranges.entries()) {
    const other = ranges.slice(0, index).find((before) => overlap(before, one));
    if (other === undefined) continue;
    report(
      place(one.kind),
      'cidr-overlap',
      `The ${one.kind} range (${one.text}) overlaps the ${other.kind} range (${other.text}).`,
      {
        hint: 'Choose ranges that do not overlap.',
      },
    );
  }
  sizes(context, ranges, place);
}

function sizes(
  context: RuleContext,
  ranges: readonly Range[],
  place: (kind: string) => ReturnType<RuleContext['locate']>,
): void {
  const { report } = context;
  const of = (kind: Range['kind']): Range | undefined => ranges.find((range) => range.kind === kind);
  // The pool of the hub has three nodes at most where the file does not say it.
  const maxNodes =
    clusterMode(context) === 'standard' ? pools(context).reduce((sum, { max }) => sum + (max ?? 0), 0) + 3 : 1;
  const [nodes, pods, services] = [of('nodes'), of('pods'), of('services')];
  // Google reserves four addresses of each subnet. An upgrade adds a node temporarily.
  if (nodes !== undefined && nodes.size - 4 < maxNodes) {
    report(
      place('nodes'),
      'cidr-size',
      `${nodes.text} has room for ${Math.max(0, nodes.size - 4)} nodes, but the pools can have ${formatNumber(maxNodes)}.`,
      {
        hint: 'Give the nodes a larger range (a smaller number after the slash).',
      },
    );
  }
  if (pods !== undefined && pods.size / 256 < Math.max(maxNodes, 2)) {
    report(
      place('pods'),
      'cidr-size',
      `${pods.text} has room for ${Math.floor(pods.size / 256)} nodes of 256 addresses each, but the cluster can have ${formatNumber(Math.max(maxNodes, 2))}.`,
      {
        hint: 'Give the pods a larger range (a smaller number after the slash).',
      },
    );
  }
  if (services !== undefined && (services.size < 32 || services.size > 65536)) {
    report(place('services'), 'cidr-size', 'The services range must be between /16 and /27.', {
      hint: 'For example: /20.',
    });
  }
  const outside = ranges.filter(({ first }) => !isPrivate(first)).map(({ text }) => text);
  const [first] = outside;
  if (first === undefined) return;
  report(
    place(ranges.find(({ text }) => text === first)?.kind ?? 'nodes'),
    'cidr-size',
    `${joinWithAnd(outside)} ${outside.length === 1 ? 'is' : 'are'} not private: the cluster could not reach the real owners of these addresses.`,
    {
      hint: 'Use ranges from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
    },
  );
}

function parseRange(text: string): { first: number; size: number } | undefined {
  const [, a, b, c, d, length] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(text) ?? [];
  if (length === undefined) return undefined;
  const first = [a, b, c, d].reduce((sum, part) => sum * 256 + Number(part), 0);
  return { first, size: 2 ** (32 - Number(length)) };
}

function addressOf(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

function overlap(a: Range, b: Range): boolean {
  return a.first < b.first + b.size && b.first < a.first + a.size;
}

// RFC 1918 and RFC 6598.
function isPrivate(first: number): boolean {
  return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((text) => {
    const range = parseRange(text);
    return range !== undefined && first >= range.first && first < range.first + range.size;
  });
}
