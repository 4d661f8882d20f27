/** Who may see a repository. */
export const VISIBILITIES = ['public', 'private', 'internal'] as const;
/** GitHub plans. `pro` is for personal accounts, `team` and `enterprise` are for organisations. */
export const GITHUB_PLANS = ['free', 'pro', 'team', 'enterprise'] as const;

export type Visibility = (typeof VISIBILITIES)[number];
export type GitHubPlan = (typeof GITHUB_PLANS)[number];

/** What GitHub enforces in a repository, as documented in November 2026. Each comment names GitHub's page. */
export interface Enforced {
  /** Deployment branches of environments (Managing environments for deployment). */
  readonly environments: boolean;
  /** Rulesets and branch protection, code owners among them (About rulesets, About code owners). */
  readonly rulesets: boolean;
  /** Required reviewers of environments (Deployments and environments). */
  readonly reviewers: boolean;
}

/** What GitHub enforces: everything in a public repository, else what the GitHub plan includes. */
export function enforcedBy(visibility: Visibility, plan: GitHubPlan): Enforced {
  const open = visibility === 'public';
  return {
    environments: open || plan !== 'free',
    rulesets: open || plan !== 'free',
    reviewers: open || plan === 'enterprise',
  };
}

/** What protects apply and what does not, in Markdown. */
export function protectionLines(visibility: Visibility, plan: GitHubPlan): readonly string[] {
  const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
  return [
    'Protected, on every plan: Google gives the apply identity only to jobs of this repository (checked by its ID) that run on `main` and name the environment `jupyterhub`. Other branches and pull requests do not get it.',
    environments
      ? 'Protected: GitHub starts jobs of the environment `jupyterhub` on `main` only.'
      : 'NOT protected: environments have no rules on this plan. The check at Google is the only one.',
    rulesets
      ? 'Protected once you set the rules on `main`: each change needs a pull request and a review. CODEOWNERS names the reviewers of every file. Until then everybody with write access can push to `main`, and a push applies.'
      : 'NOT protected: this plan has no branch rules, and GitHub ignores CODEOWNERS. Everybody with write access can push to `main` and so change the hub and grant access to anybody, without a review. Give write access only to people whom you would trust with the project, or use GitHub Pro or Team.',
    reviewers
      ? 'Possible: required reviewers for the environment `jupyterhub`. Each apply and each daily run then waits for one of them.'
      : 'NOT possible: a second approval between merge and apply. Required reviewers need a public repository or GitHub Enterprise.',
  ];
}
