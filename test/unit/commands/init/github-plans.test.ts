import { describe, expect, test } from '@jest/globals';
import { enforcedBy, PLANS, protectionLines, VISIBILITIES } from '../../../../src/commands/init/github-plans.js';

describe('what GitHub enforces', () => {
  test('is everything in public, on every plan', () => {
    for (const plan of PLANS)
      expect(enforcedBy('public', plan)).toEqual({ environments: true, rulesets: true, reviewers: true });
  });

  test('is in private what the plan has', () => {
    expect(PLANS.map((plan) => enforcedBy('private', plan))).toEqual([
      { environments: false, rulesets: false, reviewers: false },
      { environments: true, rulesets: true, reviewers: false },
      { environments: true, rulesets: true, reviewers: false },
      { environments: true, rulesets: true, reviewers: true },
    ]);
    expect(enforcedBy('internal', 'enterprise')).toEqual({ environments: true, rulesets: true, reviewers: true });
  });

  test('is said line by line, and what is not enforced stands out', () => {
    for (const visibility of VISIBILITIES) {
      for (const plan of PLANS) {
        const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
        const open = protectionLines(visibility, plan).map((line) => line.startsWith('NOT '));
        expect(open).toEqual([false, !environments, !rulesets, !reviewers]);
      }
    }
    expect(protectionLines('private', 'free').join('\n')).toContain('let anybody in, without a review');
  });
});
