import { type CST, Parser, type YAMLError } from 'yaml';
import { quoted } from '../text.js';

/** A syntax error as a person who wrote the file understands it: the place of the mistake, not where the parser gave up. */
export interface SyntaxWords {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

const BREAKS_INDENT = /^(All (mapping|sequence) items must start|Sequence item without)/;

/** Words for an error of the parser. The parser names its own grammar and often a place far behind the mistake. */
export function syntaxWords({ code, message, pos: [start, end] }: YAMLError, text: string): SyntaxWords {
  if (/^Missing closing/.test(message)) return openQuote(text) ?? { start, end, message: 'A quote is not closed.' };
  if (/^(Flow|Expected flow) (map|sequence)/.test(message) || (code === 'BAD_INDENT' && /^Flow/.test(message))) {
    const open = openBracket(text, start);
    if (open !== undefined) return open;
  }
  const line = lineAt(text, start);
  const isValue = start > line.start + line.indent;
  if (isValue && /^(Nested mappings|Implicit keys need)/.test(message)) {
    const next = nextLine(text, start);
    return next === undefined || /:( |$)/.test(line.rest) ? colonInText(start, end) : tooDeep(text, start, next);
  }
  if (BREAKS_INDENT.test(message)) return unevenIndent(text, start);
  if (code === 'MULTILINE_IMPLICIT_KEY' || /^Implicit map keys need/.test(message)) {
    return {
      start,
      end,
      message: `${quoted(line.rest.trim())} is neither a key with a value nor an entry of a list.`,
      hint: `Write KEY: VALUE, with a space after the colon. A key that lines below belong to ends with a colon.`,
    };
  }
  if (code === 'BAD_SCALAR_START') {
    const first = line.rest.slice(0, 1);
    const hint = `Put quotes around it: "${first}…".`;
    return { start, end, message: `Text that starts with ${first} must be in quotes.`, hint };
  }
  if (code === 'UNEXPECTED_TOKEN' && /["']$/.test(text.slice(0, start).trimEnd())) {
    return {
      start,
      end,
      message: 'The text goes on after its closing quote.',
      hint: `Look for a missing quote above. Inside '…' write an apostrophe twice; inside "…" write \\" for a quote.`,
    };
  }
  return { start, end, message: message.replace(/\.?$/, '.'), ...(HINTS[code] && { hint: HINTS[code] }) };
}

const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'All lines of a mapping or list must start in the same column.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash starts an escape; write it twice, or use single quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Quote text that contains a colon followed by a space.',
  MISSING_CHAR: 'Look for a missing quote, bracket, brace, comma or colon before this place.',
  UNEXPECTED_TOKEN: 'Look for a missing quote or an extra bracket.',
};

/** The first line that git left between two versions of the file; undefined when there is none. */
export function conflictMarker(text: string): SyntaxWords | undefined {
  const found = /^(<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (found === null) return undefined;
  return {
    start: found.index,
    end: found.index + found[0].length,
    message: `${quoted(found[1])} is a conflict marker of git.`,
    hint: 'Finish the merge: keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>.',
  };
}

/** Quoted text with no closing quote. It reaches to the end of the file, so its first line is where the quote is missing. */
function openQuote(text: string): SyntaxWords | undefined {
  for (const token of tokensOf(text)) {
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    const quote = token.source[0] ?? '"';
    if (token.source.length > 1 && token.source.trimEnd().endsWith(quote)) continue;
    return {
      start: token.offset,
      end: token.offset + token.source.length,
      message: `The quote ${quote} is not closed.`,
      hint: `Write ${quote} at the end of this text.`,
    };
  }
  return undefined;
}

/** The first bracket or brace before `offset` that nothing closes. */
function openBracket(text: string, offset: number): SyntaxWords | undefined {
  for (const token of tokensOf(text)) {
    if (token.type !== 'flow-collection' || token.offset > offset) continue;
    const close = token.start.source === '{' ? '}' : ']';
    if (token.end.some(({ source }) => source === close)) continue;
    const line = lineAt(text, offset);
    return {
      start: token.start.offset,
      end: token.start.offset + 1,
      message: `The ${close === '}' ? 'brace {' : 'bracket ['} is not closed.`,
      hint: `Write ${close} before line ${lineNumber(text, line)}. Lines inside must be indented deeper than the key.`,
    };
  }
  return undefined;
}

function colonInText(start: number, end: number): SyntaxWords {
  return {
    start,
    end,
    message: 'This text contains a colon with a space after it, as between a key and a value.',
    hint: 'Put the whole text in quotes.',
  };
}

/** A line below a key that has its value already, indented as if it belonged to that value. */
function tooDeep(text: string, offset: number, next: Line): SyntaxWords {
  const before = lineAt(text, offset);
  return {
    start: next.start + next.indent,
    end: next.end,
    message: `This line is indented deeper than line ${lineNumber(text, before)}, which has a value already.`,
    hint: `${before.indent === 0 ? 'Do not indent it' : `Indent it by ${spaces(before.indent)}`}, as line ${lineNumber(text, before)}.`,
  };
}

/** A line that starts in a column where nothing above it starts. */
function unevenIndent(text: string, offset: number): SyntaxWords {
  const line = lineAt(text, offset);
  const place = { start: line.start + line.indent, end: line.end };
  const above = linesBefore(text, line.start);
  const header = above.find(({ rest, indent }) => rest.trim() !== '' && indent < line.indent);
  if (header !== undefined && /(^|\s)[|>][-+0-9]*\s*$/.test(header.rest)) {
    const first = above.filter(({ start, rest }) => start > header.start && rest.trim() !== '').at(-1);
    return {
      ...place,
      message: `This line is indented less than the text that starts below line ${lineNumber(text, header)}.`,
      hint: `Indent it by at least ${spaces(first?.indent ?? header.indent + 2)}.`,
    };
  }
  const columns: number[] = [];
  for (const { indent, rest } of above) {
    // An entry of a list opens two columns: that of its hyphen and that of its first key.
    const own = /^(- +)\S/.exec(rest)?.[1]?.length;
    for (const column of own === undefined ? [indent] : [indent + own, indent]) {
      if (rest.trim() !== '' && !rest.startsWith('#') && column < (columns.at(-1) ?? Number.POSITIVE_INFINITY)) {
        columns.push(column);
      }
    }
  }
  return {
    ...place,
    message: `This line is indented by ${spaces(line.indent)}. No line above that it could belong to is.`,
    hint: `Indent it by ${orList(columns.reverse())} spaces, as the lines that it belongs with.`,
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Spaces at its start. */
  readonly indent: number;
  /** Its text from the offset that was asked for, or from the first character that is no space. */
  readonly rest: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  const end = found === -1 ? text.length : found;
  const indent = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start, end, indent, rest: text.slice(Math.max(offset, start + indent), end) };
}

/** From 1. It is counted for messages only: doing so for every line would take the square of their number. */
function lineNumber(text: string, { start }: Line): number {
  return text.slice(0, start).split('\n').length;
}

/** The next line with text. */
function nextLine(text: string, offset: number): Line | undefined {
  let line = lineAt(text, offset);
  while (line.end < text.length) {
    line = lineAt(text, line.end + 1);
    if (line.rest.trim() !== '') return line;
  }
  return undefined;
}

/** The lines above, the nearest first, up to the first that is not indented. */
function linesBefore(text: string, start: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  while (from > 0) {
    const line = lineAt(text, from - 1);
    lines.push({ ...line, rest: text.slice(line.start + line.indent, line.end) });
    if (line.indent === 0 && lines.at(-1)?.rest.trim() !== '') break;
    from = line.start;
  }
  return lines;
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

function orList(numbers: readonly number[]): string {
  return numbers.length < 2 ? `${numbers[0] ?? 0}` : `${numbers.slice(0, -1).join(', ')} or ${numbers.at(-1)}`;
}

/** Every token below the documents. Only a file with an error is read a second time. */
function* tokensOf(text: string): Generator<CST.Token> {
  for (const token of new Parser().parse(text)) yield* below(token);
}

function* below(token: CST.Token): Generator<CST.Token> {
  yield token;
  if (token.type === 'document' && token.value !== undefined) yield* below(token.value);
  if (!('items' in token)) return;
  for (const { key, value } of token.items) {
    if (key != null) yield* below(key);
    if (value !== undefined) yield* below(value);
  }
}
