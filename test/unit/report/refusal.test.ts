import { describe, expect, test } from '@jest/globals';
import { GuardRefusal, guardRemovals } from '../../../src/access/guard.js';
import { COMMENT_LIMIT } from '../../../src/report/markdown.js';
import { refusalComment } from '../../../src/report/refusal.js';
import { writer } from '../../../src/report/writer.js';

const person = (name: string, admin = false) => ({ kind: 'person' as const, name, admin });
const PEOPLE = Array.from({ length: 20 }, (_, index) => person(`p${index}@acme.dev`, index < 2));

/** The refusal of a guard with the usual limits. */
function refusalOf(after: readonly ReturnType<typeof person>[], requiredAdmins = 0): GuardRefusal {
  const limits = { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins };
  const { refusal } = guardRemovals({ before: PEOPLE, after, limits, now: new Date(), where: 'users.yaml' });
  if (refusal === undefined) throw new Error('not refused');
  return refusal;
}

function comment({ message, where, hint, allows }: GuardRefusal, isPublic = false): string {
  const write = writer(isPublic);
  return refusalComment({ hub: 'research', message, where, hint, allows, commit: 'abcdef0123', write });
}

describe('the comment on a refused plan', () => {
  test('stands in the place of the plan, and says why, where, and what to do', () => {
    const text = comment(refusalOf(PEOPLE.slice(0, 8)));
    expect(text.startsWith('<!-- jupyterhub-gke:plan:research -->\n')).toBe(true);
    expect(text).toContain('12 of 20 entries would lose access, but access.guard allows 25 % or 5 in one change');
    expect(text).toContain('(`users.yaml`)');
    expect(text).toContain('This is about commit `abcdef0`. Nothing is applied as long as the plan is refused.');
  });

  test('has the lines of the guard that would allow it, which do', () => {
    expect(comment(refusalOf(PEOPLE.slice(0, 8)))).toContain(
      '```yaml\naccess:\n  guard:\n    maxRemovals: {percent: 25, atLeast: 12}\n```',
    );
    const limits = { maxRemovals: { percent: 25, atLeast: 12 }, requiredAdmins: 0 };
    const after = PEOPLE.slice(0, 8);
    expect(
      guardRemovals({ before: PEOPLE, after, limits, now: new Date(), where: 'users.yaml' }).refusal,
    ).toBeUndefined();
    expect(comment(refusalOf(PEOPLE.slice(1), 2))).toContain('  guard:\n    requiredAdmins: 1\n');
  });

  test('has no lines where none would allow it', () => {
    expect(comment(refusalOf([]))).not.toContain('```');
  });

  test('shortens addresses where everybody can read it, brings no markup, and fits', () => {
    const refusal = new GuardRefusal(`<img src=x> @everyone\n# no ${'ada@acme.dev '.repeat(9000)}`, {
      where: '`users.yaml`\n# x',
      hint: '<script>',
      reason: 'removals',
      losing: [],
    });
    const text = comment(refusal, true);
    expect(text).not.toMatch(/<img|<script|ada@acme\.dev|^# /m);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_LIMIT);
  });
});
