import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ConfigurationError, errorMessage } from '../../errors.js';

/** A chart as it was read, once: its files and the digest over exactly these bytes. */
export interface ChartFiles {
  /** SHA-256 (hex) of the archive, or over the paths and contents of a folder. */
  readonly digest: string;
  /** Contents by relative path in a fixed order. An archive is one file without a path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

const WHERE = 'jupyterhub.yaml: hub.chart.path';
const HINT = 'Give the path of a chart folder or .tgz archive, relative to jupyterhub.yaml.';
/** Charts are some hundred kilobytes. The limit keeps a wrong path from filling the memory. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads a chart folder or archive. A folder with a link is refused: helm would follow it, and what a link points to is
 * neither in the folder nor in its digest.
 */
export async function readChart(path: string): Promise<ChartFiles> {
  const kind = await lstat(path).catch((cause: unknown) => {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ConfigurationError(
      isMissing ? 'There is no chart at this path' : `The chart cannot be read: ${errorMessage(cause)}`,
      { where: WHERE, hint: HINT, cause },
    );
  });
  const hash = createHash('sha256');
  if (kind.isFile()) {
    if (kind.size > MOST_BYTES) throw tooLarge();
    const content = await readFile(path);
    return { digest: hash.update(content).digest('hex'), files: new Map([['', content]]) };
  }
  if (!kind.isDirectory()) throw notPlain(basename(path), kind.isSymbolicLink());
  const entries = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, name: relative(path, join(entry.parentPath, entry.name)).split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const other = entries.find(({ entry }) => !entry.isFile());
  if (other !== undefined) throw notPlain(other.name, other.entry.isSymbolicLink());
  const files = new Map<string, Buffer>();
  let bytes = 0;
  for (const { name } of entries) {
    const content = await readFile(join(path, name));
    bytes += content.length;
    if (bytes > MOST_BYTES) throw tooLarge();
    files.set(name, content);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return { digest: hash.digest('hex'), files };
}

/** Reads what must be a chart: `validate` and `plan` say the same of anything else. */
export async function readLocalChart(path: string): Promise<ChartFiles> {
  const chart = await readChart(path);
  const whole = chart.files.get('');
  const isChart = whole === undefined ? chart.files.has('Chart.yaml') : whole[0] === 0x1f && whole[1] === 0x8b;
  if (isChart) return chart;
  throw new ConfigurationError(
    whole === undefined
      ? 'This folder is no chart: it has no Chart.yaml'
      : 'This file is no chart: it is no .tgz archive',
    { where: WHERE, hint: HINT },
  );
}

/** Writes a chart as it was read below an empty private folder. Returns the path that helm takes. */
export async function writeChart({ files }: ChartFiles, folder: string): Promise<string> {
  const whole = files.get('');
  const root = join(folder, whole === undefined ? 'jupyterhub' : 'jupyterhub.tgz');
  for (const [name, content] of files) {
    const path = name === '' ? root : join(root, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, content, { mode: 0o600, flag: 'wx' });
  }
  return root;
}

function notPlain(name: string, isLink: boolean): ConfigurationError {
  return new ConfigurationError(
    `The chart has ${isLink ? 'a link' : 'something that is no file'}: ${JSON.stringify(name)}`,
    {
      where: WHERE,
      hint: isLink
        ? 'Replace the link by a copy of what it points to.'
        : 'Remove it. A chart has files and folders only.',
    },
  );
}

function tooLarge(): ConfigurationError {
  return new ConfigurationError(`The chart has more than ${MOST_BYTES / 2 ** 20} MiB`, {
    where: WHERE,
    hint: 'Give the path of the chart itself, not of a folder with more in it.',
  });
}
