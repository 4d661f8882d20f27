import { list, number } from '../config/words.js';
import { ConfigurationError } from '../errors.js';

/** The first run over a policy or a group that others filled would shut people out whom the users files do not list. */
export class AdoptionNeeded extends ConfigurationError {
  /** Members as IAM has them. */
  readonly members: readonly string[];

  /** @param group address of the Google group that lets them in; undefined: the policy of the door does */
  constructor(hub: string, members: readonly string[], group?: string) {
    const some = members.slice(0, 5);
    const more = members.length > some.length ? `, … (${number(members.length - some.length)} more)` : '';
    const many = members.length === 1 ? 'member' : 'members';
    super(
      `${group === undefined ? `The door of ${hub} already lets in` : `The Google group ${group} already has`} ${number(members.length)} ${many} whom the users files do not list: ${more === '' ? list(some) : some.join(', ') + more}. Nothing was written`,
      {
        where: group === undefined ? `access policy of ${hub}` : 'jupyterhub.yaml: access.entry.group',
        hint: 'Run sync-users --adopt for a patch that adds them to a users file, merge it, then run again. To leave them as they are, set access: {mode: additive}.',
      },
    );
    this.members = members;
  }
}
