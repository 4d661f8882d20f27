import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ToolError } from '../../../src/errors.js';
import { run } from '../../../src/system/exec.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import { ensureTools } from '../tools/toolbox.js';
import { withChromium } from './chromium.js';
import { fonts } from './fonts.js';
import { sampleStartPage } from './start-page.js';

/** Pictures of the start page: on a desk in both colour schemes, which README.md shows, and on a telephone. */
export const START_PAGES = [
  { scheme: 'light', width: 900, path: repoPath('docs', 'images', 'start-page-light.png') },
  { scheme: 'dark', width: 900, path: repoPath('docs', 'images', 'start-page-dark.png') },
  { scheme: 'light', width: 390, path: repoPath('docs', 'images', 'start-page-phone.png') },
] as const;

/** Says what the pictures show: SHA-256 (hex) of all that the page is made from and of each file, drawn together. */
export const START_PAGES_DRAWN = repoPath('docs', 'images', 'start-page.json');

/** Taller than any of the pages, so that the button stands below the last card. */
const HEIGHT = 2000;

/** Files that the page is made from, besides the sample. */
const SOURCES: readonly string[] = [
  ...['form.html', 'spawn.html', 'style.css'].map((name) => `helm/hub/templates/${name}`),
  'helm/hub/start_page.py',
  'sandbox/python/draw_start_page.py',
];

/** What START_PAGES_DRAWN has to say of these pictures, in the order of START_PAGES. */
export async function startPagesOf(pictures: readonly Buffer[]): Promise<unknown> {
  const jupyterhub = /^jupyterhub==\S+/m.exec(text('sandbox/python/requirements.txt'))?.[0] ?? '';
  const made = JSON.stringify([await sampleStartPage(), jupyterhub, ...SOURCES.map(text)]);
  const names = START_PAGES.map(({ path }, index) => [basename(path), sha256(pictures[index] ?? '')] as const);
  return { page: sha256(made), pictures: Object.fromEntries(names) };
}

/** The pictures of the sample, in the order of START_PAGES. */
export async function drawStartPages(log: Log): Promise<readonly Buffer[]> {
  const tools = await ensureTools(['python'], { log });
  const { css, files } = await fonts(log);
  const { code, stdout, stderr } = await run(tools.path('python'), [repoPath('sandbox/python/draw_start_page.py')], {
    env: { ...process.env, PYTHONPATH: repoPath('helm', 'hub') },
    input: JSON.stringify({ ...(await sampleStartPage()), fonts: css }),
  });
  if (code !== 0) throw new ToolError(`The start page cannot be drawn: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return withChromium(log, async ({ withPage }) => {
    const drawn: Buffer[] = [];
    for (const { scheme, width } of START_PAGES) {
      const page = { html: stdout, files, width, height: HEIGHT, scheme };
      drawn.push(await withPage(page, (one) => one.picture('body')));
    }
    return drawn;
  });
}

function text(path: string): string {
  return readFileSync(repoPath(path), 'utf8');
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
