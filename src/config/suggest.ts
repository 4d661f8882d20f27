/** The known name closest to what was written; undefined when none is close. */
export function suggest(written: string, known: readonly string[]): string | undefined {
  // The distance costs the product of both lengths, so a hostile key of a million letters is skipped.
  if (written.length > 60) return undefined;
  const plain = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, '');
  const source = plain(written);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const target = plain(name);
    const limit = Math.max(1, Math.floor(Math.min(name.length, written.length) / 3));
    if (Math.abs(target.length - source.length) > limit) continue;
    const steps = target === source ? 0 : distance(source, target);
    if (steps <= limit && steps < least) {
      best = name;
      least = steps;
    }
  }
  return best;
}

/** ` Did you mean "x"?` or nothing; the leading space lets it follow a sentence. */
export function didYouMean(written: string, known: readonly string[]): string {
  const name = suggest(written, known);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      }
      row.push(steps);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
