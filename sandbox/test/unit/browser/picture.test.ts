import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type MemberList, memberListChanges, nextMemberList } from '../../../../src/access/hub/member-list.js';
import type { PlanReport } from '../../../../src/report/plan-comment.js';
import { entry } from '../../../../test/support/people.js';
import { DRAWN, drawnOf, PICTURES, sampleComment, WIDTH } from '../../../src/browser/pictures.js';
import { repoPath, repoRoot } from '../../../src/paths.js';

const HOW = 'Run "npm run picture" and look at what it draws.';

test('the pictures show what a plan writes today', () => {
  const drawn: unknown = JSON.parse(readFileSync(DRAWN, 'utf8'));
  const pictures = PICTURES.map(({ path }) => readFileSync(path));
  expect({ drawn, how: HOW }).toEqual({ drawn: drawnOf(pictures), how: HOW });
});

describe.each(PICTURES)('the picture of a comment, $scheme', ({ path }) => {
  const png = readFileSync(path);

  test('is sharp, and small enough to load quickly', () => {
    // The width of a PNG is the first number of its header (RFC 2083, 11.2.2).
    expect(png.readUInt32BE(16)).toBe(2 * WIDTH);
    expect(png.length).toBeLessThan(300_000);
  });

  test('is in README.md', () => {
    expect(readFileSync(repoPath('README.md'), 'utf8')).toContain(relative(repoRoot, path));
  });
});

test('the sample of the picture names no real person', () => {
  const domains = [...sampleComment().matchAll(/@([a-z0-9.-]+)/g)].map(([, domain]) => domain);
  expect(domains.length).toBeGreaterThan(0);
  for (const domain of domains) expect(['acme.dev', 'partner.example', 'uni.example']).toContain(domain);
});

test('the sample contains the people whom such files would change, in the current structure', () => {
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
  const people = changeSet.changes.filter(({ scope }) => scope === 'access');
  expect(people).toEqual(
    memberListChanges(live, nextMemberList(live, [guest]), [guest], new Date('2026-11-01T00:00:00Z')),
  );
});

test('the workflow in README.md is that of init without optional parts', () => {
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
