import { types } from 'node:util';
import { ToolError } from '../errors.js';

const CAUSES: Readonly<Record<string, readonly [cause: string, hint: string]>> = {
  ENOSPC: ['The disk is full', 'Free some space, then run again.'],
  EDQUOT: ['The quota of this disk is used up', 'Free some space, then run again.'],
  EROFS: [
    'The disk can only be read',
    'Make it writable, or name another folder in RUNNER_TEMP (in a terminal TMPDIR), then run again.',
  ],
  EIO: [
    'The disk has a fault',
    'Run again on another machine, or name a folder of another disk in RUNNER_TEMP (in a terminal TMPDIR).',
  ],
  EMFILE: ['This process may open no more files', 'Raise the limit (ulimit -n), then run again.'],
  ENFILE: ['This machine may open no more files', 'End other programs, then run again.'],
};

/** A failure of the disk with its cause and a way out. Anything else is returned as it is. */
export function explainDisk(error: unknown): unknown {
  if (!types.isNativeError(error) || error instanceof ToolError) return error;
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  const known = Object.hasOwn(CAUSES, code) ? CAUSES[code] : undefined;
  if (known === undefined) return error;
  const [cause, hint] = known;
  return new ToolError(`${cause} (${code}${syscall === undefined ? '' : `, ${syscall}`})`, {
    ...(path === undefined ? {} : { where: path }),
    hint,
    cause: error,
  });
}
