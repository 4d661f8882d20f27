import { parseArgs } from 'node:util';
import { errorMessage, UsageError } from '../errors.js';
import { flagsFromInputs, type GetInput } from '../github/runner/inputs.js';
import type { Command, CommandContext } from './command.js';

const COMMON_FLAGS = {
  config: { type: 'string', about: 'path of the configuration file (default: jupyterhub.yaml)' },
  json: { type: 'boolean', about: 'print one JSON document to standard output, everything else to standard error' },
  help: { type: 'boolean', about: 'print this help' },
} as const;

/** The flags of a command: those that are typed, and below them those that inputs of a composite stand for. */
export function commandFlags(command: Command, args: readonly string[], getInput: GetInput): CommandContext['flags'] {
  const { values, words } = readFlags(command, args);
  if (command.words !== undefined && values.help !== true) requireWord(command, words);
  const known = (flag: string): boolean => flag in COMMON_FLAGS || flag in command.flags;
  const ofInputs = Object.entries(flagsFromInputs(getInput)).filter(([flag]) => known(flag));
  return { ...Object.fromEntries(ofInputs), ...values };
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const flags = Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type, about }]) => {
    const form = `--${flag}${type === 'string' ? ` ${flag === 'config' ? 'FILE' : 'VALUE'}` : ''}`;
    return `  ${form.padEnd(22)} ${about}`;
  });
  return [`jupyterhub-gke ${typed(command)} [flags]`, '', command.about, '', ...flags].join('\n');
}

/** The command as it is typed, such as `access report`. */
export function typed({ name, words = [] }: Command): string {
  return words.length === 0 ? name : `${name} ${words.join('|')}`;
}

function readFlags(
  command: Command,
  args: readonly string[],
): { readonly values: Record<string, string | boolean | undefined>; readonly words: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type }]) => [flag, { type }]),
      ),
      strict: true,
      allowPositionals: command.words !== undefined,
    });
    if (values.config === '') throw new Error('--config needs the path of a file, and is empty');
    return { values: values as Record<string, string | boolean | undefined>, words: positionals };
  } catch (cause) {
    throw new UsageError(errorMessage(cause), {
      hint: `jupyterhub-gke ${command.name} --help lists the flags.`,
      cause,
    });
  }
}

function requireWord({ name, words = [] }: Command, given: readonly string[]): void {
  const [word, ...more] = given;
  if (word !== undefined && words.includes(word) && more.length === 0) return;
  const said =
    given.length === 0 ? `"${name}" alone is not a command` : `"${[name, ...given].join(' ')}" is not a command`;
  throw new UsageError(said, { hint: `Commands: ${words.map((one) => `${name} ${one}`).join(', ')}.` });
}
