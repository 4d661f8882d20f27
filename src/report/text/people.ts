import type { Change, ChangeAction, PrincipalKind, Subject } from '../../change/change.js';
import { joinWithAnd, plural } from '../../config/text.js';

/** Whom the hub knows one by one. */
const ACCOUNTS = [
  { kind: 'person', one: 'person', many: 'people', whose: 'their' },
  { kind: 'service-account', one: 'service account', many: 'service accounts', whose: 'its' },
] as const;

/** Grants to people whom no file names. */
const CROWDS = [
  { kind: 'domain', noun: 'whole domain' },
  { kind: 'google-group', noun: 'whole Google group' },
] as const;

/** What only IAP grants: to principals that no file lists, or by name to people who keep another way in. */
const IAP_KINDS: readonly (readonly [PrincipalKind, (found: number) => string])[] = [
  ['person', (found) => `${plural(found, 'person', 'people')} by name`],
  ['service-account', (found) => `${plural(found, 'service account')} by name`],
  ['google-group', (found) => plural(found, 'Google group')],
  ['domain', (found) => plural(found, 'domain')],
  ['public', () => 'the public'],
  ['deleted-account', (found) => plural(found, 'deleted account')],
  ['other-principal', (found) => plural(found, 'other principal')],
];

/** Who gains and who loses access: accounts first, then domains and groups, then what concerns IAP alone. */
export function peopleSentences(changes: readonly Change[]): string {
  const sentences = [
    ...ACCOUNTS.map((account) => accountSentence(changes, account)),
    ...CROWDS.map((crowd) => crowdSentences(changes, crowd)),
    trustSentence(changes),
    iapSentences(changes),
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? 'By the users files nobody gains or loses access.' : sentences.join(' ');
}

/** Whether servers of somebody may stop because of who leaves. */
export function stopsServers(changes: readonly Change[]): boolean {
  return changes.some(({ scope, action }) => scope === 'access' && action === 'delete');
}

function accountSentence(changes: readonly Change[], { kind, one, many, whose }: (typeof ACCOUNTS)[number]): string {
  const clauses = [
    ['create', 'gains access', 'gain access'],
    ['delete', `loses it and ${whose} notebook servers stop`, 'lose it and their notebook servers stop'],
    ['update', 'gets other rights or another end date', 'get other rights or another end date'],
  ] as const;
  const parts = clauses
    .map(([action, ofOne, ofMany]) => ({ found: count(changes, 'access', kind, action), ofOne, ofMany }))
    .filter(({ found }) => found > 0)
    .map(({ found, ofOne, ofMany }, index) => {
      const text = found === 1 ? ofOne : ofMany;
      return index > 0 ? `${found} ${text}` : `${plural(found, one, many)} ${text.replace(/\bit\b/, 'access')}`;
    });
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

function crowdSentences(changes: readonly Change[], { kind, noun }: (typeof CROWDS)[number]): string {
  const clauses = [
    ['create', 'gain', 'access'],
    ['delete', 'lose', 'access, except for people who enter another way'],
    ['update', 'get', 'another end date'],
  ] as const;
  return clauses
    .map(([action, verb, what]) => ({ found: count(changes, 'access', kind, action), verb, what }))
    .filter(({ found }) => found > 0)
    .map(({ found, verb, what }) => `${plural(found, noun)} ${verb}${found === 1 ? 's' : ''} ${what}.`)
    .join(' ');
}

/** One change says that the hub begins or ceases to trust IAP, whatever Google groups that is for. */
function trustSentence(changes: readonly Change[]): string {
  if (count(changes, 'access', 'iap-trust', 'create') > 0) return 'The hub now admits everybody whom IAP lets pass.';
  if (count(changes, 'access', 'iap-trust', 'delete') === 0) return '';
  return 'The hub no longer admits people whom only IAP lets pass, and their notebook servers stop.';
}

function iapSentences(changes: readonly Change[]): string {
  const principals = (action: ChangeAction): string =>
    joinWithAnd(
      IAP_KINDS.flatMap(([kind, text]) => {
        const found = count(changes, 'iap', kind, action);
        return found === 0 ? [] : [text(found)];
      }),
    );
  const [granted, revoked, changed] = [principals('create'), principals('delete'), principals('update')];
  return [
    ...(granted === '' ? [] : [`IAP lets ${granted} pass.`]),
    ...(revoked === '' ? [] : [`IAP no longer lets ${revoked} pass.`]),
    ...(changed === '' ? [] : [`The IAP grant of ${changed} gets another end date.`]),
  ].join(' ');
}

function count(
  changes: readonly Change[],
  scope: 'access' | 'iap',
  kind: Subject['kind'],
  action: ChangeAction,
): number {
  return changes.filter((one) => one.scope === scope && one.subject.kind === kind && one.action === action).length;
}
