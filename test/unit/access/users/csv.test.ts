import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type CsvTable, readCsv } from '../../../../src/access/users/csv.js';

const read = (text: string): CsvTable => readCsv(text, 'email');
const texts = (text: string): string[][] =>
  [read(text).header, ...read(text).rows].map((cells) => cells.map((cell) => cell.text));
const faults = (text: string): string[] =>
  read(text).faults.map(({ rule, message, start, end }) => `${rule} ${start}-${end} ${message}`);

describe('a CSV table', () => {
  test('has cells with their offsets', () => {
    const text = 'email , note\r\n  ada@acme.dev,"say ""hi"", Bob" \r\n';
    const { header, rows, faults: none } = read(text);
    expect(none).toEqual([]);
    expect(header.map((cell) => cell.text)).toEqual(['email', 'note']);
    expect(rows[0]?.map((cell) => cell.text)).toEqual(['ada@acme.dev', 'say "hi", Bob']);
    expect(rows[0]?.map(({ start, end }) => text.slice(start, end))).toEqual(['ada@acme.dev', '"say ""hi"", Bob"']);
  });

  test('keeps line ends and spaces in quotes, and a mark inside a bare cell', () => {
    expect(texts('email,note\na@b.dev," two\r\nlines "\nc@d.dev,5" disk\n')).toEqual([
      ['email', 'note'],
      ['a@b.dev', ' two\r\nlines '],
      ['c@d.dev', '5" disk'],
    ]);
  });

  test('may use any line end, and blank lines anywhere', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(texts(['', 'email,note', '', 'a@b.dev,', '  ', 'c@d.dev,x'].join(end))).toEqual([
        ['email', 'note'],
        ['a@b.dev', ''],
        ['c@d.dev', 'x'],
      ]);
    }
  });

  test('uses the delimiter that gives the header the expected column, else most cells', () => {
    expect(texts('name, first;email;until\n')).toEqual([['name, first', 'email', 'until']]);
    expect(texts('email\tuntil;note\n')).toEqual([['email', 'until;note']]);
    expect(texts('"email";a,b,c\n')).toEqual([['email', 'a,b,c']]);
    expect(texts('Mail;Ende\n')).toEqual([['Mail', 'Ende']]);
    expect(texts('email\na@b.dev\n')).toEqual([['email'], ['a@b.dev']]);
    expect(readCsv('E-Mail;a,b,c', 'e-mail').header).toHaveLength(2);
  });
});

describe('a CSV fault', () => {
  test('is a quotation mark that is never closed, at its opening', () => {
    expect(faults('email,note\na@b.dev,"x\nc@d.dev,y\n')).toEqual([
      'csv-syntax 19-20 The quotation mark that opens here is never closed.',
    ]);
    expect(read('email,"note\na@b.dev,x\n').rows).toEqual([]);
  });

  test('is text after a closing quotation mark, and the next row is read', () => {
    const text = 'email,note\na@b.dev,"x"y\nc@d.dev,z\n';
    expect(faults(text)).toEqual(['csv-syntax 22-23 Text follows a closing quotation mark.']);
    expect(texts(text).slice(1)).toEqual([['c@d.dev', 'z']]);
  });

  test('is a row with more or fewer cells than the header', () => {
    expect(faults('email,note\na@b.dev\nc@d.dev,x,y\n')).toEqual([
      'csv-syntax 11-18 The row has 1 cell, but the header has 2.',
      'csv-syntax 19-28 The row has 3 cells, but the header has 2.',
    ]);
  });

  test('is a file without content or without a header', () => {
    for (const empty of ['', '\n \r\n  \n']) expect(faults(empty)).toEqual(['empty-file 0-1 The file has no content.']);
    expect(faults(',,\na@b.dev,,\n')).toEqual(['csv-column 0-2 The header names no column.']);
  });

  test('is a duplicate column, ignoring case', () => {
    expect(faults('email,Note,NOTE\n')).toEqual(['csv-column 11-15 The header has the column "NOTE" twice.']);
    expect(faults('email,,\na@b.dev,,\n')).toEqual([]);
  });

  test('is a control character', () => {
    expect(faults('email\na\u0000b\n')).toEqual([
      'control-character 7-8 The file contains the control character U+0000.',
    ]);
  });
});

/** Cells that csv-parse reads as we do: it trims more than spaces, and a cell with a mark or line end needs quotes. */
const bare = fc.string({ unit: fc.constantFrom('a', 'é', '日', '@', '.', ' x', '=', "'", '#'), maxLength: 6 });
const quotedCell = fc.string({
  unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', '日', '🙂'),
  maxLength: 6,
});
const cell = fc.oneof(
  bare.map((text) => ({ written: text, text: text.trim() })),
  quotedCell.map((text) => ({ written: `"${text.replaceAll('"', '""')}"`, text })),
);
const table = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  last: fc.boolean(),
  width: fc.integer({ min: 1, max: 4 }),
  cells: fc.array(cell, { maxLength: 24 }),
  spaces: fc.constantFrom('', ' ', '   '),
});

test('csv-parse reads the same cells', () => {
  fc.assert(
    fc.property(table, ({ delimiter, end, last, width, cells, spaces }) => {
      const header = ['email', 'b', 'c', 'd'].slice(0, width).map((text) => ({ written: text, text }));
      const full = [...header, ...cells.slice(0, cells.length - (cells.length % width))];
      const rows = Array.from({ length: full.length / width }, (_, row) => full.slice(row * width, (row + 1) * width));
      const pad = (text: string): string => spaces + text + spaces;
      const lines = rows.map((row) => row.map(({ written }) => pad(written)).join(delimiter));
      const text = lines.join(end) + (last ? end : '');
      const theirs = parse(text, { delimiter, record_delimiter: end, trim: true, skip_empty_lines: true });
      expect(texts(text)).toEqual(theirs);
      expect(read(text).faults).toEqual([]);
      // Not only the same as theirs: what was put in comes out.
      const isBlank = (row: (typeof rows)[number]): boolean => width === 1 && row[0]?.written.trim() === '';
      expect(texts(text)).toEqual(rows.filter((row) => !isBlank(row)).map((row) => row.map((one) => one.text)));
    }),
    { numRuns: 400 },
  );
});

test('offsets lie inside the text and grow, whatever the text', () => {
  const pieces = fc.constantFrom('email', ',', ';', '\t', '"', '""', '\n', '\r', '\r\n', ' ', 'x', '=1+1');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const { header, rows, faults: found } = read(text);
      let before = 0;
      for (const { start, end, text: inner } of [...header, ...rows.flat()]) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(inner.length).toBeLessThanOrEqual(end - start);
        before = end;
      }
      for (const row of rows) expect(row).toHaveLength(header.length);
      for (const { start, end } of found) expect(start < end || start === end).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['only commas', `email\n${','.repeat(2_000_000)}`],
  ['only a wide header', `email${',a'.repeat(1_000_000)}`],
  ['marks without an end', '"'.repeat(3_000_001)],
  ['many marks that open', '"a\n'.repeat(700_000)],
  ['sound rows', `email,note\n${'"a@b.dev"  , "x ""y"""\n'.repeat(130_000)}`],
  ['spaces', `email\n${' '.repeat(3_000_000)}`],
  ['blank lines', `email${'\r'.repeat(3_000_000)}`],
  ['doubled marks', `email\n"${'""'.repeat(1_500_000)}"\n`],
])('a large file of %s is read to its end', (_, text) => {
  expect(read(text).faults.length).toBeLessThanOrEqual(100);
});
