import type { AttributeChange, Change, ChangeAction, Engine } from '../change/change.js';
import { code, fence, oneLine, prose, publicText, table } from './markdown.js';

/** How text from outside is written for those who can read it. */
export interface Writer {
  /** True where anybody can: e-mail addresses are shortened then. */
  readonly isPublic: boolean;
  /** Hides secrets and nothing else. */
  readonly redact: Redact;
  readonly code: (text: string) => string;
  readonly prose: (text: string) => string;
  /** Hides what this report may not show; for text that is escaped in another way. */
  readonly plain: (text: string) => string;
}

/** Hides secrets in a text of the report, before it is escaped or cut: neither leaves a secret that could be found. */
export type Redact = (text: string) => string;

/** A writer that hides secrets, and shortens e-mail addresses and what is made from them where everybody can read the report. */
export function writer(isPublic: boolean, redact: Redact = (text) => text): Writer {
  const plain = (text: string): string => (isPublic ? publicText(redact(text)) : redact(text));
  return { isPublic, redact, plain, code: (text) => code(plain(text)), prose: (text) => prose(plain(text)) };
}

/** The areas that a reviewer thinks in, by the engine that changes them. */
export const AREAS: readonly { readonly engine: Engine; readonly title: string }[] = [
  { engine: 'members', title: '👥 People' },
  { engine: 'terraform', title: '🏗 Platform' },
  { engine: 'helm', title: '🚀 Hub' },
  { engine: 'homes', title: '💾 Homes' },
];

const SIGNS: Record<ChangeAction, string> = { create: '+', update: '~', replace: '±', delete: '−' };
const DONE: Record<ChangeAction, string> = {
  create: 'created',
  update: 'changed',
  replace: 'replaced',
  delete: 'deleted',
};
const SHOWN = 4;

/** `+1 ~2 −1` over changes of one area, `0` where there is none. */
export function countText(changes: readonly Change[]): string {
  const parts = (Object.keys(SIGNS) as ChangeAction[])
    .map((action) => ({ action, count: changes.filter((change) => change.action === action).length }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${SIGNS[action]}${count}`);
  return parts.length === 0 ? '0' : parts.join(' ');
}

/**
 * The table that says what changes for people, platform and hub.
 * @param lost what is done only when it is acknowledged; a row where there is something
 */
export function areaTable(changes: readonly Change[], write: Writer, lost: readonly Change[] = []): string {
  const rows = AREAS.flatMap(({ engine, title }) => {
    const ours = changes.filter((change) => change.engine === engine);
    // Many hubs have no buckets of people; the others stand there even where nothing changes.
    if (engine === 'homes' && ours.length === 0) return [];
    const words = ours.slice(0, SHOWN).map((change) => changeWords(change, write));
    if (ours.length > SHOWN) words.push(`and ${ours.length - SHOWN} more`);
    return [[title, words.length === 0 ? '–' : words.join(' · '), countText(ours)]];
  });
  const words = lost.slice(0, SHOWN).map((change) => changeWords(change, write));
  if (lost.length > SHOWN) words.push(`and ${lost.length - SHOWN} more`);
  if (lost.length > 0) rows.push(['⚠️ To acknowledge', words.join(' · '), String(lost.length)]);
  return table(['', 'what changes', 'count'], rows);
}

function changeWords(change: Change, write: Writer): string {
  if (change.engine === 'homes') return homeWords(change, write);
  if (change.engine !== 'members') return `${write.code(change.address)} ${DONE[change.action]}`;
  const after = change.attributes.at(0)?.after;
  if (change.action === 'delete') return `${write.code(change.address)} out`;
  if (change.action === 'create') return `${write.code(change.address)} in${after ? ` (${write.prose(after)})` : ''}`;
  return `${write.code(change.address)} changes${after ? ` to ${write.prose(after)}` : ''}`;
}

function homeWords({ kind, address, action, attributes }: Change, write: Writer): string {
  const home = `${write.prose(kind)} of ${write.code(address)}`;
  if (action !== 'update') return `${home} ${DONE[action]}`;
  return attributes.some(({ after }) => after !== undefined) ? `${home} opened again` : `${home} closed and kept`;
}

/** One row per person: who, now, after, why. */
export function peopleTable(changes: readonly Change[], write: Writer): string {
  const side = (change: Change, at: 'before' | 'after'): string =>
    change.attributes
      .map((attribute) => attribute[at])
      .filter((value) => value !== undefined)
      .map(write.prose)
      .join(', ') || '–';
  const rows = changes.map((change) => [
    write.code(change.address),
    side(change, 'before'),
    side(change, 'after'),
    change.note === undefined ? '' : write.prose(change.note),
  ]);
  return table(['who', 'now', 'after', 'why'], rows);
}

/** One row per home: whose, where it is or what is lost, why. */
export function homesTable(changes: readonly Change[], write: Writer): string {
  const rows = changes.map(({ action, address, attributes, note }) => [
    write.code(address),
    action === 'delete' ? `⚠️ ${action}` : action,
    attributeWords(attributes, write).join(' · ') || '–',
    note === undefined ? '' : write.prose(note),
  ]);
  return table(['whose', 'action', 'what', 'why'], rows);
}

/** One row per terraform address with its attributes, before → after. */
export function terraformTable(changes: readonly Change[], write: Writer): string {
  const rows = changes.map((change) => [
    write.code(change.address),
    change.holdsData && change.action !== 'create' ? `⚠️ ${change.action}` : change.action,
    [
      ...attributeWords(change.attributes, write),
      ...(change.note === undefined ? [] : [write.prose(change.note)]),
    ].join(' · ') || '–',
  ]);
  return table(['address', 'action', 'attributes'], rows);
}

function attributeWords(attributes: readonly AttributeChange[], write: Writer): string[] {
  return attributes.map(({ name, before, after }) => {
    if (before === undefined) return `${write.prose(name)} ${write.code(after ?? '')}`;
    return `${write.prose(name)} ${write.code(before)} → ${after === undefined ? 'none' : write.code(after)}`;
  });
}

/** Changes of the hub's objects as a diff of single lines. */
export function hubDiff(changes: readonly Change[], write: Writer): string {
  const line = (text: string): string => oneLine(write.plain(text), 400);
  const lines = changes.flatMap((change) => [
    ` ${line(change.address)}: ${DONE[change.action]}${change.note === undefined ? '' : `, ${line(change.note)}`}`,
    ...change.attributes.flatMap(({ name, before, after }) => [
      ...(before === undefined ? [] : [`- ${line(name)}: ${line(before)}`]),
      ...(after === undefined ? [] : [`+ ${line(name)}: ${line(after)}`]),
    ]),
  ]);
  return fence(lines.join('\n'), 'diff');
}
