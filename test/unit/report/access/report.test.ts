import { describe, expect, test } from '@jest/globals';
import { accessCsv, accessDocument } from '../../../../src/report/access/data.js';
import { accessMarkdown } from '../../../../src/report/access/report.js';
import { endText, verdictOf } from '../../../../src/report/access/text.js';
import { writer } from '../../../../src/report/writer.js';
import { EMPTY, listed, other, report } from '../../../support/report/access-report.js';
import { cells, elements, renderGfm } from '../../../support/report/gfm.js';

describe('the report in Markdown', () => {
  test('has what accounts of budgets have used, without markup, and shortened where everybody can read it', () => {
    const account = { budget: '<b>10|GPU hours', each: 'person', used: 8.5, left: 1.5, back: undefined } as const;
    const budgets = [
      { ...account, who: 'alice@acme.dev', back: '2026-12-07T10:00:00+01:00' },
      { ...account, who: undefined },
      { ...account, each: 'group' as const, who: 'ml' },
    ];
    const html = renderGfm(accessMarkdown(report({ budgets }), writer(false)));
    const rows = cells(html).map((row) => row.map((cell) => cell.replaceAll('\u200b', '')));
    expect(rows.slice(-3)).toEqual([
      ['alice@acme.dev', '<b>10|GPU hours', '8.5', '1.5', '2026-12-07'],
      ['somebody who is in no users file', '<b>10|GPU hours', '8.5', '1.5', '–'],
      ['group ml', '<b>10|GPU hours', '8.5', '1.5', '–'],
    ]);
    expect(html).not.toContain('<b>');
    expect(accessMarkdown(report({ budgets }), writer(true))).not.toContain('alice@acme.dev');
    expect(accessDocument(report({ budgets }), writer(false))).toMatchObject({
      budgets: [{ who: 'alice@acme.dev', used: 8.5 }, { who: null }, { each: 'group', who: 'ml', back: null }],
    });
  });

  test('has the rights of roles, without markup of theirs, and shortened where everybody can read it', () => {
    const role = {
      name: '<b>staff|',
      scopes: ['list:users', '<i>'],
      holders: [
        { what: 'users' as const, who: 'alice@acme.dev' },
        { what: 'groups' as const, who: 'ml', people: ['bob@acme.dev'] },
        { what: 'groups' as const, who: 'none', people: [] },
      ],
      isForEverybody: true,
      state: 'in-force' as const,
    };
    const text = accessMarkdown(
      report({ roles: [role], others: [], listed: [listed({ roles: ['staff'] })] }),
      writer(false),
    );
    const html = renderGfm(text);
    expect(html).not.toMatch(/<b>|<i>/);
    const row = cells(html)
      .at(-1)
      ?.map((cell) => cell.replaceAll('\u200b', ''));
    expect(row).toEqual([
      '<b>staff|',
      'list:users and <i>',
      'everybody who signs in, alice@acme.dev, group ml (bob@acme.dev) and group none (nobody)',
      'in force',
    ]);
    expect(text).toContain('1 role of hub.values gives rights.');
    expect(text).toContain('role staff');
    expect(accessMarkdown(report({ roles: [role] }), writer(true))).not.toMatch(/bob@acme|alice@acme/);
  });

  test('has a verdict, a table of entries, one of what they do not explain, and notes', () => {
    const html = renderGfm(accessMarkdown(report(), writer(false)));
    expect(html).toContain('1 entry in the users files. 1 grant is not explained by them.');
    const [head, row, otherHead, otherRow] = cells(html);
    expect(head).toEqual(['who', 'what', 'why', 'since', 'last seen', 'in IAP', 'in the hub']);
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
      history: { ...EMPTY, note: { code: 'older-than-clone' } },
      approval: undefined,
      lastSeen: undefined,
      iap: { state: 'missing', also: [{ member: 'domain:acme.dev', place: 'project' }] },
      hub: { state: 'listed', enforced: false },
    });
    const [, found] = cells(renderGfm(accessMarkdown(report({ listed: [row], others: [] }), writer(false))));
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
      '1 entry in the users files. 1 entry has no grant in IAP. The hub has not enforced its list yet. The report has gaps: see the notes.',
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
        history: { commit, since: text, note: { code: 'remote-repository', repository: text, commit: 'f'.repeat(40) } },
        approval: { pull: 1, author: text, approvers: [text] },
        lastSeen: text,
        iap: { state: 'missing', also: [{ member: text, place: 'iap', condition: text }] },
      }),
    ];
    const html = renderGfm(
      accessMarkdown(
        report({
          listed: rows,
          others: [other({ name: text, why: { code: 'foreign-condition', condition: text } })],
          homes: [{ kind: 'disk', owner: text, place: text, size: text, created: text, left: text, lastSeen: text }],
          notes: [text],
        }),
        writer(false),
      ),
    );
    expect(cells(html)).toHaveLength(6);
    expect(cells(html).map((row) => row.length)).toEqual([7, 7, 6, 6, 7, 7]);
    const allowed = ['h3', 'h4', 'p', 'strong', 'em', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li'];
    expect(elements(html).filter((name) => !allowed.includes(name))).toEqual([]);
    for (const unseen of ['\u001b', '\u0007', '\u202e']) expect(html).not.toContain(unseen);
    // GitHub links nothing inside of code.
    expect(html.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@octocat|#1\b|href/);
  });
});

describe('homes of people whom no file lets in', () => {
  const homes = [
    {
      kind: 'disk' as const,
      owner: 'lin@acme.dev',
      place: 'claim-lin-acme-dev---1f',
      size: '10Gi',
      created: '2026-02-03T04:05:06Z',
      left: '2026-11-01',
      lastSeen: undefined,
    },
    {
      kind: 'bucket' as const,
      owner: undefined,
      place: 'gs://acme-research-research-0123456789ab',
      size: undefined,
      created: undefined,
      left: '2026-11-02',
      lastSeen: undefined,
    },
  ];

  test('stand in the report, and in public without what tells the address', () => {
    const markdown = accessMarkdown(report({ homes }), writer(false));
    expect(markdown).toContain(
      '| `lin@acme.dev` | disk | 10Gi | 2026-02-03 | 2026-11-01 | – | `claim-lin-acme-dev---1f` |',
    );
    const bucket = '`gs://acme-research-research-0123456789ab`';
    expect(markdown).toContain(`| not known | bucket | – | – | 2026-11-02 | – | ${bucket} |`);
    const unknown = { owner: null, size: null, created: null };
    expect(accessDocument(report({ homes }), writer(false)).homes).toEqual([
      { ...homes[0], lastSeen: null },
      { ...homes[1], ...unknown, lastSeen: null },
    ]);
    const open =
      accessMarkdown(report({ homes }), writer(true)) + JSON.stringify(accessDocument(report({ homes }), writer(true)));
    expect(open).toContain('Homes of people who are in no users file');
    expect(open).not.toMatch(/lin@acme|lin-acme/);
    expect(accessMarkdown(report(), writer(false))).not.toContain('Homes of people');
    const group = listed({ kind: 'group', name: 'ml@acme.dev' });
    expect(markdown).not.toContain('A Google group is listed');
    expect(accessMarkdown(report({ homes, listed: [group] }), writer(false))).toContain('A Google group is listed');
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
          iap: { state: 'missing', also: [{ member: 'user:alice@acme.dev', place: 'project' }] },
        }),
      ],
      others: [
        other({ name: "o'neil&sons=@acme.dev" }),
        other({ name: 'user:alice@acme.dev', why: { code: 'foreign-condition', condition: 'alice@acme.dev' } }),
      ],
      notes: ['alice@acme.dev left'],
    });
    for (const text of [
      accessMarkdown(leaky, writer(true)),
      accessCsv(leaky, writer(true)),
      JSON.stringify(accessDocument(leaky, writer(true))),
    ]) {
      expect(text).not.toMatch(/alice|sons|neil/);
      expect(text.replaceAll('\u200b', '')).toMatch(/a…e@/);
    }
    expect(accessMarkdown(leaky, writer(false))).toContain('alice');
    expect(accessCsv(leaky, writer(false))).toContain('alice@acme.dev');
  });
});

test('an end is a day of its time zone where it is that of one, else an instant', () => {
  expect(endText('2027-07-01T00:00:00Z')).toBe('until 2027-06-30');
  expect(endText('2027-07-01T00:00:00-05:00')).toBe('until 2027-06-30');
  expect(endText('2027-07-01T04:30:00Z')).toBe('before 2027-07-01 04:30 UTC');
  expect(endText(undefined)).toBe('');
  expect(endText('soon')).toBe('soon');
});
