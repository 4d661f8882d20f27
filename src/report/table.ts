import { addressOf, type Change, type ChangeAction, type Scope } from '../change/change.js';
import { fence, oneLine, table } from './markdown.js';
import { changeNotesText } from './text/change-note.js';
import { accessText, attributesOf, subjectText } from './text/subject.js';
import type { Writer } from './writer.js';

/** One of the areas that a reviewer thinks in. */
export interface Area {
  readonly name: 'settings' | 'people' | 'platform' | 'hub' | 'homes';
  readonly title: string;
  readonly emoji: string;
  readonly scopes: readonly Scope[];
}

/** The areas in the order of a report. */
export const AREAS: readonly Area[] = [
  { name: 'settings', title: 'Settings', emoji: '⚙️', scopes: ['settings'] },
  { name: 'people', title: 'People', emoji: '👥', scopes: ['access', 'iap'] },
  { name: 'platform', title: 'Platform', emoji: '🏗', scopes: ['terraform'] },
  { name: 'hub', title: 'Hub', emoji: '🚀', scopes: ['helm'] },
  { name: 'homes', title: 'Homes', emoji: '💾', scopes: ['homes'] },
];

/** The changes of one area. */
export function changesIn({ scopes }: Area, changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ scope }) => scopes.includes(scope));
}

/** One sign for each action. */
export const SIGNS: Readonly<Record<ChangeAction, string>> = { create: '+', update: '~', replace: '±', delete: '−' };
const DONE: Readonly<Record<ChangeAction, string>> = {
  create: 'created',
  update: 'changed',
  replace: 'replaced',
  delete: 'deleted',
};
const SHOWN = 4;

/** How many changes have one of these actions. */
export function countActions(changes: readonly Change[], ...actions: readonly ChangeAction[]): number {
  return changes.filter(({ action }) => actions.includes(action)).length;
}

/** `+1 ~2 −1` over changes of one area, `0` where there is none. */
export function signedCounts(changes: readonly Change[]): string {
  const parts = (Object.keys(SIGNS) as ChangeAction[])
    .map((action) => ({ action, count: countActions(changes, action) }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${SIGNS[action]}${count}`);
  return parts.length === 0 ? '0' : parts.join(' ');
}

/**
 * The table that says what changes for people, platform and hub.
 * @param lost what is done only when it is acknowledged; a row where there is something
 */
export function areaTable(changes: readonly Change[], write: Writer, lost: readonly Change[] = []): string {
  const cell = (shown: readonly Change[]): string => {
    const words = shown.slice(0, SHOWN).map((change) => changeText(change, write));
    return [...words, ...(shown.length > SHOWN ? [`and ${shown.length - SHOWN} more`] : [])].join(' · ') || '–';
  };
  const rows = AREAS.flatMap((area) => {
    const ours = changesIn(area, changes);
    // Many hubs have no buckets of people; the rows of people, platform and hub are there even where nothing changes.
    return ['homes', 'settings'].includes(area.name) && ours.length === 0
      ? []
      : [[`${area.emoji} ${area.title}`, cell(ours), signedCounts(ours)]];
  });
  if (lost.length > 0) rows.push(['⚠️ To acknowledge', cell(lost), String(lost.length)]);
  return table(['', 'what changes', 'count'], rows);
}

function changeText(change: Change, write: Writer): string {
  const { scope, action, subject, access, attributes = [] } = change;
  const name = write.code(subjectText(change));
  if (scope === 'settings') {
    const names = (change.settings ?? []).map(({ setting }) => write.code(setting));
    return [...names.slice(0, SHOWN), ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more`] : [])].join(
      ' · ',
    );
  }
  if (scope === 'homes') {
    const home = `${subject.kind} of ${name}`;
    if (action !== 'update') return `${home} ${DONE[action]}`;
    return attributes.some(({ after }) => after !== undefined) ? `${home} opened again` : `${home} closed and kept`;
  }
  if (scope !== 'access' && scope !== 'iap') return `${name} ${DONE[action]}`;
  const after = access?.after && write.prose(accessText(access.after, subject));
  if (action === 'delete') return `${name} revoked`;
  if (action === 'create') return `${name} granted${after ? ` (${after})` : ''}`;
  return `${name} changes${after ? ` to ${after}` : ''}`;
}

/** One row per person: who, now, after, why. */
export function peopleTable(changes: readonly Change[], write: Writer): string {
  const rows = changes.map((change) => {
    const side = (at: 'before' | 'after'): string => {
      const access = change.access?.[at];
      return access === undefined ? '–' : write.prose(accessText(access, change.subject));
    };
    return [write.code(subjectText(change)), side('before'), side('after'), write.prose(changeNotesText(change.notes))];
  });
  return table(['who', 'now', 'after', 'why'], rows);
}

/** One row per setting: before, after. */
export function settingsTable(changes: readonly Change[], write: Writer): string {
  const cell = (value: string | undefined): string =>
    value === undefined ? '–' : write.code(oneLine(write.plain(value), 200));
  const rows = changes
    .flatMap(attributesOf)
    .map(({ name, before, after }) => [write.code(name), cell(before), cell(after)]);
  return table(['setting', 'now', 'after'], rows);
}

/** One row per home: whose, where it is or what is lost, why. */
export function homesTable(changes: readonly Change[], write: Writer): string {
  const rows = changes.map((change) => [
    write.code(subjectText(change)),
    change.action === 'delete' ? `⚠️ ${change.action}` : change.action,
    attributeTexts(change, write).join(' · ') || '–',
    write.prose(changeNotesText(change.notes)),
  ]);
  return table(['whose', 'action', 'what', 'why'], rows);
}

/** One row per terraform address with its attributes, before → after. */
export function terraformTable(changes: readonly Change[], write: Writer): string {
  const rows = changes.map((change) => [
    write.code(addressOf(change)),
    change.holdsData && change.action !== 'create' ? `⚠️ ${change.action}` : change.action,
    [...attributeTexts(change, write), write.prose(changeNotesText(change.notes))]
      .filter((part) => part !== '')
      .join(' · ') || '–',
  ]);
  return table(['address', 'action', 'attributes'], rows);
}

function attributeTexts(change: Change, write: Writer): string[] {
  return attributesOf(change).map(({ name, before, after }) => {
    if (before === undefined) return `${write.prose(name)} ${write.code(after ?? '')}`;
    return `${write.prose(name)} ${write.code(before)} → ${after === undefined ? 'none' : write.code(after)}`;
  });
}

/** Changes of the hub's objects as a diff of single lines. */
export function hubDiff(changes: readonly Change[], write: Writer): string {
  const line = (text: string): string => oneLine(write.plain(text), 400);
  const lines = changes.flatMap((change) => {
    const notes = changeNotesText(change.notes);
    return [
      ` ${line(addressOf(change))}: ${DONE[change.action]}${notes === '' ? '' : `, ${line(notes)}`}`,
      ...attributesOf(change).flatMap(({ name, before, after }) => [
        ...(before === undefined ? [] : [`- ${line(name)}: ${line(before)}`]),
        ...(after === undefined ? [] : [`+ ${line(name)}: ${line(after)}`]),
      ]),
    ];
  });
  return fence(lines.join('\n'), 'diff');
}
