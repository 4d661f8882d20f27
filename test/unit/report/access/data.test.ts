import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { accessCsv, accessDocument } from '../../../../src/report/access/data.js';
import { csvCell, csvText } from '../../../../src/report/csv.js';
import { writer } from '../../../../src/report/writer.js';
import { EMPTY, listed, report } from '../../../support/report/access-report.js';

describe('the report as CSV', () => {
  test('is RFC 4180 with a line for each entry and each other grant', () => {
    const text = accessCsv(report(), writer(false));
    expect(text.endsWith('\r\n')).toBe(true);
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows).toEqual([
      {
        name: 'alice@acme.dev',
        kind: 'person',
        in_users_files: 'yes',
        role: 'admin',
        groups: 'ml ops',
        until: '2027-07-01T00:00:00Z',
        why: 'users.yaml:5',
        commit: 'a1b2c3d4e5f6'.padEnd(40, '0'),
        commit_date: '2026-01-02T03:04:05Z',
        commit_author: 'Ada L.',
        commit_subject: 'Add Alice',
        pull_request: '41',
        proposed_by: 'grace',
        approved_by: 'ada bo',
        since: '2025-10-02T00:00:00Z',
        last_seen: '2026-11-20T08:09:10.000Z',
        iap: 'granted',
        also_by: '',
        hub: 'listed',
        hub_enforced: 'yes',
        place: '',
        condition: '',
        history: '',
        roles: '',
      },
      expect.objectContaining({
        name: 'boss@uni.example',
        in_users_files: 'no',
        iap: 'granted',
        place: 'iap',
        why: 'granted-outside',
        hub: 'not-listed',
        role: '',
      }),
    ]);
  });

  test.each([
    ['=HYPERLINK("http://evil.example")', `'=HYPERLINK("http://evil.example")`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\r=1', "'=1"],
    ['\u0000=1', '\ufffd=1'],
    ['"=1"', `'"=1"`],
    ['a;"=1', `a;"'=1`],
    ['  =1', "'=1"],
    ['＝1', "'＝1"],
    ['a;=1', "a;'=1"],
    ['a, -b', "a, '-b"],
    ['a=1 b-c', 'a=1 b-c'],
    ['two\r\nlines', 'two lines'],
    ['say "hi"', 'say "hi"'],
  ])('takes no formula: %j', (text, shown) => {
    const [[cell]] = parse(csvText([text], [])) as [[string]];
    expect(cell).toBe(shown);
  });

  test('keeps its columns and starts no formula, whatever the texts are', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@;,"\t\r\n |'a]{0,12}$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const csv = csvText(['a', 'b', 'c'], rows);
        const read = parse(csv) as string[][];
        expect(read.map((row) => row.length)).toEqual(Array.from({ length: rows.length + 1 }, () => 3));
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        for (const other of [';', '\t', '|']) {
          for (const piece of csv.split(/\r\n/).flatMap((line) => line.split(other))) {
            expect(piece.replace(/^["\s]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('quotes every cell', () => expect(csvCell('a"b')).toBe('"a""b"'));
});

describe('the report as a document', () => {
  test('has keys that stay, and null for what is not known', () => {
    expect(
      accessDocument(
        report({ listed: [listed({ history: EMPTY, approval: undefined, lastSeen: undefined, until: undefined })] }),
        writer(false),
      ),
    ).toEqual({
      schema: 'jupyterhub-gke/access-report/v1',
      command: 'access report',
      hub: 'research',
      project: 'acme-research',
      time: '2026-11-24T12:00:00.000Z',
      complete: true,
      generation: { listed: 7, enforced: 7 },
      listed: [
        {
          kind: 'person',
          name: 'alice@acme.dev',
          role: 'admin',
          groups: ['ml', 'ops'],
          roles: [],
          until: null,
          why: {
            file: 'users.yaml',
            line: 5,
            commit: null,
            note: null,
            pullRequest: null,
            proposedBy: null,
            approvedBy: null,
          },
          since: null,
          lastSeen: null,
          iap: { state: 'granted', also: [] },
          hub: { state: 'listed', enforced: true },
        },
      ],
      others: [
        {
          kind: 'person',
          name: 'boss@uni.example',
          why: { code: 'granted-outside' },
          place: 'iap',
          until: null,
          lastSeen: null,
          hub: { state: 'not-listed', enforced: true },
        },
      ],
      roles: [],
      homes: [],
      budgets: [],
      notes: ['Google takes minutes.'],
    });
  });

  test('moves no cursor where it is printed', () => {
    const note = 'a\u001b[2Jb\u009bc';
    expect(accessDocument(report({ notes: [note] }), writer(false)).notes).toEqual(['ab\ufffdc']);
  });
});
