/** A token of Python code. Comments and line breaks inside brackets are left out. */
export interface Token {
  readonly kind: 'name' | 'text' | 'sign' | 'end';
  /** The name or sign; of a text its content without quotes. */
  readonly text: string;
  /** Line in the code, counted from 1. */
  readonly line: number;
}

const TOKEN =
  /(?<blank>[^\S\n]+|\\\n|#[^\n]*)|(?<end>\n|;)|(?<text>[a-zA-Z]{0,2}(?:"""|'''|"|'))|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\p{N}[\p{N}\w.]*)|(?<sign>\*\*=|\/\/=|<<=|>>=|:=|[-+*/%&|^@=!<>]=|->|.)/suy;
const PREFIX = /^(?:[rbuf]|rb|br|rf|fr)?$/i;

/**
 * Splits Python code into tokens. It never fails: code with a syntax error gives the tokens that can be told apart, and
 * the hub refuses the code itself.
 */
export function pythonTokens(code: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let depth = 0;
  let at = 0;
  while (at < code.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(code);
    // A half of a surrogate pair is the only character that the pattern cannot read.
    if (match === null) {
      at += 1;
      continue;
    }
    const { end, text, name, sign } = match.groups ?? {};
    let whole = match[0];
    if (text !== undefined) {
      const quotes = text.replace(/^[a-zA-Z]*/, '');
      const prefix = text.slice(0, text.length - quotes.length);
      if (!PREFIX.test(prefix)) {
        whole = prefix;
        tokens.push({ kind: 'name', text: prefix, line });
      } else {
        const close = closing(code, at + text.length, quotes);
        whole = code.slice(at, close + quotes.length);
        tokens.push({ kind: 'text', text: code.slice(at + text.length, close), line });
      }
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name, line });
    } else if (end !== undefined) {
      if (depth === 0) tokens.push({ kind: 'end', text: end, line });
    } else if (sign !== undefined) {
      if ('([{'.includes(sign)) depth += 1;
      if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
      tokens.push({ kind: 'sign', text: sign, line });
    }
    for (const character of whole) if (character === '\n') line += 1;
    at += whole.length;
  }
  return [...tokens, { kind: 'end', text: '', line }];
}

/** Offset of the quotes that end a text. A text in single quotes ends with its line at the latest. */
function closing(code: string, from: number, quotes: string): number {
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code.startsWith(quotes, at) || (quotes.length === 1 && code[at] === '\n')) return at;
  }
  return code.length;
}
