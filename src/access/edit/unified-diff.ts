const CONTEXT = 3;

interface Line {
  readonly sign: ' ' | '+' | '-';
  /** With its line end, if it has one. */
  readonly text: string;
}

/**
 * The difference of two texts as `git apply` and `patch` read it; empty if there is none. It is right for any two
 * texts, and short for a few insertions into a long text.
 */
export function unifiedDiff(before: string, after: string, path: string): string {
  const lines = align(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines);
  if (hunks.length === 0) return '';
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function align(before: readonly string[], after: readonly string[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const text of before) {
    const found = after.indexOf(text, next);
    if (found === -1) {
      lines.push({ sign: '-', text });
      continue;
    }
    for (; next < found; next += 1) lines.push({ sign: '+', text: after[next] ?? '' });
    lines.push({ sign: ' ', text });
    next += 1;
  }
  for (; next < after.length; next += 1) lines.push({ sign: '+', text: after[next] ?? '' });
  return lines;
}

function hunksOf(lines: readonly Line[]): string[] {
  const hunks: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (let at = 0; at < lines.length; ) {
    const end = hunkEnd(lines, at);
    if (end === undefined) {
      if (lines[at]?.sign !== '+') oldLine += 1;
      if (lines[at]?.sign !== '-') newLine += 1;
      at += 1;
      continue;
    }
    const part = lines.slice(at, end);
    const olds = part.filter(({ sign }) => sign !== '+').length;
    const news = part.filter(({ sign }) => sign !== '-').length;
    // An empty range is numbered by the line before it.
    const start = (line: number, count: number): string => `${count === 0 ? line - 1 : line},${count}`;
    hunks.push(`@@ -${start(oldLine, olds)} +${start(newLine, news)} @@\n${part.map(written).join('')}`);
    oldLine += olds;
    newLine += news;
    at = end;
  }
  return hunks;
}

/** End of the hunk that starts at a line; undefined if none starts there. */
function hunkEnd(lines: readonly Line[], at: number): number | undefined {
  let end: number | undefined;
  let plain = 0;
  for (let i = at; i < lines.length; i += 1) {
    if (lines[i]?.sign === ' ') {
      plain += 1;
      if (plain > (end === undefined ? CONTEXT : 2 * CONTEXT)) break;
    } else {
      plain = 0;
      end = i + 1;
    }
  }
  return end === undefined ? undefined : Math.min(lines.length, end + CONTEXT);
}

function written({ sign, text }: Line): string {
  return text.endsWith('\n') ? `${sign}${text}` : `${sign}${text}\n\\ No newline at end of file\n`;
}
