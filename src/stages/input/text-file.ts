import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RuleName } from '../../config/location.js';
import { quoted } from '../../config/text.js';
import { MAX_LENGTH } from '../../config/yaml/source.js';
import { entryOf } from '../../json.js';

/** Why a file has no text that can be used. */
export interface Unreadable {
  readonly rule: RuleName;
  readonly message: string;
  /** Absent where only the name of the file can be wrong. */
  readonly hint?: string;
  /** Line of the first byte that is not UTF-8. */
  readonly line?: number;
}

/** Text of a file, or why there is none. */
export async function readText(path: string): Promise<string | Unreadable> {
  try {
    const { size, ...kind } = await stat(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
    // A pipe or device would never end.
    if (!kind.isFile) return { rule: 'file-missing', message: 'This is not a file.', hint: 'Name a file.' };
    if (size > 4 * MAX_LENGTH) {
      return {
        rule: 'too-large',
        message: `The file has ${size} bytes; the limit is ${MAX_LENGTH} characters.`,
        hint: 'Split it.',
      };
    }
    return textOf(await readFile(path));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const known: Readonly<Record<string, string>> = {
      ENOENT: 'There is no such file.',
      EACCES: 'The file may not be read.',
    };
    const hint = await similarName(path);
    const message = entryOf(known, code) ?? `The file cannot be read (${code}).`;
    return { rule: 'file-missing', message, ...(hint === undefined ? {} : { hint }) };
  }
}

/** A hint that names the file beside an absent one whose name differs only in capitals or in yml and yaml. */
async function similarName(path: string): Promise<string | undefined> {
  const plain = (name: string): string => name.toLowerCase().replace(/\.yml$/, '.yaml');
  const names = await readdir(dirname(path)).catch(() => []);
  const found = names.find((name) => name !== basename(path) && plain(name) === plain(basename(path)));
  return found === undefined
    ? undefined
    : `The folder has ${quoted(found)}. Rename that file, or correct the name here.`;
}

/** Text of UTF-8 bytes, or where they stop being that. */
export function textOf(bytes: Buffer): string | Unreadable {
  const hint = 'Save the file as UTF-8.';
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { rule: 'not-utf8', message: 'The file is UTF-16, not UTF-8.', hint, line: 1 };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The replacement character of the lenient decoder marks the first bad byte, unless the text has that character itself.
    const lenient = bytes.toString('utf8');
    const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
    return { rule: 'not-utf8', message: 'Here the file stops being UTF-8 text.', hint, line };
  }
}

/**
 * The folder that files may not lead out of: the nearest one above that holds .git; without one (an archive, a
 * container) the working folder where the file lies below it, else the folder of the file.
 */
export async function repositoryRoot(folder: string, cwd: string): Promise<string> {
  for (let here = folder; ; here = dirname(here)) {
    if (await exists(join(here, '.git'))) return here;
    if (here === dirname(here)) return folder === cwd || folder.startsWith(`${cwd}/`) ? cwd : folder;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Whether a path stays in a repository, links followed; a file that is not there counts by its name. What lies below .git
 * is no part of the repository: its configuration may hold the token of the checkout.
 */
export async function isInside(root: string, path: string): Promise<boolean> {
  const real = async (name: string): Promise<string> => realpath(name).catch(() => name);
  const [folder, file] = (await exists(path)) ? [await real(root), await real(path)] : [root, path];
  const top = folder.endsWith('/') ? folder : `${folder}/`;
  return (file === folder || file.startsWith(top)) && !`${file}/`.startsWith(`${top}.git/`);
}
