import { entryOf } from '../json.js';
import type { TerraformEvent } from './cli.js';

const DOING: Readonly<Record<string, string>> = {
  create: 'creating',
  update: 'changing',
  delete: 'deleting',
  replace: 'replacing',
};

/** Seconds between two lines about the same waiting resource. */
const EVERY = 30;

/** Says one line when terraform starts a resource, one when it is done, and one every half minute in between. */
export function progress(say: (line: string) => void): (event: TerraformEvent) => void {
  const lastSaid = new Map<string, number>();
  return (event) => {
    const address = event.hook?.resource?.addr;
    if (address === undefined) return;
    const doing = entryOf(DOING, event.hook?.action ?? '') ?? 'working on';
    const seconds = event.hook?.elapsed_seconds ?? 0;
    if (event.type === 'apply_start') {
      say(`  ${address}: ${doing}`);
    } else if (event.type === 'apply_progress') {
      if (seconds - (lastSaid.get(address) ?? 0) < EVERY) return;
      lastSaid.set(address, seconds);
      say(`  ${address}: still ${doing} (${elapsed(seconds)})`);
    } else if (event.type === 'apply_complete') {
      say(`  ${address}: done (${elapsed(seconds)})`);
    } else if (event.type === 'apply_errored') {
      say(`  ${address}: failed (${elapsed(seconds)})`);
    }
  };
}

function elapsed(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}
