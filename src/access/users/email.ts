import { quoted } from '../../config/text.js';
import type { EntryKind } from './entries.js';
import { isAddress, isDomain, isTooLong } from './grammar.js';

/** Why a text cannot be listed as an address or domain. */
export interface AddressFault {
  readonly rule: 'person-format' | 'public-access';
  readonly message: string;
  readonly hint: string;
}

const PUBLIC = /^(allUsers|allAuthenticatedUsers)$/i;
const PREFIX =
  /^(user|group|serviceAccount|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):/i;
/** The list of a users file for each prefix of IAM. */
const LISTS: ReadonlyMap<string, { readonly key: string; readonly kind: EntryKind }> = new Map([
  ['user', { key: 'users', kind: 'person' }],
  ['group', { key: 'googleGroups', kind: 'group' }],
  ['serviceaccount', { key: 'serviceAccounts', kind: 'serviceAccount' }],
  ['domain', { key: 'domains', kind: 'domain' }],
]);
const EXAMPLE = 'Write the address of a Google account, such as ada@acme.dev.';

/** What is wrong with an address or domain of a users file; undefined if it is valid for its kind. */
export function addressFault(kind: EntryKind, text: string): AddressFault | undefined {
  const fault = textFault(kind, text);
  if (fault !== undefined) return fault;
  if (kind === 'domain') return domainFault(text);
  return emailFault(text) ?? kindFault(kind, text);
}

/** The comparable form of an address. Google accounts ignore case, and Gmail ignores dots as well. */
export function sameAddress(text: string): string {
  const [local = '', domain = ''] = text.toLowerCase().split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return text.toLowerCase();
  return `${local.replaceAll('.', '')}@gmail.com`;
}

function wrong(message: string, hint = EXAMPLE): AddressFault {
  return { rule: 'person-format', message, hint };
}

/** IAM writes members with a prefix. Users files have a list for each kind. */
function prefixHint(kind: EntryKind, prefix: string, name: string): string {
  const list = LISTS.get(prefix);
  if (list === undefined) return 'Only people, Google groups, service accounts and domains can be listed.';
  if (list.kind === kind) return `Write it without "${prefix}:".`;
  return `List it in a YAML users file under ${list.key}, as ${quoted(name.trim())}.`;
}

function textFault(kind: EntryKind, text: string): AddressFault | undefined {
  const prefix = PREFIX.exec(text)?.[1]?.toLowerCase();
  if (PUBLIC.test(text.trim()) || prefix === 'deleted') {
    const message = `${quoted(text)} can never be granted access.`;
    return { rule: 'public-access', message, hint: 'List people one by one.' };
  }
  if (prefix !== undefined) {
    return wrong(`${quoted(text)} is not a plain address.`, prefixHint(kind, prefix, text.slice(prefix.length + 1)));
  }
  if (/\s/.test(text)) return wrong(`${quoted(text)} contains a space.`);
  // A Cyrillic "а" looks like the Latin one, but the address is another person's.
  const foreign = /[^\x21-\x7e]/u.exec(text)?.[0];
  if (foreign !== undefined) {
    const code = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return wrong(
      `${quoted(text)} contains the character U+${code}, which is not plain ASCII.`,
      'Type the address again; the letter may only look like a Latin one.',
    );
  }
  return undefined;
}

function emailFault(text: string): AddressFault | undefined {
  const [local = '', domain = '', ...more] = text.split('@');
  if (local === '' || domain === '' || more.length > 0) return wrong(`${quoted(text)} is not an e-mail address.`);
  if (isTooLong(text)) return wrong(`${quoted(text)} is too long for an e-mail address.`);
  if (!isAddress(text)) return wrong(`${quoted(text)} cannot be the e-mail address of a Google account.`);
  return undefined;
}

/** Whether an address is that of a service account. */
export function isServiceAccount(address: string): boolean {
  return address.toLowerCase().endsWith('.gserviceaccount.com');
}

function kindFault(kind: EntryKind, text: string): AddressFault | undefined {
  const isAccount = isServiceAccount(text);
  if (isAccount === (kind === 'serviceAccount')) return undefined;
  return isAccount
    ? wrong(`${quoted(text)} is a service account.`, 'List it under serviceAccounts.')
    : wrong(
        `${quoted(text)} is not a service account.`,
        'A service account ends with .gserviceaccount.com; list people under users.',
      );
}

function domainFault(text: string): AddressFault | undefined {
  if (text.includes('@'))
    return wrong(`${quoted(text)} is an e-mail address, not a domain.`, 'Write the domain alone, such as acme.dev.');
  if (isDomain(text)) return undefined;
  return wrong(`${quoted(text)} is not a domain.`, 'Write a domain such as acme.dev.');
}
