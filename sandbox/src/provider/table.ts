import type { Value } from './values.js';

/** Type of an attribute, as terraform writes types in JSON. */
export type Type = 'string' | 'number' | 'bool' | readonly ['list' | 'set' | 'map', 'string'];

/** One attribute of a resource type, as the google provider 7.45.0 has it. */
export interface Attribute {
  readonly type: Type;
  /** `required`, `optional`, `computed`, or both of the last two. */
  readonly is: 'required' | 'optional' | 'computed' | 'optional computed';
  readonly forceNew?: boolean;
  readonly default?: Value;
  readonly sensitive?: boolean;
  /** Where the API has it, as a dotted path; absent where only terraform knows it. */
  readonly api?: string;
  /** True where the API never gets it: it is only read. */
  readonly readOnly?: boolean;
  /** Whether two values mean the same, as the provider's diff suppression decides. */
  readonly same?: (a: string, b: string) => boolean;
  /** True for a number that the API carries as text, because it has 64 bits. */
  readonly wide?: boolean;
  /** True for a bool of the API that terraform writes as TRUE or FALSE. */
  readonly word?: boolean;
  /** Keys of a map that are the configuration's; the others are the API's, and no difference. */
  readonly ownKeys?: RegExp;
}

/** Attributes and blocks. */
export interface Table {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly blocks?: Readonly<Record<string, Block>>;
}

/** A nested list of blocks. */
export interface Block extends Table {
  /** Most blocks allowed; absent: any number. */
  readonly max?: number;
  /** A set where the order of the blocks means nothing; a list when absent. */
  readonly nesting?: 'set';
  readonly forceNew?: boolean;
  readonly api?: string;
  /** True for a list without a limit that the API has once. */
  readonly single?: boolean;
  /** True where the API's own values are no difference when the configuration has no such block. */
  readonly computed?: boolean;
  /** Attribute that tells the blocks of the configuration from those that the API adds. */
  readonly ownBy?: string;
}

/** One resource type. */
export interface Resource extends Table {
  /** Operations that may have a timeout; none: no `timeouts` block. */
  readonly timeouts?: readonly string[];
  /** Version of the schema, as it stands in states that the google provider writes; 0 when absent. */
  readonly schemaVersion?: number;
}

/** Whether two links, whole or partial, name the same thing: `projects/p/global/networks/n`, its URL, or `n`. */
export function sameLink(a: string, b: string): boolean {
  const [left, right] = [parts(a), parts(b)];
  const length = Math.min(left.length, right.length);
  return length > 0 && left.slice(-length).join('/') === right.slice(-length).join('/');
}

function parts(link: string): string[] {
  const path = link.replace(/^https?:\/\/[^/]+\/(?:compute\/)?(?:v1|beta)\//, '');
  return path.split('/').filter((part) => part !== '');
}
