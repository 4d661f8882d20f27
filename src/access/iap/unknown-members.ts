import { GoogleApiError } from '../../cloud/rest.js';
import { IAM_PREFIXES, memberKey, memberName } from './policy.js';

// IAM writes `User ada@acme.dev does not exist.`, `The member user:ada@acme.dev is of an unknown type.` and
// `Account ada@acme.dev is of type "group".` All of them contain the name.
// An apostrophe can belong to a name (`o'brien@acme.dev`) or quote it.
const TOKEN = /[^\s"`<>()[\]{},;]+/g;

/**
 * The members of a write that IAM refused, according to its error. Empty if the error names nobody, or somebody whom
 * this write did not grant access.
 */
export function unknownMembers(error: unknown, granted: Iterable<string>): string[] {
  if (!(error instanceof GoogleApiError) || error.status !== 400) return [];
  const byKey = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const member of granted) {
    const key = memberKey(member);
    byKey.set(key, member);
    const name = key.slice(key.indexOf(':') + 1);
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  const found = new Set<string>();
  const membersOf = (token: string): readonly string[] => {
    const exact = byKey.get(memberKey(token));
    return exact === undefined ? (byName.get(nameKey(token)) ?? []) : [exact];
  };
  for (const { 0: raw, index } of error.message.matchAll(TOKEN)) {
    const token = raw.replace(/[.:!?]+$/, '');
    const whole = membersOf(token);
    const all = whole.length > 0 ? whole : membersOf(token.replace(/^'+|'+[.:!?]*$/g, ''));
    const kind = kindBefore(error.message.slice(0, index));
    const ofKind = all.filter((member) => kind !== undefined && memberKey(member).startsWith(`${kind}:`));
    for (const member of ofKind.length > 0 ? ofKind : all) found.add(member);
  }
  return [...found];
}

function nameKey(token: string): string {
  const key = memberKey(`user:${memberName(token)}`);
  return key.slice(key.indexOf(':') + 1);
}

/** The prefix for the words before a name, as in `Service account x does not exist.` */
function kindBefore(text: string): string | undefined {
  const word = /(user|group|service account|domain)\s+["'`]?$/i.exec(text)?.[1]?.toLowerCase();
  return word === 'service account' ? IAM_PREFIXES.serviceAccount.toLowerCase() : word;
}
