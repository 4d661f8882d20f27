import { relative, resolve } from 'node:path';
import type { CommandContext } from '../command.js';

/** A path, relative to the working folder, as GitHub names it: relative to the top of the checkout. */
export function inRepository({ env, cwd }: Pick<CommandContext, 'env' | 'cwd'>, path: string): string {
  return relative(env.GITHUB_WORKSPACE || cwd, resolve(cwd, path));
}
