/** Folders of a container that are too general to be led elsewhere because a file is mounted in them. */
const SHARED: ReadonlySet<string> = new Set(
  '/ /bin /etc /home /lib /opt /root /run /sbin /srv /tmp /usr /usr/bin /usr/local /usr/local/bin /usr/local/etc /usr/local/share /usr/share /var /var/lib /var/run'.split(
    ' ',
  ),
);

/** A path of the container and the place on this machine that it stands for. */
export type PathPair = readonly [mount: string, place: string];

/**
 * Leads absolute paths of a container to the pod's folder on this machine, since processes of the sandbox share one file system.
 * The same rules as the hook has for Python: the longest mount path wins, and the sandbox's own folders lead to themselves.
 */
export class PodPaths {
  readonly pairs: readonly PathPair[];
  private readonly inside: RegExp;

  constructor(pairs: readonly PathPair[]) {
    this.pairs = [...pairs].sort((a, b) => b[0].length - a[0].length);
    const mounts = this.pairs.map(([mount]) => mount.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    this.inside = new RegExp(`(?<![\\w./-])(${mounts})(?=$|[/:;,'"\\s\\])}])`, 'g');
  }

  /** Place on this machine of a path in the container; a path outside of every mount stays. */
  translate(path: string): string {
    const pair = this.pairs.find(([mount]) => path === mount || path.startsWith(`${mount}/`));
    return pair === undefined ? path : pair[1] + path.slice(pair[0].length);
  }

  /** Translates the paths that occur in an argument or a variable. */
  rewrite(text: string): string {
    if (this.pairs.length === 0) return text;
    return text.replace(this.inside, (mount) => this.translate(mount));
  }
}

/** Folder whose content is the container's own because a file is mounted in it; undefined where it is a general one. */
export function ownFolder(mountPath: string): string | undefined {
  const folder = mountPath.slice(0, mountPath.lastIndexOf('/')) || '/';
  return SHARED.has(folder) ? undefined : folder;
}

/** A mount path without trailing and doubled slashes; throws when it is not absolute or climbs. */
export function cleanMountPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (!path.startsWith('/') || parts.includes('..') || parts.length === 0) {
    throw new Error(`mount path ${JSON.stringify(path)} is not an absolute path below /`);
  }
  return `/${parts.join('/')}`;
}

/** A subPath or file path inside a volume; throws when it is absolute or climbs out. */
export function cleanSubPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || parts.includes('..')) {
    throw new Error(`path ${JSON.stringify(path)} leads out of its volume`);
  }
  return parts.join('/');
}
