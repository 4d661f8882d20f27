import { formatNumber } from '../../text.js';
import { treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';

/** Bytes that Kubernetes keeps in one Secret. The chart keeps all of hub.values in one. */
const MOST_BYTES = 1024 * 1024;

/** Finds `hub.values` that no Secret can hold. Plan measures what helm makes of smaller ones. */
export function sizeRule({ tree, locate, report }: RuleContext): void {
  const path = ['hub', 'values'];
  const values = treeAt(tree, path);
  if (values === undefined) return;
  const size = bytesOf(values);
  if (size <= MOST_BYTES) return;
  const kib = formatNumber(Math.ceil(size / 1024));
  report(locate(path), 'too-large', `The texts of hub.values have ${kib} KiB, and Kubernetes keeps at most 1,024.`, {
    hint: 'Take large texts and files out of hub.values: put them into an image, or into a ConfigMap of your own that servers mount.',
  });
}

/** Bytes of all texts and keys: less than what the chart writes down. */
function bytesOf({ value, items, entries }: Tree): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  const inner = (items ?? []).reduce((sum, item) => sum + bytesOf(item), 0);
  return [...(entries ?? [])].reduce((sum, [key, { tree }]) => sum + Buffer.byteLength(key) + bytesOf(tree), inner);
}
