import type { HubConfig, JsonObject } from '../../../src/config/model.js';
import { ACCESS, hubConfig } from '../hub-config.js';

/** What of a configuration is not as in the quick start. */
export type Side = Partial<HubConfig> & { readonly values?: JsonObject };

const access = (more: Partial<HubConfig['access']>): Side => ({ access: { ...ACCESS, ...more } });
const guard = (percent: number, atLeast: number, requiredAdmins = 0): Side =>
  access({ guard: { maxRemovals: { percent, atLeast }, requiredAdmins } });
/** Homes of a size and a type of disk. */
export const home = (size: string, diskType = 'pd-balanced'): Side => ({
  storage: { home: { type: 'disk', size, diskType }, perUserBuckets: false, purge: [] },
});
const zones = (...names: readonly string[]): Side => ({
  platform: {
    name: 'research',
    from: undefined,
    zones: names,
    cluster: { mode: 'autopilot' },
    deletionProtection: true,
  },
});
const GROUP = 'hub@acme.dev';
const budget = (hours: number, more: Partial<HubConfig['budgets'][number]> = {}): Side => ({
  budgets: [{ groups: [], profiles: [], of: 'cpu', hours, days: 7, each: 'person', ...more }],
});
const PRICES = { currency: 'EUR', asOf: '2026-11-01', prices: { 'autopilot/cpu': 1, 'autopilot/memory': 0.1 } };
const CLASS = { profile: 'cpu', servers: 20, days: [0, 2], from: 580, to: 720 };
const SHARED = { of: 'gpu', each: 'group', groups: ['ml', 'vision'], profiles: ['l4'], days: 1 } as const;

/** A kind of change with what a reviewer has to know of it, word by word. */
export type Kind = readonly [kind: string, before: Side, after: Side, sentence: string];

/** Kinds of change of who decides, who enters, and where data is. */
export const POLICY_KINDS: readonly Kind[] = [
  [
    'room for a class',
    {},
    { warm: [CLASS] },
    'Room is kept for servers of profile `cpu` on mon, wed from 09:40 to 12:00, which costs what its size costs: 20 servers, 4.67 h a week, 21 cores and 83.75 GiB.',
  ],
  [
    'room for a class, with prices',
    { cost: PRICES },
    { cost: PRICES, warm: [CLASS] },
    '21 cores and 83.75 GiB, about 1.47 EUR an hour for each server.',
  ],
  [
    'room for more servers',
    { warm: [CLASS] },
    { warm: [{ ...CLASS, servers: 40 }] },
    '; so far 20 servers, 4.67 h a week, 21 cores and 83.75 GiB.',
  ],
  [
    'no room any more',
    { warm: [CLASS] },
    {},
    'No room is kept any more for servers of profile `cpu` on mon, wed from 09:40 to 12:00.',
  ],
  [
    'a new budget',
    {},
    budget(40),
    '⚠️ New budget: each person may use 40 CPU core hours in any 7 days. Hours before this apply are not counted. Servers without hours are stopped.',
  ],
  [
    'a smaller budget of groups',
    budget(40, SHARED),
    budget(1.5, SHARED),
    '⚠️ The people of each of the groups `ml` and `vision`, together, may use 1.5 GPU hours in any day with profile `l4`, 40 GPU hours so far. Servers of those who have used more are stopped within a minute; homes stay.',
  ],
  [
    'a larger budget of a group',
    budget(1, { each: 'group', groups: ['ml'], of: 'memory' }),
    budget(20_000, { each: 'group', groups: ['ml'], of: 'memory' }),
    'All people of group `ml` together may use 20,000 GiB hours in any 7 days, 1 GiB hour so far.',
  ],
  [
    'a budget that ends',
    budget(40, { groups: ['ml'] }),
    {},
    '⚠️ A budget ends: nothing limits each person of group `ml` to 40 CPU core hours in any 7 days any more.',
  ],
  [
    'review is switched off',
    { approval: 'required' },
    { approval: 'none' },
    '⚠️ Review is switched off from the next change on: apply does what is merged, whatever its plan is.',
  ],
  [
    'review is loosened',
    { approval: 'required' },
    { approval: 'comment' },
    '⚠️ Review is loosened from the next change on: the plan comment is enough, and apply no longer compares its plan with the reviewed one.',
  ],
  [
    'review is switched on',
    { approval: 'none' },
    { approval: 'required' },
    'Review is required from the next change on: apply carries out exactly the reviewed plan.',
  ],
  [
    'deletion protection goes',
    {},
    {
      platform: {
        name: 'research',
        from: undefined,
        zones: undefined,
        cluster: { mode: 'autopilot' },
        deletionProtection: false,
      },
    },
    '⚠️ Deletion protection is switched off: after this apply nothing refuses destroy.',
  ],
  [
    'deletion protection comes',
    {
      platform: {
        name: 'research',
        from: undefined,
        zones: undefined,
        cluster: { mode: 'autopilot' },
        deletionProtection: false,
      },
    },
    {},
    'Deletion protection is switched on: destroy is refused after this apply.',
  ],
  [
    'zones are named',
    {},
    zones('us-central1-a'),
    '⚠️ Servers start, and homes are made, in `us-central1-a`; in any zone of the location so far. The StorageClass of homes is made again, because Kubernetes cannot change one; homes that exist keep their disks. Where a home is in another zone, its server could not start any more: apply refuses that, and names the homes.',
  ],
  [
    'a zone goes',
    zones('us-central1-a', 'us-central1-b'),
    zones('us-central1-a'),
    '⚠️ Servers start, and homes are made, in `us-central1-a`; in `us-central1-a` and `us-central1-b` so far. The StorageClass of homes is made again, because Kubernetes cannot change one; homes that exist keep their disks. Where a home is in `us-central1-b`, its server',
  ],
  [
    'a zone comes',
    zones('us-central1-a'),
    zones('us-central1-a', 'us-central1-b'),
    'Servers start, and homes are made, in `us-central1-a` and `us-central1-b`; in `us-central1-a` so far.',
  ],
  [
    'no zones are named any more',
    zones('us-central1-a'),
    {},
    'Servers start, and homes are made, in any zone of the location; in `us-central1-a` so far.',
  ],
  [
    'a looser guard',
    {},
    guard(50, 20),
    '⚠️ The guard gets looser from the next change on: one change may take access away from 50 % of the entries or from 20, whichever is more; so far it was 25 % or 5.',
  ],
  [
    'a guard that is looser in one limit',
    {},
    guard(100, 5),
    '⚠️ The guard gets looser from the next change on: one change may always take access away from 100 % of the entries; so far it was 25 %.',
  ],
  [
    'a stricter guard',
    {},
    guard(25, 1),
    'The guard gets stricter: one change may always take access away from 1 entry; so far it was 5.',
  ],
  [
    'fewer required administrators',
    guard(25, 5, 2),
    guard(25, 5, 1),
    '⚠️ The guard gets looser from the next change on: a change has to leave 1 administrator, 2 so far.',
  ],
  [
    'more required administrators',
    guard(25, 5, 0),
    guard(25, 5, 2),
    'The guard gets stricter: a change has to leave 2 administrators, 0 so far.',
  ],
  [
    'grants of the console stay',
    {},
    access({ mode: 'additive' }),
    '⚠️ Grants of IAP that somebody makes in the console stay from now on.',
  ],
  [
    'grants of the console go',
    access({ mode: 'additive' }),
    {},
    'Grants of IAP that no users file lists are removed from now on.',
  ],
  [
    'a Google group instead of people',
    {},
    access({ entry: { kind: 'group', group: GROUP, manage: true } }),
    'Who passes IAP is up to the Google group `hub@acme.dev`, whose members follow the users files, and no longer to the users files, entry by entry.',
  ],
  [
    'a domain instead of a Google group',
    access({ entry: { kind: 'group', group: GROUP, manage: false } }),
    access({ entry: { kind: 'domain', domain: 'acme.dev' } }),
    'Who passes IAP is up to the whole domain `acme.dev`, and no longer to the Google group `hub@acme.dev`.',
  ],
  [
    'another address',
    access({ domain: 'hub.acme.dev' }),
    access({ domain: 'lab.acme.dev' }),
    '⚠️ The address of the hub changes from `hub.acme.dev` to `lab.acme.dev`: links to the old one end, OAuth clients that name it need the new one, and the new one needs its DNS record and certificate first.',
  ],
  [
    'an address of its own',
    {},
    access({ domain: 'hub.acme.dev' }),
    '⚠️ The address of the hub changes from the trial address to `hub.acme.dev`: links to the old one end',
  ],
  [
    'hosts of people',
    access({ domain: 'hub.acme.dev' }),
    access({ domain: 'hub.acme.dev', subdomains: { domain: 'hub.acme.dev', certificate: 'wild' } }),
    '⚠️ The servers of each person move to a host of their own below the host of the hub: links to servers change.',
  ],
  [
    'no hosts of people',
    access({ domain: 'hub.acme.dev', subdomains: { domain: 'hub.acme.dev', certificate: 'wild' } }),
    access({ domain: 'hub.acme.dev' }),
    '⚠️ The servers of all people move back to the host of the hub: links with the host of a person end.',
  ],
  [
    'another certificate',
    access({ domain: 'hub.acme.dev', subdomains: { domain: 'hub.acme.dev', certificate: 'wild-2026' } }),
    access({ domain: 'hub.acme.dev', subdomains: { domain: 'hub.acme.dev', certificate: 'wild-2027' } }),
    'Browsers get the certificate `wild-2027`.',
  ],
  [
    'longer connections',
    {},
    access({ session: { websocket: 14_400, timezone: 'UTC' } }),
    'A connection to a notebook lasts 4 h at most, 1 h so far.',
  ],
  [
    'another time zone',
    {},
    access({ session: { websocket: 3600, timezone: 'Europe/Berlin' } }),
    'The days of `until` end by the clock of `Europe/Berlin`, of `UTC` so far.',
  ],
  [
    'access changes are no longer recorded',
    access({ auditBucket: 'acme-audit' }),
    {},
    '⚠️ Changes of access are no longer recorded (bucket `acme-audit` so far).',
  ],
  [
    'access changes are recorded',
    {},
    access({ auditBucket: 'acme-audit' }),
    'Changes of access are recorded in the bucket `acme-audit`, nowhere so far.',
  ],
  ['larger homes', {}, home('20Gi'), 'New homes have 20Gi, 10Gi so far. Homes that exist keep their size.'],
  [
    'smaller homes',
    {},
    home('5Gi'),
    'New homes have 5Gi, 10Gi so far. Homes that exist keep their size: disks never shrink.',
  ],
  [
    'homes on other disks',
    {},
    home('10Gi', 'pd-ssd'),
    'New homes are on disks of the type `pd-ssd`, `pd-balanced` so far. Homes that exist keep their disks.',
  ],
  [
    'a bucket for each person',
    {},
    { storage: { ...hubConfig().storage, perUserBuckets: true } },
    'Everybody who is listed gets a bucket or folder of their own, beside the home. Notebook servers reach the metadata server for that.',
  ],
  [
    'no buckets any more',
    { storage: { ...hubConfig().storage, perUserBuckets: true } },
    {},
    '⚠️ Notebook servers no longer get the buckets of people. The files in them are kept.',
  ],
];

/** Names of settings, one for each kind of sentence that repeats text; names are free where this text stands. */
export const SETTING_NAMES = (text: string): readonly string[] => [
  ...['approval', 'access.domain', 'access.entry', 'access.session.websocket', 'access.session.timezone'],
  ...['access.audit.bucket', 'storage.home.size', 'storage.home.diskType', 'platform.deletionProtection'],
  ...['image', 'cpu.guarantee', 'cpu.limit', 'memory.limit', 'description', 'culling.idle', 'culling.maxAge'].map(
    (name) => `profiles[gpu].${name}`,
  ),
  ...[text, `secrets[${text}]`, `hub.values.${text}`, 'hub.values.singleuser.image.tag'],
];
