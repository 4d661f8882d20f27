import { quoted } from '../../config/text.js';
import { ACCESSOR_ROLE, type Binding, compareText, memberKey, memberKind } from './policy.js';

/** Something in the live policy that a person should know about, even if nothing changes. */
export interface PolicyWarning {
  readonly rule: 'public-access' | 'deleted-account';
  readonly member: string;
  readonly message: string;
}

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
    const what = stays ? 'stays, since access.mode is additive; remove it in the console' : 'is revoked';
    return {
      rule: 'public-access',
      member,
      message: `${publicText(member)} may pass IAP (${member}); the grant ${what}.`,
    };
  });
  const foreign = others.flatMap((binding) =>
    publicMembers([binding]).map((member): PolicyWarning => {
      const title = binding.condition?.title;
      const under = title === undefined ? '' : ` under the condition ${quoted(title)}`;
      const may = binding.role === ACCESSOR_ROLE ? 'may pass IAP' : `has ${binding.role} on IAP`;
      const message = `${publicText(member)} ${may}${under} (${member}). The grant is not managed by this hub and is kept; check it.`;
      return { rule: 'public-access', member, message };
    }),
  );
  const gone = [...new Set(deleted)].sort(compareText).map((member): PolicyWarning => {
    const message = `The account ${quoted(member)} no longer exists; its grant is removed.`;
    return { rule: 'deleted-account', member, message };
  });
  return [...own, ...foreign, ...gone];
}

function publicMembers(bindings: readonly Binding[]): string[] {
  const found = bindings.flatMap(({ members = [] }) => members.filter((member) => memberKind(member) === 'public'));
  return [...new Set(found)].sort(compareText);
}

function publicText(member: string): string {
  return /^allusers$/i.test(member) ? 'Everybody in the world' : 'Everybody with a Google account';
}
