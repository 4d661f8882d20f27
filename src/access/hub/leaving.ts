import { iamMember } from '../iap/desired.js';
import { memberKey } from '../iap/policy.js';
import { isServiceAccount } from '../users/email.js';
import type { MemberList } from './member-list.js';

/**
 * Members, such as `user:ada@acme.dev`, that left the hub's list and whose grant in IAP is still to be revoked. They are
 * recorded in the write that takes them off the list: where the write of the policy fails, the list no longer names
 * them, and in additive mode their grant would look like one of the console.
 */
export type Leaving = readonly string[];

/** The members of a list as IAM writes them. */
export function membersOf(list: MemberList | undefined): readonly string[] {
  return [
    ...(list?.people ?? []).map(({ email }) =>
      iamMember({ kind: isServiceAccount(email) ? 'serviceAccount' : 'person', name: email }),
    ),
    ...(list?.domains ?? []).map((name) => iamMember({ kind: 'domain', name })),
  ];
}

/** Who is to be revoked once `next` replaces `before`: earlier ones, and who leaves now. Nobody whom `next` lists. */
export function nextLeaving(was: Leaving, before: MemberList | undefined, next: MemberList): Leaving {
  const listed = new Set(membersOf(next).map(memberKey));
  const left = [...was, ...membersOf(before)].filter((member) => !listed.has(memberKey(member)));
  return [...new Set(left)].sort();
}
