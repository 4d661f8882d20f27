import type { Change, ChangeAction } from '../change/change.js';
import { oneLine, visible } from './markdown.js';
import type { Redact } from './table.js';

const SIGNS: Record<ChangeAction, string> = { create: '+', update: '~', replace: '±', delete: '−' };
const TITLES = { terraform: 'Platform', helm: 'Hub', members: 'People', homes: 'Homes' } as const;

/** A change set as lines for a terminal: one per change with its attributes, by area. Text from outside stays on its line. */
export function changeLines(changes: readonly Change[], redact: Redact = (text) => text): string[] {
  if (changes.length === 0) return ['No change: platform, hub and people are as the files say.'];
  return (['terraform', 'helm', 'members', 'homes'] as const).flatMap((engine) => {
    const ours = changes.filter((change) => change.engine === engine);
    if (ours.length === 0) return [];
    return [`${TITLES[engine]} (${ours.length})`, ...ours.flatMap((change) => linesOf(change, redact))];
  });
}

function linesOf(change: Change, redact: Redact): string[] {
  // Hidden before a text is cut: what is left of a secret then would not be known as one.
  const short = (text: string, limit: number): string => oneLine(redact(text), limit);
  const warning = change.holdsData && change.action !== 'create' ? '  (holds data or an address)' : '';
  const note = change.note === undefined ? '' : `  ${short(change.note, 200)}`;
  const head = `  ${SIGNS[change.action]} ${short(change.address, 200)}${warning}${note}`;
  const attributes = change.attributes.map(({ name, before, after }) => {
    const from = before === undefined ? '' : `${short(before, 120)} → `;
    return `      ${short(name, 80)}: ${from}${after === undefined ? 'none' : short(after, 120)}`;
  });
  return [head, ...attributes].map(visible);
}

/** `3 to create, 1 to change` over a change set, for one line. */
export function countLine(changes: readonly Change[]): string {
  const words: readonly (readonly [ChangeAction, string])[] = [
    ['create', 'to create'],
    ['update', 'to change'],
    ['replace', 'to replace'],
    ['delete', 'to delete'],
  ];
  const parts = words
    .map(([action, word]) => [changes.filter((change) => change.action === action).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  return parts.length === 0 ? 'nothing to do' : parts.join(', ');
}
