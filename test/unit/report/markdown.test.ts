import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  byteLength,
  code,
  details,
  fence,
  oneLine,
  prose,
  publicText,
  shortEmails,
  stripAnsi,
  table,
  truncate,
  visible,
} from '../../../src/report/markdown.js';
import { cells, elements, renderGfm, textOf } from '../../support/report/gfm.js';

const HOSTILE = [
  'a | b | c',
  'a \\| b',
  'a \\\\| b',
  '`code` | x',
  '``` \n# heading\n```',
  '<script>alert(1)</script>',
  '<!-- jupyterhub-gke:plan:other -->',
  '</details></td></tr></table><h1>x</h1>',
  '@octocat please approve',
  '@acme/owners',
  'see #1 and acme/repo#2 and GH-3',
  '[click](https://evil.example)',
  '![img](https://evil.example/x.png)',
  'https://evil.example and www.evil.example',
  'mailto:x@evil.example',
  'victim@evil.example',
  '*bold* _it_ ~~gone~~ **x**',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '===',
  '|---|---|',
  'line one\n\n# line two',
  'line one\r\n| a | b |\r\n',
  '&lt;b&gt; &#60;b&#62; &copy;',
  '[^1] and [^1]: note',
  '- [x] done',
  '$a$ and $$b$$',
  '\\',
  '\\`',
  '`',
  '``',
  ' ` ',
  'ends with backslash\\',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  'a\u202egnp.exe',
  'zero\u200bwidth',
];

const untrusted = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '`',
        '|',
        '\\',
        '<',
        '>',
        '@',
        '#',
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '!',
        '&',
        ';',
        '\n',
        ' ',
        'a',
        '1',
        '://',
        'www.',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

/** What a reader may see: zero-width breaks that we add against links are no part of the text. */
function read(html: string): string {
  return textOf(html).replaceAll('\u200b', '').trim();
}

describe('prose', () => {
  test.each(HOSTILE)('shows %j as plain text', (text) => {
    const html = renderGfm(`before ${prose(text)} after`);
    expect(elements(html)).toEqual(['p']);
    expect(read(html)).toBe(`before ${oneLine(text)} after`.replace(/\s+/g, ' '));
  });

  test('makes nothing but a paragraph of any text, also at the start of a line', () => {
    fc.assert(
      fc.property(untrusted, (text) => {
        const html = renderGfm(prose(text));
        expect(elements(html).filter((name) => name !== 'p')).toEqual([]);
        expect(read(html)).toBe(oneLine(text, 1000).trim());
      }),
      { numRuns: 500 },
    );
  });

  test('leaves no mention, issue number or address that GitHub would link in the text', () => {
    fc.assert(
      fc.property(untrusted, (text) => {
        const shown = textOf(renderGfm(prose(text)));
        expect(shown).not.toMatch(/@[A-Za-z0-9]|#\d|:\/\/|www\.|GH-\d/i);
      }),
      { numRuns: 500 },
    );
  });
});

describe('code', () => {
  test('is one code element with the text, in a paragraph and in a table cell', () => {
    fc.assert(
      fc.property(untrusted, untrusted, (one, two) => {
        fc.pre(oneLine(one) !== '' && oneLine(two) !== '');
        const paragraph = renderGfm(`x ${code(one)} y`);
        expect(elements(paragraph)).toEqual(['p', 'code']);
        expect(read(paragraph).replace(/\s+/g, ' ')).toBe(`x ${oneLine(one)} y`.replace(/\s+/g, ' '));
        const rows = cells(renderGfm(table(['a', 'b'], [[code(one), code(two)]])));
        expect(rows.map((row) => row.map((cell) => cell.replaceAll('\u200b', '').trim()))).toEqual([
          ['a', 'b'],
          [oneLine(one).trim(), oneLine(two).trim()],
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('says so when there is nothing to show', () => {
    expect(code(' \n')).toBe('*empty*');
  });
});

test('a table keeps its rows and columns whatever its cells hold', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(untrusted, untrusted), { maxLength: 5 }), (rows) => {
      const html = renderGfm(
        table(
          ['a', 'b'],
          rows.map(([one, two]) => [prose(one), code(two)]),
        ),
      );
      expect(elements(html).filter((name) => name === 'tr')).toHaveLength(rows.length + 1);
      expect(cells(html).every((row) => row.length === 2)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('no line inside a fence can end it', () => {
  fc.assert(
    fc.property(fc.array(untrusted, { maxLength: 5 }), (lines) => {
      const html = renderGfm(`${fence(lines.join('\n'), 'diff')}\n\nafter`);
      expect(elements(html)).toEqual(['pre', 'code', 'p']);
    }),
    { numRuns: 300 },
  );
});

describe('visible', () => {
  test('removes terminal escapes and shows what draws nothing', () => {
    expect(stripAnsi('\u001b[1;31merror\u001b[0m: \u001b]8;;https://x\u001b\\text\u001b]8;;\u001b\\')).toBe(
      'error: text',
    );
    expect(visible('a\u202eb\u200bc\u0000d\ud800e\u2028f')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf');
  });

  test('keeps letters of all scripts and emoji', () => {
    expect(visible('Grüße, 東京 👩‍🔬')).toBe('Grüße, 東京 👩🔬');
  });
});

describe('shortEmails', () => {
  test('keeps first and last letter and the domain', () => {
    expect(shortEmails('in: alice@acme.dev, bo@acme.dev')).toBe('in: a…e@acme.dev, …@acme.dev');
  });

  test('never shows the name of an address', () => {
    const local = fc.stringMatching(/^[a-z0-9][a-z0-9._+-]{2,20}[a-z0-9]$/);
    fc.assert(fc.property(local, (name) => expect(shortEmails(`<${name}@example.com>`)).not.toContain(`${name}@`)));
  });
});

describe('truncate', () => {
  const body = Array.from({ length: 200 }, (_, row) => `| \`row ${row} </details>\` | ü |`).join('\n');
  const text = `# head\n\n${details('Rows', `| a | b |\n|---|---|\n${body}`)}\n\n${details('Log', fence('x\n'.repeat(300)))}`;

  test('returns a text that fits as it is', () => {
    expect(truncate(text, byteLength(text), 'rest elsewhere')).toBe(text);
  });

  test('stays within the limit and closes what was open, wherever it cuts', () => {
    for (let limit = 200; limit < byteLength(text); limit += 97) {
      const cut = truncate(text, limit, 'rest elsewhere');
      expect(byteLength(cut)).toBeLessThanOrEqual(limit);
      expect(cut).toContain('rest elsewhere');
      expect(cut.match(/^<details>/gm)?.length ?? 0).toBe(cut.match(/^<\/details>/gm)?.length ?? 0);
      expect((cut.match(/^```$/gm)?.length ?? 0) % 2).toBe(0);
    }
  });
});

test('a text for everybody names no bucket that is made from an address, and leaves other names alone', () => {
  expect(publicText('gs://acme-research-vision-0123456789ab of ada@acme.dev')).toBe(
    'gs://acme-research-vision-… of a…a@acme.dev',
  );
  expect(publicText('gs://p-homes/0123456789ab/, gs://p-0123456789ab')).toBe('gs://p-homes/…/, gs://p-…');
  expect(publicText('somebody who left (0123456789ab)')).toBe('somebody who left (…)');
  const others = 'gs://acme-research-tfstate, sha256:0123456789ab, gs://p-0123456789abc, (0123456789ab)';
  expect(publicText(others)).toBe(others);
});
