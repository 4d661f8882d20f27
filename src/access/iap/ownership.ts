import { ACCESSOR_ROLE, type Binding, compareText, type MemberKind, memberKind, type Policy } from './policy.js';

/** A grant of somebody else: it is kept as it is, and reported. */
export interface ForeignGrant {
  readonly member: string;
  readonly kind: MemberKind;
  readonly role: string;
  /** Title of the condition; undefined: it has none, so that the grant is foreign by its role. */
  readonly condition: string | undefined;
}

/** A policy parted into what this hub owns and what it must not touch. */
export interface PartitionedPolicy {
  readonly ours: readonly Binding[];
  /** The very objects of the policy that was read, so that fields unknown to us go back as they came. */
  readonly others: readonly Binding[];
}

/** Title that marks conditional bindings as ours; bindings with other conditions are never touched. */
export function conditionTitle(hub: string): string {
  return `jupyterhub-gke:${hub}`;
}

/** Parts a policy: of our role, the bindings without condition and those under our title are ours. */
export function partitionPolicy(hub: string, { bindings = [] }: Policy): PartitionedPolicy {
  const title = conditionTitle(hub);
  const isOurs = ({ role, condition }: Binding): boolean =>
    role === ACCESSOR_ROLE && (isUnconditional(condition) || condition?.title === title);
  return { ours: bindings.filter(isOurs), others: bindings.filter((binding) => !isOurs(binding)) };
}

/** True where a binding has no condition, or null in its place as some clients write it. */
export function isUnconditional(condition: Binding['condition'] | null): boolean {
  return condition === undefined || condition === null;
}

/** Grants of others, one for each member and binding, in a steady order. */
export function foreignGrants(others: readonly Binding[]): ForeignGrant[] {
  return others
    .flatMap(({ role, members = [], condition }) =>
      members.map((member) => ({
        member,
        kind: memberKind(member),
        role,
        condition: isUnconditional(condition) ? undefined : (condition?.title ?? ''),
      })),
    )
    .sort(
      (a, b) =>
        compareText(a.role, b.role) ||
        compareText(a.condition ?? '', b.condition ?? '') ||
        compareText(a.member, b.member),
    );
}

/** The end that means none. */
export const ALWAYS = 'always';

// Our own expression, as we write it and as another client may have written it anew. RFC 3339 allows lower-case letters.
const UNTIL =
  /^\s*request\.time\s*<\s*timestamp\(\s*(["'])(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)\1\s*\)\s*$/i;

/** The condition's expression for an exclusive end, an instant such as `2027-01-01T00:00:00Z`. */
export function untilExpression(until: string): string {
  return `request.time < timestamp("${until}")`;
}

/**
 * What two spellings of one end have in common: an instant, whatever its offset and the zeros of its fraction. An
 * expression that is none of ours is only equal to itself.
 */
export function endKey(expression: string): string {
  const [, , seconds = '', fraction = '', offset = ''] = UNTIL.exec(expression) ?? [];
  const instant = Date.parse(`${seconds}${offset}`.toUpperCase());
  if (Number.isNaN(instant)) return `other ${expression}`;
  // Date keeps milliseconds and IAM nanoseconds, so the fraction is compared as text.
  const rest = fraction.replace(/0+$/, '');
  return `until ${instant}${rest === '' ? '' : `.${rest}`}`;
}

/** The instant of an end in milliseconds; undefined for one without or that is none of ours. */
export function endInstant(key: string): number | undefined {
  return key.startsWith('until ') ? Number(key.slice('until '.length).split('.')[0]) : undefined;
}
