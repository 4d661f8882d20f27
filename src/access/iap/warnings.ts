import type { AccessNote } from '../../change/run-note.js';
import { ACCESSOR_ROLE, type Binding, compareText, memberKey, memberKind } from './policy.js';

/** Something in the live policy that a person should know about, even if nothing changes. */
export type PolicyWarning = Extract<AccessNote, { readonly code: 'public-access' | 'deleted-account' }>;

/** What the warnings are derived from. */
export interface WarningInput {
  readonly ours: readonly Binding[];
  readonly others: readonly Binding[];
  /** Members whose accounts no longer exist. */
  readonly deleted: readonly string[];
  readonly mode: 'authoritative' | 'additive';
  /** Comparable members that additive mode keeps. */
  readonly retained: ReadonlySet<string>;
}

/** Warns about grants to everybody, ours or not, and about grants to deleted accounts. */
export function policyWarnings({ ours, others, deleted, mode, retained }: WarningInput): PolicyWarning[] {
  const own = publicMembers(ours).map((member): PolicyWarning => {
    const stays = mode === 'additive' && retained.has(memberKey(member));
    return { ...publicAccess(member), outcome: stays ? 'kept-additive' : 'removed' };
  });
  const foreign = others.flatMap((binding) =>
    publicMembers([binding]).map((member): PolicyWarning => {
      const { role, condition } = binding;
      return {
        ...publicAccess(member),
        outcome: 'kept-foreign',
        ...(role === ACCESSOR_ROLE ? {} : { role }),
        ...(condition?.title === undefined ? {} : { condition: condition.title }),
      };
    }),
  );
  const gone = [...new Set(deleted)].sort(compareText);
  return [...own, ...foreign, ...gone.map((member) => ({ code: 'deleted-account', member }) as const)];
}

function publicMembers(bindings: readonly Binding[]): string[] {
  const found = bindings.flatMap(({ members = [] }) => members.filter((member) => memberKind(member) === 'public'));
  return [...new Set(found)].sort(compareText);
}

function publicAccess(member: string) {
  const audience = /^allusers$/i.test(member) ? 'everybody' : 'google-accounts';
  return { code: 'public-access', member, audience } as const;
}
