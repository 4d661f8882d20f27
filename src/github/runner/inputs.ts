/** One input of the composite actions, as `action.yml` declares it. */
export interface InputSpec {
  readonly name: string;
  /** Name of the command line flag that the input sets; undefined if only the environment carries it. */
  readonly flag?: string;
  /** Actions (folders of `actions/`, and `root`) that have it. */
  readonly actions: readonly string[];
}

const CLOUD = ['root', 'plan', 'apply', 'sync-users', 'access-report', 'destroy'] as const;
const EVERY = [...CLOUD, 'validate', 'access-request'] as const;

/** All inputs of all composite actions. A test compares this table with action.yml. */
export const INPUTS: readonly InputSpec[] = [
  { name: 'config', flag: 'config', actions: EVERY },
  { name: 'workload_identity_provider', actions: CLOUD },
  { name: 'service_account', actions: CLOUD },
  { name: 'github_token', actions: ['root', 'plan', 'apply', 'sync-users', 'access-report', 'access-request'] },
  { name: 'users_token', actions: ['root', 'plan', 'apply', 'sync-users', 'access-report'] },
  { name: 'format', flag: 'format', actions: ['access-report'] },
  { name: 'fingerprint', flag: 'fingerprint', actions: ['root', 'apply'] },
  { name: 'acknowledge', flag: 'acknowledge', actions: ['root', 'apply', 'sync-users'] },
  { name: 'plan_workflow', flag: 'plan-workflow', actions: ['root', 'apply'] },
  { name: 'break_lock', flag: 'break-lock', actions: ['root', 'apply', 'destroy'] },
  { name: 'remove', flag: 'remove', actions: ['root', 'sync-users'] },
  { name: 'restore', flag: 'restore', actions: ['root', 'sync-users'] },
  { name: 'file', flag: 'file', actions: ['access-request'] },
  { name: 'configs', flag: 'configs', actions: ['changed-hubs'] },
  { name: 'base', flag: 'base', actions: ['changed-hubs'] },
  { name: 'hub', flag: 'hub', actions: ['changed-hubs'] },
  { name: 'target', flag: 'target', actions: ['destroy'] },
  { name: 'confirm', flag: 'confirm', actions: ['destroy'] },
  { name: 'address', flag: 'address', actions: ['destroy'] },
];

/** Gives the value of an input, trimmed; empty where it is not given. In a workflow it is `getInput` of @actions/core. */
export type GetInput = (name: string) => string;

/** Reads inputs outside of a workflow, where @actions/core is not loaded: the variables are the same. */
export function environmentInput(env: NodeJS.ProcessEnv): GetInput {
  return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}

/** Command line flags that the inputs of a composite action set. Flags given as arguments win over them. */
export function flagsFromInputs(getInput: GetInput): Record<string, string> {
  const given = INPUTS.map(({ name, flag }) => [flag, getInput(name)] as const);
  return Object.fromEntries(given.filter(([flag, value]) => flag !== undefined && value !== ''));
}

// Secrets that a job hands to its steps.
const SECRETS = [
  'INPUT_GITHUB_TOKEN',
  'INPUT_USERS_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'GOOGLE_OAUTH_ACCESS_TOKEN',
] as const;

/** All tokens in the environment of the run. An answer or a program may repeat even an unused one. */
export function tokensOf(env: NodeJS.ProcessEnv): string[] {
  return SECRETS.flatMap((name) => env[name]?.trim() || []);
}

/** A token, and the name under which it was given. */
export interface NamedToken {
  readonly value: string;
  readonly name: 'users_token' | 'github_token' | 'GITHUB_TOKEN' | 'GH_TOKEN';
}

/** The identity of the run at Google and GitHub. */
export interface Credentials {
  readonly workloadIdentityProvider: string | undefined;
  readonly serviceAccount: string | undefined;
  /** Asks GitHub for a token that identifies the job to Google; undefined if the job lacks the permission. */
  readonly identityToken: ((audience: string) => Promise<string>) | undefined;
  /** The token of the job. In a terminal it is the person's own. */
  readonly githubToken: string | undefined;
  /** Reads remote users files. Without a separate token it is the token of the job. */
  readonly usersToken: NamedToken | undefined;
}

/** Where credentials are read. */
interface CredentialSource {
  readonly getInput: GetInput;
  /** Absent where nobody can be asked. */
  readonly identityToken?: (audience: string) => Promise<string>;
  /** False in a terminal, where a token of GitHub is the person's own. */
  readonly inWorkflow: boolean;
}

/** Reads who the run is. */
export function readCredentials(env: NodeJS.ProcessEnv, source: CredentialSource): Credentials {
  const input = (name: string): string | undefined => source.getInput(name) || undefined;
  const own = input('users_token');
  // A plain run step has no inputs, but may have the variable.
  const job = input('github_token') ?? (source.inWorkflow ? env.GITHUB_TOKEN : undefined);
  const github = job ? named(job, 'github_token') : source.inWorkflow ? undefined : personalToken(env);
  const mayAsk = env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  return {
    workloadIdentityProvider: input('workload_identity_provider'),
    serviceAccount: input('service_account'),
    identityToken: mayAsk ? source.identityToken : undefined,
    githubToken: github?.value,
    usersToken: own === undefined ? github : named(own, 'users_token'),
  };
}

function personalToken({ GITHUB_TOKEN: first, GH_TOKEN: second }: NodeJS.ProcessEnv): NamedToken | undefined {
  if (first) return named(first, 'GITHUB_TOKEN');
  return second ? named(second, 'GH_TOKEN') : undefined;
}

function named(value: string, name: NamedToken['name']): NamedToken {
  return { value, name };
}
