import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoPath } from '../../sandbox/src/paths.js';
import { initRepository } from '../../src/commands/init/command.js';
import type { CommandContext, CommandResult, Terminal } from '../../src/stages/command.js';
import { contextIn } from './command-context.js';

/** The answers of examples/quick-start, as flags. */
export const QUICK_START = {
  repository: 'acme/hubs',
  visibility: 'private',
  'github-plan': 'team',
  'code-owner': '@acme/hub-admins',
  project: 'acme-research',
  location: 'us-central1',
  'hub-name': 'research',
  'state-bucket': 'acme-research-tfstate',
  admin: 'ada@acme.dev',
} as const;

/** A run of init in a folder of its own. */
export interface InitRun {
  readonly folder: string;
  readonly result: CommandResult;
  readonly said: string;
}

/** Settings of a run. */
export interface InitOptions {
  readonly folder?: string;
  readonly terminal?: Terminal;
  readonly signal?: AbortSignal;
}

const folders: string[] = [];

/** A new empty folder; `removeFolders` removes all of them. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'init-test-'));
  folders.push(folder);
  return folder;
}

/** Removes what `newFolder` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Runs init with flags, with this checkout's templates. */
export async function init(flags: CommandContext['flags'], options: InitOptions = {}): Promise<InitRun> {
  const { folder = newFolder(), ...more } = options;
  const context = contextIn(folder, { flags, ...more });
  const result = await initRepository(context, repoPath('templates'));
  return { folder, result, said: context.said.join('\n') };
}

/** Text of every file below a folder, hidden ones too, by path. */
export function filesBelow(folder: string, prefix = ''): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(join(folder, prefix)).sort()) {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) Object.assign(files, filesBelow(folder, path));
    else files[path] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}
