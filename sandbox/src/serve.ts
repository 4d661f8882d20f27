import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/load.js';
import type { HubConfig } from '../../src/config/model.js';
import { type Ground, startGround } from './ground.js';

/** Reads a configuration for the sandbox; its findings end the start, as they end every command. */
export function readConfig(path: string): HubConfig {
  const { config, diagnostics } = loadConfig({ path, text: readFileSync(path, 'utf8') }, dirname(path));
  if (config) return config;
  const lines = diagnostics.map((found) => `${found.file}:${found.line}:${found.column} ${found.message}`);
  throw new Error(`The sandbox needs a valid configuration:\n${lines.join('\n')}`);
}

/** Runs all parts in this process until SIGTERM, after writing the env file and the sign that it is ready. */
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
  const ground = await startGround({
    config: readConfig(flags.config),
    dir: join(dir, 'ground'),
    log: (line) => console.log(line),
    provider: flags.provider,
  });
  writeFileSync(envFile, envText(ground), { mode: 0o600 });
  console.log(howToEnter(ground, envFile));
  writeFileSync(join(dir, 'ready'), '');
  await stopped;
  await ground.stop();
  rmSync(envFile, { force: true });
  return 0;
}

/** `export NAME='value'` lines that any POSIX shell reads. */
export function envText({ env }: Pick<Ground, 'env'>): string {
  return `${Object.entries(env)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`)
    .join('\n')}\n`;
}

function howToEnter(ground: Ground, envFile: string): string {
  const { config, iap, ingress } = ground;
  return [
    '',
    `The sandbox runs, and nothing is applied yet. In any terminal:  . ${envFile}`,
    '  node dist/index.js apply --config FILE   (terraform, helm, kubectl and gcloud work on it too)',
    `  enter as a listed person, once applied:  ${iap.signInUrl(`PERSON@${config.project.replace(/-.*/, '')}.dev`)}`,
    `  past the door, straight to the hub:      ${ingress.hubUrl}`,
    '  stop it:  npm run sandbox -- down',
  ].join('\n');
}
