import { addressOf, type Change } from '../../change/change.js';
import { type HubId, homeAddress, homeKey } from './names.js';
import type { HomesPlan, LeaveHome, MakeHome } from './plan.js';
import type { HomeStatus } from './status.js';

/** What is known of the people besides the plan. */
export interface HomesContext {
  readonly of: HubId;
  readonly homeStatus: HomeStatus;
  /** Addresses of people whom this very change puts out: the homeStatus know them by their keys only. */
  readonly former: readonly string[];
}

/** One change for each bucket or folder, by address: the same plan gives the same changes on another day too. */
export function homesChanges({ make, leave }: HomesPlan, known: HomesContext): readonly Change[] {
  const names = new Map(known.former.map((email) => [homeKey(known.of, email), email]));
  const changes = [
    ...make.map((home) => making(home, known)),
    ...leave.map((home) => leaving(home, known.of, home.email ?? names.get(home.key))),
  ];
  return changes.sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
}

function making({ key, kind, email }: MakeHome, { of, homeStatus }: HomesContext): Change {
  const place = homeAddress(of, { key, kind });
  const left = Object.hasOwn(homeStatus.left, key) ? homeStatus.left[key] : undefined;
  const home = { scope: 'homes', subject: { kind, owner: email } } as const;
  if (left === undefined) return { ...home, action: 'create', attributes: [{ name: 'place', after: place }] };
  return {
    ...home,
    action: 'update',
    attributes: [{ name: 'rights', after: place }],
    notes: [{ code: left.purging ? 'owner-returned-in-purge' : 'owner-returned' }],
  };
}

function leaving({ key, kind }: LeaveHome, of: HubId, email: string | undefined): Change {
  return {
    scope: 'homes',
    action: 'update',
    subject: email === undefined ? { kind, ownerKey: key } : { kind, owner: email },
    attributes: [{ name: 'rights', before: homeAddress(of, { key, kind }) }],
    notes: [{ code: 'owner-left' }],
  };
}
