/**
 * The grammar of the list of people: what may stand in a users file and in the hub's list. The hub's reader
 * (helm/hub/hub_members.py) has the same rules, and test/fixtures/people-grammar.json has cases for both.
 */

// Braces, slash, percent and backquote have a meaning in KubeSpawner templates, paths or URLs. No Google account has them.
const LOCAL = /^[a-z0-9_'&~+=-]+(\.[a-z0-9_'&~+=-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;
const GROUP = /^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$/;
const INSTANT =
  /^((?:19|[2-9]\d)\d{2}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3}|\.\d{6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
// By RFC 5321 and RFC 1035.
const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const MAX_LABEL = 63;

/** Most groups of one person. */
export const MAX_GROUPS = 100;

/** Whether a text is an e-mail address that the hub can read. */
export function isAddress(text: string): boolean {
  const at = text.indexOf('@');
  if (at === -1 || isTooLong(text)) return false;
  return LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}

/** Whether an address, or its part before or after the @, is longer than mail servers allow. */
export function isTooLong(address: string): boolean {
  const at = address.indexOf('@');
  return address.length > MAX_ADDRESS || at > MAX_LOCAL || hasLongLabel(address.slice(at + 1));
}

/** Whether a text is a domain that the hub can read. */
export function isDomain(text: string): boolean {
  return text.length <= MAX_DOMAIN && DOMAIN.test(text) && !hasLongLabel(text);
}

/** Whether a text is a valid name of a group. */
export function isGroupName(text: string): boolean {
  return GROUP.test(text);
}

/** Whether a text is the end of somebody's access as the hub reads it: ISO 8601 with an offset, from 1900 to 9999. */
export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isCalendarDay(day);
}

/** Whether a text in the form YYYY-MM-DD is a day of the calendar. */
export function isCalendarDay(day: string): boolean {
  const start = new Date(`${day}T00:00:00Z`);
  // Date reads February 30 as March 2. Printing the day again tells the two apart.
  return !Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day;
}

function hasLongLabel(domain: string): boolean {
  return domain.split('.').some((label) => label.length > MAX_LABEL);
}
