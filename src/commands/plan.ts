import type { Command } from '../stages/command.js';
import { askTerraform } from '../system/tools.js';

/** Shows what the files would change. Writes nothing but the comment. */
export const command: Command = {
  name: 'plan',
  about: 'Shows what the files would change on platform, hub and people. Changes nothing.',
  flags: {},
  run: async (context) => {
    // Terraform takes as long to say its version as the rest takes to be loaded.
    askTerraform(context.env);
    const [{ withSession }, { show }] = await Promise.all([
      import('../stages/session/session.js'),
      import('../stages/deploy/plan-report.js'),
    ]);
    return withSession(context, 'plan', show);
  },
};
