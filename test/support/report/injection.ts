import { readFileSync } from 'node:fs';
import { elements, renderGfm, textOf } from './gfm.js';

const corpus = JSON.parse(readFileSync('test/fixtures/injection.json', 'utf8')) as Record<string, string[]>;

/** Texts that try to be more than text. */
export const INJECTIONS: readonly string[] = Object.values(corpus).flat();
/** The same by their length: each place cuts them, and a comment may be cut as a whole. */
export const LONG: readonly string[] = ['|', '`', '[', '*', '<', '@a #1 ', '\n> '].map((text) => text.repeat(5000));

/** All that a text could add to a page of GitHub: elements, links, comments, and what GitHub makes of bare text. */
export interface Structure {
  readonly elements: readonly string[];
  /** Attributes with an address, also in HTML of others. */
  readonly addresses: readonly string[];
  readonly comments: readonly string[];
  /** Mentions, references, shortcodes and the like, outside of code, where GitHub looks for none. */
  readonly live: readonly string[];
  /** Characters that draw nothing, besides line ends, tabs and the break that we write. */
  readonly unseen: readonly string[];
}

// What GitHub turns into something in the rendered text; what it does before, the parser shows. docs.github.com/get-started/writing-on-github.
const LIVE = [
  /(?<![\w`])@[a-z0-9]/gi,
  /#\d+/g,
  /\bGH-\d+/gi,
  /[a-z]+:\/\/|\bwww\.|\b(?:mailto|xmpp):[a-z0-9]/gi,
  /(?<![0-9a-z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/gi,
  /:(?=[a-z0-9_+-]*[a-z]|100|[+-]1)[a-z0-9_+-]+:/gi,
];
const UNSEEN = /(?![\n\t\u200b])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
// GitHub reads formulas in the source, before Markdown; in code it finds none.
const FORMULA = /\$/g;

/** The structure of Markdown as GitHub shows it. */
export function structureOf(markdown: string): Structure {
  const html = renderGfm(markdown);
  const comments = [...html.matchAll(/<!--.*?(?:-->|$)/gs)].map(([comment]) => comment);
  const shown = html.replace(/<!--.*?(?:-->|$)/gs, '');
  const bare = shown.replace(/<code[^>]*>.*?<\/code>/gs, '');
  const source = markdown.replace(/^(`{3,})[^`\n]*\n.*?^\1$/gms, '').replace(/`[^`\n]*`/g, '');
  return {
    elements: elements(html),
    addresses: [...shown.matchAll(/\s(?:href|src|srcset|action|data)\s*=\s*"([^"]*)"/gi)].map(([, url]) => String(url)),
    comments,
    live: [
      ...LIVE.flatMap((pattern) => [...textOf(bare).matchAll(pattern)].map(([found]) => found)),
      ...[...source.matchAll(FORMULA)].map(([found]) => found),
    ],
    unseen: [...html.matchAll(UNSEEN)].map(([found]) => JSON.stringify(found)),
  };
}
