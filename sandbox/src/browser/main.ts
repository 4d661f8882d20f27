import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { errorMessage, ToolError } from '../../../src/errors.js';
import { repoRoot } from '../paths.js';
import { DRAWN, drawnOf, drawPictures, PICTURES } from './pictures.js';
import { drawStartPages, START_PAGES, START_PAGES_DRAWN, startPagesOf } from './start-page-pictures.js';

/** `npm run picture`: draws the pictures of README.md anew. */
async function main(): Promise<number> {
  try {
    const drawn = await drawPictures((line) => void process.stderr.write(`${line}\n`));
    for (const [index, png] of drawn.entries()) {
      const path = PICTURES[index]?.path ?? '';
      writeFileSync(path, png);
      process.stdout.write(`${relative(repoRoot, path)}: ${Math.ceil(png.length / 1024)} KiB\n`);
    }
    writeFileSync(DRAWN, `${JSON.stringify(drawnOf(drawn), null, 2)}\n`);
    const pages = await drawStartPages((line) => void process.stderr.write(`${line}\n`));
    for (const [index, png] of pages.entries()) {
      const path = START_PAGES[index]?.path ?? '';
      writeFileSync(path, png);
      process.stdout.write(`${relative(repoRoot, path)}: ${Math.ceil(png.length / 1024)} KiB\n`);
    }
    writeFileSync(START_PAGES_DRAWN, `${JSON.stringify(await startPagesOf(pages), null, 2)}\n`);
    return 0;
  } catch (error) {
    const hint = error instanceof ToolError && error.hint !== undefined ? `\n${error.hint}` : '';
    process.stderr.write(`${errorMessage(error)}${hint}\n`);
    return 1;
  }
}

process.exitCode = await main();
