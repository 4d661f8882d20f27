import { addressOf, type Change } from '../../change/change.js';
import { type HubId, homeAddress, homeKey } from './names.js';
import type { HomesPlan, LeaveHome, MakeHome } from './plan.js';
import type { HomeStatus } from './status.js';

/** Context of a homes plan. */
export interface HomesContext {
  readonly hubId: HubId;
  readonly homeStatus: HomeStatus;
  /** Addresses of people whose access this change revokes. The home status only has their keys. */
  readonly former: readonly string[];
}

/** One change for each bucket or folder, sorted by address. The same plan gives the same changes on any day. */
export function homesChanges({ make, leave }: HomesPlan, context: HomesContext): readonly Change[] {
  const names = new Map(context.former.map((email) => [homeKey(context.hubId, email), email]));
  const changes = [
    ...make.map((home) => makeChange(home, context)),
    ...leave.map((home) => leaveChange(home, context.hubId, home.email ?? names.get(home.key))),
  ];
  return changes.sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
}

function makeChange({ key, kind, email }: MakeHome, { hubId, homeStatus }: HomesContext): Change {
  const place = homeAddress(hubId, { key, kind });
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

function leaveChange({ key, kind }: LeaveHome, hubId: HubId, email: string | undefined): Change {
  return {
    scope: 'homes',
    action: 'update',
    subject: email === undefined ? { kind, ownerKey: key } : { kind, owner: email },
    attributes: [{ name: 'rights', before: homeAddress(hubId, { key, kind }) }],
    notes: [{ code: 'owner-left' }],
  };
}
