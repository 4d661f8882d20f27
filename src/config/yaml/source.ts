import { Composer, type Document, Parser } from 'yaml';
import type { Diagnostic } from '../diagnostic.js';
import { reporter } from '../location.js';
import { syntaxErrors, tokenFault } from './syntax.js';
import { buildTree, MAX_VALUES, type Tree } from './tree.js';

/** One file as it was read: its path as findings print it, and its text (the caller decodes UTF-8). */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A file parsed as YAML: its tree, if the text is valid, and the findings. */
export interface Source {
  /** Path as findings print it. */
  readonly file: string;
  /** Undefined when the text is unusable; there is then at least one error. A tree can come with errors too. */
  readonly tree: Tree | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longest text that is parsed, in characters: room for 20,000 people with every field. */
export const MAX_LENGTH = 4 * 1024 * 1024;

// YAML forbids C0 controls except tab, line feed and carriage return. The parser accepts them.
const CONTROL = /[^\t\n\r\u0020-\u007E\u0080-\uFFFF]/;

/** Parses one file into a tree with locations. Never throws, whatever the text. */
export function parseSource(file: SourceFile): Source {
  // Editors hide the byte order mark, so columns must not count it.
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  const { place, report, diagnostics } = reporter(file.path, text);
  const result = (tree: Tree | undefined): Source => ({ file: file.path, tree, diagnostics });

  if (text.length > MAX_LENGTH) {
    report(place(0, 1), 'too-large', `The file has ${text.length} characters; the limit is ${MAX_LENGTH}.`);
    return result(undefined);
  }
  if (countStructure(text) > MAX_VALUES) {
    report(place(0, 1), 'too-large', `The file has more than ${MAX_VALUES} values, or text that looks like values.`, {
      hint: 'Split the file. 20,000 people with every field need fewer values.',
    });
    return result(undefined);
  }
  const control = CONTROL.exec(text);
  if (control !== null) {
    const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
    report(
      place(control.index, control.index + 1),
      'control-character',
      `The file contains the control character U+${code}.`,
      {
        hint: 'Remove it. Editors usually hide it.',
      },
    );
    return result(undefined);
  }

  const documents: Document.Parsed[] = [];
  try {
    const composer = new Composer({
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      stringKeys: true,
      merge: false,
    });
    for (const token of new Parser().parse(text)) {
      const fault = tokenFault(token);
      if (fault !== undefined) {
        report(place(fault.offset, fault.offset + 1), fault.rule, fault.message, { hint: fault.hint });
        return result(undefined);
      }
      documents.push(...composer.next(token));
    }
    documents.push(...composer.end());
  } catch {
    // The parser should never throw. If it does, the user gets a finding, not a stack trace.
    report(place(0, 1), 'yaml-syntax', 'The file cannot be parsed as YAML.', { hint: 'Simplify the file.' });
    return result(undefined);
  }

  for (const error of syntaxErrors(documents, text)) {
    report(place(error.start, error.end), error.rule, error.message, { hint: error.hint });
  }
  if (diagnostics.length > 0) return result(undefined);
  const [first, second] = documents;
  if (second !== undefined) {
    const start = second.range[0];
    report(place(start, start + 3), 'several-documents', 'The file has more than one YAML document.', {
      hint: 'Remove the line "---" and the other document.',
    });
  }
  if (first?.contents == null || (first.contents.range[0] === first.contents.range[1] && documents.length === 1)) {
    report(place(0, 1), 'empty-file', 'The file has no content.', {
      hint: 'Start from examples/quick-start.',
      absent: true,
    });
    return result(undefined);
  }
  const tree = buildTree(first.contents, place, report);
  // Other errors leave a tree that can be checked further. A tree this deep would overflow recursive checks.
  return result(diagnostics.some(({ rule }) => rule === 'too-large') ? undefined : tree);
}

const STRUCTURE = new Set([...'\n,:?[]{}&!'].map((character) => character.charCodeAt(0)));
const HYPHEN = 0x2d;

/**
 * Counts the characters that can begin or end a value: an upper limit for the number of values. Each value costs the
 * parser more than a kilobyte, so a small hostile file could use up all memory before its values are counted.
 */
function countStructure(text: string): number {
  // Each value takes at least one character.
  if (text.length <= MAX_VALUES) return text.length;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // A hyphen begins an entry only if a space follows.
    if (STRUCTURE.has(code) || (code === HYPHEN && text.charCodeAt(at + 1) <= 0x20)) count += 1;
  }
  return count;
}
