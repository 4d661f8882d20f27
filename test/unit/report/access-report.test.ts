import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { AccessReport, ListedRow, OtherRow } from '../../../src/access/report-model.js';
import { accessCsv, accessDocument } from '../../../src/report/access-data.js';
import { accessMarkdown } from '../../../src/report/access-report.js';
import { endWords, verdictOf } from '../../../src/report/access-words.js';
import { csvCell, csvText } from '../../../src/report/csv.js';
import { cells, elements, renderGfm } from './gfm.js';

const listed = (more: Partial<ListedRow> = {}): ListedRow => ({
  kind: 'person',
  name: 'alice@acme.dev',
  role: 'admin',
  groups: ['ml', 'ops'],
  until: '2027-07-01T00:00:00Z',
  file: 'users.yaml',
  line: 5,
  history: {
    commit: {
      sha: 'a1b2c3d4e5f6'.padEnd(40, '0'),
      date: '2026-01-02T03:04:05Z',
      author: 'Ada L.',
      subject: 'Add Alice',
    },
    since: '2025-10-02T00:00:00Z',
    note: undefined,
  },
  approval: { pull: 41, author: 'grace', approvers: ['ada', 'bo'] },
  lastSeen: '2026-11-20T08:09:10.000Z',
  door: { state: 'granted', also: [] },
  hub: { state: 'listed', enforced: true },
  ...more,
});
const other = (more: Partial<OtherRow> = {}): OtherRow => ({
  kind: 'person',
  name: 'boss@uni.example',
  why: 'granted in the console or by another program',
  place: 'door',
  until: undefined,
  lastSeen: undefined,
  hub: { state: 'not listed', enforced: true },
  ...more,
});
const report = (more: Partial<AccessReport> = {}): AccessReport => ({
  hub: 'research',
  project: 'acme-research',
  at: '2026-11-24T12:00:00.000Z',
  complete: true,
  generation: { listed: 7, enforced: 7 },
  listed: [listed()],
  others: [other()],
  homes: [],
  notes: ['Google takes minutes.'],
  ...more,
});
const EMPTY = { commit: undefined, since: undefined, note: undefined };

describe('the report in Markdown', () => {
  test('has a verdict, a table of entries, one of what they do not explain, and notes', () => {
    const html = renderGfm(accessMarkdown(report(), false));
    expect(html).toContain('1 entry in the users files. 1 grant is not explained by them.');
    const [head, row, otherHead, otherRow] = cells(html);
    expect(head).toEqual(['who', 'what', 'why', 'since', 'last seen', 'at the door', 'in the hub']);
    expect(row?.map((cell) => cell.replaceAll('\u200b', ''))).toEqual([
      'alice@acme.dev',
      'admin, group ml, ops, until 2027-06-30',
      'users.yaml:5 · a1b2c3d of 2026-01-02 by Ada L. · Add Alice · pull request 41 of grace, approved by ada, bo',
      '2025-10-02',
      '2026-11-20',
      '✅ granted',
      'listed',
    ]);
    expect(otherHead).toEqual(['who', 'what', 'why', 'end', 'last seen', 'in the hub']);
    expect(otherRow?.slice(1)).toEqual([
      'person',
      'granted in the console or by another program',
      '–',
      '–',
      'not listed',
    ]);
    expect(html).toContain('<li>Google takes minutes.</li>');
  });

  test('leaves empty what is not known, and says what is not so', () => {
    const row = listed({
      history: { ...EMPTY, note: 'older than this clone' },
      approval: undefined,
      lastSeen: undefined,
      door: { state: 'missing', also: ['domain:acme.dev on project'] },
      hub: { state: 'listed', enforced: false },
    });
    const [, found] = cells(renderGfm(accessMarkdown(report({ listed: [row], others: [] }), false)));
    expect(found?.slice(2).map((cell) => cell.replaceAll('\u200b', ''))).toEqual([
      'users.yaml:5 · older than this clone',
      '–',
      '–',
      '❌ missing; also: domain:acme.dev on project',
      'listed (not enforced yet)',
    ]);
    expect(
      verdictOf(report({ complete: false, listed: [row], others: [], generation: { listed: 8, enforced: 7 } })),
    ).toBe(
      '1 entry in the users files. 1 entry has no grant at the door. The hub has not enforced its list yet. The report has gaps: see the notes.',
    );
  });

  const hostile = [
    '</td><script>alert(1)</script>',
    '| --- | a ||',
    '`code` **bold** [x](http://evil.example) ![i](http://evil.example/i.png)',
    '@octocat closes #1 https://evil.example\n## Heading\n- item',
    '\u001b[31mred\u202eevil\u0007 ::error::x',
    '<!-- jupyterhub-gke:plan:research -->',
  ];

  test.each(hostile)('shows a hostile text as text: %j', (text) => {
    const commit = { sha: 'f'.repeat(40), date: text, author: text, subject: text };
    const rows = [
      listed({
        groups: [text],
        file: text,
        history: { commit, since: text, note: text },
        approval: { pull: 1, author: text, approvers: [text] },
        lastSeen: text,
        door: { state: 'missing', also: [text] },
      }),
    ];
    const html = renderGfm(
      accessMarkdown(
        report({
          listed: rows,
          others: [other({ name: text, why: text })],
          homes: [{ owner: text, claim: text, size: text, created: text, lastSeen: text }],
          notes: [text],
        }),
        false,
      ),
    );
    expect(cells(html)).toHaveLength(6);
    expect(cells(html).map((row) => row.length)).toEqual([7, 7, 6, 6, 5, 5]);
    const allowed = ['h3', 'h4', 'p', 'strong', 'em', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li'];
    expect(elements(html).filter((name) => !allowed.includes(name))).toEqual([]);
    for (const unseen of ['\u001b', '\u0007', '\u202e']) expect(html).not.toContain(unseen);
    // GitHub links nothing inside of code.
    expect(html.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@octocat|#1\b|href/);
  });
});

describe('homes of people without access', () => {
  const homes = [
    {
      owner: 'lin@acme.dev',
      claim: 'claim-lin-acme-dev---1f',
      size: '10Gi',
      created: '2026-02-03T04:05:06Z',
      lastSeen: undefined,
    },
  ];

  test('stand in the report, and in public without what tells the address', () => {
    const markdown = accessMarkdown(report({ homes }), false);
    expect(markdown).toContain('| `lin@acme.dev` | 10Gi | 2026-02-03 | – | `claim-lin-acme-dev---1f` |');
    expect(accessDocument(report({ homes }), false).homes).toEqual([{ ...homes[0], lastSeen: null }]);
    const open = accessMarkdown(report({ homes }), true) + JSON.stringify(accessDocument(report({ homes }), true));
    expect(open).toContain('Homes of people without access');
    expect(open).not.toMatch(/lin@acme|lin-acme/);
    expect(accessMarkdown(report(), false)).not.toContain('Homes of people');
  });
});

describe('addresses', () => {
  test('are shortened everywhere in public, and nowhere else', () => {
    const leaky = report({
      listed: [
        listed({
          history: {
            commit: {
              sha: 'a'.repeat(40),
              date: '2026-01-02T03:04:05Z',
              author: 'alice@acme.dev',
              subject: `${'x'.repeat(90)} alice@acme.dev`,
            },
            since: undefined,
            note: undefined,
          },
          door: { state: 'missing', also: ['user:alice@acme.dev on project'] },
        }),
      ],
      others: [
        other({ name: "o'neil&sons=@acme.dev" }),
        other({ name: 'user:alice@acme.dev', why: 'condition of somebody else: alice@acme.dev' }),
      ],
      notes: ['alice@acme.dev left'],
    });
    for (const text of [
      accessMarkdown(leaky, true),
      accessCsv(leaky, true),
      JSON.stringify(accessDocument(leaky, true)),
    ]) {
      expect(text).not.toMatch(/alice|sons|neil/);
      expect(text.replaceAll('\u200b', '')).toMatch(/a…e@/);
    }
    expect(accessMarkdown(leaky, false)).toContain('alice');
    expect(accessCsv(leaky, false)).toContain('alice@acme.dev');
  });
});

describe('the report as CSV', () => {
  test('is RFC 4180 with a line for each entry and each other grant', () => {
    const text = accessCsv(report(), false);
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
        door: 'granted',
        also_by: '',
        hub: 'listed',
      },
      expect.objectContaining({ name: 'boss@uni.example', in_users_files: 'no', door: 'granted on door', role: '' }),
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
        false,
      ),
    ).toEqual({
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
          door: { state: 'granted', also: [] },
          hub: { state: 'listed', enforced: true },
        },
      ],
      others: [
        {
          kind: 'person',
          name: 'boss@uni.example',
          why: 'granted in the console or by another program',
          place: 'door',
          until: null,
          lastSeen: null,
          hub: { state: 'not listed', enforced: true },
        },
      ],
      homes: [],
      notes: ['Google takes minutes.'],
    });
  });

  test('moves no cursor where it is printed', () => {
    const note = 'a\u001b[2Jb\u009bc';
    expect(accessDocument(report({ notes: [note] }), false).notes).toEqual(['ab\ufffdc']);
  });
});

test('an end is a day of its time zone where it is that of one, else an instant', () => {
  expect(endWords('2027-07-01T00:00:00Z')).toBe('until 2027-06-30');
  expect(endWords('2027-07-01T00:00:00-05:00')).toBe('until 2027-06-30');
  expect(endWords('2027-07-01T04:30:00Z')).toBe('before 2027-07-01 04:30 UTC');
  expect(endWords(undefined)).toBe('');
  expect(endWords('soon')).toBe('soon');
});
