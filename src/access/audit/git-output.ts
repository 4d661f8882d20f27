/** A line of `git blame --porcelain`. */
export interface BlamedLine {
  /** Full SHA; all zeros if `uncommitted`. */
  readonly sha: string;
  /** Author date as ISO 8601 in UTC. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly uncommitted: boolean;
}

/** A commit that a log names. */
export interface LoggedCommit {
  readonly sha: string;
  readonly date: string;
}

/** Reads `git blame --porcelain`. The details of a commit come with its first line only. */
export function parseBlame(text: string): Map<number, BlamedLine> {
  const commits = new Map<string, Record<string, string>>();
  const lines = new Map<number, string>();
  let sha = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('\t')) continue; // the text of the blamed line, which may look like a header
    const head = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+)/.exec(line);
    if (head) {
      sha = head[1] ?? '';
      lines.set(Number(head[2]), sha);
      if (!commits.has(sha)) commits.set(sha, {});
      continue;
    }
    const [key = ''] = line.split(' ', 1);
    const facts = commits.get(sha);
    if (facts !== undefined && key !== '') facts[key] ??= line.slice(key.length + 1);
  }
  return new Map([...lines].map(([number, of]) => [number, blamed(of, commits.get(of) ?? {})]));
}

function blamed(sha: string, facts: Readonly<Record<string, string>>): BlamedLine {
  const time = new Date(Number(facts['author-time'] ?? Number.NaN) * 1000);
  return {
    sha,
    date: Number.isNaN(time.getTime()) ? '' : time.toISOString().replace('.000Z', 'Z'),
    author: facts.author ?? '',
    subject: facts.summary ?? '',
    uncommitted: /^0+$/.test(sha),
  };
}

/**
 * Finds the commit since which each name has been in a file without interruption.
 * @param log `git log -p -U0` of the file, newest first, each commit with a line `MARK sha date` before its patch
 * @param mark random text that no file contains, so no text of a file passes for a commit
 */
export function followPresence(
  log: string,
  mark: string,
  names: ReadonlySet<string>,
  isCsv: boolean,
): Map<string, LoggedCommit> {
  const found = new Map<string, LoggedCommit>();
  const open = new Set(names);
  for (const part of log.split(mark).slice(1)) {
    const [head = '', ...patch] = part.split('\n');
    const [sha = '', date = ''] = head.trim().split(' ');
    const { added, removed } = namesIn(patch, open, isCsv);
    for (const name of added) {
      // On both sides: the line was changed, and the name was there before.
      if (removed.has(name)) continue;
      found.set(name, { sha, date: utc(date) });
      open.delete(name);
    }
    if (open.size === 0) break;
  }
  return found;
}

function utc(date: string): string {
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().replace('.000Z', 'Z');
}

/** The names on added and removed lines. Lines are counted, since a text may look like a header. */
function namesIn(
  patch: readonly string[],
  names: ReadonlySet<string>,
  isCsv: boolean,
): { readonly added: ReadonlySet<string>; readonly removed: ReadonlySet<string> } {
  const sides = { '+': new Set<string>(), '-': new Set<string>() };
  let left = { '+': 0, '-': 0 };
  for (const line of patch) {
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    const sign = line[0];
    if ((sign === '+' || sign === '-') && left[sign] > 0) {
      left[sign] -= 1;
      for (const word of wordsOf(line.slice(1), isCsv)) if (names.has(word)) sides[sign].add(word);
    } else if (hunk) {
      left = { '-': Number(hunk[1] ?? 1), '+': Number(hunk[2] ?? 1) };
    }
  }
  return { added: sides['+'], removed: sides['-'] };
}

/** Candidates for a name in a line: runs of the characters of an address or a domain. Comments are ignored. */
function wordsOf(line: string, isCsv: boolean): string[] {
  const text = isCsv ? line : line.replace(/(^|\s)#.*$/, '');
  return text
    .toLowerCase()
    .split(/[^a-z0-9_'&~+=.@-]+/)
    .map((word) => word.replace(/^'+|'+$/g, ''));
}
