import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isObject } from '../../../../src/json.js';
import { sampleStartPage } from '../../../src/browser/start-page.js';
import { START_PAGES, START_PAGES_DRAWN, startPagesOf } from '../../../src/browser/start-page-pictures.js';
import { repoPath, repoRoot } from '../../../src/paths.js';

const HOW = 'Run "npm run picture" and look at what it draws.';

test('the pictures of the start page show what the hub draws today', async () => {
  const drawn: unknown = JSON.parse(readFileSync(START_PAGES_DRAWN, 'utf8'));
  const pictures = START_PAGES.map(({ path }) => readFileSync(path));
  expect({ drawn, how: HOW }).toEqual({ drawn: await startPagesOf(pictures), how: HOW });
});

describe.each(START_PAGES)('the picture of the start page, $scheme, $width', ({ path, width }) => {
  const png = readFileSync(path);

  test('is sharp, and small enough to load quickly', () => {
    // The width of a PNG is the first number of its header (RFC 2083, 11.2.2).
    expect(png.readUInt32BE(16)).toBe(2 * width);
    expect(png.length).toBeLessThan(300_000);
  });

  test('is in README.md or on the page of the start page', () => {
    const pages = ['README.md', 'docs/start-page.md'].map((page) => readFileSync(repoPath(page), 'utf8')).join('\n');
    expect(pages).toContain(`images/${basename(path)}`);
    expect(relative(repoRoot, path)).toBe(`docs/images/${basename(path)}`);
  });
});

test('the sample shows each kind of text of a card', async () => {
  const { profiles, facts } = await sampleStartPage();
  const text = JSON.stringify(profiles);
  for (const part of ['"groups":["ml"]', '"profile_options"', '"unlisted_choice"', 'tables &amp; long']) {
    expect(text).toContain(part);
  }
  const said = isObject(facts) ? JSON.stringify(facts.profiles) : '';
  for (const part of ['"hour"', '"wait"', '"isMost":true', 'NVIDIA L4']) expect(said).toContain(part);
});
