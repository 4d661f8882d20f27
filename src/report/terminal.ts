import type { Change, ChangeAction } from '../change/change.js';
import { oneLine, visible } from './markdown.js';

const SIGNS: Record<ChangeAction, string> = { create: '+', update: '~', replace: '±', delete: '−' };
const TITLES = { terraform: 'Platform', helm: 'Hub', members: 'People', homes: 'Homes' } as const;

/** A change set as lines for a terminal: one per change with its attributes, by area. Text from outside stays on its line. */
export function changeLines(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ['No change: platform, hub and people are as the files say.'];
  return (['terraform', 'helm', 'members', 'homes'] as const).flatMap((engine) => {
    const ours = changes.filter((change) => change.engine === engine);
    if (ours.length === 0) return [];
    return [`${TITLES[engine]} (${ours.length})`, ...ours.flatMap(linesOf)];
  });
}

function linesOf(change: Change): string[] {
  const warning = change.holdsData && change.action !== 'create' ? '  (holds data or an address)' : '';
  const note = change.note === undefined ? '' : `  ${oneLine(change.note, 200)}`;
  const head = `  ${SIGNS[change.action]} ${oneLine(change.address, 200)}${warning}${note}`;
  const attributes = change.attributes.map(({ name, before, after }) => {
    const from = before === undefined ? '' : `${oneLine(before, 120)} → `;
    return `      ${oneLine(name, 80)}: ${from}${after === undefined ? 'none' : oneLine(after, 120)}`;
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
