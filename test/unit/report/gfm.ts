import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** HTML of GitHub Flavored Markdown by a parser that is not ours; raw HTML passes through, as it does at GitHub. */
export function renderGfm(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Names of all elements in the HTML, in order of appearance. */
export function elements(html: string): string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)[\s>/]/gi)].map((match) => String(match[1]).toLowerCase());
}

/** Text of a table's cells by rows, references decoded, for comparing structure and content. */
export function cells(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...String(row[1]).matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => textOf(String(cell[1]))),
  );
}

/** Text of HTML without elements, references decoded. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
