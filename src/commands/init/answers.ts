import { addressFault } from '../../access/users/email.js';
import { loadConfig } from '../../config/load.js';
import { parseSource } from '../../config/yaml/source.js';
import { PLANS, type Plan, VISIBILITIES, type Visibility } from './github-plans.js';

/** What init has been told, or may assume. */
export interface Answers {
  readonly repository: string;
  readonly visibility: Visibility;
  readonly plan: Plan;
  /** Code owner: `@name` or `@org/team`. */
  readonly owner: string;
  readonly project: string;
  readonly location: string;
  readonly name: string;
  readonly bucket: string;
  /** Empty for the trial address. */
  readonly domain: string;
  readonly admin: string;
  /** `OWNER/NAME@REF` that the workflows use. */
  readonly action: string;
}

/** Answers so far; each question may build on those before it. */
export type Known = { -readonly [Flag in keyof Answers]?: string | undefined };

/** One thing that init has to know, as a flag and as a question. */
export interface Question {
  readonly flag: keyof Answers;
  /** For --help. */
  readonly about: string;
  /** For a person in front of a terminal; none where only the flag is there. */
  readonly ask?: string;
  /** What is taken without asking, once the required answers are there. */
  readonly fallback?: (known: Known) => string;
  /** Whether the answer must be given; where absent, it must if there is no fallback. */
  readonly required?: (known: Known) => boolean;
  /** What a terminal offers for a required answer: a guess that a person sees and can change. */
  readonly offer?: (known: Known) => string;
  /** What is wrong with an answer, in the words of `validate` where it checks the same. */
  readonly fault: (answer: string, known: Known) => string | undefined;
}

const SAMPLE = {
  name: 'hub',
  project: 'acme-research',
  location: 'us-central1',
  bucket: 'acme-tfstate',
  domain: 'hub.acme.dev',
};
const ACCOUNT = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const REPOSITORY = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}$`);
const OWNER = new RegExp(`^@${ACCOUNT}(?:/[a-z0-9][a-z0-9_-]{0,99})?$`);
const ACTION = new RegExp(`^${ACCOUNT}/(?!\\.{1,2}@)[A-Za-z0-9._-]{1,100}@[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`);

/** All questions, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    flag: 'repository',
    about: 'repository on GitHub that the files are for, OWNER/NAME',
    ask: 'Repository on GitHub (OWNER/NAME)',
    fault: (answer) =>
      REPOSITORY.test(answer) ? undefined : 'A repository is written as OWNER/NAME, such as acme/hubs.',
  },
  {
    flag: 'visibility',
    about: 'who sees it: public, private or internal',
    ask: `Who sees it (${VISIBILITIES.join(', ')})`,
    offer: () => 'private',
    fault: (answer) => oneOf(VISIBILITIES, answer),
  },
  {
    flag: 'plan',
    about: "GitHub's plan of its owner: free, pro, team or enterprise",
    ask: `GitHub's plan of its owner (${PLANS.join(', ')})`,
    offer: ({ visibility }) => (visibility === 'internal' ? 'enterprise' : 'free'),
    fault: (answer, { visibility }) =>
      visibility === 'internal' && answer !== 'enterprise'
        ? 'Internal repositories are for the plan enterprise only.'
        : oneOf(PLANS, answer),
  },
  {
    flag: 'owner',
    about: 'who reviews changes of workflows and both files, @name or @org/team (default: @OWNER of the repository)',
    ask: 'Who reviews changes of the workflows and both files (@name or @org/team)',
    fallback: ownerOf,
    required: isOrganisation,
    fault: (answer, known) => {
      if (!OWNER.test(answer)) return 'A code owner is written as @name or @org/team.';
      const taken = isOrganisation(known) && answer.toLowerCase() === ownerOf(known).toLowerCase();
      return taken
        ? `${answer} is an organisation; name a person or a team of it, such as ${answer}/admins.`
        : undefined;
    },
  },
  {
    flag: 'project',
    about: 'id of the Google Cloud project',
    ask: 'Id of the Google Cloud project',
    fault: (answer) => configFault('project', answer),
  },
  {
    flag: 'location',
    about: 'Google Cloud region, such as us-central1',
    ask: 'Google Cloud region',
    offer: () => 'us-central1',
    fault: (answer) => configFault('location', answer),
  },
  {
    flag: 'name',
    about: 'name of the hub; it never changes later',
    ask: 'Name of the hub, for good',
    offer: ({ repository = '' }) => {
      const guess = repository.split('/')[1] ?? '';
      return configFault('name', guess) === undefined ? guess : 'hub';
    },
    fault: (answer) => configFault('name', answer),
  },
  {
    flag: 'bucket',
    about: 'Cloud Storage bucket of the Terraform state (default: PROJECT-tfstate)',
    ask: 'Bucket of the Terraform state',
    fallback: ({ project }) => `${project}-tfstate`,
    fault: (answer) => configFault('bucket', answer),
  },
  {
    flag: 'domain',
    about: 'host name of the hub (default: none, an address that suits a trial)',
    ask: 'Host name of the hub, or nothing for a trial',
    fallback: () => '',
    fault: (answer) => (answer === '' ? undefined : configFault('domain', answer)),
  },
  {
    flag: 'admin',
    about: 'e-mail address of the first administrator',
    ask: 'E-mail address of the first administrator',
    fault: (answer) => {
      const fault = addressFault('person', answer);
      return fault && `${fault.message} ${fault.hint}`;
    },
  },
  {
    flag: 'action',
    about: 'action that the workflows use, OWNER/NAME@REF (default: OWNER/jupyterhub-gke@v1)',
    fallback: () => 'OWNER/jupyterhub-gke@v1',
    fault: (answer) => (ACTION.test(answer) ? undefined : 'An action is written as OWNER/NAME@REF.'),
  },
];

function oneOf(choices: readonly string[], answer: string): string | undefined {
  return choices.includes(answer) ? undefined : `Answer with one of ${choices.join(', ')}.`;
}

// These plans exist for organisations only, which own no code; a free one may be a person's.
function isOrganisation({ plan }: Known): boolean {
  return plan === 'team' || plan === 'enterprise';
}

function ownerOf({ repository = '' }: Known): string {
  return `@${repository.split('/')[0]}`;
}

type ConfigKey = 'name' | 'project' | 'location' | 'bucket' | 'domain';

/** The first error that `validate` would give for one value of jupyterhub.yaml, all others being sound. */
function configFault(key: ConfigKey, answer: string): string | undefined {
  const values: Readonly<Record<ConfigKey, string>> = { ...SAMPLE, [key]: answer };
  const { name, project, location, bucket, domain } = values;
  const file = { name, project, location, state: { bucket }, users: 'users.yaml', access: { domain } };
  // JSON is YAML, and takes every character without a meaning of its own.
  const text = JSON.stringify({ apiVersion: 'jupyterhub-gke/v1', ...file });
  const { diagnostics } = loadConfig({ own: [parseSource({ path: 'jupyterhub.yaml', text })] }, '/');
  const error = diagnostics.find((one) => one.severity === 'error');
  return error && [error.message, ...(error.hint === undefined ? [] : [error.hint])].join(' ');
}
