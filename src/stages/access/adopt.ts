import { AdoptionNeeded } from '../../access/iap/adoption.js';
import { planPolicy } from '../../access/iap/sync.js';
import { ConfigurationError, ToolError } from '../../errors.js';
import type { CommandResult } from '../command.js';
import { type ClusterConnection, hubBackend, iapTarget } from '../session/cluster.js';
import type { Session } from '../session/session.js';
import { foreignMembers } from './group-plan.js';
import { desiredAccess } from './plan.js';

/**
 * Prints a patch of a users file with everybody who has access in IAP or in a managed group, and is in no users file.
 * Writes nothing. Once the patch is merged, the first sync takes over the IAP policy and nobody loses access.
 */
export async function showAdoption(session: Session, cluster: ClusterConnection): Promise<CommandResult> {
  const { context, config, principals, input } = session;
  if (session.context.write.isPublic) {
    throw new ToolError('The patch has names of people, and the output of this run is public', {
      where: 'sync-users --adopt',
      hint: 'Run it in a terminal.',
    });
  }
  session.step('compare IAP with the users files');
  const backend = await hubBackend(session, cluster);
  if (backend === undefined) {
    throw new ToolError('The hub has no load balancer yet, so it has no IAP policy', {
      where: `Ingress jupyterhub-${config.name}/jupyterhub`,
      hint: 'Wait some minutes, then run again.',
    });
  }
  const wanted = { ...desiredAccess(session, principals, undefined), adopted: false, mode: 'authoritative' as const };
  const { refusal } = await planPolicy(await iapTarget(session, backend), wanted, session.context.now);
  const ofIap = refusal instanceof AdoptionNeeded ? refusal.members : [];
  const members = [...ofIap, ...(await foreignMembers(session))];
  if (members.length === 0) {
    context.group();
    context.say('The users files list everybody who has access in IAP: there is nothing to adopt.');
    return { exitCode: 0, document: { members: [], patch: '' }, outputs: { changed: 'false' } };
  }
  const file = [...principals.map(({ location }) => location.file), ...input.usersPaths].find(
    (path) => input.sources.has(path) && !input.origins.has(path) && /\.ya?ml$/i.test(path),
  );
  if (file === undefined) {
    const here = input.origins.size === 0 ? '' : ' in this repository, and a patch cannot change another one';
    throw new ConfigurationError(`There is no users file in YAML${here} to which they could be added`, {
      where: 'users',
      hint: 'Add one to this repository, with "users: []" in it, and run again.',
    });
  }
  const { adoptionPatch } = await import('../../access/edit/adoption-patch.js');
  const { diff, notes } = adoptionPatch(members, input.sources.get(file) ?? '', file);
  const advice = diff === '' ? '' : ' Save the patch, "git apply" it, and have it reviewed:\n';
  context.group();
  context.say(`Members with access in IAP who are in no users file: ${members.length}.${advice}`);
  if (diff !== '') context.say(diff);
  for (const note of notes) context.say(note);
  return {
    exitCode: 0,
    document: { members: [...members], patch: diff, notes: [...notes] },
    outputs: { changed: 'false' },
  };
}
