import { createInterface } from 'node:readline/promises';
import type { ChangeSet } from '../../change/change.js';
import { ToolError, UsageError } from '../../errors.js';
import type { CommandContext } from '../command.js';

/** What a person is asked to type. */
export interface Confirmation {
  /** Such as `destroy the hub research`. */
  readonly what: string;
  /** The word that agrees. */
  readonly word: string;
}

/** Asks in the terminal for a word. Throws where the answer is another one, so that nothing is done. */
export async function confirm(
  { terminal, signal }: Pick<CommandContext, 'terminal' | 'signal'>,
  { what, word }: Confirmation,
): Promise<void> {
  if (terminal === undefined) {
    throw new UsageError(`Nobody can be asked whether to ${what}`, { hint: 'Agree with --yes. Nothing was changed.' });
  }
  const reader = createInterface(terminal);
  // Ctrl-D gives no answer at all.
  const closed = new Promise<string>((resolve) => reader.once('close', () => resolve('')));
  try {
    const asked = reader.question(`To ${what}, type ${word}: `, { signal }).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw cause;
    });
    const answer = (await Promise.race([asked, closed])).trim();
    if (answer === word) return;
    throw new ToolError(`${word} was not typed. Nothing was changed`, { hint: `To ${what}, run again.` });
  } finally {
    reader.close();
  }
}

/**
 * Lets somebody in front of a terminal agree to the plan that was shown. A workflow has its review, and a script nobody to
 * ask. The fingerprint of a plan that was checked is an agreement, too.
 */
export async function confirmInTerminal(
  context: Pick<CommandContext, 'terminal' | 'signal' | 'flags'>,
  { hub, changes }: ChangeSet,
): Promise<void> {
  const { terminal, flags } = context;
  if (terminal === undefined || changes.length === 0) return;
  if (flags.yes === true || flags.fingerprint !== undefined) return;
  await confirm(context, { what: `apply this to ${hub}`, word: 'yes' });
}
