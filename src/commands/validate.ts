import { findingsDocument, findingsText } from '../report/findings.js';
import type { Command } from './command.js';
import { checkInput } from './read-input.js';

/** Checks the files and prints every finding; contacts nothing and needs no credentials. */
export const command: Command = {
  name: 'validate',
  about: 'Checks jupyterhub.yaml and the users files. Contacts nothing.',
  flags: {},
  run: async (context) => {
    const started = performance.now();
    const checked = await checkInput(context);
    context.annotate(checked.diagnostics);
    context.say(findingsText({ ...checked, took: performance.now() - started }));
    return {
      exitCode: checked.input === undefined ? 1 : 0,
      document: findingsDocument(checked),
      outputs: {},
    };
  },
};
