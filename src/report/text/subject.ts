import {
  type Access,
  type AttributeChange,
  addressOf,
  type Change,
  type DeletedHome,
  type PrincipalKind,
  type Subject,
} from '../../change/change.js';
import { type SettingChange, settingText } from '../../change/settings.js';
import { dayOf, untilText } from './dates.js';

const KINDS: Readonly<Record<PrincipalKind, string>> = {
  person: 'person',
  'service-account': 'service account',
  'google-group': 'Google group',
  domain: 'domain',
  public: 'everybody',
  'deleted-account': 'deleted account',
  'other-principal': 'principal',
};

/** What a kind of principal is called. */
export function kindText(kind: PrincipalKind): string {
  return KINDS[kind];
}

/** What a change is of, as a reader knows it. */
export function subjectText(change: Pick<Change, 'subject'>): string {
  const { subject } = change;
  if (subject.kind === 'settings') return 'configuration';
  if (subject.kind === 'iap-trust') return 'everybody whom IAP lets pass';
  return 'ownerKey' in subject ? `somebody who left (${subject.ownerKey})` : addressOf(change);
}

/** Role, groups and end on one line, as `user, groups ml vision, until 2026-12-31`. */
export function accessText({ role, groups = [], until }: Access, { kind }: Subject): string {
  const end = until === undefined ? [] : [untilText(until)];
  if (role === undefined || kind === 'iap-trust') return ['passes IAP', ...end].join(', ');
  if (kind === 'domain') return ['everybody of the domain', ...end].join(', ');
  return [
    role === 'full-admin' ? 'full admin' : role,
    ...(groups.length === 0 ? [] : [`${groups.length === 1 ? 'group' : 'groups'} ${groups.join(' ')}`]),
    ...end,
  ].join(', ');
}

/** All that differs in a change, as attributes with text on each side that exists. */
export function attributesOf({
  attributes = [],
  settings = [],
  deletes = [],
  access,
  subject,
}: Change): readonly AttributeChange[] {
  return [
    ...attributes,
    ...settings.map(settingAttribute),
    ...deletes.map((one) => ({ name: one.kind, before: deletedText(one) })),
    ...(access === undefined ? [] : [accessChange(access, subject)]),
  ];
}

function settingAttribute({ setting, before, after }: SettingChange): AttributeChange {
  const [was, is] = [settingText(before), settingText(after)];
  return { name: setting, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
}

function deletedText(one: DeletedHome): string {
  if (one.kind !== 'disk') return one.place;
  return [one.size ?? 'size not known', ...(one.created === undefined ? [] : [`made ${dayOf(one.created)}`])].join(
    ', ',
  );
}

function accessChange({ before, after }: NonNullable<Change['access']>, subject: Subject): AttributeChange {
  return {
    name: 'access',
    ...(before === undefined ? {} : { before: accessText(before, subject) }),
    ...(after === undefined ? {} : { after: accessText(after, subject) }),
  };
}
