import type { CST, Document, YAMLError } from 'yaml';
import type { RuleName } from '../location.js';

/** Deepest nesting of a file, aliases included; chart values of real hubs stay under 20. */
export const MAX_DEPTH = 64;
/** A broken line often breaks all lines after it, so more errors do not help. */
const MAX_SYNTAX_ERRORS = 10;

export interface TokenFault {
  readonly rule: RuleName;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

export interface SyntaxFinding {
  readonly rule: RuleName;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string | undefined;
}

/** Finds directives and deep nesting. They must stop a file before its tokens are composed, which is recursive. */
export function tokenFault(token: CST.Token): TokenFault | undefined {
  if (token.type === 'directive') {
    return {
      rule: 'yaml-syntax',
      offset: token.offset,
      message: 'YAML directives (lines that start with %) are not supported.',
      hint: 'Remove the line. Files are always read as YAML 1.2.',
    };
  }
  return tooDeep(token, 0);
}

/** Recursive too, but it stops at the depth limit. */
function tooDeep(token: CST.Token, depth: number): TokenFault | undefined {
  if (depth > MAX_DEPTH) {
    return {
      rule: 'too-large',
      offset: 'offset' in token ? token.offset : 0,
      message: `Values are nested more than ${MAX_DEPTH} levels deep.`,
      hint: 'Reduce the nesting. Real files have fewer than 20 levels.',
    };
  }
  if (token.type === 'document') return token.value === undefined ? undefined : tooDeep(token.value, depth);
  if (!('items' in token)) return undefined;
  for (const { key, value } of token.items) {
    const fault = (key && tooDeep(key, depth + 1)) ?? (value && tooDeep(value, depth + 1));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'All lines of a mapping or list must start in the same column.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash starts an escape; write it twice, or use single quotes.',
  BAD_SCALAR_START: 'Quote the text.',
  BLOCK_AS_IMPLICIT_KEY: 'Quote text that contains a colon followed by a space.',
  MISSING_CHAR: 'Look for a missing quote, bracket, brace, comma or colon before this place.',
  MULTILINE_IMPLICIT_KEY: 'Look for a missing colon after a key, or a missing quote.',
  UNEXPECTED_TOKEN: 'Look for a missing quote or an extra bracket.',
};

/** Syntax errors of a file: the first at each offset, and no more than MAX_SYNTAX_ERRORS. */
export function syntaxErrors(documents: readonly Document.Parsed[]): SyntaxFinding[] {
  const seen = new Set<number>();
  const findings: SyntaxFinding[] = [];
  for (const error of documents.flatMap((document) => document.errors)) {
    if (seen.has(error.pos[0]) || findings.length >= MAX_SYNTAX_ERRORS) continue;
    seen.add(error.pos[0]);
    findings.push({ ...describe(error), start: error.pos[0], end: error.pos[1] });
  }
  return findings;
}

function describe(error: YAMLError): Pick<SyntaxFinding, 'rule' | 'message' | 'hint'> {
  if (error.code === 'TAB_AS_INDENT') {
    return {
      rule: 'yaml-tab',
      message: 'A tab is used for indentation.',
      hint: 'Use spaces: YAML forbids tabs there.',
    };
  }
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return { rule: 'yaml-tag', message: error.message, hint: 'Write the plain value without a tag.' };
  }
  if (error.code === 'NON_STRING_KEY') {
    return {
      rule: 'yaml-syntax',
      message: 'A key is not plain text.',
      hint: 'Quote keys that start with [, { or *.',
    };
  }
  if (error.code === 'BAD_ALIAS') {
    return { rule: 'yaml-alias', message: error.message, hint: 'Quote text that starts with * or &.' };
  }
  return { rule: 'yaml-syntax', message: error.message.replace(/\.?$/, '.'), hint: HINTS[error.code] };
}
