import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { contrast, LOOK, type Look } from '../../../../test/support/picture.js';
import { INJECTIONS } from '../../../../test/support/report/injection.js';
import { PAGES } from '../../../../test/support/report/pages.js';
import { type Browser, withChromium } from '../../../src/browser/chromium.js';
import { commentPage } from '../../../src/browser/comment-page.js';
import { fonts } from '../../../src/browser/fonts.js';
import { packageFolder, Unavailable } from '../../../src/browser/packages.js';
import type { Deeds, Page } from '../../../src/browser/page.js';
import { OPEN, sampleComment, WIDTH } from '../../../src/browser/pictures.js';

/** What GitHub's own policy comes to for the text of a comment: no script, and nothing from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'";
/** Milliseconds: the first run fetches Chromium. */
const LIMIT = 400_000;
/** What WCAG asks of text of this size. */
const READABLE = 4.5;

const quiet = (): void => undefined;

/** A test in Chromium; where there is none, it is named as skipped. */
function inChromium(name: string, work: (browser: Browser) => Promise<void>): void {
  test(
    name,
    async () => {
      try {
        await withChromium(quiet, work);
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        console.log(`SKIPPED Chromium: ${name}: ${error.message}`);
      }
    },
    LIMIT,
  );
}

describe('the comment of the picture', () => {
  test.each([1, 21, 4.54])('contrast is measured as WCAG does (%s)', (ratio) => {
    const pairs: Record<number, readonly [string, string]> = {
      1: ['rgb(9, 9, 9)', 'rgb(9, 9, 9)'],
      21: ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
      4.54: ['rgb(118, 118, 118)', 'rgb(255, 255, 255)'],
    };
    expect(contrast(...(pairs[ratio] as readonly [string, string]))).toBeCloseTo(ratio, 2);
  });

  for (const scheme of ['light', 'dark'] as const) {
    inChromium(`is whole and readable, ${scheme}`, async ({ withPage }) => {
      const { css, files } = await fonts(quiet);
      const html = commentPage({ comments: [sampleComment()], open: OPEN, css });
      const options = { html, files, policy: POLICY, scheme };
      await withPage({ ...options, width: WIDTH }, async (page) => {
        expect(await page.evaluate("document.querySelectorAll('details[open]').length")).toBe(OPEN.length);
        const look = await lookAt(page);
        expect(look.wide).toEqual([]);
        expect(look.hidden).toEqual([]);
        expect(look.tables).toBeGreaterThanOrEqual(3);
        expect(look.fonts).toEqual(['DejaVu Mono', 'Inter Variable', 'Noto Color Emoji']);
        expect(look.colours.length).toBeGreaterThan(3);
        const pale = look.colours.filter(({ text, back }) => contrast(text, back) < READABLE);
        expect(pale).toEqual([]);
        expect(page.deeds).toEqual(NOTHING);
      });
      // On a telephone tables scroll in themselves, and the page does not.
      await withPage({ ...options, width: 390 }, async (page) => {
        expect((await lookAt(page)).wide).not.toContain('page');
      });
    });
  }

  inChromium('is drawn in the colours of its scheme', async ({ withPage }) => {
    const html = commentPage({ comments: ['short'] });
    const pixelIn = async (scheme: 'light' | 'dark'): Promise<readonly number[]> => {
      const png = await withPage({ html, width: 300, scheme }, (page) => page.picture('article'));
      // A second page reads the picture, so that no decoder of ours is needed.
      return withPage({ html: '', width: 300 }, (page) => page.evaluate(pixelOf(png)));
    };
    expect(await pixelIn('light')).toEqual([255, 255, 255]);
    expect(await pixelIn('dark')).toEqual([13, 17, 23]);
  });

  inChromium('would be found too wide, pale or hidden', async ({ withPage }) => {
    const bad = [
      `| a |\n|---|\n| <span style="color:#999">${'wide'.repeat(500)}</span> |`,
      '<div style="width:2000px">x</div>',
      '<table style="display:none"><tr><td>x</td></tr></table>',
    ];
    await withPage({ html: commentPage({ comments: bad }), width: WIDTH }, async (page) => {
      const { wide, hidden, colours } = await lookAt(page);
      expect({ wide, hidden }).toEqual({ wide: expect.arrayContaining(['article']), hidden: ['table'] });
      expect(colours.some(({ text, back }) => contrast(text, back) < READABLE)).toBe(true);
    });
  });
});

const NOTHING: Deeds = { requests: [], scripts: [], dialogs: [], refused: [] };

describe('text from outside', () => {
  const writers = Object.values(PAGES);

  inChromium('runs nothing and asks for nothing in any page, with a policy and without', async ({ withPage }) => {
    // Many on one page, since each takes a moment: one that got out would swallow others, or do what is noted.
    for (let from = 0; from < INJECTIONS.length; from += 20) {
      const texts = INJECTIONS.slice(from, from + 20);
      const comments = texts.flatMap((text) => writers.map((write) => write(text, false)));
      const html = commentPage({ comments });
      for (const policy of [{ policy: POLICY }, {}]) {
        const seen = await withPage({ html, width: WIDTH, ...policy }, async (page) => {
          const shown = await settle(page);
          return { deeds: page.deeds, shown };
        });
        expect({ texts, ...policy, ...seen }).toEqual({ texts, ...policy, deeds: NOTHING, shown: comments.length });
      }
    }
  });

  inChromium('would be seen to run if it were not escaped', async ({ withPage }) => {
    const deedsOf = async (policy: { readonly policy?: string }): Promise<Deeds> => {
      const all: Deeds = { requests: [], scripts: [], dialogs: [], refused: [] };
      for (const text of INJECTIONS.filter((one) => /<\w/.test(one))) {
        const html = commentPage({ comments: [text] });
        const deeds = await withPage({ html, width: WIDTH, ...policy }, async (page) => {
          await settle(page);
          return page.deeds;
        });
        for (const kind of Object.keys(all) as (keyof Deeds)[]) all[kind].push(...deeds[kind]);
      }
      return all;
    };
    const free = await deedsOf({});
    expect(free.requests.length).toBeGreaterThan(0);
    expect(free.scripts.length).toBeGreaterThan(0);
    expect(free.dialogs.length).toBeGreaterThan(0);
    const held = await deedsOf({ policy: POLICY });
    expect(held.refused.length).toBeGreaterThan(0);
    expect({ scripts: held.scripts, dialogs: held.dialogs }).toEqual({ scripts: [], dialogs: [] });
  });
});

test('a package that differs from the pinned one is refused and removed', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-cache-'));
  const before = process.env.JUPYTERHUB_GKE_CACHE;
  process.env.JUPYTERHUB_GKE_CACHE = cache;
  try {
    const wrong = { name: 'micromark', version: '4.0.3', integrity: 'sha512-other', megabytes: 1 };
    const failure = await packageFolder(wrong, quiet).catch((error: unknown) => error);
    if (failure instanceof Unavailable) return console.log(`SKIPPED a package of another sum: ${failure.message}`);
    expect(String(failure)).toContain('sha512-other is pinned');
    expect(readdirSync(join(cache, 'browser'))).toEqual([]);
  } finally {
    if (before === undefined) delete process.env.JUPYTERHUB_GKE_CACHE;
    else process.env.JUPYTERHUB_GKE_CACHE = before;
    rmSync(cache, { recursive: true, force: true });
  }
}, 60_000);

/** Opens all folded parts, lets handlers of errors have their turn, and counts the comments that stand by themselves. */
async function settle(page: Page): Promise<number> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  await page.evaluate('new Promise((done) => setTimeout(done, 20))');
  return page.evaluate("document.querySelectorAll('body > article').length");
}

/** Expression whose value is red, green and blue of a pixel near the lower left corner of a PNG. */
function pixelOf(png: Buffer): string {
  const address = JSON.stringify(`data:image/png;base64,${png.toString('base64')}`);
  return `(async () => {
    const image = new Image();
    image.src = ${address};
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return [...canvas.getImageData(20, image.height - 12, 1, 1).data].slice(0, 3);
  })()`;
}

function lookAt(page: Page): Promise<Look> {
  return page.evaluate<Look>(LOOK);
}
