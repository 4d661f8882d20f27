import { gpuTypes, machine, machineTypes, tpuTypes } from '../gce/machines.js';
import { didYouMean } from '../suggest.js';
import { quoted } from '../text.js';
import type { Path } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { FILESTORE_TIERS } from './storage.js';

const GUESSES = 20;
const PRICES: Path = ['cost', 'prices'];
/** Names of prices that are no types of machines or accelerators. */
const OTHERS: readonly string[] = [
  'autopilot/cpu',
  'autopilot/memory',
  'pd-standard',
  'pd-balanced',
  'pd-ssd',
  'hyperdisk-balanced',
  'bucket',
  ...FILESTORE_TIERS.map((tier) => `filestore/${tier}`),
];

/** Rules of cost: a price by a name that nothing has would be missing from the sums without a word. */
export function costRules({ keys, locate, report }: RuleContext): void {
  const names = keys(PRICES);
  if (names.length === 0) return;
  const known = [...OTHERS, ...gpuTypes(), ...tpuTypes(), ...machineTypes()];
  const all = new Set(known);
  const unknown = names.filter((name) => !all.has(name) && machine(name) === undefined);
  for (const [index, name] of unknown.entries()) {
    // A file can have hundreds, and each is compared with more than a thousand names.
    const guess = index < GUESSES ? didYouMean(name, known) : '';
    report(locate([...PRICES, name], 'key'), 'unknown-price', `Nothing is called ${quoted(name)}.${guess}`, {
      hint: 'Correct it; the price of a machine type that is newer than this version may stay.',
    });
  }
}
