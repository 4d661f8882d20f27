import type { Change, ChangeAction } from '../change/change.js';
import { list } from '../config/text.js';

/** Who the hub knows one by one. */
const ACCOUNTS = [
  { kind: 'person', one: 'person', many: 'people', whose: 'their' },
  { kind: 'service account', one: 'service account', many: 'service accounts', whose: 'its' },
] as const;

/** What lets in people whom no file names. */
const CROWDS = ['domain', 'Google group'] as const;

/** What differs at IAP alone: what no file lists, and who goes on being listed and is no longer bound by name. */
const AT_THE_DOOR: ReadonlyMap<string, (found: number) => string> = new Map([
  ['person in IAP', (found: number) => `${found} ${found === 1 ? 'person' : 'people'} by name`],
  ['service account in IAP', (found: number) => `${counted(found, 'service account')} by name`],
  ['Google group in IAP', (found: number) => counted(found, 'Google group')],
  ['domain in IAP', (found: number) => counted(found, 'domain')],
  ['public', () => 'the public'],
  ['deleted account', (found: number) => counted(found, 'deleted account')],
  ['principal', (found: number) => counted(found, 'other principal')],
]);

/** Who gains and who loses access, in plain sentences: those known one by one, then crowds, then what is of IAP alone. */
export function peopleSentences(changes: readonly Change[]): string {
  const members = changes.filter(({ engine }) => engine === 'members');
  const sentences = [
    ...ACCOUNTS.map((of) => accounts(members, of)),
    ...CROWDS.map((kind) => crowds(members, kind)),
    trust(members),
    iap(members),
  ];
  const said = sentences.filter((sentence) => sentence !== '');
  return said.length === 0 ? 'Nobody gains or loses access.' : said.join(' ');
}

/** Whether servers of somebody may stop because of who leaves. */
export function stopsServers(changes: readonly Change[]): boolean {
  return changes.some(
    ({ engine, action, kind }) => engine === 'members' && action === 'delete' && !AT_THE_DOOR.has(kind),
  );
}

function accounts(members: readonly Change[], { kind, one, many, whose }: (typeof ACCOUNTS)[number]): string {
  const clauses = [
    ['create', 'gains access', 'gain access'],
    ['delete', `loses it and ${whose} notebook servers stop`, 'lose it and their notebook servers stop'],
    ['update', 'gets other rights or another end date', 'get other rights or another end date'],
  ] as const;
  const words = clauses
    .map(([action, ofOne, ofMany]) => ({ found: count(members, kind, action), ofOne, ofMany }))
    .filter(({ found }) => found > 0)
    .map(({ found, ofOne, ofMany }, index) => {
      const text = found === 1 ? ofOne : ofMany;
      if (index > 0) return `${found} ${text}`;
      return `${found} ${found === 1 ? one : many} ${text.replace(/\bit\b/, 'access')}`;
    });
  return words.length === 0 ? '' : `${words.join(', ')}.`;
}

function crowds(members: readonly Change[], kind: (typeof CROWDS)[number]): string {
  const clauses = [
    ['create', 'gain', 'access'],
    ['delete', 'lose', 'access, but for people who enter another way'],
    ['update', 'get', 'another end date'],
  ] as const;
  return clauses
    .map(([action, verb, what]) => ({ found: count(members, kind, action), verb, what }))
    .filter(({ found }) => found > 0)
    .map(({ found, verb, what }) => `${counted(found, `whole ${kind}`)} ${verb}${found === 1 ? 's' : ''} ${what}.`)
    .join(' ');
}

/** One change of kind `group` says that the hub begins or ceases to believe IAP, whatever groups that is for. */
function trust(members: readonly Change[]): string {
  if (count(members, 'group', 'create') > 0) return 'The hub now lets in everybody whom IAP lets pass.';
  if (count(members, 'group', 'delete') === 0) return '';
  return 'The hub no longer lets in whom only IAP lets pass, and their notebook servers stop.';
}

function iap(members: readonly Change[]): string {
  const things = (action: ChangeAction): string =>
    list(
      [...AT_THE_DOOR].flatMap(([kind, words]) => {
        const found = count(members, kind, action);
        return found === 0 ? [] : [words(found)];
      }),
    );
  const [opens, closes, changes] = [things('create'), things('delete'), things('update')];
  return [
    ...(opens === '' ? [] : [`IAP opens for ${opens}.`]),
    ...(closes === '' ? [] : [`IAP closes for ${closes}.`]),
    ...(changes === '' ? [] : [`IAP gets another end date for ${changes}.`]),
  ].join(' ');
}

function count(members: readonly Change[], kind: string, action: ChangeAction): number {
  return members.filter((change) => change.kind === kind && change.action === action).length;
}

function counted(found: number, thing: string): string {
  return `${found} ${thing}${found === 1 ? '' : 's'}`;
}
