import { gpuTypes, machine, machineTypes, tpuTypes } from '../gce/machines.js';
import { didYouMean } from '../suggest.js';
import { quoted } from '../text.js';
import type { Path } from '../yaml/locate.js';
import type { RuleContext } from './context.js';
import { FILESTORE_TIERS } from './storage.js';

const MAX_GUESSES = 20;
const PRICES: Path = ['cost', 'prices'];
/** Price names other than machine and accelerator types. */
const OTHER_NAMES: readonly string[] = [
  'autopilot/cpu',
  'autopilot/memory',
  'pd-standard',
  'pd-balanced',
  'pd-ssd',
  'hyperdisk-balanced',
  // Homes that are of one kind or the other, at a price between the two.
  'dynamic',
  'bucket',
  ...FILESTORE_TIERS.map((tier) => `filestore/${tier}`),
];

/** Rules of cost. A price with an unknown name would silently be missing from the estimates. */
export function costRules({ keys, locate, report }: RuleContext): void {
  const names = keys(PRICES);
  if (names.length === 0) return;
  const known = [...OTHER_NAMES, ...gpuTypes(), ...tpuTypes(), ...machineTypes()];
  const all = new Set(known);
  const unknown = names.filter((name) => !all.has(name) && machine(name) === undefined);
  for (const [index, name] of unknown.entries()) {
    // A file can have hundreds of names, and each is compared with more than a thousand.
    const guess = index < MAX_GUESSES ? didYouMean(name, known) : '';
    report(locate([...PRICES, name], 'key'), 'unknown-price', `Unknown price name ${quoted(name)}.${guess}`, {
      hint: 'Correct the name. The price of a machine type that is newer than this version can stay.',
    });
  }
}
