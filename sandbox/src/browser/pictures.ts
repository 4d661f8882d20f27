import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { type PlanReport, planComment } from '../../../src/report/plan-comment.js';
import { writer } from '../../../src/report/writer.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import { withChromium } from './chromium.js';
import { commentPage } from './comment-page.js';
import { fonts } from './fonts.js';

/** The pictures that stand in README.md, one for each colour scheme. */
export const PICTURES = [
  { scheme: 'light', path: repoPath('docs', 'images', 'plan-comment-light.png') },
  { scheme: 'dark', path: repoPath('docs', 'images', 'plan-comment-dark.png') },
] as const;

/** Width of a picture in CSS pixels: about that of a README at GitHub, so that it is not made smaller there. */
export const WIDTH = 900;
/** Folded parts that a reader of the picture sees open. */
export const OPEN: readonly string[] = ['People', 'Hub'];
/** Says what the pictures show: SHA-256 (hex) of the Markdown and of each file, which are drawn and committed together. */
export const DRAWN = repoPath('docs', 'images', 'plan-comment.json');

/** What DRAWN holds. */
export interface Drawn {
  readonly markdown: string;
  readonly pictures: Readonly<Record<string, string>>;
}

/** The comment of the sample, by the code that writes real ones. */
export function sampleComment(): string {
  const sample = JSON.parse(readFileSync(repoPath('test', 'fixtures', 'plan-comment.json'), 'utf8')) as Omit<
    PlanReport,
    'write'
  >;
  return planComment({ ...sample, fingerprint: fingerprint(sample.changeSet), write: writer(false) });
}

/** What DRAWN has to say of these pictures of the sample, in the order of PICTURES. */
export function drawnOf(pictures: readonly Buffer[]): Drawn {
  const names = PICTURES.map(({ path }, index) => [basename(path), sha256(pictures[index] ?? '')] as const);
  return { markdown: sha256(sampleComment()), pictures: Object.fromEntries(names) };
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The pictures of the sample, in the order of PICTURES. */
export async function drawPictures(log: Log): Promise<readonly Buffer[]> {
  const { css, files } = await fonts(log);
  const html = commentPage({ comments: [sampleComment()], open: OPEN, css });
  return withChromium(log, async ({ withPage }) => {
    const drawn: Buffer[] = [];
    for (const { scheme } of PICTURES) {
      drawn.push(await withPage({ html, files, width: WIDTH, scheme }, (page) => page.picture('article')));
    }
    return drawn;
  });
}
