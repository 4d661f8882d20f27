import type { Change, ChangeSet } from '../../change/change.js';
import { changeDocument } from '../../report/change-document.js';
import { doneSummary } from '../../report/summary.js';
import { changeLines, countLine } from '../../report/terminal.js';
import type { CommandContext, CommandResult } from '../../stages/command.js';
import { confirm } from '../../stages/session/confirm.js';
import type { Session } from '../../stages/session/session.js';
import type { RetainedResource } from './retained.js';

/** What destroy removes. */
export type Target = 'hub' | 'platform';

/** Shows what goes, and asks for the name where somebody can be asked. */
export async function showAndConfirm(
  { context, config }: Session,
  target: Target,
  changes: readonly Change[],
): Promise<void> {
  show(context, changes);
  if (changes.length === 0 || context.flags.yes === true || context.flags.confirm !== undefined) return;
  await confirm(context, { what: `destroy the ${target}`, word: nameOf({ config }, target) });
}

function show(context: CommandContext, changes: readonly Change[]): void {
  context.group();
  if (changes.length > 0) for (const line of changeLines(changes, context.write)) context.say(line);
  context.say(`Destroy: ${countLine(changes)}`);
}

/** The name that agrees to a removal. */
export function nameOf({ config }: Pick<Session, 'config'>, target: Target): string {
  return target === 'hub' ? config.name : config.platform.name;
}

/** The result of a run that has removed all that it showed. */
export function destroyed(
  session: Session,
  target: Target,
  changes: readonly Change[],
  retained: readonly RetainedResource[],
): CommandResult {
  const changeSet: ChangeSet = { hub: session.config.name, changes };
  const changed = changes.length > 0;
  session.context.group();
  for (const { what, where } of retained) session.context.say(`  kept: ${what} (${where})`);
  // Where the hub was gone already, only its address went.
  const isHub = changes.some(({ scope }) => scope === 'helm');
  const what = target === 'hub' && !isHub ? 'The address of the hub is released.' : `The ${target} is destroyed.`;
  session.context.say(changed ? what : `Nothing to do: the ${target} does not exist.`);
  return {
    exitCode: 0,
    document: changeDocument({
      command: 'destroy',
      changeSet,
      changed,
      more: { target, retained: retained.map((one) => ({ ...one })) },
    }),
    outputs: { changed: String(changed) },
    summary: doneSummary({
      hub: changeSet.hub,
      command: 'destroy',
      changeSet,
      retained,
      warnings: session.input.diagnostics,
      write: session.context.write,
    }),
  };
}
