import type { ChangeNote, HubEffect, Listed, ResourceEffect } from '../../change/change-note.js';
import { firstOf } from '../../config/text.js';
import { untilText } from './dates.js';

/** Fields that a note names. */
const FIELDS = 5;

const EFFECTS: Readonly<Record<ResourceEffect | HubEffect, string>> = {
  'api-stays-enabled': 'the API stays enabled',
  'network-rebuilt': 'everything in the network is made anew',
  'connections-cut': 'connections of notebooks to the Internet are cut for a moment',
  'address-released': "the hub's address is given back to Google",
  'address-replaced': 'the hub gets another address',
  'takes-ten-minutes': 'takes about ten minutes',
  'everything-stops': 'the hub and every notebook server stop',
  'everything-stops-homes-reattached':
    'the hub and every notebook server stop, and the homes have to be attached again',
  'pool-added': 'new nodes are made when servers need them; no server stops',
  'pool-removed': 'its nodes go: every server on them stops, homes are kept',
  'pool-replaced': 'a new pool is made first; then every server on the nodes of the old one stops, homes are kept',
  'pool-nodes-replaced': 'GKE makes each node of the pool anew: every server on them stops, homes are kept',
  'pool-leaves-zone':
    'nodes in a zone go: every server on them stops, and homes in that zone find no node of this pool',
  'core-pool-moves': 'the hub and its proxy move to new nodes, which takes a minute; servers go on',
  'no-server-stops': 'no server stops',
  'hub-restarts': 'the hub restarts (about 20 s, open notebooks stay)',
  'proxy-restarts': 'the proxy restarts (open notebooks reconnect after some seconds)',
  'pods-restart': 'its pods restart',
  'certificate-renewed': 'Google makes a new certificate, which takes up to an hour',
  'storage-class-replaced':
    'a class cannot be changed: homes that exist keep their disks, new ones are made by the new class',
  'release-resumed': 'the last apply did not finish: it is done again, the objects stay as they are',
  'release-reinstalled': 'installed again with the same objects: a chart file or a hidden value changed',
  'server-stopped': 'a running notebook server is stopped; its home is kept',
};

/** Notes of a change as one text. */
export function changeNotesText(notes: readonly ChangeNote[] = []): string {
  return notes.map(changeNoteText).join('; ');
}

/** A note of a change in words. */
export function changeNoteText(note: ChangeNote): string {
  switch (note.code) {
    case 'listed':
      return `${listedAt(note)}${endOf(note.until)}`;
    case 'kept-additive':
      return note.file === undefined || note.line === undefined
        ? 'granted in the console; kept, since access.mode is additive'
        : `listed at ${note.file}:${note.line}${endOf(note.until)}; granted in the console without an end; kept, since access.mode is additive`;
    case 'access-entry':
      return `access.entry names this ${note.entry}`;
    case 'public-grant':
      return 'granted to everybody, which a users file cannot express';
    case 'access-ended':
      return `${listedAt(note)}${endOf(note.until)}, which has passed`;
    case 'entry-instead':
      return `${listedAt(note)}; access.entry grants access to a ${note.entry} instead`;
    case 'unknown-to-iam':
      return `${listedAt(note)}; IAM does not know it`;
    case 'ended-and-unlisted':
      return 'no longer listed, and its end has passed';
    case 'granted-in-console':
      return 'granted in the console, not listed';
    case 'no-longer-listed':
      return 'no longer listed';
    case 'not-listed':
      return 'not listed';
    case 'not-in-group':
      return `${listedAt(note)}, and not in ${note.group} yet`;
    case 'group-member-unlisted':
      return `in ${note.group}, and in no users file`;
    case 'group-member-revoked':
      return `in ${note.group}; ${listedAt(note)}, and access was revoked at once`;
    case 'group-member-ended':
      return `in ${note.group}; ${listedAt(note)}${endOf(note.until)}, which has passed`;
    case 'gone-from-cluster':
      return 'deleted in the cluster since the last apply; apply makes it again';
    case 'changed-in-cluster':
      return `changed in the cluster since the last apply; apply sets it back: ${firstOf(note.fields, FIELDS)}`;
    case 'differs-in-cluster':
      return `differs from what was deployed, and no complete record says whether somebody changed it or the cluster made it so; apply sets it back where it can: ${firstOf(note.fields, FIELDS)}`;
    case 'forgotten':
      return 'only forgotten: it is not deleted';
    case 'forces-replacement':
      return `a change of ${note.attributes.join(', ')} is only possible by replacing it`;
    case 'values-not-shown':
      return `values not shown: ${note.attributes.join(', ')}`;
    case 'servers-stop':
      return 'servers are stopped, tokens are revoked, the home is kept';
    case 'servers-of-others-stop':
      return 'people who enter by no other way lose their servers and tokens, homes are kept';
    case 'still-admitted-by-domain':
      return `still admitted as an account of ${note.domain}; rights and groups are gone`;
    case 'still-admitted-by-google-group':
      return 'still admitted if a Google group lets this account pass; rights and groups are gone';
    case 'owner-returned':
      return 'comes back: rights are granted again, and the files that were kept are there';
    case 'owner-returned-in-purge':
      return 'comes back while the home is being deleted: that is stopped, and rights are granted again';
    case 'owner-left':
      return 'left: rights are revoked, all files are kept';
    case 'purged':
      return `left on ${note.left}; all files are deleted for good`;
    default:
      return EFFECTS[note.code];
  }
}

function listedAt({ file, line }: Listed): string {
  return `listed at ${file}:${line}`;
}

function endOf(until: string | null | undefined): string {
  if (until === undefined) return '';
  return until === null ? ', without an end' : `, ${untilText(until)}`;
}
