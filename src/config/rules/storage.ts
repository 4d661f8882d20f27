import { entryOf } from '../../json.js';
import { BUCKET_FOLDER } from '../model.js';
import { quantity } from '../quantity.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { homeDiskRules } from './homes.js';

const HOME: Path = ['storage', 'home'];
const GI = 2 ** 30;
const TI = 2 ** 40;

/**
 * Sizes that a Filestore tier takes, in bytes, as its StorageClass on GKE documents them.
 * Source: GKE documentation "Access Filestore instances with the Filestore CSI driver", and the domain notes of 2026-11-23.
 * REGIONAL: Filestore documentation "Regional service tier", and regionalSmallTierMinSize of the CSI driver (f14bc98c of
 * 2026-01-30), read 2026-11.
 */
const FILESTORE: Readonly<
  Record<string, { readonly least: number; readonly most: number; readonly shrinks: boolean; readonly range: string }>
> = {
  BASIC_HDD: { least: TI, most: 63.9 * TI, shrinks: false, range: '1Ti to 63.9Ti' },
  BASIC_SSD: { least: 2.5 * TI, most: 63.9 * TI, shrinks: false, range: '2.5Ti to 63.9Ti' },
  ZONAL: { least: TI, most: 100 * TI, shrinks: true, range: '1Ti to 100Ti' },
  REGIONAL: { least: 100 * GI, most: 100 * TI, shrinks: true, range: '100Gi to 100Ti' },
  ENTERPRISE: { least: TI, most: 10 * TI, shrinks: true, range: '1Ti to 10Ti' },
};

/** Names of the tiers. */
export const FILESTORE_TIERS: readonly string[] = Object.keys(FILESTORE);

/** Rules of storage: keys of the home type, Filestore, buckets, snapshots. */
export function storageRules(context: RuleContext): void {
  const type = context.text([...HOME, 'type']) ?? 'disk';
  const only: Readonly<Record<string, readonly string[]>> = {
    disk: ['diskType', 'size', 'regional'],
    filestore: ['mode', 'tier', 'size'],
    none: [],
  };
  for (const key of context.keys(HOME)) {
    if (key === 'type' || entryOf(only, type)?.includes(key) !== false) continue;
    context.report(
      context.locate([...HOME, key], 'key'),
      'no-effect',
      `"${key}" has no effect for homes of type ${type}.`,
      {
        hint: 'Remove the key.',
      },
    );
  }
  if (type === 'disk') homeDiskRules(context);
  if (type === 'filestore') filestoreRules(context);
  bucketRules(context);
  purgeRules(context);
  if (type === 'disk' && !context.has(['storage', 'snapshots'])) {
    const where = ['storage', 'profiles', 'users'].find((key) => context.has([key])) ?? 'users';
    context.report(
      context.locate([where], 'key'),
      'no-snapshots',
      'No storage.snapshots: a deleted or damaged home cannot be restored.',
      {
        hint: 'This version cannot take snapshots yet. Back up the disks yourself and acknowledge this rule.',
        absent: true,
      },
    );
  }
}

function filestoreRules({ tree, text, has, locate, report }: RuleContext): void {
  const tier = text([...HOME, 'tier']) ?? 'BASIC_HDD';
  const multishare = text([...HOME, 'mode']) === 'multishare';
  const place = (key: string) => (has([...HOME, key]) ? locate([...HOME, key]) : locate([...HOME, 'type']));
  if (multishare && tier !== 'ENTERPRISE') {
    report(place('mode'), 'filestore-tier', `Per-person shares need the tier ENTERPRISE, not ${tier}.`, {
      hint: 'Write tier: ENTERPRISE, or mode: instance.',
    });
    return;
  }
  const facts = entryOf(FILESTORE, tier);
  const bytes = quantity(treeAt(tree, [...HOME, 'size'])?.value);
  if (facts === undefined) return;
  if (multishare && bytes !== undefined && (bytes < 10 * GI || bytes > TI)) {
    report(place('size'), 'filestore-size', 'A share must have between 10Gi and 1Ti.', {
      hint: 'For example: size: 100Gi.',
    });
  } else if (!multishare && bytes !== undefined && (bytes < facts.least || bytes > facts.most)) {
    report(place('size'), 'filestore-size', `An instance of the tier ${tier} must have ${facts.range}.`, {
      hint: 'Set the size of the whole instance, which everybody shares.',
    });
  }
  if (!multishare && !facts.shrinks) {
    report(place('size'), 'filestore-grows-only', `An instance of the tier ${tier} can grow later but never shrink.`, {
      hint: 'Start small. Instances of the tiers ZONAL and REGIONAL can shrink.',
    });
  }
}

function purgeRules({ text, count, locate, report }: RuleContext): void {
  const seen = new Set<string>();
  for (let index = 0; index < count(['storage', 'purge']); index += 1) {
    const path: Path = ['storage', 'purge', index];
    const email = text([...path, 'email'])?.toLowerCase();
    const key = `${email} ${text([...path, 'left'])}`;
    if (email !== undefined && seen.has(key)) {
      report(locate([...path, 'email']), 'purge-entry', `The home of ${quoted(email)} is listed twice.`, {
        hint: 'Remove one of the two entries.',
      });
    }
    seen.add(key);
  }
}

function bucketRules({ text, count, locate, report }: RuleContext): void {
  const taken = new Map<string, string>([
    ['/home/jovyan', 'the home'],
    [BUCKET_FOLDER, 'the per-user bucket'],
  ]);
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
          ? `${quoted(folder)} is a system folder.`
          : `${quoted(folder)} is already used by ${other}.`,
        {
          hint: 'Choose another folder, such as /home/jovyan/data or /data.',
        },
      );
    }
    taken.set(folder, quoted(text(['storage', 'buckets', 'shared', index, 'bucket'])));
  }
}
