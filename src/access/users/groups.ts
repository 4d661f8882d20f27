import { RESERVED_GROUPS } from '../../config/chart/owned-groups.js';
import type { Report } from '../../config/location.js';
import { quoted } from '../../config/text.js';
import type { LocatedText, UsersFileEntry } from './entries.js';
import { isGroupName, MAX_GROUPS } from './grammar.js';

/** Reports groups of an entry that the hub's list cannot have: wrong names, the hub's own names, and too many. */
export function checkGroups({ name, groups }: UsersFileEntry, report: Report): void {
  const cells = new Set<string>();
  for (const group of groups) {
    const { text, location } = group;
    if (text.toLowerCase().startsWith(RESERVED_GROUPS)) {
      report(location, 'reserved-group', `The group name ${quoted(text)} is reserved for the hub.`, {
        hint: `Choose a name that does not begin with ${RESERVED_GROUPS}. To make an administrator, write admin: true in a YAML users file.`,
      });
      continue;
    }
    // "BIO 101" is one mistake, not two.
    if (isGroupName(text) || (group.cell !== undefined && cells.has(group.cell))) continue;
    if (group.cell !== undefined) cells.add(group.cell);
    report(location, 'group-name', `${quoted(text)} is not a valid name of a group.`, { hint: nameHint(group) });
  }
  const count = new Set(groups.map(({ text }) => text)).size;
  if (count <= MAX_GROUPS) return;
  report(name.location, 'too-many-groups', `${quoted(name.text)} is in ${count} groups; the limit is ${MAX_GROUPS}.`, {
    hint: 'Remove groups from the entry.',
  });
}

function nameHint({ text, cell }: LocatedText): string {
  const rule = 'A name has up to 64 lower-case letters, digits, hyphens, underscores and dots.';
  const names = listed(cell ?? text);
  if (names !== undefined) return `Write ${names.join(', ')} if these are ${names.length} groups. ${rule}`;
  const one = groupNameOf(text);
  const whole = cell === undefined || /[,;]/.test(cell) || !/\s/.test(cell.trim()) ? undefined : groupNameOf(cell);
  if (whole !== undefined) return `Write ${quoted(whole)} if this is one group, since spaces separate groups. ${rule}`;
  return one === undefined ? rule : `Write ${quoted(one)}. ${rule}`;
}

/** Names in a list of another form, such as `ml|vision`, `ml/vision` or `["ml", "vision"]`; undefined if it is none. */
function listed(text: string): readonly string[] | undefined {
  const isList = /[|/+&]/.test(text) || /^[[({].*[\])}]$/.test(text.trim());
  const names = isList ? text.split(/[^\p{L}\p{M}\p{N}_.-]+/u).filter((name) => name !== '') : [];
  const valid = names.flatMap((name) => groupNameOf(name) ?? []);
  return valid.length > 1 && valid.length === names.length ? valid : undefined;
}

/** The valid name that is closest to a text: `bio-101` for "BIO 101". Undefined if nothing is left of it. */
function groupNameOf(text: string): string | undefined {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .slice(0, 64)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return isGroupName(name) && !name.startsWith(RESERVED_GROUPS) ? name : undefined;
}
