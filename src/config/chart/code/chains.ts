import type { Token } from './tokens.js';

/** The tokens of a statement with the bracket that closes each. */
export interface Line {
  readonly tokens: readonly Token[];
  /** Index of the closing bracket, by that of the opening one. */
  readonly closing: ReadonlyMap<number, number>;
  /** For each token whether it is in the arguments of a call or in an index, where nothing is a target. */
  readonly isInner: readonly boolean[];
}

/** A chain such as `c.KubeSpawner["volumes"].append(…)`. A step that is no plain name is an empty text. */
export interface Chain {
  readonly steps: readonly string[];
  /** Index of its first token, and the index after its last one. */
  readonly start: number;
  readonly end: number;
  /** Index of the opening bracket, if the chain ends with a call. */
  readonly call?: number;
}

/** Names of the code for `c` and its parts. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** Python's own limit is 200. */
const MAX_BRACKETS = 200;

/** Calls `visit` with every chain of names. */
export function eachChain(tokens: readonly Token[], names: Names, visit: (chain: Chain, line: Line) => void): void {
  const line = lineOf(tokens);
  if (line === undefined) return;
  for (const start of tokens.keys()) {
    const chain = readChain(line, start, names);
    if (chain !== undefined) visit(chain, line);
  }
}

/** Undefined for code that is nested deeper than Python allows. The hub refuses it. */
function lineOf(tokens: readonly Token[]): Line | undefined {
  const closing = new Map<number, number>();
  const isInner: boolean[] = [];
  const open: { readonly at: number; readonly isInner: boolean }[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === 'sign' && ')]}'.includes(text)) {
      const bracket = open.pop();
      if (bracket !== undefined) closing.set(bracket.at, at);
    }
    const isHere = open.at(-1)?.isInner === true;
    isInner.push(isHere);
    if (kind !== 'sign' || !'([{'.includes(text)) continue;
    const before = tokens[at - 1];
    const isAfterValue = before !== undefined && (before.kind !== 'sign' || ')]}'.includes(before.text));
    open.push({ at, isInner: isHere || isAfterValue });
    if (open.length > MAX_BRACKETS) return undefined;
  }
  for (const { at } of open) closing.set(at, tokens.length);
  return { tokens, closing, isInner };
}

/** The chain that begins at a token; undefined if none does. */
export function readChain({ tokens, closing }: Line, start: number, names: Names): Chain | undefined {
  const head = tokens[start];
  if (head?.kind !== 'name' || tokens[start - 1]?.text === '.') return undefined;
  let at = start + 1;
  let steps: string[] = [...(names.get(head.text) ?? [head.text])];
  let call: number | undefined;
  for (;;) {
    const sign = tokens[at]?.kind === 'sign' ? tokens[at]?.text : undefined;
    const next = tokens[at + 1];
    const isName = sign === '.' && next?.kind === 'name';
    if (!isName && sign !== '[' && sign !== '(') break;
    if (call !== undefined) steps.push('');
    call = undefined;
    if (isName) {
      steps.push(next.text);
      at += 2;
      continue;
    }
    const close = closing.get(at) ?? tokens.length;
    if (sign === '(') call = at;
    else steps.push(close === at + 2 && next?.kind === 'text' ? next.text : '');
    if (call !== undefined && close === at + 1 && steps.join('.') === 'get_config') {
      steps = ['c'];
      call = undefined;
    }
    at = close + 1;
  }
  return { steps, start, end: Math.min(at, tokens.length), ...(call === undefined ? {} : { call }) };
}

/** Index of a sign outside brackets; -1 without one. */
export function topLevel(tokens: readonly Token[], sign: string, last = false): number {
  let depth = 0;
  let found = -1;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue;
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    else if (text === sign && depth === 0) {
      found = index;
      if (!last) break;
    }
  }
  return found;
}

/** The tokens of each argument of a call. */
export function splitArguments(call: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of call) {
    if (token.kind === 'sign' && '([{'.includes(token.text)) depth += 1;
    if (token.kind === 'sign' && ')]}'.includes(token.text)) depth -= 1;
    if (token.kind === 'sign' && token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
