import { ACCESSOR_ROLE, type Binding, compareText, type MemberKind, memberKind, type Policy } from './policy.js';

/** A grant that is not ours. It is kept and reported. */
export interface ForeignGrant {
  readonly member: string;
  readonly kind: MemberKind;
  readonly role: string;
  /** Title of the condition; undefined: no condition, so the grant is foreign by its role. */
  readonly condition: string | undefined;
}

/** A policy split into what this hub owns and what it must not touch. */
export interface PartitionedPolicy {
  readonly ours: readonly Binding[];
  /** The same objects as in the policy that was read, so fields unknown to us are written back unchanged. */
  readonly others: readonly Binding[];
}

/** Title of our conditional bindings. A binding with another condition is never touched. */
export function conditionTitle(hub: string): string {
  return `jupyterhub-gke:${hub}`;
}

/** Splits a policy. Ours are the bindings of our role without a condition or with our title. */
export function partitionPolicy(hub: string, { bindings = [] }: Policy): PartitionedPolicy {
  const title = conditionTitle(hub);
  const isOurs = ({ role, condition }: Binding): boolean =>
    role === ACCESSOR_ROLE && (isUnconditional(condition) || condition?.title === title);
  return { ours: bindings.filter(isOurs), others: bindings.filter((binding) => !isOurs(binding)) };
}

/** Whether a binding has no condition. Some clients write null for it. */
export function isUnconditional(condition: Binding['condition'] | null): boolean {
  return condition === undefined || condition === null;
}

/** Grants that are not ours, one for each member and binding, in a stable order. */
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

/** Comparable end of a grant without an end. */
export const ALWAYS = 'always';

// Our own expression, also as another client may have rewritten it. RFC 3339 allows lower-case letters.
const UNTIL =
  /^\s*request\.time\s*<\s*timestamp\(\s*(["'])(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)\1\s*\)\s*$/i;

/** The condition expression for an exclusive end, such as `2027-01-01T00:00:00Z`. */
export function untilExpression(until: string): string {
  return `request.time < timestamp("${until}")`;
}

/**
 * Comparable form of an end: its instant, whatever the offset and the trailing zeros. A foreign expression only equals
 * itself.
 */
export function endKey(expression: string): string {
  const [, , seconds = '', fraction = '', offset = ''] = UNTIL.exec(expression) ?? [];
  const instant = Date.parse(`${seconds}${offset}`.toUpperCase());
  if (Number.isNaN(instant)) return `other ${expression}`;
  // Date has milliseconds and IAM nanoseconds, so the fraction is compared as text.
  const rest = fraction.replace(/0+$/, '');
  return `until ${instant}${rest === '' ? '' : `.${rest}`}`;
}

/** The instant of an end in milliseconds; undefined for no end or a foreign expression. */
export function endInstant(key: string): number | undefined {
  return key.startsWith('until ') ? Number(key.slice('until '.length).split('.')[0]) : undefined;
}
