import type { CST, Document, YAMLError } from 'yaml';
import type { RuleName } from '../location.js';
import { conflictMarker, syntaxWords } from './syntax-words.js';

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

/** Syntax errors of a file: the first on each line, and no more than MAX_SYNTAX_ERRORS. */
export function syntaxErrors(documents: readonly Document.Parsed[], text: string): SyntaxFinding[] {
  const errors = documents.flatMap((document) => document.errors);
  // Every line between two versions is wrong in its own way, and all of it is one mistake.
  const marker = errors.length > 0 ? conflictMarker(text) : undefined;
  if (marker !== undefined) return [{ rule: 'yaml-syntax', hint: undefined, ...marker }];
  const seen = new Set<number>();
  const findings: SyntaxFinding[] = [];
  for (const error of errors) {
    if (findings.length >= MAX_SYNTAX_ERRORS) break;
    const found = describe(error, text);
    const line = text.lastIndexOf('\n', found.start - 1);
    if (seen.has(line)) continue;
    seen.add(line);
    findings.push(found);
  }
  return findings;
}

function describe(error: YAMLError, text: string): SyntaxFinding {
  const [start, end] = error.pos;
  if (error.code === 'TAB_AS_INDENT') {
    const hint = 'Use spaces: YAML forbids tabs there.';
    return { rule: 'yaml-tab', start, end, message: 'A tab is used for indentation.', hint };
  }
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return { rule: 'yaml-tag', start, end, message: error.message, hint: 'Write the plain value without a tag.' };
  }
  if (error.code === 'NON_STRING_KEY') {
    const hint = 'Quote keys that start with [, { or *.';
    return { rule: 'yaml-syntax', start, end, message: 'A key is not plain text.', hint };
  }
  if (error.code === 'BAD_ALIAS') {
    return { rule: 'yaml-alias', start, end, message: error.message, hint: 'Quote text that starts with * or &.' };
  }
  return { rule: 'yaml-syntax', hint: undefined, ...syntaxWords(error, text) };
}
