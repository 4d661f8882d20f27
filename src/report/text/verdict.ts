import { addressOf, type Change, type ChangeAction } from '../../change/change.js';
import { lostChanges } from '../../change/guard.js';
import { firstOf, joinWithAnd, plural } from '../../config/text.js';
import { countActions } from '../table.js';
import type { Writer } from '../writer.js';
import { peopleSentences, stopsServers } from './people.js';
import { stopsSooner } from './profiles.js';
import {
  chartSentences,
  clusterRightsSentences,
  codeSentences,
  lossSentences,
  NAMED,
  rightsSentences,
  valueRightsSentences,
} from './rights.js';
import { settingSentences, withoutExplained } from './settings.js';

/** What the change means for people, their rights, notebooks, data and code, in plain sentences. */
export function verdict(all: readonly Change[], write: Writer): string {
  return verdictParts(all, write).join(' ');
}

/** The same by what each part is about: one or more sentences. */
export function verdictParts(all: readonly Change[], write: Writer): readonly string[] {
  const changes = withoutExplained(all);
  return [
    peopleSentences(changes),
    ...settingSentences(changes, write),
    ...rightsSentences(changes, write),
    ...lossSentences(changes, write),
    ...valueRightsSentences(changes, write),
    ...clusterRightsSentences(changes, write),
    driftSentence(changes, write),
    notebookSentence(changes),
    platformSentence(changes),
    dataSentences(changes, write),
    ...codeSentences(changes, write),
    ...chartSentences(changes, write),
  ].filter((sentence) => sentence !== '');
}

/** Effects on a node pool with which its servers stop. */
const POOL_LOSSES: ReadonlySet<string> = new Set([
  'pool-removed',
  'pool-replaced',
  'pool-nodes-replaced',
  'pool-leaves-zone',
]);

function driftSentence(changes: readonly Change[], write: Writer): string {
  const drift = changes.filter(({ isDrift }) => isDrift === true);
  if (drift.length === 0) return '';
  const names = drift.map((change) => write.code(addressOf(change)));
  return `⚠️ Somebody changed or deleted in the cluster what was deployed, and apply sets it back: ${firstOf(names, NAMED)}.`;
}

function notebookSentence(changes: readonly Change[]): string {
  const cluster = changes.find(
    ({ subject }) => subject.kind === 'terraform-resource' && subject.type === 'google_container_cluster',
  );
  if (cluster?.action === 'delete' || cluster?.action === 'replace')
    return 'The cluster goes: all running notebooks stop.';
  if (cluster?.action === 'create') return 'A new cluster is built; no notebook runs yet.';
  if (changes.some(({ notes = [] }) => notes.some(({ code }) => POOL_LOSSES.has(code))))
    return 'Servers on the node pools that change stop; homes are kept. All others stay.';
  const restarts = (name: string): boolean =>
    changes.some(
      (change) =>
        change.scope === 'helm' &&
        addressOf(change) === `Deployment/${name}` &&
        change.action !== 'create' &&
        (change.isDrift !== true || change.notes?.some(({ code }) => code === `${name}-restarts`) === true),
    );
  if (restarts('proxy'))
    return 'The proxy restarts: open notebooks lose their connection for some seconds and keep their work.';
  const stay = stopsSooner(changes.flatMap(({ settings = [] }) => settings))
    ? 'All other running notebooks stay.'
    : 'Running notebooks stay.';
  if (restarts('hub')) return `The hub restarts (about 20 s). ${stay}`;
  return stopsServers(changes) ? 'The notebooks of everybody else stay.' : stay;
}

const RESULTS: readonly (readonly [ChangeAction, string])[] = [
  ['create', 'added'],
  ['update', 'changed'],
  ['replace', 'replaced'],
  ['delete', 'deleted'],
];

function platformSentence(changes: readonly Change[]): string {
  const resources = changes.filter(({ scope }) => scope === 'terraform');
  const [first, ...more] = RESULTS.map(([action, done]) => ({ found: countActions(resources, action), done })).filter(
    ({ found }) => found > 0,
  );
  if (first === undefined) return '';
  const verb = first.found === 1 ? 'is' : 'are';
  const parts = [`${plural(first.found, 'resource')} of the platform ${verb} ${first.done}`];
  return `${joinWithAnd([...parts, ...more.map(({ found, done }) => `${found} ${done}`)])}.`;
}

function dataSentences(changes: readonly Change[], write: Writer): string {
  const lost = lostChanges({ changes });
  const asked = changes.filter(({ isAsked, action }) => isAsked === true && action === 'delete');
  const names = (some: readonly Change[]): string =>
    firstOf(
      some.map((change) => write.code(addressOf(change))),
      NAMED,
    );
  const places = [...new Set(changes.flatMap(({ dataPlaces = [] }) => dataPlaces))].map(write.code);
  const sentences = [
    ...(places.length === 0 ? [] : [`⚠️ Where data is kept changes: ${firstOf(places, NAMED)}.`]),
    ...(asked.length === 0 ? [] : [`⚠️ Homes are deleted for good, as storage.purge says: ${names(asked)}.`]),
    ...(lost.length === 0 ? [] : [`⚠️ ${lossOf(lost)}: ${names(lost)}. Apply refuses this unless it is acknowledged.`]),
  ];
  return sentences.length === 0 ? 'Nothing that holds data is deleted.' : sentences.join(' ');
}

/** What goes where something is lost. A node pool holds nothing but the servers on it. */
function lossOf(lost: readonly Change[]): string {
  const isPool = ({ subject }: Change): boolean =>
    subject.kind === 'terraform-resource' && subject.type === 'google_container_node_pool';
  if (lost.every(isPool)) return 'Servers of people stop';
  return lost.some(isPool) ? 'Data or an address is lost, and servers of people stop' : 'Data or an address is lost';
}
