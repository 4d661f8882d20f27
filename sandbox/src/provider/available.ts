import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['registry.terraform.io/hashicorp/google', 'registry.opentofu.org/hashicorp/google'];
const ATTEMPT_LIMIT = 20_000;

/**
 * Whether terraform can install hashicorp/google of major version 7 here: from one of its local mirrors, which is quick
 * to see, else by trying an `init` of at most 20 seconds.
 */
export async function realProviderAvailable(terraformPath: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (mirrors(env).some(hasProvider)) return true;
  return tryInit(terraformPath, env);
}

/**
 * Text of a CLI configuration by which terraform finds the provider in any home folder, such as the one that act gives
 * a workflow; undefined where it comes from a registry, or terraform is told of its mirrors by a file already.
 */
export function mirrorConfiguration(env: NodeJS.ProcessEnv): string | undefined {
  if (env.TF_CLI_CONFIG_FILE && existsSync(env.TF_CLI_CONFIG_FILE)) {
    return readFileSync(env.TF_CLI_CONFIG_FILE, 'utf8');
  }
  const mirror = mirrors(env).find(hasProvider);
  if (mirror === undefined) return undefined;
  const names = JSON.stringify(NAMES);
  // JSON's escapes are HCL's, except that a template would begin at `${`.
  const path = JSON.stringify(mirror).replaceAll('${', '$${').replaceAll('%{', '%%{');
  return `provider_installation {\n  filesystem_mirror {\n    path    = ${path}\n    include = ${names}\n  }\n  direct {\n    exclude = ${names}\n  }\n}\n`;
}

/** Folders that terraform takes for mirrors by itself, and those that the CLI configuration names. */
function mirrors(env: NodeJS.ProcessEnv): string[] {
  const home = env.HOME || homedir();
  const xdgDirs = (env.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':');
  const data = [env.XDG_DATA_HOME || join(home, '.local/share'), ...xdgDirs];
  return [
    join(home, '.terraform.d/plugins'),
    ...data.map((dir) => join(dir, 'terraform/plugins')),
    ...configured(env, home),
  ];
}

function configured(env: NodeJS.ProcessEnv, home: string): string[] {
  const file = env.TF_CLI_CONFIG_FILE || join(home, '.terraformrc');
  if (!existsSync(file)) return [];
  const blocks = readFileSync(file, 'utf8').matchAll(/filesystem_mirror\s*\{[^}]*?path\s*=\s*"([^"]+)"/g);
  return [...blocks].map((match) => match[1] ?? '');
}

function hasProvider(mirror: string): boolean {
  const platform = `${process.platform === 'darwin' ? 'darwin' : 'linux'}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
  return NAMES.some((name) => {
    const folder = join(mirror, name);
    if (!existsSync(folder)) return false;
    const entries = readdirSync(folder);
    // Unpacked: VERSION/PLATFORM/; packed: one archive per version and platform.
    return entries.some(
      (entry) =>
        (/^7\./.test(entry) && existsSync(join(folder, entry, platform))) ||
        (/^terraform-provider-google_7\..*\.zip$/.test(entry) && entry.includes(platform)),
    );
  });
}

function tryInit(terraformPath: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const dir = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-provider-'));
  const { TF_REATTACH_PROVIDERS: _reattach, TF_CLI_CONFIG_FILE: file, ...rest } = env;
  const settings = { ...rest, ...(file && existsSync(file) ? { TF_CLI_CONFIG_FILE: file } : {}) };
  writeFileSync(
    join(dir, 'main.tf'),
    'terraform {\n  required_providers {\n    google = {\n      source  = "hashicorp/google"\n      version = "~> 7.0"\n    }\n  }\n}\n',
  );
  return new Promise((resolve) => {
    execFile(
      terraformPath,
      ['init', '-backend=false', '-input=false', '-no-color'],
      { cwd: dir, env: { ...settings, CHECKPOINT_DISABLE: '1' }, timeout: ATTEMPT_LIMIT },
      (error) => {
        rmSync(dir, { recursive: true, force: true });
        resolve(error === null);
      },
    );
  });
}
