import { OUR_MOUNTS, OUR_VOLUMES } from '../../chart/code/owned-entries.js';
import { didYouMean } from '../../suggest.js';
import { quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';

const STORAGE: Path = ['hub', 'values', 'singleuser', 'storage'];
const HUB: Path = ['hub', 'values', 'hub'];
/** Volumes of the hub's pod in the chart, and those of this product. */
const OUR_HUB_VOLUMES = /^(config|secret|existing-secret|files|pvc|jupyterhub-gke.*)$/;
/** Folders that a mount would hide if it were at one of them or above it. */
const FOLDERS: readonly (readonly [folder: string, use: string])[] = [
  ['/home/jovyan', 'the home'],
  ['/usr/local/etc/jupyterhub-gke', 'the notebook guard'],
  ['/etc/jupyter/jupyter_server_config.d', 'the notebook guard'],
];

/** Rules of further volumes of notebook servers. They must not replace the home or the notebook guard. */
export function volumeRules(context: RuleContext): void {
  mountsOf(context, STORAGE, OUR_VOLUMES);
  mountsOf(context, HUB, OUR_HUB_VOLUMES);
  for (const [path, { name, volume }] of named(context, [...STORAGE, 'extraVolumes'])) {
    if (name !== undefined && OUR_VOLUMES.test(name)) taken(context, path, name);
    if (volume.entries?.has('persistentVolumeClaim') === true) claimRule(context, path, volume);
  }
  for (const [path, { name, key, volume }] of named(context, [...STORAGE, 'extraVolumeMounts'])) {
    if ((name !== undefined && OUR_VOLUMES.test(name)) || (key !== undefined && OUR_MOUNTS.test(key))) {
      taken(context, path, name ?? key ?? '');
    }
    mountRule(context, path, volume);
  }
}

/** Mounts that Kubernetes refuses: of a volume that is not there, and two in one folder. */
function mountsOf(context: RuleContext, section: Path, ours: RegExp): void {
  const { has, locate, report } = context;
  const volumes = named(context, [...section, 'extraVolumes']).flatMap(([, { name }]) => name ?? []);
  twice(context, section);
  const folders = new Map<string, number>();
  for (const [path, { name, volume }] of named(context, [...section, 'extraVolumeMounts'])) {
    // Code can add volumes, which cannot be seen here.
    const isSure = !has(['hub', 'values', 'hub', 'extraConfig']) || section === HUB;
    if (name !== undefined && isSure && !volumes.includes(name) && !ours.test(name)) {
      const where = section.slice(2).join('.');
      report(
        locate([...path, 'name']),
        'unknown-volume',
        `There is no volume ${quoted(name)}.${didYouMean(name, volumes)}`,
        {
          hint: `Define it in hub.values.${where}.extraVolumes. Without it, Kubernetes refuses the pod.`,
        },
      );
    }
    const folder = treeAt(volume, ['mountPath'])?.value;
    if (typeof folder !== 'string') continue;
    const plain = plainFolder(folder);
    const first = folders.get(plain);
    if (first === undefined) folders.set(plain, locate([...path, 'mountPath']).line);
    else {
      report(locate([...path, 'mountPath']), 'mount-path', `${quoted(folder)} is mounted on line ${first} already.`, {
        hint: 'Choose another folder: a folder has one mount.',
      });
    }
  }
}

/** Kubernetes refuses a pod with two volumes of one name. */
function twice(context: RuleContext, section: Path): void {
  const { has, locate, report } = context;
  const known = new Map<string, number>();
  for (const [path, { name }] of named(context, [...section, 'extraVolumes'])) {
    if (name === undefined) continue;
    const place = has([...path, 'name']) ? locate([...path, 'name']) : locate(path, 'key');
    const first = known.get(name);
    if (first === undefined) known.set(name, place.line);
    else {
      report(place, 'duplicate-volume', `The volume ${quoted(name)} is already defined on line ${first}.`, {
        hint: 'Give it another name.',
      });
    }
  }
}

function plainFolder(folder: string): string {
  return `${folder
    .replace(/\/+/g, '/')
    .replace(/\/\.(?=\/|$)/g, '')
    .replace(/\/$/, '')}/`;
}

interface Named {
  readonly name: string | undefined;
  readonly key: string | undefined;
  readonly volume: Tree;
}

/** The chart takes volumes as a list and as a mapping. In a mapping a volume can have its name as key only. */
function named({ tree }: RuleContext, path: Path): readonly (readonly [Path, Named])[] {
  const here = treeAt(tree, path);
  const listed = (here?.items ?? []).map((volume, index): [Path, Named] => [
    [...path, index],
    { name: nameOf(volume), key: undefined, volume },
  ]);
  const keyed = [...(here?.entries ?? [])].map(([key, { tree: volume }]): [Path, Named] => [
    [...path, key],
    { name: nameOf(volume) ?? (path.at(-1) === 'extraVolumes' ? key : undefined), key, volume },
  ]);
  return [...listed, ...keyed.map(([at, one]): [Path, Named] => [at, one])];
}

function nameOf(volume: Tree): string | undefined {
  const name = treeAt(volume, ['name'])?.value;
  return typeof name === 'string' ? name : undefined;
}

function taken({ locate, report }: RuleContext, path: Path, name: string): void {
  report(
    locate(path),
    'owned-value',
    `The name ${quoted(name)} is that of a volume with the home or the notebook guard.`,
    {
      hint: 'Choose another name.',
    },
  );
}

/** A claim whose name has a field of the person can be that of the home. */
function claimRule({ locate, report }: RuleContext, path: Path, volume: Tree): void {
  const claim = treeAt(volume, ['persistentVolumeClaim', 'claimName'])?.value;
  if (typeof claim !== 'string' || !/\{pvc_name\}|^claim-/.test(claim)) return;
  report(
    locate([...path, 'persistentVolumeClaim', 'claimName']),
    'owned-value',
    `${quoted(claim)} is the disk of a home.`,
    {
      hint: 'The home is mounted already. Name another claim.',
    },
  );
}

function mountRule({ locate, report }: RuleContext, path: Path, mount: Tree): void {
  const folder = treeAt(mount, ['mountPath'])?.value;
  if (typeof folder !== 'string') return;
  const plain = plainFolder(folder);
  const hidden = FOLDERS.find(
    ([one]) => `${one}/`.startsWith(plain) || (one !== '/home/jovyan' && plain.includes('/jupyterhub-gke')),
  );
  if (hidden === undefined && !plain.includes('/../')) return;
  report(
    locate([...path, 'mountPath']),
    'mount-path',
    hidden === undefined
      ? `${quoted(folder)} leads out of its folder.`
      : `A mount at ${quoted(folder)} hides ${hidden[1]}.`,
    { hint: 'Choose another folder, such as /home/jovyan/data, /data or /dev/shm.' },
  );
}
