import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvEntries } from '../../../../src/access/users/csv-entries.js';
import type { CsvColumns } from '../../../../src/config/users-sources.js';

const read = (text: string, columns?: CsvColumns) => csvEntries({ path: 'users.csv', text }, columns);
const findings = (text: string, columns?: CsvColumns): string[] =>
  read(text, columns).diagnostics.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);

/** An entry as texts, each with line and column. */
const people = (text: string, columns?: CsvColumns) => {
  const { entries, locate } = read(text, columns);
  const at = ({ text: inner, start, end }: { text: string; start: number; end: number }): string => {
    const { line, column, length } = locate(start, end);
    return `${inner} ${line}:${column}+${length}`;
  };
  return entries.map(({ email, until, groups, note }) => ({
    email: at(email),
    groups: groups.map(at),
    ...(until === undefined ? {} : { until: at(until) }),
    ...(note === undefined ? {} : { note: at(note) }),
  }));
};

describe('an entry in CSV', () => {
  test('has the location of each cell and of each group', () => {
    expect(
      people(
        '\uFEFFNote;E mail;Groups;email;UNTIL\r\nx;;"staff, ta";ada@acme.dev;2027-06-30\r\n;;a b;bob@acme.dev;\r\n',
      ),
    ).toEqual([
      {
        email: 'ada@acme.dev 2:16+12',
        groups: ['staff 2:5+5', 'ta 2:12+2'],
        until: '2027-06-30 2:29+10',
        note: 'x 2:1+1',
      },
      { email: 'bob@acme.dev 3:7+12', groups: ['a 3:3+1', 'b 3:5+1'] },
    ]);
  });

  test('is read by the headers that the configuration names', () => {
    const columns = { email: 'E-Mail', until: ' gültig bis ' };
    expect(people('Name;e-mail;Gu\u0308ltig bis;note\nAda;ada@acme.dev;2027-06-30;hi\n', columns)).toEqual([
      { email: 'ada@acme.dev 2:5+12', groups: [], until: '2027-06-30 2:18+10', note: 'hi 2:29+2' },
    ]);
  });

  test('is found after a line end in quotes, and after a lone carriage return', () => {
    expect(people('note,email\n"a\nb",c@d.dev\n')[0]?.email).toBe('c@d.dev 3:4+7');
    expect(people('email,note\ra@b.dev,x\rc@d.dev,y\r')[1]).toEqual({
      email: 'c@d.dev 3:1+7',
      groups: [],
      note: 'y 3:9+1',
    });
  });

  test('is missing without a finding if the whole row is empty', () => {
    expect(people('email,note\n,\n"",\na@b.dev,\n')).toHaveLength(1);
    expect(findings('email,note\n,\n"",\na@b.dev,\n')).toEqual([]);
  });

  test('is missing with one note that counts the rows if they have no address', () => {
    const text = 'Student,ID,email\nPoints Possible,,\n"Lovelace, Eve",12,eve@acme.dev\n"Student, Test",,""\n';
    expect(people(text)).toHaveLength(1);
    expect(findings(text)).toEqual(['2:18 csv-no-address 2 rows have no e-mail address and are left out.']);
    expect(findings('email,note\n,somebody\n')).toEqual([
      '2:1 csv-no-address 1 row has no e-mail address and is left out.',
    ]);
  });

  test.each([
    ['sep=;\r\nemail;note\r\nada@acme.dev;a,b\r\n', 3],
    ['\uFEFF"sep=,"\nemail\nada@acme.dev\n', 3],
    ['SEP=\t\nemail\tnote\nada@acme.dev\tx\n', 3],
  ])('is read below the line in which Excel names the delimiter: %j', (text, line) => {
    expect(findings(text)).toEqual([]);
    expect(people(text)).toMatchObject([{ email: `ada@acme.dev ${line}:1+12` }]);
  });

  test('keeps formulas and dates as text; groups in a cell with doubled marks have the location of the cell', () => {
    expect(people('email,note,groups\n=cmd,+1,"a ""b"""\n')).toEqual([
      { email: '=cmd 2:1+4', note: '+1 2:6+2', groups: ['a 2:9+9', '"b" 2:9+9'] },
    ]);
  });
});

describe('a CSV header is refused', () => {
  test.each([
    ['Members of bio-101@acme.dev\nemail,Role\nada@acme.dev,Member\n', 2, undefined],
    ['Course;Bio\n\nStudent;SIS Login ID\nEve;eve@acme.dev\n', 3, { email: 'SIS Login ID' }],
  ])('below a title, and the finding names its line: %j', (text, line, columns) => {
    const name = columns?.email ?? 'email';
    const { diagnostics } = read(text, columns);
    expect(diagnostics).toMatchObject([
      {
        line: 1,
        rule: 'csv-column',
        message: `The header has no column "${name}", but line ${line} has it.`,
        hint: `Remove everything above line ${line}: the first line must name the columns.`,
      },
    ]);
  });

  test('without an e-mail column, and the finding lists the columns', () => {
    const { diagnostics, entries } = read('Name,Mail address\nAda,a@b.dev\n');
    expect(entries).toEqual([]);
    expect(diagnostics).toEqual([
      {
        file: 'users.csv',
        line: 1,
        column: 1,
        length: 17,
        severity: 'error',
        rule: 'csv-column',
        message: 'The header has no column "email".',
        hint: 'Its columns: "Name", "Mail address". Rename one, or name it in the configuration: columns: {email: HEADER}',
        absent: true,
      },
    ]);
  });

  test('if it is a person', () => {
    expect(read('ada@acme.dev\nbob@acme.dev\n').diagnostics[0]?.hint).toContain('Add a first line');
  });

  test('without a column that the configuration names', () => {
    expect(findings('E-Mial,until\n', { email: 'E-Mail' })).toEqual([
      '1:1 csv-column The header has no column "E-Mail". Did you mean "E-Mial"?',
    ]);
    expect(findings('email\n', { until: 'End' })).toEqual(['1:1 csv-column The header has no column "End".']);
  });

  test('with a misspelt column', () => {
    expect(findings('email,untill,Group\n')).toEqual([
      '1:7 csv-column Unknown column "untill". Did you mean "until"?',
      '1:14 csv-column Unknown column "Group". Did you mean "groups"?',
    ]);
    expect(findings('E-Mail\n')).toEqual(['1:1 csv-column Unknown column "E-Mail". Did you mean "email"?']);
  });

  test('with a column for administrators', () => {
    expect(findings('email,Admin\na@b.dev,true\n')).toEqual(['1:7 csv-column Administrators cannot be listed in CSV.']);
    expect(findings('mail,admin\na@b.dev,true\n', { email: 'mail' })).toHaveLength(1);
  });

  test('but not for unrelated columns', () => {
    expect(findings('email,Department,Telephone,note,notes\na@b.dev,,,,\n')).toEqual([]);
    expect(findings('mail,untill\na@b.dev,\n', { email: 'mail' })).toEqual([]);
  });
});

test('a faulty row is reported at its location, and other rows are read', () => {
  const text = 'email,note\r\n"a@b.dev"x,\r\nc@d.dev,y\r\ne@f.dev\r\n';
  expect(findings(text)).toEqual([
    '2:10 csv-syntax Text follows a closing quotation mark.',
    '4:1 csv-syntax The row has 1 cell, but the header has 2.',
  ]);
  expect(people(text)).toHaveLength(1);
});

test('no text makes the CSV reader throw, and every finding has a location in the text', () => {
  const pieces = fc.constantFrom(
    'email',
    'admin',
    'until',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\uFEFF',
    '\u0000',
    'é',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
      for (const { line, column, length, message } of read(text).diagnostics) {
        expect(column + length - 1).toBeLessThanOrEqual(Math.max(1, (lines[line - 1] ?? '').length + 1));
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});
