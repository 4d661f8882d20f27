import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Diagnostic } from '../../config/diagnostic.js';
import { extendsOf, type NamedFile } from '../../config/load.js';
import { createReport } from '../../config/location.js';
import { quoted } from '../../config/text.js';
import { isForeign, parseRemoteFileName } from '../../config/users-sources.js';
import { parseSource, type Source } from '../../config/yaml/source.js';
import { ConfigurationError } from '../../errors.js';
import { isInside, readText, repositoryRoot, type Unreadable } from './text-file.js';

/** Longest chain of files that extend each other. */
export const MAX_CHAIN = 8;

/** A file that was read: its path as findings print it, and its text. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/** Reads the files of one check and keeps their texts and what was found wrong about them. */
export class FileReader {
  /** Text of every file that was read, by the path that findings print. */
  readonly sources = new Map<string, string>();
  readonly diagnostics: Diagnostic[] = [];
  /** Adds a finding about what was to be read. */
  readonly report = createReport(this.diagnostics);
  readonly #root: Promise<string>;

  /**
   * @param configPath as the person gave it; findings print it unchanged
   * @param instead texts that files would have, by their absolute paths
   */
  constructor(
    readonly cwd: string,
    readonly configPath: string,
    readonly instead: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#root = repositoryRoot(dirname(resolve(cwd, configPath)), cwd);
  }

  /** The file that the person named. */
  async first(): Promise<ReadFile | undefined> {
    const top = { file: this.configPath, line: 1, column: 1, length: 1 };
    // A finding quotes lines of the file, and a link can lead to anything that this process may read.
    if (!(await this.mayRead(this.configPath))) {
      this.report(top, 'path-outside', 'This file leads out of the repository.', {
        hint: 'Replace the link by the file itself, or name the file with --config FILE.',
        absent: true,
      });
      return undefined;
    }
    const text = await readText(resolve(this.cwd, this.configPath));
    if (typeof text === 'string') return this.keep(this.configPath, text);
    const start = { ...top, line: text.line ?? 1 };
    const hint = text.hint ?? 'Name the file with --config FILE, or let "jupyterhub-gke init" write one.';
    this.report(start, text.rule, text.message, { hint, absent: true });
    return undefined;
  }

  /** A file that another one names, relative to the folder of that one; what is wrong with it stands where it is named. */
  async named(file: NamedFile): Promise<ReadFile | undefined> {
    if (isForeign(file.path)) return undefined; // a rule of its own says so
    const shown = join(dirname(file.location.file), file.path);
    if (!(await this.mayRead(shown))) {
      this.outside(file);
      return undefined;
    }
    if (parseRemoteFileName(shown) !== undefined) {
      this.report(file.location, 'path-outside', `"${file.path}" reads like a file of another repository.`, {
        hint: 'Give the file another name, or write {repository: OWNER/NAME, path: FILE}.',
      });
      return undefined;
    }
    const known = this.sources.get(shown);
    if (known !== undefined) return { path: shown, text: known };
    const path = resolve(this.cwd, shown);
    const text = this.instead.get(path) ?? (await readText(path));
    if (typeof text === 'string') return this.keep(shown, text);
    this.unreadable(file, shown, text);
    return undefined;
  }

  /**
   * Reports a chart that leads out of the repository, and, where it is to be installed, what is no chart. The path is
   * relative to the file that names it.
   */
  async checkChart(chart: NamedFile | undefined, isInstalled: boolean): Promise<void> {
    if (chart === undefined) return;
    const { path, location } = chart;
    const shown = isAbsolute(path) ? path : join(dirname(location.file), path);
    if (!(await this.mayRead(shown))) {
      this.outside(chart);
      return;
    }
    // An absolute path may be that of another machine. A warning says so.
    if (isAbsolute(path) || !isInstalled) return;
    const { readLocalChart } = await import('../../helm/chart/files.js');
    try {
      await readLocalChart(resolve(this.cwd, shown));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      this.report(location, 'file-missing', `${quoted(path)}: ${error.message}.`, { hint: error.hint });
    }
  }

  /** Whether a path, relative to the working folder, stays in the repository. */
  async mayRead(shown: string): Promise<boolean> {
    return isInside(await this.#root, resolve(this.cwd, shown));
  }

  /** Reports that a path leads out of the repository. */
  outside({ path, location }: NamedFile): void {
    this.report(location, 'path-outside', `"${path}" leads out of the repository.`, {
      hint: 'Keep the file in the repository.',
    });
  }

  /** A jupyterhub.yaml with all that it extends, nearest first, and whether one of them could not be read. */
  async chain(start: ReadFile): Promise<{ readonly sources: readonly Source[]; readonly incomplete: boolean }> {
    const sources: Source[] = [];
    const seen = new Set<string>();
    for (let file: ReadFile | undefined = start; file !== undefined; ) {
      const source = parseSource(file);
      sources.push(source);
      seen.add(resolve(this.cwd, file.path));
      const next = extendsOf(source);
      if (next === undefined) return { sources, incomplete: source.tree === undefined };
      if (seen.has(resolve(this.cwd, dirname(file.path), next.path)) || sources.length > MAX_CHAIN) {
        this.report(
          next.location,
          'extends-cycle',
          `"${next.path}" leads back, or too far: ${sources.length} files extend each other.`,
          {
            hint: `At most ${MAX_CHAIN} files in a row, and none twice.`,
          },
        );
        break;
      }
      file = await this.named(next);
    }
    return { sources, incomplete: true };
  }

  /** Keeps the text of a file for findings in it. */
  keep(path: string, text: string): ReadFile {
    this.sources.set(path, text);
    return { path, text };
  }

  /** Reports a file without a usable text: at the line that is wrong, or else where the file is named. */
  unreadable({ path, location }: NamedFile, shown: string, { rule, message, hint, line }: Unreadable): void {
    if (line === undefined) this.report(location, rule, `"${path}": ${message}`, { hint: hint ?? 'Check the path.' });
    else this.report({ file: shown, line, column: 1, length: 1 }, rule, message, { hint, absent: true });
  }
}
