import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Identity } from '../client-settings.js';
import type { Sandbox } from '../sandbox.js';
import { jobSettings, trustJobs } from '../trust.js';
import { Person } from './person.js';
import { jupyterhubGke, type Ran, type Reporter } from './reporter.js';

/** Context of all steps: the sandbox, the reporter, and a repository with the two files. */
export interface Scenario {
  readonly sandbox: Sandbox;
  readonly reporter: Reporter;
  /** Folder with jupyterhub.yaml and users.yaml, like a checkout. */
  readonly repository: string;
  readonly hub: string;
  readonly namespace: string;
  /** Two listed people without an end date, and one who is not listed. */
  readonly people: { readonly first: string; readonly second: string; readonly stranger: string };
  /** Runs a command of the bundle as one of the identities. */
  readonly gke: (identity: Identity, ...args: string[]) => Promise<Ran>;
  /** The same, and returns the document of --json. A failed run is an error. */
  readonly ask: <T>(identity: Identity, ...args: string[]) => Promise<T>;
  /** Browser of a person who has signed in at IAP. */
  readonly signIn: (email: string) => Promise<Person>;
  /** The users file that lists a person. */
  readonly fileOf: (email: string) => string;
  /** Reads or writes a file of the repository. */
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
}

/** Copies the configuration's folder, because the lifecycle changes its files, and picks its people. */
export function createScenario(
  sandbox: Sandbox,
  reporter: Reporter,
  configPath: string,
  listed: readonly string[],
): Scenario {
  const repository = join(sandbox.dir, 'repository');
  mkdirSync(repository, { recursive: true });
  cpSync(dirname(configPath), repository, { recursive: true });
  const hub = sandbox.config.name;
  const [first, second] = listed;
  if (first === undefined || second === undefined) {
    throw new Error('The lifecycle needs two listed people without an end date in the users file.');
  }
  const account = (identity: string): string => `${hub}-${identity}@${sandbox.config.project}.iam.gserviceaccount.com`;
  trustJobs(sandbox.emulator, sandbox.github, account);
  const gke = (identity: Identity, ...args: string[]): Promise<Ran> =>
    jupyterhubGke(args, {
      cwd: repository,
      env: {
        ...process.env,
        ...sandbox.envAs(identity),
        ...(identity === 'operator' ? {} : jobSettings(sandbox.github, identity, account(identity))),
      },
      onLine: (line) => (args.includes('--json') && /^[\s{}[\]"]/.test(line) ? undefined : reporter.say(`  ${line}`)),
    });
  return {
    sandbox,
    reporter,
    repository,
    hub,
    namespace: `jupyterhub-${hub}`,
    people: { first, second, stranger: `stranger@${first.split('@')[1] ?? 'acme.dev'}` },
    gke,
    ask: async <T>(identity: Identity, ...args: string[]) => {
      const ran = await gke(identity, ...args, '--json');
      if (ran.code !== 0) throw new Error(`${ran.line} ended with ${ran.code}:\n${ran.stderr.slice(-4000)}`);
      return JSON.parse(ran.stdout) as T;
    },
    signIn: async (email) => {
      const person = new Person(email, sandbox.iap.url);
      await person.open(sandbox.iap.signInUrl(email));
      return person;
    },
    fileOf: (email) => {
      const has = (name: string): boolean => readFileSync(join(repository, name), 'utf8').toLowerCase().includes(email);
      const found = readdirSync(repository).find((name) => /^(?!jupyterhub\.).*\.(ya?ml|csv)$/.test(name) && has(name));
      if (found === undefined) throw new Error(`No users file lists ${email}.`);
      return found;
    },
    read: (name) => readFileSync(join(repository, name), 'utf8'),
    write: (name, text) => writeFileSync(join(repository, name), text),
  };
}

/** Document of `plan`, `apply`, `sync-users` and `destroy` with --json, as far as the lifecycle reads it. */
export interface Document {
  readonly changed: boolean;
  readonly hubUrl?: string | null;
  readonly changes: readonly { readonly scope: string; readonly action: string; readonly address: string }[];
  readonly retained?: readonly { readonly what: string; readonly where: string }[];
}
