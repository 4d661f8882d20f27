import type { Change, ChangeAction } from '../change/change.js';
import { oneLine, visible } from './markdown.js';
import { AREAS, changesIn, countActions, SIGNS } from './table.js';
import { changeNotesText } from './text/change-note.js';
import { attributesOf, subjectText } from './text/subject.js';
import { verdictParts } from './text/verdict.js';
import type { Redact, Writer } from './writer.js';

/** A change set as lines for a terminal: one per change with its attributes, by area. Text from outside stays on its line. */
export function changeLines(changes: readonly Change[], { redact }: Pick<Writer, 'redact'>): string[] {
  if (changes.length === 0) return ['No change: platform, hub and people are as the files say.'];
  return AREAS.flatMap((area) => {
    const ours = changesIn(area, changes);
    if (ours.length === 0) return [];
    return [`${area.title} (${ours.length})`, ...ours.flatMap((change) => linesOf(change, redact))];
  });
}

/** The verdict as lines for a terminal; none where nothing changes. Text from outside stays on its line. */
export function verdictLines(changes: readonly Change[], { isPublic, redact, plain }: Writer): string[] {
  if (changes.length === 0) return [];
  const shown = (text: string): string => oneLine(plain(text));
  const write: Writer = { isPublic, redact, plain, prose: shown, code: (text) => `"${shown(text)}"` };
  return ['Verdict', ...verdictParts(changes, write).map((part) => `  ${part}`)];
}

function linesOf(change: Change, redact: Redact): string[] {
  // Hidden before a text is cut: what is left of a secret then would not be known as one.
  const short = (text: string, limit: number): string => oneLine(redact(text), limit);
  const warning = change.holdsData && change.action !== 'create' ? '  (holds data or an address)' : '';
  const notes = changeNotesText(change.notes);
  const head = `  ${SIGNS[change.action]} ${short(subjectText(change), 200)}${warning}${notes === '' ? '' : `  ${short(notes, 200)}`}`;
  const attributes = attributesOf(change).map(({ name, before, after }) => {
    const from = before === undefined ? '' : `${short(before, 120)} → `;
    return `      ${short(name, 80)}: ${from}${after === undefined ? 'none' : short(after, 120)}`;
  });
  return [head, ...attributes].map(visible);
}

// A person is not created or deleted.
const OF_PEOPLE: readonly (readonly [ChangeAction, string])[] = [
  ['create', 'to grant'],
  ['update', 'to change'],
  ['delete', 'to revoke'],
];
const OF_OBJECTS: readonly (readonly [ChangeAction, string])[] = [
  ['create', 'to create'],
  ['update', 'to change'],
  ['replace', 'to replace'],
  ['delete', 'to delete'],
];

/** `3 to create, 1 to revoke` over a change set, for one line. */
export function countLine(changes: readonly Change[]): string {
  const isOfPeople = ({ scope }: Change): boolean => scope === 'access' || scope === 'iap';
  const people = changes.filter(isOfPeople);
  const objects = changes.filter((change) => !isOfPeople(change));
  const counts = [
    ...OF_PEOPLE.map(([action, word]) => [countActions(people, action), word] as const),
    ...OF_OBJECTS.map(([action, word]) => [countActions(objects, action), word] as const),
  ];
  const sums = new Map<string, number>();
  for (const [count, word] of counts) sums.set(word, (sums.get(word) ?? 0) + count);
  const parts = [...sums].filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}
