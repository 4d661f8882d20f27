import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedPeople, type Principal } from '../../src/access/users/load.js';
import type { HubConfig } from '../../src/config/model.js';
import { readCredentials } from '../../src/github/runner/inputs.js';
import { writer } from '../../src/report/writer.js';
import { type Input, readInput } from '../../src/stages/input/read.js';
import { type Sandbox, startSandbox } from './sandbox.js';

/** Reads a configuration for the sandbox. An error in it ends the start, as it ends every command. */
export async function readConfig(path: string): Promise<HubConfig> {
  return (await readFiles(path)).config;
}

/** A configuration and the people whom its users files list. */
export function readFiles(path: string): Promise<Input> {
  const quiet = (): void => undefined;
  return readInput({
    configPath: path,
    cwd: process.cwd(),
    env: {},
    github: undefined,
    credentials: readCredentials({}, { getInput: () => '', inWorkflow: false }),
    now: new Date(),
    write: writer(false),
    annotate: quiet,
    say: quiet,
  });
}

/** Runs all parts in this process until SIGTERM. It writes the env file, then the file `ready`. */
export async function serve(
  flags: {
    readonly env: string | undefined;
    readonly config: string;
    readonly provider: 'real' | 'stand-in' | undefined;
  },
  dir: string,
): Promise<number> {
  const { env: envFile } = flags;
  if (envFile === undefined || dir === '') throw new Error('serve is started by "up"');
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const { config, principals } = await readFiles(flags.config);
  const sandbox = await startSandbox({
    config,
    dir: join(dir, 'sandbox'),
    log: (line) => console.log(line),
    provider: flags.provider,
  });
  writeFileSync(envFile, envText(sandbox), { mode: 0o600 });
  console.log(howToEnter(sandbox, { envFile, configFile: flags.config, people: listedPeople(principals) }));
  writeFileSync(join(dir, 'ready'), '');
  await stopped;
  await sandbox.stop();
  rmSync(envFile, { force: true });
  return 0;
}

/** `export NAME='value'` lines that any POSIX shell reads. */
export function envText({ env }: Pick<Sandbox, 'env'>): string {
  return `${Object.entries(env)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`)
    .join('\n')}\n`;
}

function howToEnter(
  sandbox: Sandbox,
  about: { readonly envFile: string; readonly configFile: string; readonly people: readonly Principal[] },
): string {
  const links = about.people.slice(0, 3).map(({ name }) => `    ${name}: ${sandbox.iap.signInUrl(name)}`);
  return [
    '',
    `The sandbox is running. Nothing is applied yet. In any terminal:  . ${about.envFile}`,
    `  node dist/index.js apply --config ${about.configFile}   (terraform, helm, kubectl and gcloud use it too)`,
    '  after the apply, open one of these in a browser to sign in as that person:',
    ...links,
    `  the hub, without IAP:  ${sandbox.ingress.hubUrl}`,
    `  stop it:  npm run sandbox -- down --env ${about.envFile}`,
  ].join('\n');
}
