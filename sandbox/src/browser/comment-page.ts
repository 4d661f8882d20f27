import { readFileSync } from 'node:fs';
import { repoPath } from '../paths.js';
import { renderGfm } from './gfm.js';

/** How comments are shown. */
export interface CommentPage {
  /** Markdown of each comment. */
  readonly comments: readonly string[];
  /** Beginnings of the titles of folded parts that stand open. */
  readonly open?: readonly string[];
  /** Style that comes before ours, such as that of fonts. */
  readonly css?: string;
}

// Drawn by us: a bot has a picture, and GitHub's own is not ours to copy.
const BOT =
  '<svg class="avatar" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="12"/><path d="M9.5 7.5v9l7-4.5z"/></svg>';

/** A page that shows comments nearly as GitHub does. HTML that is in them stays: whoever renders it says what it may do. */
export function commentPage({ comments, open = [], css = '' }: CommentPage): string {
  const style = readFileSync(repoPath('sandbox', 'src', 'browser', 'comment.css'), 'utf8');
  const shown = comments.map((comment) => {
    const head = `<header>${BOT}<strong>github-actions</strong><span class="label">bot</span> commented</header>`;
    return `<article>${head}<div class="body">${unfolded(coloured(renderGfm(comment)), open)}</div></article>`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Comments</title>',
    `<style>${css}\n${style}</style></head><body>`,
    ...shown,
    '</body></html>',
  ].join('\n');
}

function unfolded(html: string, titles: readonly string[]): string {
  return html.replace(/<details>(?=<summary>([^<]*))/g, (tag, title: string) =>
    titles.some((start) => title.startsWith(start)) ? '<details open>' : tag,
  );
}

/** Lines of a diff in the colours that GitHub gives them. */
function coloured(html: string): string {
  return html.replace(
    /(<code class="language-diff">)(.*?)(<\/code>)/gs,
    (_, start: string, text: string, end: string) => {
      const lines = text.split('\n').map((line) => {
        const kind = { '+': 'added', '-': 'removed' }[line[0] ?? ''];
        return kind === undefined ? line : `<span class="${kind}">${line}</span>`;
      });
      return start + lines.join('\n') + end;
    },
  );
}
