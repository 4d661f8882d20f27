/** GitHub refuses comments with more characters than this. We count bytes, which are never fewer. */
export const COMMENT_LIMIT = 65_536;

// CSI and OSC sequences, then any other escape of two characters.
const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(
  `${ESCAPE}\\[[0-?]*[ -/]*[@-~]|${ESCAPE}\\][^\\u0007${ESCAPE}]*(?:\\u0007|${ESCAPE}\\\\)?|${ESCAPE}[@-Z\\\\-_]?`,
  'g',
);

// Characters that draw nothing or turn the direction of text can make a line read otherwise than it is.
const UNSEEN =
  /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text without the colours and cursor movements of a terminal. */
export function stripAnsi(text: string): string {
  return text.replace(ANSI, '');
}

/** The text without terminal escapes and with every unseen character made visible as `�`; line ends become `\n`. */
export function visible(text: string): string {
  return stripAnsi(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200d\ufe0f]/g, '') // joiners and variants of emoji: harmless and common in names
    .replace(UNSEEN, '\ufffd');
}

/** One line of at most `limit` characters, for places where a text must not spread. */
export function oneLine(text: string, limit = 300): string {
  const line = visible(text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
}

/** E-mail addresses in the text reduced to `a…e@acme.dev`, for places that anybody can read. Reduced ones stay as they are. */
export function shortEmails(text: string): string {
  return text.replace(
    /([\p{L}\p{N}._%+'&~=-]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu,
    (match, local: string, domain: string, at: number, whole: string) => {
      const letters = [...local];
      if (letters.length === 1 && whole[at - 1] === '…') return match;
      return letters.length > 2 ? `${letters[0]}…${letters.at(-1)}@${domain}` : `…@${domain}`;
    },
  );
}

/**
 * Text for places that anybody can read: short addresses, and no names of people's buckets. These are made from the
 * whole address, by which a guess at what was left out could be tried.
 */
export function publicText(text: string): string {
  return shortEmails(text)
    .replace(/(gs:\/\/[a-z0-9._-]*[-/])[0-9a-f]{12}(?![0-9a-f])/g, '$1…')
    .replace(/((?:somebody who left \(|key:|"ownerKey": ?"))[0-9a-f]{12}(?![0-9a-f])/g, '$1…');
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

const BREAK = '\u200b';

// Names of commits, whole or short, as GitHub looks for them; numbers and words are left as they are.
const COMMIT = /(?<![0-9a-z])(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/gi;
// A shortcode of an emoji; a time of day is none.
const SHORTCODE = /:(?=(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|100|1234|[+-]1):)/gi;

/**
 * GitHub makes links and pictures of these in the rendered text, where no escape of Markdown helps; a zero-width space
 * parts them. The text stays plain, so that this is for titles, too.
 */
export function breakLinks(text: string): string {
  return text
    .replace(COMMIT, (name) => name.replace(/.{6}(?=.)/g, `$&${BREAK}`))
    .replace(SHORTCODE, `:${BREAK}`)
    .replace(/@/g, `@${BREAK}`)
    .replace(/#(?=\d)/g, `#${BREAK}`)
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    .replace(/(mailto|xmpp):/gi, `$1:${BREAK}`)
    .replace(/(GH)-(?=\d)/gi, `$1-${BREAK}`);
}

/**
 * Text from outside as prose of one line: no Markdown, HTML, mention, link or issue reference in it comes to life.
 * Character references are used, since GFM never reads those as syntax, also not inside tables.
 */
export function prose(text: string, limit = 1000): string {
  return breakLinks(oneLine(text, limit))
    .replace(/[\\`*_{}[\]()<>!|&~$^=#\u200b]/g, entity)
    .replace(/^[-+]/, entity)
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => `${digits}${entity(mark)}`);
}

/** Text from outside as code of one line; safe in paragraphs and in table cells. */
export function code(text: string, limit = 300): string {
  const line = oneLine(text, limit);
  if (line === '') return '*empty*';
  // A pipe ends a table cell even inside backticks, so such text takes the HTML form, where references work.
  if (!/[`|]/.test(line)) return `\`${line}\``;
  return `<code>${breakLinks(line).replace(/[^\p{L}\p{N} .,;/@:-]/gu, entity)}</code>`;
}

/** Text from outside as a block of several lines that no line of it can end. */
export function fence(text: string, language = ''): string {
  const body = visible(text).replace(/\n+$/, '');
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${body}\n${ticks}`;
}

/** A table of cells that are Markdown already; what would end a cell or row is taken out as a last line of defence. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '&#124;').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** A folded part; `title` and `body` are Markdown or HTML already. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Bytes of the text as GitHub stores it. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * Cuts Markdown at a line so that it has at most `limit` bytes, closes the fences and folded parts that were open,
 * and ends with `note`, which says where the rest is. A text that fits is returned as it is.
 */
export function truncate(markdown: string, limit: number, note: string): string {
  if (byteLength(markdown) <= limit) return markdown;
  const kept: string[] = [];
  let size = 0;
  let open: OpenBlocks = { fence: '', folds: 0 };
  for (const line of markdown.split('\n')) {
    const next = follow(open, line);
    const more = size + byteLength(line) + 1;
    if (more + byteLength(ending(next, note)) > limit) break;
    kept.push(line);
    size = more;
    open = next;
  }
  return kept.join('\n') + ending(open, note);
}

interface OpenBlocks {
  readonly fence: string;
  readonly folds: number;
}

function follow(open: OpenBlocks, line: string): OpenBlocks {
  const ticks = /^`{3,}/.exec(line)?.[0] ?? '';
  if (open.fence !== '') return ticks.length >= open.fence.length && line === ticks ? { ...open, fence: '' } : open;
  if (ticks !== '') return { ...open, fence: ticks };
  // Only whole lines of ours count: the same words in a cell are text from outside.
  if (line.startsWith('<details>')) return { ...open, folds: open.folds + 1 };
  return line === '</details>' ? { ...open, folds: open.folds - 1 } : open;
}

function ending(open: OpenBlocks, note: string): string {
  return `${open.fence === '' ? '' : `\n${open.fence}`}\n\n${note}\n${'\n</details>\n'.repeat(open.folds)}`;
}
