import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A program that leaves a mark where it runs, under any name. */
export interface Planted {
  readonly program: string;
  /** Whether it ran. */
  readonly ran: () => boolean;
}

/** Writes a program that leaves a mark when it runs. */
export function plantProgram(path: string, mark: string): Planted {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "$0 $@" >> '${mark}'\ncat\n`);
  chmodSync(path, 0o755);
  return { program: path, ran: () => existsSync(mark) };
}

/** Every setting by which git starts a program of somebody's choice while it reads. */
export function settingsThatRun(program: string): readonly (readonly [string, string])[] {
  return [
    ['core.fsmonitor', program],
    ['core.hooksPath', dirname(program)],
    ['core.pager', program],
    ['core.editor', program],
    ['core.sshCommand', program],
    ['core.askPass', program],
    ['core.alternateRefsCommand', program],
    ['core.attributesFile', join(dirname(program), 'attributes')],
    ['credential.helper', `!${program}`],
    ['diff.external', program],
    ['diff.planted.command', program],
    ['diff.planted.textconv', program],
    ['filter.planted.clean', program],
    ['filter.planted.smudge', program],
    ['filter.planted.process', program],
    ['filter.planted.required', 'true'],
    ['merge.planted.driver', program],
    ['gpg.program', program],
    ['log.showSignature', 'true'],
    ['alias.blame', `!${program}`],
    ['alias.log', `!${program}`],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialCloneFilter', 'blob:none'],
    ['remote.origin.url', `ext::${program}`],
    ['protocol.ext.allow', 'always'],
    ['diff.submodule', 'log'],
  ];
}

/** Attributes that send every file through the planted filter and comparison. */
export const PLANTED_ATTRIBUTES = '* filter=planted diff=planted merge=planted\n';

/** Writes the settings into a configuration file of git. */
export function plantSettings(file: string, program: string): void {
  mkdirSync(dirname(file), { recursive: true });
  for (const [name, value] of settingsThatRun(program)) execFileSync('git', ['config', '--file', file, name, value]);
}

/** Makes a folder look like a bare repository with a working tree below it, and with the planted settings. */
export function plantBareRepository(folder: string, program: string): void {
  for (const name of ['objects', 'refs', 'tree']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
  for (const name of ['.gitattributes', 'tree/.gitattributes']) writeFileSync(join(folder, name), PLANTED_ATTRIBUTES);
  writeFileSync(join(folder, 'config'), '[core]\nrepositoryformatversion = 0\nbare = false\nworktree = tree\n');
  plantSettings(join(folder, 'config'), program);
}
