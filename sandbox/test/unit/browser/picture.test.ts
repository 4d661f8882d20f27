import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type MemberList, memberListChanges, nextMemberList } from '../../../../src/access/hub/member-list.js';
import type { PlanReport } from '../../../../src/report/plan-comment.js';
import { entry } from '../../../../test/support/people.js';
import { PICTURES, SOURCE, sampleComment, sourceOf, WIDTH } from '../../../src/browser/pictures.js';
import { packed, rowsOf, sizeOf, textIn } from '../../../src/browser/png.js';
import { repoPath, repoRoot } from '../../../src/paths.js';

const HOW = 'Run "npm run picture" and look at what it draws.';

describe.each(PICTURES)('the picture of a comment, $scheme', ({ path }) => {
  const png = readFileSync(path);

  test('shows what a plan writes today', () => {
    expect({ shows: textIn(png, SOURCE), how: HOW }).toEqual({ shows: sourceOf(sampleComment()), how: HOW });
  });

  test('is sharp, and small enough to load at once', () => {
    expect(sizeOf(png).width).toBe(2 * WIDTH);
    expect(png.length).toBeLessThan(300_000);
  });

  test('stands in README.md', () => {
    expect(readFileSync(repoPath('README.md'), 'utf8')).toContain(relative(repoRoot, path));
  });
});

test('the sample of the picture names nobody', () => {
  const domains = [...sampleComment().matchAll(/@([a-z0-9.-]+)/g)].map(([, domain]) => domain);
  expect(domains.length).toBeGreaterThan(0);
  for (const domain of domains) expect(['acme.dev', 'partner.example', 'uni.example']).toContain(domain);
});

test('the sample has the people whom such files would change, in the words of today', () => {
  const guest = entry('person', 'guest@partner.example', {
    groups: ['ml'],
    until: '2027-07-01T00:00:00Z',
    location: { file: 'users.yaml', line: 5, column: 5, length: 21 },
  });
  const old = { email: 'old@uni.example', admin: false, groups: [], until: null };
  const live: MemberList = { generation: 7, people: [old], domains: [], trustsIap: false };
  const { changeSet } = JSON.parse(
    readFileSync(repoPath('test', 'fixtures', 'plan-comment.json'), 'utf8'),
  ) as PlanReport;
  const people = changeSet.changes.filter(({ engine }) => engine === 'members');
  expect(people).toEqual(memberListChanges(live, nextMemberList(live, [guest]), [guest]));
});

describe('packing a PNG', () => {
  // A picture of two by five pixels, with each filter of the specification once.
  const rows = Array.from({ length: 5 }, (_, y) =>
    Buffer.from(Array.from({ length: 8 }, (_, x) => (x * 37 + y * y * 61) % 256)),
  );
  const at = (y: number, x: number): number => rows[y]?.[x] ?? 0;
  const guesses: readonly ((y: number, x: number) => number)[] = [
    () => 0,
    (y, x) => at(y, x - 4),
    (y, x) => at(y - 1, x),
    (y, x) => Math.floor((at(y, x - 4) + at(y - 1, x)) / 2),
    (y, x) => {
      const [left, up, corner] = [at(y, x - 4), at(y - 1, x), at(y - 1, x - 4)];
      const order = [left, up, corner].map((one) => ({ one, off: Math.abs(left + up - corner - one) }));
      return [...order].sort((a, b) => a.off - b.off)[0]?.one ?? 0;
    },
  ];
  const filtered = rows.map((row, y) =>
    Buffer.from([y, ...[...row].map((byte, x) => (byte - (guesses[y]?.(y, x) ?? 0)) & 0xff)]),
  );
  const chunk = (kind: string, data: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([size, Buffer.from(kind), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 5, 8, 6, 0, 0, 0]);
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(filtered))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

  test('changes no pixel and carries the text', () => {
    expect(rowsOf(png)).toEqual(rows);
    const after = packed(png, SOURCE, 'abc');
    expect(rowsOf(after)).toEqual(rows);
    expect(textIn(after, SOURCE)).toBe('abc');
    expect(textIn(after, 'Other')).toBeUndefined();
    expect(textIn(png, SOURCE)).toBeUndefined();
  });

  test('refuses a kind that it does not read', () => {
    const palette = Buffer.from(png);
    palette[25] = 3;
    expect(() => rowsOf(palette)).toThrow('This kind of PNG');
  });
});

test('the workflow in README.md is that of init, but for what can be left out', () => {
  interface Workflow {
    readonly permissions: unknown;
    readonly jobs: { readonly plan: { readonly permissions: unknown; readonly steps: readonly Step[] } };
  }
  interface Step {
    readonly uses: string;
    readonly with: Record<string, unknown>;
  }
  const text = readFileSync(repoPath('README.md'), 'utf8');
  const shown = parse(/```yaml\n# \.github\/workflows\/pull-request\.yml\n(.*?)```/s.exec(text)?.[1] ?? '') as Workflow;
  const path = repoPath('examples', 'quick-start', '.github', 'workflows', 'pull-request.yml');
  const full = parse(readFileSync(path, 'utf8')) as Workflow;
  expect(shown.permissions).toEqual(full.permissions);
  expect(shown.jobs.plan.permissions).toEqual(full.jobs.plan.permissions);
  // Terraform is fetched by the action where it is missing.
  const steps = full.jobs.plan.steps.filter(({ uses }) => !uses.includes('setup-terraform'));
  expect(shown.jobs.plan.steps.map(({ uses }) => uses)).toEqual(steps.map(({ uses }) => uses));
  for (const [index, step] of shown.jobs.plan.steps.entries()) expect(steps[index]).toMatchObject({ ...step });
});
