import { quoted } from '../config/words.js';

/** Why a text is not the address of one person. */
export interface EmailFault {
  readonly rule: 'person-form' | 'public-access' | 'not-supported-yet';
  readonly message: string;
  readonly hint: string;
}

const PUBLIC = /^(allUsers|allAuthenticatedUsers)$/i;
const PREFIX =
  /^(user|group|serviceAccount|domain|deleted|principal|principalSet|projectOwner|projectEditor|projectViewer):/i;
const EXAMPLE = 'Write the address of a Google account, such as ada@acme.dev.';
// Braces, slash, percent and backquote mean something in KubeSpawner templates, paths or addresses; no Google account has them.
const LOCAL = /^[a-z0-9_'&~+=-]+(\.[a-z0-9_'&~+=-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;

/** What is wrong with an e-mail address as it stands in a users file; undefined when it is one. */
export function emailFault(text: string): EmailFault | undefined {
  const prefix = PREFIX.exec(text)?.[1]?.toLowerCase();
  if (PUBLIC.test(text.trim()) || prefix === 'deleted') {
    return { rule: 'public-access', message: `${quoted(text)} is never let in.`, hint: 'List the people one by one.' };
  }
  const wrong = (message: string, hint = EXAMPLE): EmailFault => ({ rule: 'person-form', message, hint });
  if (prefix !== undefined) {
    return wrong(
      `${quoted(text)} is not written as a plain address.`,
      `Write it without "${prefix}:"; only people can be listed.`,
    );
  }
  if (/\s/.test(text)) return wrong(`${quoted(text)} has a space in it.`);
  // A Cyrillic "а" looks like the Latin one and is another person.
  const foreign = [...text].find((character) => !/^[\x21-\x7e]$/.test(character));
  if (foreign !== undefined) {
    const code = (foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return wrong(
      `${quoted(text)} has the character U+${code}, which is not plain ASCII.`,
      'Type the address again; letters that look alike are other letters.',
    );
  }
  const [local = '', domain = '', ...more] = text.split('@');
  if (local === '' || domain === '' || more.length > 0) return wrong(`${quoted(text)} is not an e-mail address.`);
  if (text.length > 254 || local.length > 64 || domain.split('.').some((label) => label.length > 63)) {
    return wrong(`${quoted(text)} is too long for an e-mail address.`);
  }
  if (!LOCAL.test(local) || !DOMAIN.test(domain))
    return wrong(`${quoted(text)} is not an e-mail address that a Google account can have.`);
  if (/\.gserviceaccount\.com$/i.test(domain)) {
    return { rule: 'not-supported-yet', message: 'Service accounts are not supported yet.', hint: 'List people only.' };
  }
  return undefined;
}
