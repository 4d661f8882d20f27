import { quoted } from '../../config/text.js';
import { ACCESSOR_ROLE, type Binding, compareText, memberKey, memberKind } from './policy.js';

/** Something in the live policy that a person should know of, whatever else changes. */
export interface PolicyWarning {
  readonly rule: 'public-access' | 'deleted-account';
  readonly member: string;
  readonly message: string;
}

/** What the warnings are told from. */
export interface WarningInput {
  readonly ours: readonly Binding[];
  readonly others: readonly Binding[];
  /** Members of accounts that no longer exist. */
  readonly deleted: readonly string[];
  readonly mode: 'authoritative' | 'additive';
  /** Comparable members that additive mode leaves alone. */
  readonly kept: ReadonlySet<string>;
}

/** Grants to everybody, ours or not, and grants of accounts that are gone. */
export function policyWarnings({ ours, others, deleted, mode, kept }: WarningInput): PolicyWarning[] {
  const own = publicMembers(ours).map((member): PolicyWarning => {
    const stays = mode === 'additive' && kept.has(memberKey(member));
    const what = stays ? 'stays, since access.mode is additive: remove it in the console' : 'is removed';
    return {
      rule: 'public-access',
      member,
      message: `${who(member)} may pass IAP (${member}); the grant ${what}.`,
    };
  });
  const foreign = others.flatMap((binding) =>
    publicMembers([binding]).map((member): PolicyWarning => {
      const title = binding.condition?.title;
      const under = title === undefined ? '' : ` under the condition ${quoted(title)}`;
      const may = binding.role === ACCESSOR_ROLE ? 'may pass IAP' : `has ${binding.role} on IAP`;
      const message = `${who(member)} ${may}${under} (${member}); the grant is of somebody else and is kept: look at it.`;
      return { rule: 'public-access', member, message };
    }),
  );
  const gone = [...new Set(deleted)].sort(compareText).map((member): PolicyWarning => {
    const message = `${quoted(member)} is an account that no longer exists; its grant is dropped.`;
    return { rule: 'deleted-account', member, message };
  });
  return [...own, ...foreign, ...gone];
}

function publicMembers(bindings: readonly Binding[]): string[] {
  const found = bindings.flatMap(({ members = [] }) => members.filter((member) => memberKind(member) === 'public'));
  return [...new Set(found)].sort(compareText);
}

function who(member: string): string {
  return /^allusers$/i.test(member) ? 'Everybody in the world' : 'Everybody with a Google account';
}
