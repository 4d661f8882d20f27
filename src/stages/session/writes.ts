import { joinWithAnd } from '../../config/text.js';
import { ToolError } from '../../errors.js';

/** That nothing was written, as failures say it that know of their own step only. A call speaks for itself alone. */
const NOTHING = /(^|[.;]\s*)Nothing was (?:written|changed)(?! by this call)(?: by this run)?(?:,[^.]*)?(?:\.\s*|$)/;

/**
 * Makes a failure say what the run had done before. A step that changed nothing says so, and does not know that earlier
 * steps did.
 * @param writes what the run has written, in order
 */
export function withWrites(error: unknown, writes: readonly string[]): unknown {
  if (writes.length === 0 || !(error instanceof ToolError)) return error;
  const done = `Before this, the run had done: ${joinWithAnd([...new Set(writes)])}. The next run goes on from there.`;
  const hint = (error.hint ?? '').replace(NOTHING, '$1').trim();
  // In place, since the class of a failure decides about the exit code, and about what is shown of it.
  if (NOTHING.test(error.message)) error.message = error.message.replace(NOTHING, '$1').trim().replace(/[.;]$/, '');
  return Object.assign(error, { hint: hint === '' ? done : `${hint} ${done}` });
}
