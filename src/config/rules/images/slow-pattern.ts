import { entryOf } from '../../../json.js';

/** Why a pattern can take too long, and the way out. */
export interface Slowness {
  readonly why: string;
  readonly hint: string;
}

/** A part of a pattern. `ways` counts how it can match in different lengths: 1 for a repetition without end. */
type Part =
  | { readonly kind: 'one'; readonly set: ReadonlySet<number> }
  | { readonly kind: 'group'; readonly branches: readonly Part[][] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number };

/** Length of a name that the hub tries (IMAGE in helm/hub/profile_groups.py). */
const LONGEST = 256;
/** Longest names to this power are the most attempts: some 0.1 s in Python. */
const MOST_WAYS = 3;
const ASCII = Array.from({ length: 128 }, (_, code) => code);
const ANY: ReadonlySet<number> = new Set(ASCII);
const CLASSES: Readonly<Record<string, RegExp>> = { d: /\d/, w: /\w/, s: /\s/, D: /\D/, W: /\W/, S: /\S/ };

/**
 * Whether a name that does not match can take a search with backtracking too long: a repeated group that can match the
 * same characters in several ways, or many repetitions that can take each other's characters. It is careful: some
 * patterns that it refuses are quick. Undefined for a quick one.
 * @param pattern a valid regular expression
 */
export function slowness(pattern: string): Slowness | undefined {
  const branches = new Reader(pattern).branches();
  if (branches.some((branch) => branch.some(repeatsChoice))) {
    return {
      why: 'A repeated group has a repetition, or alternatives that begin alike, in it.',
      hint: 'Write the repetition once, such as [a-z0-9/._-]+ for a path.',
    };
  }
  if (Math.max(...branches.map(waysOf)) <= MOST_WAYS) return undefined;
  return {
    why: 'Too many repetitions can take the same characters.',
    hint: 'Write [^/]+ or [a-z0-9-]+ instead of .* between two slashes.',
  };
}

/** Whether a repeated group in it has a choice whose end is not certain. */
function repeatsChoice(part: Part): boolean {
  if (part.kind === 'one') return false;
  if (part.kind === 'group') return part.branches.some((branch) => branch.some(repeatsChoice));
  const inner = part.part;
  return repeatsChoice(inner) || (part.most > 1 && inner.kind === 'group' && !isCertain(inner));
}

/** Whether a group can match at a place in one way at most. */
function isCertain({ branches }: Part & { kind: 'group' }): boolean {
  const isPlain = (part: Part): boolean =>
    part.kind === 'one' || (part.kind === 'group' ? isCertain(part) : part.least === part.most && isPlain(part.part));
  return (
    branches.every((branch) => branch.every(isPlain) && (branches.length === 1 || branch.length > 0)) &&
    differ(branches)
  );
}

/** Whether no two alternatives begin with the same character. */
function differ(branches: readonly Part[][]): boolean {
  const firsts = branches.map(([first]) => {
    if (first === undefined) return new Set<number>();
    // Where it can be left out, what is behind it can be the first.
    return first.kind === 'repeat' && first.least === 0 ? ANY : charactersOf(first);
  });
  return firsts.every((set, index) => firsts.slice(0, index).every((other) => !overlap(set, other)));
}

/**
 * The power of the name's length that the attempts grow with. A repetition ends at a certain place if a character follows
 * that it cannot take. Up to there, each further repetition makes one more choice.
 */
function waysOf(branch: readonly Part[]): number {
  let total = 1;
  let chain = 0;
  let sets: ReadonlySet<number>[] = [];
  for (const part of flat(branch)) {
    const set = charactersOf(part);
    const isFixed = part.kind === 'one' || (part.kind === 'repeat' && part.least > 0 && part.part.kind === 'one');
    if (isFixed && !sets.some((before) => overlap(before, set))) {
      total += Math.max(0, chain - 1);
      chain = 0;
      sets = [];
    }
    const ways = choicesOf(part);
    chain += ways;
    if (ways > 0) sets.push(set);
  }
  return total + Math.max(0, chain - 1);
}

/** Groups without a choice are as their parts. */
function flat(branch: readonly Part[]): Part[] {
  return branch.flatMap((part) =>
    part.kind === 'group' && part.branches.length === 1 ? flat(part.branches[0] ?? []) : [part],
  );
}

/** Choices of one part, as a power of the name's length. */
function choicesOf(part: Part): number {
  if (part.kind === 'one') return 0;
  const power = (count: number): number => Math.log(Math.min(count, LONGEST)) / Math.log(LONGEST);
  if (part.kind === 'repeat') return power(part.most - part.least + 1) + choicesOf(part.part);
  const inner = part.branches.map((branch) => branch.reduce((sum, one) => sum + choicesOf(one), 0));
  return Math.max(...inner) + (differ(part.branches) ? 0 : power(part.branches.length));
}

/** All characters that a part can take. */
function charactersOf(part: Part): ReadonlySet<number> {
  if (part.kind === 'one') return part.set;
  if (part.kind === 'repeat') return charactersOf(part.part);
  return new Set(part.branches.flat().flatMap((one) => [...charactersOf(one)]));
}

function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...one].some((code) => other.has(code));
}

/** Reads a valid regular expression into parts. What stands for no character, such as ^, is left out. */
class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  branches(): Part[][] {
    const found: Part[][] = [[]];
    while (this.at < this.text.length && this.text[this.at] !== ')') {
      if (this.text[this.at] === '|') {
        this.at += 1;
        found.push([]);
        continue;
      }
      const part = this.part();
      if (part !== undefined) found.at(-1)?.push(this.repeated(part));
    }
    return found;
  }

  private part(): Part | undefined {
    const letter = this.text[this.at] ?? '';
    this.at += 1;
    if (letter === '^' || letter === '$') return undefined;
    if (letter === '.') return { kind: 'one', set: ANY };
    if (letter === '(') {
      const sign = /^\?(?:P<[^>]*>|<?[:=!])/.exec(this.text.slice(this.at))?.[0] ?? '';
      this.at += sign.length;
      const branches = this.branches();
      this.at += 1;
      // Looking ahead or behind takes no character, so that nothing ends there.
      return { kind: 'group', branches: /[=!]$/.test(sign) ? [...branches, []] : branches };
    }
    if (letter === '[') return { kind: 'one', set: this.set() };
    return { kind: 'one', set: letter === '\\' ? this.escape() : only(letter) };
  }

  /** A class, whose bracket is read. */
  private set(): ReadonlySet<number> {
    const end = /^\^?(?:\\.|[^\]\\])*/s.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += end.length + 1;
    const is = new RegExp(`[${end}]`);
    return new Set(ASCII.filter((code) => is.test(String.fromCharCode(code))));
  }

  /** What follows a backslash. A reference to a group can be any text. */
  private escape(): ReadonlySet<number> {
    const letter = this.text[this.at] ?? '';
    this.at += 1;
    const known = entryOf(CLASSES, letter);
    if (known !== undefined) return new Set(ASCII.filter((code) => known.test(String.fromCharCode(code))));
    return /[a-zA-Z0-9]/.test(letter) ? ANY : only(letter);
  }

  private repeated(part: Part): Part {
    // Python reads {,3} as {0,3}.
    const [all, sign, from, comma, to] = /^(?:([*+?])|\{(\d*)(,?)(\d*)\})\??/.exec(this.text.slice(this.at)) ?? [];
    if (all === undefined || all.startsWith('{}')) return part;
    this.at += all.length;
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
    const open = sign === '?' ? 1 : Number.POSITIVE_INFINITY;
    const most = sign !== undefined ? open : to ? Number(to) : comma ? Number.POSITIVE_INFINITY : least;
    return { kind: 'repeat', part, least, most };
  }
}

function only(letter: string): ReadonlySet<number> {
  return new Set([letter.charCodeAt(0)]);
}
