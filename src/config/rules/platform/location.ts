import { posix } from 'node:path';
import type { Diagnostic } from '../../diagnostic.js';
import { REGIONS } from '../../gce/regions.js';
import { createReport } from '../../location.js';
import { checkSchema } from '../../schema/check.js';
import { didYouMean } from '../../suggest.js';
import { quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';
import { HUB_NAME } from '../names.js';
import { clusterMode, pools } from './pools.js';

/** As the schema has it: anything else is a finding of another rule. */
const REGION = /^[a-z]+(?:-[a-z]+)+[0-9]{1,2}$/;
const ZONE = /^([a-z]+(?:-[a-z]+)+[0-9]{1,2})-[a-z]$/;

/** Region of a zone or region. */
export function regionOf(location: string): string {
  return ZONE.exec(location)?.[1] ?? location;
}

/** Rules of locations: region and zones, owner of the platform, cluster. */
export function placeRules(context: RuleContext): void {
  const { text, locate, report, owner } = context;
  const location = text(['location']);
  const region = location === undefined ? undefined : ZONE.exec(location)?.[1];
  if (region !== undefined && owner === context && clusterMode(context) === 'autopilot') {
    report(
      locate(['location']),
      'zone-on-autopilot',
      `${quoted(location)} is a zone, but Autopilot clusters are regional.`,
      {
        hint: `Write location: ${region}.`,
      },
    );
  }
  knownRegion(context);
  zonesInRegion(context);
  ownerRules(context);
  clusterRules(context);
}

/** A warning alone: regions open more often than this product is released. */
function knownRegion({ text, locate, report }: RuleContext): void {
  for (const path of [['location'], ['platform', 'cluster', 'existing', 'location']]) {
    const region = regionOf(text(path) ?? '');
    if (!REGION.test(region) || REGIONS.includes(region)) continue;
    const guess = didYouMean(region, REGIONS);
    report(locate(path), 'unknown-region', `${quoted(region)} is no region that this version knows.${guess}`, {
      hint: 'The command "gcloud compute regions list" shows all regions. Acknowledge this rule for a new one.',
    });
  }
}

function zonesInRegion({ tree, text, keys, locate, report }: RuleContext): void {
  const location = text(['platform', 'cluster', 'existing', 'location']) ?? text(['location']);
  if (location === undefined) return;
  const lists: Path[] = [
    ['platform', 'zones'],
    ...keys(['platform', 'nodePools']).map((name): Path => ['platform', 'nodePools', name, 'zones']),
  ];
  for (const path of lists) {
    for (const [index, { value }] of (treeAt(tree, path)?.items ?? []).entries()) {
      if (typeof value !== 'string' || !ZONE.test(value)) continue;
      if (isInside(value, location)) continue;
      report(
        locate([...path, index]),
        'zone-region',
        `The zone ${quoted(value)} is outside the location ${quoted(location)}.`,
        {
          hint: ZONE.test(location) ? `Write ${location}, or make location a region.` : `Choose a zone of ${location}.`,
        },
      );
    }
  }
}

/** Whether a zone is the location, or in it. */
function isInside(zone: string, location: string): boolean {
  return ZONE.test(location) ? zone === location : regionOf(zone) === location;
}

/** `platform.from` excludes all other keys but `deletionProtection`, and names the owner of a platform in the same project and location. */
function ownerRules(context: RuleContext): void {
  const { tree, text, has, keys, locate, report, owner } = context;
  if (!has(['platform', 'from'])) return;
  const others = keys(['platform']).filter((key) => key !== 'from' && key !== 'deletionProtection');
  for (const key of others) {
    report(
      locate(['platform', key], 'key'),
      'platform-owner',
      `"platform.${key}" is set by the file that owns the platform.`,
      {
        hint: 'Set it in that file, or remove platform.from.',
      },
    );
  }
  if (owner === undefined || owner.tree === tree) return;
  const where = locate(['platform', 'from']);
  const file = quoted(text(['platform', 'from']));
  const circle = circleOf(context, owner);
  if (circle !== undefined) {
    report(where, 'platform-owner', circle, {
      hint: 'Remove platform.from of the file that shall own the platform.',
    });
    return;
  }
  if (owner.has(['platform', 'from'])) {
    report(where, 'platform-owner', `${file} does not own a platform; it uses the platform of another file.`, {
      hint: `Use that file instead: ${owner.text(['platform', 'from']) ?? ''}`.trim(),
    });
  }
  for (const key of ['project', 'location']) {
    const [own, other] = [text([key]), owner.text([key])];
    if (own === undefined || other === undefined || own === other) continue;
    report(where, 'platform-owner', `${file} has the ${key} ${quoted(other)}, but this file has ${quoted(own)}.`, {
      hint: 'All hubs of a platform must be in its project and location.',
    });
  }
  // That file is checked elsewhere, but its name becomes the name of this hub's cluster.
  const name = owner.text(owner.has(['platform', 'name']) ? ['platform', 'name'] : ['name']);
  if (name === undefined || !HUB_NAME.test(name)) {
    report(where, 'platform-owner', `${file} has no valid platform name.`, {
      hint: 'Fix that file first: jupyterhub-gke validate --config FILE.',
    });
  }
  const zones = treeAt(owner.tree, ['platform', 'zones']);
  const isWrong = ({ value }: Tree): boolean =>
    typeof value !== 'string' || !ZONE.test(value) || !isInside(value, owner.text(['location']) ?? '');
  if (zones !== undefined && (zones.items === undefined || zones.items.length === 0 || zones.items.some(isWrong))) {
    report(where, 'platform-owner', `${file} has no valid platform.zones.`, {
      hint: 'Fix that file first: jupyterhub-gke validate --config FILE.',
    });
  }
  if (clusterMode(owner) === 'standard' && hasWrongPools(owner)) {
    report(where, 'platform-owner', `${file} has no valid platform.nodePools.`, {
      hint: 'Fix that file first: jupyterhub-gke validate --config FILE.',
    });
  }
  if (text(['name']) !== undefined && text(['name']) === owner.text(['name'])) {
    report(where, 'platform-owner', `${file} has the same name ${quoted(text(['name']))}.`, {
      hint: 'Give each hub of a project its own name.',
    });
  }
}

/** What is wrong where two files, or one, name each other as owner. */
function circleOf({ text, locate }: RuleContext, owner: RuleContext): string | undefined {
  const file = locate([]).file;
  const named = owner.locate([]).file;
  if (named === file)
    return `${quoted(text(['platform', 'from']))} is this file itself, so that no file owns the platform.`;
  const back = owner.text(['platform', 'from']);
  if (back === undefined) return undefined;
  const from = posix.dirname(owner.locate(['platform', 'from']).file);
  if (posix.join(from, back) !== posix.normalize(file)) return undefined;
  return `This file and ${quoted(named)} name each other, so that neither owns the platform.`;
}

/** Profiles take what they need to start from the pools, so these must be right. */
function hasWrongPools(owner: RuleContext): boolean {
  const found: Diagnostic[] = [];
  checkSchema('jupyterhub', owner.tree, owner.locate, createReport(found));
  const isWhole = pools(owner).every(({ machineType, max }) => machineType !== undefined && max !== undefined);
  return found.some(({ severity }) => severity === 'error') || !isWhole;
}

/** A cluster that exists is an Autopilot cluster, thus regional, in the region of the hub. */
function existingRule(context: RuleContext): void {
  const { text, locate, report } = context;
  const path: Path = ['platform', 'cluster', 'existing', 'location'];
  const [there, here] = [text(path), text(['location'])];
  if (there === undefined || here === undefined) return;
  if (regionOf(there) !== regionOf(here)) {
    report(locate(path), 'zone-region', `The cluster is in ${quoted(there)}, but the hub is in ${quoted(here)}.`, {
      hint: 'Write the location of the cluster as location of the hub.',
    });
  } else if (ZONE.test(there) && clusterMode(context) === 'autopilot') {
    report(locate(path), 'zone-on-autopilot', `${quoted(there)} is a zone, but Autopilot clusters are regional.`, {
      hint: `Write location: ${regionOf(there)}. This version uses no existing clusters of another kind.`,
    });
  }
}

function clusterRules(context: RuleContext): void {
  const { has, locate, report } = context;
  const cluster: Path = ['platform', 'cluster'];
  const network: Path = ['platform', 'network'];
  existingRule(context);
  if (has([...cluster, 'existing'])) {
    if (has([...cluster, 'mode'])) {
      report(
        locate([...cluster, 'mode'], 'key'),
        'exclusive-keys',
        '"mode" is for new clusters, but this cluster exists already.',
        {
          hint: 'Remove mode or existing.',
        },
      );
    }
    if (has(['platform', 'nodePools'])) {
      report(
        locate(['platform', 'nodePools'], 'key'),
        'not-supported-yet',
        '"platform.nodePools" of a cluster that exists is not supported yet by plan and apply.',
        { hint: 'This version runs hubs on Autopilot clusters that exist, and makes Standard clusters itself.' },
      );
    }
    for (const key of ['network', 'maintenance', 'releaseChannel', 'encryptionKey', 'addons']) {
      if (!has(['platform', key])) continue;
      report(locate(['platform', key], 'key'), 'no-effect', `"platform.${key}" has no effect on an existing cluster.`, {
        hint: 'Remove the key.',
      });
    }
  }
  const ways = ['existing', 'sharedVpc', 'cidrs'].filter((key) => has([...network, key]));
  for (const key of ways.slice(1)) {
    report(locate([...network, key], 'key'), 'exclusive-keys', `"${key}" and "${ways[0]}" are mutually exclusive.`, {
      hint: 'Keep one of the two.',
    });
  }
}
