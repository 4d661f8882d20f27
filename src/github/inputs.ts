import { UsageError } from '../errors.js';

/** One input of the composite actions, as `action.yml` declares it. */
export interface InputSpec {
  readonly name: string;
  /** Name of the command line flag that the input stands for; none where only the environment carries it. */
  readonly flag?: string;
  readonly type: 'string' | 'boolean';
  /** Actions (folders of `actions/`, and `root`) that have it. */
  readonly actions: readonly string[];
}

const EVERY = ['root', 'validate', 'plan', 'apply', 'sync-users', 'destroy'] as const;
const CLOUD = ['root', 'plan', 'apply', 'sync-users', 'destroy'] as const;

/** All inputs of all composite actions; a test holds action.yml and this table together. */
export const INPUTS: readonly InputSpec[] = [
  { name: 'config', flag: 'config', type: 'string', actions: EVERY },
  { name: 'workload_identity_provider', type: 'string', actions: CLOUD },
  { name: 'service_account', type: 'string', actions: CLOUD },
  { name: 'github_token', type: 'string', actions: ['root', 'plan'] },
  { name: 'break_lock', flag: 'break-lock', type: 'boolean', actions: ['root', 'apply'] },
  { name: 'target', flag: 'target', type: 'string', actions: ['destroy'] },
];

/** Value of an input as a composite passes it, trimmed; undefined where it is empty or absent. */
export function inputOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
}

/** Command line flags that the inputs of a composite stand for. Flags given as arguments win over them. */
export function flagsFromInputs(env: NodeJS.ProcessEnv): Record<string, string | boolean> {
  const flags: Record<string, string | boolean> = {};
  for (const { name, flag, type } of INPUTS) {
    const value = inputOf(env, name);
    if (flag === undefined || value === undefined) continue;
    if (type === 'string') flags[flag] = value;
    else if (booleanOf(name, value)) flags[flag] = true;
  }
  return flags;
}

/** Inputs that never become arguments: who the run is. */
export interface CredentialInputs {
  readonly workloadIdentityProvider: string | undefined;
  readonly serviceAccount: string | undefined;
  readonly githubToken: string | undefined;
}

/** Reads who the run is from the inputs; the token falls back to GITHUB_TOKEN for use in a plain `run` step. */
export function credentialInputs(env: NodeJS.ProcessEnv): CredentialInputs {
  return {
    workloadIdentityProvider: inputOf(env, 'workload_identity_provider'),
    serviceAccount: inputOf(env, 'service_account'),
    githubToken: inputOf(env, 'github_token') ?? (env.GITHUB_TOKEN || undefined),
  };
}

// The words that YAML 1.2 core and actions/core take for a boolean.
function booleanOf(name: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new UsageError(`Input ${name} is "${value}", and must be true or false`);
}
