import { locationText } from '../../config/location.js';
import { ConfigurationError, ToolError, UsageError } from '../../errors.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { breakLock } from '../../stages/deploy/state-lock.js';
import { openRoots } from '../../stages/session/programs.js';
import { type Session, withSession } from '../../stages/session/session.js';
import { destroyHub } from './hub.js';
import { destroyPlatform } from './platform.js';
import { nameOf, type Target } from './result.js';

/** Removes a hub, or a platform without hubs. Resources with people's data are retained and listed. */
export const command: Command = {
  name: 'destroy',
  about: 'Removes a hub or a platform whose protection is off. Homes and the hub database are retained and listed.',
  flags: {
    yes: { type: 'boolean', about: 'agree beforehand; without it a terminal asks for the name, and nobody else can' },
    confirm: {
      type: 'string',
      about: 'agree beforehand by the name of the hub, or of the platform; another name is refused',
    },
    address: { type: 'string', about: "name of the hub's reserved address, to release it too; it is kept otherwise" },
    target: { type: 'string', about: 'what to destroy: hub or platform (required)' },
    'break-lock': { type: 'string', about: 'id of a state lock that a killed run left behind; it is removed first' },
  },
  run: async (context) => {
    const { target } = context.flags;
    if (target !== 'hub' && target !== 'platform') {
      throw new UsageError('destroy needs --target hub or --target platform', {
        hint: 'Destroy the hub first: its load balancer depends on the platform.',
      });
    }
    refuseUnasked(context);
    const work = async (session: Session): Promise<CommandResult> => {
      if (target === 'platform') refuseForeign(session);
      refuseWrongName(session, target);
      const roots = await openRoots(session);
      const lock = context.flags['break-lock'];
      if (typeof lock === 'string') await breakLock(session, roots, lock);
      return target === 'hub' ? destroyHub(session, roots) : destroyPlatform(session, roots);
    };
    // An unreadable users file must not prevent the removal.
    return withSession(context, 'destroy', work, false);
  },
};

function refuseForeign({ config, input }: Session): void {
  const { from, existing } = config.platform;
  if (existing !== undefined) {
    throw new ConfigurationError(
      `The cluster ${existing.name} is managed elsewhere, so there is no platform. Nothing was changed`,
      {
        where: locationText(input.locate(['platform', 'cluster', 'existing'], 'key')),
        hint: 'Remove the hub with --target hub. The cluster stays.',
      },
    );
  }
  if (from === undefined) return;
  const place = input.locate(['platform', 'from']);
  throw new ConfigurationError('This hub does not own its platform. Nothing was changed', {
    where: locationText(place),
    hint: `Destroy the platform with the file that owns it: ${from}.`,
  });
}

/** Before anything is contacted: a removal that nobody agreed to, and nobody can agree to. */
function refuseUnasked({ flags, terminal }: CommandContext): void {
  if (flags.yes === true || flags.confirm !== undefined || terminal !== undefined) return;
  throw new UsageError('destroy asks before it removes something, and nobody can be asked here', {
    hint: 'Agree with --yes, or with --confirm and the name of the hub (of the platform for --target platform); in a workflow by the input confirm.',
  });
}

function refuseWrongName(session: Session, target: Target): void {
  const { confirm } = session.context.flags;
  const name = nameOf(session, target);
  if (confirm === undefined || confirm === name) return;
  throw new ToolError(`The ${target} of this file is ${name}, not ${JSON.stringify(confirm)}. Nothing was changed`, {
    where: locationText(session.input.locate(['name'])),
    hint: 'Name the file of the hub that is to go with --config, or correct the name.',
  });
}
