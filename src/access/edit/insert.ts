import { type CST, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

/** The style of the neighbouring entries, which a new entry follows. */
export interface Style {
  readonly json: boolean;
  readonly neighbours: readonly ParsedNode[];
}

/** The new entries, each as YAML on one line. */
type Write = (style: Style) => readonly string[];

// The options of config/yaml/source.ts, and with tokens: their offsets locate dashes and commas.
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  keepSourceTokens: true,
} as const;

/**
 * Inserts entries into the list of a top-level key and keeps all other characters; undefined if there is no place for
 * them. The text must be valid and without a byte order mark.
 * @param at index of the first new entry; undefined: after all others
 */
export function insertEntries(text: string, key: string, at: number | undefined, write: Write): string | undefined {
  const root = parseDocument(text, OPTIONS).contents;
  if (root === null) return atLine(text, text.length, `${key}:${lineEnd(text)}${dashed(text, '  ', write(NO_STYLE))}`);
  if (!isMap(root)) return undefined;
  const pair = root.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return newKey(text, root, key, write);
  const list = pair.value as ParsedNode | null;
  if (isSeq(list) && list.items.length > 0) {
    const index = at ?? list.items.length;
    return list.flow === true ? intoFlow(text, list, index, write, isJson(root)) : intoBlock(text, list, index, write);
  }
  if (list !== null && !isSeq(list) && !(isScalar(list) && list.value === null)) return undefined;
  return intoEmpty(text, root, (pair.key as ParsedNode).range[1], list, write);
}

const NO_STYLE: Style = { json: false, neighbours: [] };

function isJson(root: YAMLMap.Parsed): boolean {
  const key = root.items[0]?.key;
  return root.flow === true && isScalar(key) && key.type === 'QUOTE_DOUBLE';
}

/** Lines of entries, each with a dash. The last line has no line end. */
function dashed(text: string, indent: string, entries: readonly string[]): string {
  return entries.map((entry) => `${indent}- ${entry}`).join(lineEnd(text));
}

/** Entries of a flow sequence on separate lines, with commas between them. */
function stacked(text: string, indent: string, entries: readonly string[]): string {
  return entries.map((entry) => indent + entry).join(`,${lineEnd(text)}`);
}

/** Inserts into a block sequence: each new entry gets its own line. */
function intoBlock(text: string, list: YAMLSeq.Parsed, index: number, write: Write): string | undefined {
  const { items } = list;
  const dashes = dashesOf(list);
  const [before, after] = [items[index - 1], dashes[index]];
  const dash = dashes[Math.max(0, index - 1)];
  if (dash === undefined) return undefined;
  const column = dash - lineStart(text, dash);
  const at = before === undefined ? aboveComments(text, lineStart(text, after ?? 0)) : below(text, before, column);
  return atLine(text, at, dashed(text, ' '.repeat(column), write({ json: false, neighbours: items })));
}

function dashesOf({ srcToken }: YAMLSeq.Parsed): number[] {
  if (srcToken?.type !== 'block-seq') return [];
  return srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

/** Start of the line after an entry. Comments indented below the entry belong to it. */
function below(text: string, entry: ParsedNode, column: number): number {
  let at = nextLine(text, endOf(entry));
  const comment = new RegExp(` {${column + 1},}#.*(?:\n|$)`, 'y');
  for (;;) {
    comment.lastIndex = at;
    if (!comment.test(text)) return at;
    at = comment.lastIndex;
  }
}

/** Start of the comment lines right above a line, which belong to it. */
function aboveComments(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const previous = lineStart(text, at - 1);
    if (!/^ *#/.test(text.slice(previous, at))) break;
    at = previous;
  }
  return at;
}

/** Offset at which the text of a value ends. The range of a block also covers the comments after it. */
function endOf(node: ParsedNode): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    const value = last?.value as ParsedNode | null | undefined;
    if (value && value.range[0] < value.range[1]) return endOf(value);
    return last === undefined ? node.range[1] : (last.key as ParsedNode).range[1];
  }
  if (isSeq(node) && node.flow !== true) return endOf((node.items.at(-1) as ParsedNode | undefined) ?? node);
  return node.range[1];
}

/** Inserts into a flow sequence: new entries get their own lines if the others have them. */
function intoFlow(text: string, list: YAMLSeq.Parsed, index: number, write: Write, json: boolean): string {
  const { items } = list;
  const entries = write({ json, neighbours: items });
  const inLine = entries.join(', ');
  const starts = startsOf(list);
  const ownLine = (at: number): boolean => /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
  const indent = (at: number): string => text.slice(lineStart(text, at), at);
  const before = items[index - 1];
  if (before === undefined) {
    const first = starts[0] ?? list.range[0] + 1;
    if (!ownLine(first)) return splice(text, first, `${inLine}, `);
    const lines = `${stacked(text, indent(first), entries)},${lineEnd(text)}`;
    return splice(text, aboveComments(text, lineStart(text, first)), lines);
  }
  const [start = 0, end] = [starts[index - 1], before.range[1]];
  const comma = /^(?:\s|(?<=\s)#.*)*,/.exec(text.slice(end, list.range[1]))?.[0].length;
  const [line, rest] = [nextLine(text, end + (comma ?? 0)), starts[index] ?? list.range[1] - 1];
  if (!ownLine(start)) return splice(text, end, `, ${inLine}`);
  const lines = stacked(text, indent(start), entries);
  // Whatever follows on the same line, an entry or the bracket, stays after the new entries.
  if (rest < line) return splice(text, end, `,${lineEnd(text)}${lines}`);
  const whole = splice(text, line, `${lines}${comma === undefined ? '' : ','}${lineEnd(text)}`);
  return comma === undefined ? splice(whole, end, ',') : whole;
}

/** Offsets of the entries of a flow sequence, anchors and tags included. */
function startsOf(list: YAMLSeq.Parsed): number[] {
  const { srcToken } = list;
  if (srcToken?.type !== 'flow-collection') return [];
  const gaps: readonly CST.SourceToken['type'][] = ['comma', 'space', 'newline', 'comment'];
  return srcToken.items.flatMap(({ start, value, key }) => {
    const own = start.find(({ type }) => !gaps.includes(type));
    return own?.offset ?? key?.offset ?? value?.offset ?? [];
  });
}

/** Inserts into a list without entries: no value, `null` or `[]`. */
function intoEmpty(text: string, root: YAMLMap.Parsed, keyEnd: number, list: ParsedNode | null, write: Write): string {
  const json = isJson(root);
  const [start, end] = list === null ? [keyEnd, keyEnd] : [list.range[0], list.range[1]];
  const inner = text.slice(start, end);
  const isOpen = isSeq(list) && (root.flow === true || !/^\[ *\]$/.test(inner));
  if (isOpen) {
    const close = lineStart(text, end - 1);
    const margin = text.slice(close, end - 1);
    const entries = write({ json, neighbours: [] });
    return /^ *$/.test(margin)
      ? atLine(text, close, stacked(text, `${margin}  `, entries))
      : splice(text, end - 1, entries.join(', '));
  }
  if (root.flow === true) {
    const gap = /[\s:]$/.test(text.slice(0, start)) ? '' : ' ';
    return `${text.slice(0, start)}${gap}[${write({ json, neighbours: [] }).join(', ')}]${text.slice(end)}`;
  }
  // The offset of an empty value comes after all blanks and comments that follow the key.
  const lines = dashed(text, `${indentOf(text, root)}  `, write(NO_STYLE));
  if (start === end) return atLine(text, nextLine(text, keyEnd), lines);
  const head = text.slice(0, start).replace(/ +$/, '');
  const rest = head + text.slice(end);
  return atLine(rest, nextLine(rest, head.length), lines);
}

/** Adds the key with its first entries after all other keys. */
function newKey(text: string, root: YAMLMap.Parsed, key: string, write: Write): string {
  if (root.flow === true) {
    const json = isJson(root);
    const pair = `${json ? JSON.stringify(key) : key}: [${write({ json, neighbours: [] }).join(', ')}]`;
    return splice(text, root.range[0] + 1, root.items.length === 0 ? pair : `${pair}, `);
  }
  const indent = indentOf(text, root);
  const lines = `${indent}${key}:${lineEnd(text)}${dashed(text, `${indent}  `, write(NO_STYLE))}`;
  return atLine(text, nextLine(text, endOf(root)), lines);
}

function indentOf(text: string, root: YAMLMap.Parsed): string {
  const start = (root.items[0]?.key as ParsedNode | undefined)?.range[0] ?? 0;
  return ' '.repeat(start - lineStart(text, start));
}

function splice(text: string, at: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at);
}

/** Inserts a line before another one, or at the end of a text whose last line may lack a line end. */
function atLine(text: string, at: number, line: string): string {
  const closed = at === 0 || text[at - 1] === '\n';
  return splice(text, at, closed ? `${line}${lineEnd(text)}` : `${lineEnd(text)}${line}`);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Start of the line after an offset; the offset itself if it already starts a line. */
function nextLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** The line end of a text, taken from its first line. */
function lineEnd(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
