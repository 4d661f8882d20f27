import type { Command } from '../stages/command.js';
import { askTerraform } from '../system/tools.js';

/** Shows what the files would change. Writes only the comment on the pull request. */
export const command: Command = {
  name: 'plan',
  about: 'Shows what the files would change in platform, hub and people. Changes nothing.',
  flags: {},
  run: async (context) => {
    // Started early: asking terraform for its version takes as long as loading the modules.
    askTerraform(context.env);
    const [{ withSession }, { show }] = await Promise.all([
      import('../stages/session/session.js'),
      import('../stages/deploy/plan-report.js'),
    ]);
    return withSession(context, 'plan', show);
  },
};
