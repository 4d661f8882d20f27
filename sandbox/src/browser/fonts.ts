import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { type PinnedPackage, packageFolder } from './packages.js';

/** Letters, code and emoji, so that a page looks the same on a machine that has no fonts. */
const FONTS: readonly PinnedPackage[] = [
  {
    name: '@fontsource-variable/inter',
    version: '5.3.0',
    integrity: 'sha512-OupL48va4JNofb97w6NYeF9S7W/kHNKM0Er8Dem5nqi4jeOLrVJDoE8tZEpnMJmtkvNbB1EIPPwHcdkF6b1oUA==',
    megabytes: 2,
  },
  {
    name: '@fontsource/dejavu-mono',
    version: '5.3.0',
    integrity: 'sha512-TiW6o/iRt7rnm3c3ezO3V7mNDI6h2IYca1j8Krke5qebUUW9dXF+BFzXFgbCMyXBVfmUbYPmhOInEqdy9ZgblA==',
    megabytes: 2,
  },
  {
    // As outlines in colour (COLR): Chromium draws no emoji that are SVG, which others bring.
    name: '@infolektuell/noto-color-emoji',
    version: '0.2.0',
    integrity: 'sha512-B6kpvqeD0ukTR7sydGKpktvO3VhZkOwQxAdLLGPdSHxQxREa2+sH6B9ODop6quPGjhmsZkJ/hL01rQ8At5xDew==',
    megabytes: 2,
  },
];

/** Files that a page may load by their path. */
export type Files = ReadonlyMap<string, () => Buffer>;

/** The fonts: a style sheet that names them, and what it loads. */
export async function fonts(log: Log): Promise<{ readonly css: string; readonly files: Files }> {
  const files = new Map<string, () => Buffer>();
  const sheets: string[] = [];
  for (const [index, font] of FONTS.entries()) {
    const folder = await packageFolder(font, log);
    const sheet = readFileSync(join(folder, 'index.css'), 'utf8');
    sheets.push(
      sheet.replace(/url\(\.\/(files\/[\w.\-[\]]+)\)/g, (_, file: string) => {
        files.set(`/fonts/${index}/${file}`, () => readFileSync(join(folder, file)));
        return `url(/fonts/${index}/${file})`;
      }),
    );
  }
  return { css: sheets.join('\n'), files };
}
