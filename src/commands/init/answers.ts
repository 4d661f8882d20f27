import { addressFault } from '../../access/users/email.js';
import { loadConfig } from '../../config/load.js';
import { parseSource } from '../../config/yaml/source.js';
import { ACTION as DEFAULT_ACTION } from '../../versions.js';
import { GITHUB_PLANS, type GitHubPlan, VISIBILITIES, type Visibility } from './github-plans.js';

/** All answers that the templates need. */
export interface Answers {
  readonly repository: string;
  readonly visibility: Visibility;
  readonly githubPlan: GitHubPlan;
  /** `@name` or `@org/team`. */
  readonly codeOwner: string;
  readonly project: string;
  readonly location: string;
  readonly hubName: string;
  readonly stateBucket: string;
  /** Empty for the trial address. */
  readonly domain: string;
  /** Start of the nightly hours of Google's maintenance, as HH:MM in UTC; empty for any time. */
  readonly maintenance: string;
  readonly admin: string;
  /** `OWNER/NAME@REF` that the workflows use. */
  readonly action: string;
}

/** Answers so far. Each question may use those before it. */
export type Known = { -readonly [Key in keyof Answers]?: string | undefined };

/** One thing that init has to know. The flag, the question, the help text and the errors share one name. */
export interface Question {
  readonly key: keyof Answers;
  /** Name and format of the answer, for the question and for --help. */
  readonly about: string;
  /** The fallback in words, for --help only. */
  readonly fallbackText?: string;
  /** Never asked in a terminal: there is only the flag. */
  readonly flagOnly?: boolean;
  /** Used without asking once all required answers are known. */
  readonly fallback?: (known: Known) => string;
  /** Whether an answer is required. Default: it is if there is no fallback. */
  readonly required?: (known: Known) => boolean;
  /** Suggestion for a required answer. A terminal shows it, so the person can change it. */
  readonly offer?: (known: Known) => string;
  /** Why an answer is invalid. The text is that of `validate` if `validate` checks the same. */
  readonly fault: (answer: string, known: Known) => string | undefined;
}

/** Flag of a question, without its hyphens: `codeOwner` becomes `code-owner`. */
export function flagOf({ key }: Pick<Question, 'key'>): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const SAMPLE = {
  hubName: 'hub',
  project: 'acme-research',
  location: 'us-central1',
  stateBucket: 'acme-tfstate',
  domain: 'hub.acme.dev',
};
const ACCOUNT = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const REPOSITORY = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}$)(?!.*\\.git$)[A-Za-z0-9._-]{1,100}$`);
const OWNER = new RegExp(`^@${ACCOUNT}(?:/[a-z0-9][a-z0-9_-]{0,99})?$`);
const ACTION = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}@)[A-Za-z0-9._-]{1,100}@[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`);

/** All questions in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'repository',
    about: 'GitHub repository (OWNER/NAME)',
    fault: (answer) =>
      REPOSITORY.test(answer) ? undefined : 'A repository is written as OWNER/NAME, such as acme/hubs, without .git.',
  },
  {
    key: 'visibility',
    about: `repository visibility (${VISIBILITIES.join(', ')})`,
    offer: () => 'private',
    fault: (answer) => oneOf(VISIBILITIES, answer),
  },
  {
    key: 'githubPlan',
    about: `GitHub plan of the owning account (${GITHUB_PLANS.join(', ')})`,
    offer: ({ visibility }) => (visibility === 'internal' ? 'enterprise' : 'free'),
    fault: (answer, { visibility }) =>
      visibility === 'internal' && answer !== 'enterprise'
        ? 'Internal repositories require the GitHub plan enterprise.'
        : oneOf(GITHUB_PLANS, answer),
  },
  {
    key: 'codeOwner',
    about: 'code owner of all files (@name or @org/team)',
    fallbackText: '@OWNER of the repository; an organisation has to name a person or a team',
    fallback: ownerOf,
    required: isOrganisation,
    fault: (answer, known) => {
      if (!OWNER.test(answer)) return 'Name a code owner as @name or @org/team. An organisation itself cannot be one.';
      const taken = isOrganisation(known) && answer.toLowerCase() === ownerOf(known).toLowerCase();
      return taken
        ? `${answer} is an organisation. Name a person or one of its teams, such as ${answer}/admins.`
        : undefined;
    },
  },
  {
    key: 'project',
    about: 'Google Cloud project (its ID)',
    fault: (answer) => configFault('project', answer),
  },
  {
    key: 'location',
    about: 'location (Google Cloud region)',
    offer: () => 'us-central1',
    fault: (answer) => configFault('location', answer),
  },
  {
    key: 'hubName',
    about: 'hub name (cannot be changed later)',
    offer: ({ repository = '' }) => {
      const guess = repository.split('/')[1] ?? '';
      return configFault('hubName', guess) === undefined ? guess : 'hub';
    },
    fault: (answer) => configFault('hubName', answer),
  },
  {
    key: 'stateBucket',
    about: 'state bucket (Cloud Storage bucket of the Terraform state)',
    fallbackText: 'PROJECT-tfstate',
    fallback: ({ project }) => `${project}-tfstate`,
    fault: (answer) => configFault('stateBucket', answer),
  },
  {
    key: 'domain',
    about: 'domain of the hub (host name; leave it empty for a trial)',
    fallbackText: 'empty',
    fallback: () => '',
    fault: (answer) => (answer === '' ? undefined : configFault('domain', answer)),
  },
  {
    key: 'maintenance',
    about:
      'nightly maintenance (HH:MM in UTC, the start of eight hours in which upgrades may stop notebooks; leave it empty for any time)',
    fallbackText: 'empty',
    fallback: () => '',
    fault: (answer) =>
      answer === '' || /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(answer)
        ? undefined
        : 'A time is written as HH:MM, such as 01:00.',
  },
  {
    key: 'admin',
    about: 'first admin (e-mail address)',
    fault: (answer) => {
      const fault = addressFault('person', answer);
      return fault && `${fault.message} ${fault.hint}`;
    },
  },
  {
    key: 'action',
    about: 'action that the workflows use (OWNER/NAME@REF)',
    fallbackText: DEFAULT_ACTION,
    flagOnly: true,
    fallback: () => DEFAULT_ACTION,
    fault: (answer) => (ACTION.test(answer) ? undefined : 'An action is written as OWNER/NAME@REF.'),
  },
];

function oneOf(choices: readonly string[], answer: string): string | undefined {
  return choices.includes(answer) ? undefined : `Answer with one of ${choices.join(', ')}.`;
}

// Only organisations have these plans, and an organisation cannot be a code owner. A free plan may be a person's.
function isOrganisation({ githubPlan }: Known): boolean {
  return githubPlan === 'team' || githubPlan === 'enterprise';
}

function ownerOf({ repository = '' }: Known): string {
  return `@${repository.split('/')[0]}`;
}

type ConfigKey = keyof typeof SAMPLE;

/** First error of `validate` for one value of jupyterhub.yaml, with valid values in all other keys. */
function configFault(key: ConfigKey, answer: string): string | undefined {
  const values: Readonly<Record<ConfigKey, string>> = { ...SAMPLE, [key]: answer };
  const { hubName: name, project, location, stateBucket: bucket, domain } = values;
  const file = { name, project, location, state: { bucket }, users: 'users.yaml', access: { domain } };
  // JSON is YAML, and a JSON string gives no character a special meaning.
  const text = JSON.stringify({ apiVersion: 'jupyterhub-gke/v1', ...file });
  const { diagnostics } = loadConfig({ own: [parseSource({ path: 'jupyterhub.yaml', text })] }, '/');
  const error = diagnostics.find((one) => one.severity === 'error');
  return error && [error.message, ...(error.hint === undefined ? [] : [error.hint])].join(' ');
}
