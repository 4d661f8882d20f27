/** Who may see a repository. */
export const VISIBILITIES = ['public', 'private', 'internal'] as const;
/** GitHub's plans; `pro` is for personal accounts, `team` and `enterprise` are for organisations. */
export const PLANS = ['free', 'pro', 'team', 'enterprise'] as const;

export type Visibility = (typeof VISIBILITIES)[number];
export type Plan = (typeof PLANS)[number];

/** What GitHub enforces in a repository. As documented in November 2026, each on the page that the comment names. */
export interface Enforced {
  /** Deployment branches of environments (Managing environments for deployment). */
  readonly environments: boolean;
  /** Rulesets and branch protection, code owners among them (About rulesets, About code owners). */
  readonly rulesets: boolean;
  /** Required reviewers of environments (Deployments and environments). */
  readonly reviewers: boolean;
}

/** What GitHub enforces for a visibility and plan: everything in public, in private what the plan has. */
export function enforcedBy(visibility: Visibility, plan: Plan): Enforced {
  const open = visibility === 'public';
  return {
    environments: open || plan !== 'free',
    rulesets: open || plan !== 'free',
    reviewers: open || plan === 'enterprise',
  };
}

/** What stands between a change and the cloud, and what does not: one sentence or two each, in Markdown. */
export function protectionLines(visibility: Visibility, plan: Plan): readonly string[] {
  const { environments, rulesets, reviewers } = enforcedBy(visibility, plan);
  return [
    'Protected, on every plan: Google hands the apply identity only to jobs of this repository, by its id, that run on `main` and name the environment `jupyterhub`. No other branch and no pull request gets it.',
    environments
      ? 'Protected: GitHub starts jobs of the environment `jupyterhub` on `main` only.'
      : 'NOT protected: environments have no rules on this plan, so the check at Google is the only one.',
    rulesets
      ? 'Protected once you set the rules on `main`: each change needs a pull request and a review, and CODEOWNERS says whose for the workflows and both files. Until then whoever may write to the repository can push to `main`, which applies.'
      : 'NOT protected: this plan has no rules for branches, and CODEOWNERS is only a text. Whoever may write to the repository can push to `main`, and so change the hub and let anybody in, without a review. Give write access only to whom you would give the project, or use GitHub Pro or Team.',
    reviewers
      ? 'Possible: reviewers of the environment `jupyterhub`. Each apply then waits for one of them, and so does the daily run.'
      : 'NOT possible: a second approval between merge and apply. Reviewers of an environment need a public repository or GitHub Enterprise.',
  ];
}
