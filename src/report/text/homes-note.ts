import type { HomeOwner, HomesNote } from '../../change/run-note.js';
import { formatNumber, joinWithAnd, plural, roughDuration } from '../../config/text.js';
import type { NoteTexts } from './note-texts.js';

function ownerText(home: HomeOwner): string {
  return 'owner' in home ? home.owner : `somebody who left (${home.ownerKey})`;
}

/** Notes about the homes of people. */
export const HOMES_NOTES: NoteTexts<HomesNote> = {
  'buckets-planned': ({ seconds }) =>
    `Buckets and folders are made after access is granted, which takes about ${roughDuration(seconds)}.`,
  'homes-labelled': ({ count }) => `${plural(count, 'home')} of people who left: labelled with the day, kept.`,
  'homes-not-labelled': () =>
    'The homes of people who left are not labelled with the day: this identity gets the right with the next apply.',
  'homes-kept': ({ count, size, diskType }) => {
    const verb = count === 1 ? ['exists', 'keeps', 'stays'] : ['exist', 'keep', 'stay'];
    const parts = [
      ...(size === undefined ? [] : [`${verb[1]} ${size}`]),
      ...(diskType === undefined ? [] : [`${verb[2]} on disks of the type ${diskType}`]),
    ];
    return `${plural(count, 'home')} that ${verb[0]} ${joinWithAnd(parts)}: the change is for new homes.`;
  },
  'buckets-after-apply': () => 'Buckets of people are made once apply has brought the configuration to the hub.',
  'buckets-failed': ({ identity, error, hint }) =>
    `The buckets of people are incomplete (identity: ${identity ?? 'that of this run'}): ${error}.${hint === undefined ? '' : ` ${hint}`} Access was granted and revoked all the same. The next run goes on from here.`,
  'buckets-ready': ({ count, planned }) =>
    `${plural(count, 'bucket or folder', 'buckets or folders')} of people ready (${formatNumber(planned)} planned).`,
  'bucket-closed': (note) => `${ownerText(note)}: rights to the bucket revoked, files kept, left on ${note.day}.`,
  'bucket-lost': (note) => `${ownerText(note)}: the bucket was gone, with all files in it; an empty one was made.`,
  'bucket-failed': (note) => `The bucket of ${ownerText(note)} is incomplete: ${note.error}.`,
  'buckets-not-done': ({ count }) => `${plural(count, 'more bucket')} not done. The next run goes on from here.`,
  'home-not-purged': ({ owner, day, purgeDay, where }) => {
    const why = day === undefined ? 'has no day of leaving yet' : `was left on ${day}, not on ${purgeDay}`;
    return `A home of ${owner} ${why}, so it is kept despite storage.purge (${where}).`;
  },
  'claim-of-another': ({ owner, count, where }) =>
    `${plural(count, 'disk')} bearing the name of ${owner} ${count === 1 ? 'is' : 'are'} kept despite storage.purge (${where}): by the name of the claim it is not the home of this person. Somebody may have changed the annotation hub.jupyter.org/username.`,
  'purge-entry-unused': ({ owner, where }) =>
    `${owner} has no home, so the entry of storage.purge can be removed (${where}).`,
  'disk-purged': ({ owner, left }) => `The disk of ${owner}, who left on ${left}, is deleted for good.`,
  'bucket-purged': ({ owner, place, complete }) =>
    complete
      ? `${place} of ${owner} is deleted for good.`
      : `Google deletes the files in ${place} of ${owner}, which takes about a day. A run after that deletes it.`,
  'purges-stopped': ({ count }) =>
    `storage.purge no longer names ${plural(count, 'home')}: the deletion of files stops. Deleted files can be restored for 30 days.`,
  'purge-incomplete': ({ error }) =>
    `Not all buckets that storage.purge names are deleted: ${error}. The next run goes on from here.`,
};
