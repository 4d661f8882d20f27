import { describe, expect, test } from '@jest/globals';
import { enforcedBy, GITHUB_PLANS, protectionLines, VISIBILITIES } from '../../../../src/commands/init/github-plans.js';

describe('what GitHub enforces', () => {
  test('is everything in a public repository, on every plan', () => {
    for (const plan of GITHUB_PLANS)
      expect(enforcedBy('public', plan)).toEqual({ environments: true, rulesets: true, reviewers: true });
  });

  test('depends on the plan in a private repository', () => {
    expect(GITHUB_PLANS.map((plan) => enforcedBy('private', plan))).toEqual([
      { environments: false, rulesets: false, reviewers: false },
      { environments: true, rulesets: true, reviewers: false },
      { environments: true, rulesets: true, reviewers: false },
      { environments: true, rulesets: true, reviewers: true },
    ]);
    expect(enforcedBy('internal', 'enterprise')).toEqual({ environments: true, rulesets: true, reviewers: true });
  });

  test('is listed line by line, and each missing protection starts with NOT', () => {
    for (const visibility of VISIBILITIES) {
      for (const plan of GITHUB_PLANS) {
        const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
        const open = protectionLines(visibility, plan).map((line) => line.startsWith('NOT '));
        expect(open).toEqual([false, !environments, !rulesets, !reviewers]);
      }
    }
    expect(protectionLines('private', 'free').join('\n')).toContain('grant access to anybody, without a review');
  });
});
