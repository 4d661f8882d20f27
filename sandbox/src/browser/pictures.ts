import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { type PlanReport, planComment } from '../../../src/report/plan-comment.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import { withChromium } from './chromium.js';
import { commentPage } from './comment-page.js';
import { fonts } from './fonts.js';
import { packed } from './png.js';

/** The pictures that stand in README.md, one for each colour scheme. */
export const PICTURES = [
  { scheme: 'light', path: repoPath('docs', 'images', 'plan-comment-light.png') },
  { scheme: 'dark', path: repoPath('docs', 'images', 'plan-comment-dark.png') },
] as const;

/** Width of a picture in CSS pixels: about that of a README at GitHub, so that it is not made smaller there. */
export const WIDTH = 900;
/** Folded parts that a reader of the picture sees open. */
export const OPEN: readonly string[] = ['People', 'Hub'];
/** Keyword under which a picture says what Markdown it shows. */
export const SOURCE = 'Source-SHA256';

/** The comment of the sample, by the code that writes real ones. */
export function sampleComment(): string {
  const sample = JSON.parse(readFileSync(repoPath('test', 'fixtures', 'plan-comment.json'), 'utf8')) as PlanReport;
  return planComment({ ...sample, fingerprint: fingerprint(sample.changeSet) });
}

/** SHA-256 (hex) of Markdown: it tells whether a picture shows what is written today. */
export function sourceOf(markdown: string): string {
  return createHash('sha256').update(markdown).digest('hex');
}

/** The pictures of the sample, in the order of PICTURES. */
export async function drawPictures(log: Log): Promise<readonly Buffer[]> {
  const comment = sampleComment();
  const { css, files } = await fonts(log);
  const html = commentPage({ comments: [comment], open: OPEN, css });
  return withChromium(log, async ({ withPage }) => {
    const drawn: Buffer[] = [];
    for (const { scheme } of PICTURES) {
      const png = await withPage({ html, files, width: WIDTH, scheme }, (page) => page.picture('article'));
      drawn.push(packed(png, SOURCE, sourceOf(comment)));
    }
    return drawn;
  });
}
