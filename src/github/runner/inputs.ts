/** One input of the composite actions, as `action.yml` declares it. */
export interface InputSpec {
  readonly name: string;
  /** Name of the command line flag that the input stands for; none where only the environment carries it. */
  readonly flag?: string;
  /** Actions (folders of `actions/`, and `root`) that have it. */
  readonly actions: readonly string[];
}

const CLOUD = ['root', 'plan', 'apply', 'sync-users', 'access-report', 'destroy'] as const;
const EVERY = [...CLOUD, 'validate', 'access-request'] as const;

/** All inputs of all composite actions; a test holds action.yml and this table together. */
export const INPUTS: readonly InputSpec[] = [
  { name: 'config', flag: 'config', actions: EVERY },
  { name: 'workload_identity_provider', actions: CLOUD },
  { name: 'service_account', actions: CLOUD },
  { name: 'github_token', actions: ['root', 'plan', 'apply', 'sync-users', 'access-report', 'access-request'] },
  { name: 'users_token', actions: ['root', 'plan', 'apply', 'sync-users', 'access-report'] },
  { name: 'format', flag: 'format', actions: ['access-report'] },
  { name: 'fingerprint', flag: 'fingerprint', actions: ['root', 'apply'] },
  { name: 'acknowledge', flag: 'acknowledge', actions: ['root', 'apply'] },
  { name: 'plan_workflow', actions: ['root', 'apply'] },
  { name: 'break_lock', flag: 'break-lock', actions: ['root', 'apply', 'destroy'] },
  { name: 'remove', flag: 'remove', actions: ['root', 'sync-users'] },
  { name: 'file', flag: 'file', actions: ['access-request'] },
  { name: 'configs', flag: 'configs', actions: ['changed-hubs'] },
  { name: 'base', flag: 'base', actions: ['changed-hubs'] },
  { name: 'hub', flag: 'hub', actions: ['changed-hubs'] },
  { name: 'target', flag: 'target', actions: ['destroy'] },
];

/** Value of an input as a composite passes it, trimmed; undefined where it is empty or absent. */
export function inputOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
}

/** Command line flags that the inputs of a composite stand for. Flags given as arguments win over them. */
export function flagsFromInputs(env: NodeJS.ProcessEnv): Record<string, string> {
  const flags: Record<string, string> = {};
  for (const { name, flag } of INPUTS) {
    const value = inputOf(env, name);
    if (flag !== undefined && value !== undefined) flags[flag] = value;
  }
  return flags;
}

// What a job hands to its steps, besides the inputs: each of these opens something.
const SECRETS = [
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'GOOGLE_OAUTH_ACCESS_TOKEN',
] as const;

/** Tokens in the environment of the run, also those that it does not use: an answer or a program may say them back. */
export function tokensOf(env: NodeJS.ProcessEnv): string[] {
  const inputs = ['github_token', 'users_token'].map((name) => inputOf(env, name));
  return [...inputs, ...SECRETS.map((name) => env[name]?.trim())].flatMap((token) => token || []);
}

/** A token, and by what name a person gives it. */
export interface NamedToken {
  readonly value: string;
  readonly name: 'users_token' | 'github_token' | 'GITHUB_TOKEN' | 'GH_TOKEN';
}

/** Who the run is. */
export interface Credentials {
  readonly workloadIdentityProvider: string | undefined;
  readonly serviceAccount: string | undefined;
  /** The token of the job. In a terminal it is the person's own. */
  readonly githubToken: string | undefined;
  /** Reads users files of other repositories. Without a token of its own it is the other one. */
  readonly usersToken: NamedToken | undefined;
}

/** Reads who the run is from the inputs and from the variables that hold tokens of GitHub. */
export function readCredentials(env: NodeJS.ProcessEnv): Credentials {
  const own = inputOf(env, 'users_token');
  const github = githubToken(env);
  return {
    workloadIdentityProvider: inputOf(env, 'workload_identity_provider'),
    serviceAccount: inputOf(env, 'service_account'),
    githubToken: github?.value,
    usersToken: own === undefined ? github : { value: own, name: 'users_token' },
  };
}

function githubToken(env: NodeJS.ProcessEnv): NamedToken | undefined {
  const inWorkflow = env.GITHUB_ACTIONS === 'true';
  // A plain run step has no inputs.
  const value = inputOf(env, 'github_token') ?? (env.GITHUB_TOKEN || undefined);
  if (value !== undefined) return { value, name: inWorkflow ? 'github_token' : 'GITHUB_TOKEN' };
  return env.GH_TOKEN && !inWorkflow ? { value: env.GH_TOKEN, name: 'GH_TOKEN' } : undefined;
}
