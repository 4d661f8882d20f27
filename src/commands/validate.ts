import { listedPeople } from '../access/users/load.js';
import type { Diagnostic } from '../config/diagnostic.js';
import { findingsDocument, findingsText } from '../report/findings.js';
import type { Command, CommandContext } from '../stages/command.js';
import { type CheckedInput, checkInput } from '../stages/input/read.js';
import { unaskedZones } from '../stages/zones/offline.js';

/** Checks the files and prints all findings. Contacts nothing and needs no credentials. */
export const command: Command = {
  name: 'validate',
  about: 'Checks jupyterhub.yaml and the users files. Contacts nothing.',
  flags: {},
  run: async (context) => {
    const started = performance.now();
    const checked = withoutLaterKeys(withOfflineNotes(await checkInput(context, { compileIn: context.env })));
    context.annotate(checked.diagnostics);
    context.say(findingsText({ ...checked, shown: context.write.plain, took: performance.now() - started }));
    return {
      exitCode: checked.input === undefined ? 1 : 0,
      document: findingsDocument(checked),
      outputs: {},
      ...(context.github !== undefined ? { summary: await summary(context, checked) } : {}),
    };
  },
};

/** Loaded in workflows only: a terminal shows the findings already, and starts faster without it. */
async function summary({ write }: CommandContext, { input, diagnostics }: CheckedInput): Promise<string> {
  const { filesSummary } = await import('../report/files-summary.js');
  return filesSummary({
    config: input?.config,
    people: listedPeople(input?.principals ?? []).length,
    diagnostics,
    write,
  });
}

/** Adds what this command does not check, because only Google knows. */
function withOfflineNotes(checked: CheckedInput): CheckedInput {
  const { input, diagnostics } = checked;
  if (input === undefined) return checked;
  return { ...checked, diagnostics: [...diagnostics, ...unaskedZones(input.config, input.locate)] };
}

/**
 * Merges the notes about keys that this version does not support into one, since the file may be for a later version.
 * `plan` and `apply` name each key. The note is left out while the file has errors.
 */
function withoutLaterKeys(checked: CheckedInput): CheckedInput {
  const isLater = ({ rule }: Diagnostic): boolean => rule === 'not-supported-yet';
  const [first, ...more] = checked.diagnostics.filter(isLater);
  const others = checked.diagnostics.filter((found) => !isLater(found) || (checked.input && found === first));
  const diagnostics = others.map((found) =>
    found !== first || more.length === 0
      ? found
      : { ...found, message: `${found.message} The same is true for ${more.length} more; plan and apply name each.` },
  );
  return { ...checked, diagnostics };
}
