import type { AccessNote } from '../../change/run-note.js';
import { firstOf, formatNumber, plural } from '../../config/text.js';
import type { NoteTexts } from './note-texts.js';

const NAMED = 5;
const NAMED_IN_GROUP = 20;

const AUDIENCES = {
  everybody: 'Everybody in the world',
  'google-accounts': 'Everybody with a Google account',
} as const;

/** Notes about who may enter. */
export const ACCESS_NOTES: NoteTexts<AccessNote> = {
  'list-recovered': () =>
    "The hub's list of people was deleted or spoiled in the cluster. It is made anew from the users files and from its copy, so that nobody who was put out comes back.",
  'removes-own-identity': ({ name }) => `This change revokes the access of ${name}, the identity that runs it.`,
  'removes-google-group': ({ name }) =>
    `The Google group ${name} loses access. How many people that concerns is not known.`,
  'removes-domain': ({ name }) => `The domain ${name} loses access. How many people that concerns is not known.`,
  'revoked-until-unlisted': ({ name }) =>
    `Access of ${name} was revoked at once and stays revoked while a users file lists them. To grant it again, remove the line, then add it again.`,
  'public-access': ({ member, audience, outcome, role, condition }) => {
    const may = role === undefined ? 'may pass IAP' : `has ${role} on IAP`;
    const under = condition === undefined ? '' : ` under the condition "${condition}"`;
    const results = {
      removed: 'The grant is revoked.',
      'kept-additive': 'The grant stays, since access.mode is additive: remove it in the console.',
      'kept-foreign': 'The grant is not managed by this hub and is kept; check it.',
    } as const;
    return `${AUDIENCES[audience]} ${may}${under} (${member}). ${results[outcome]}`;
  },
  'deleted-account': ({ member }) => `The account "${member}" no longer exists; its grant is removed.`,
  'unknown-to-iam': ({ members }) =>
    `IAM does not know ${members.join(', ')}. Everybody else was granted access. Check the spelling and the kind.`,
  'foreign-grants-kept': ({ members }) =>
    `Grants with a condition that somebody else made are kept: ${firstOf(members, NAMED)}. The hub admits only people whom a users file lists.`,
  'group-api-disabled': ({ group }) =>
    `The members of ${group} are not compared yet: apply enables the Cloud Identity API first, and then adds whoever is missing.`,
  'group-unreadable': ({ group, error }) =>
    `The members of ${group} are not compared, since the identity of this plan may not see them: ${error}. What apply changes in the group besides the people above is not shown.`,
  'group-administrators': ({ group, members }) =>
    `Owners and managers of ${group} pass IAP and are never removed from it, though no users file lists them: ${firstOf(members, NAMED_IN_GROUP)}.`,
  'group-not-synced': ({ group, where, error, hint }) =>
    `The members of the Google group ${group} were NOT synced${where === undefined ? '' : ` (${where})`}: ${error}. ${hint} The hub has its list already.`,
  'group-incomplete': ({ group, failed, forbidden }) => {
    const why = forbidden
      ? ' Google also says that a permission is missing for an account that does not exist, and for one from outside where the group takes none. Otherwise this identity is not a manager of the group.'
      : '';
    return `The Google group ${group} is NOT as the users files say: ${plural(failed, 'member')} could not be written, everybody else was.${why} Fix the cause, then run again: only what is missing is written.`;
  },
  'group-member-failed': ({ group, member, action, error }) =>
    `${member} could not be ${action === 'add' ? 'added to' : 'removed from'} ${group}: ${error}`,
  'more-group-members-failed': ({ count }) => `… and ${formatNumber(count)} more.`,
  'group-record-not-written': ({ error }) =>
    `The note of who is in the group could not be written: ${error}. Run again. Nobody gains or loses access by it.`,
  'access-revoked': ({ name, stoppedServers, deletedTokens }) =>
    `${name}: ${plural(stoppedServers, 'server')} stopped, ${plural(deletedTokens, 'token')} deleted, home kept`,
  'revocation-incomplete': ({ name, error }) =>
    `${name}: the hub could not end everything (${error}); it tries again by itself`,
  'audit-record-missing': ({ bucket, generation, time, error }) =>
    `Access WAS changed (generation ${generation}, ${time}), and its audit record is MISSING in gs://${bucket}: ${error}. Keep the summary of this run as the record, and fix the cause: the next run records only what it changes itself.`,
};
