import { describe, expect, test } from '@jest/globals';
import { parseSource } from '../../../src/config/yaml/source.js';

const START = 'name: bench\nusers: users.yaml\n';

/** Each finding as `line:column message | hint`; the two lines of START come first. */
function found(text: string): string[] {
  return parseSource({ path: 'jupyterhub.yaml', text: START + text }).diagnostics.map(
    ({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint ?? ''}`,
  );
}

// What people write who see YAML for the first time. Each mistake gives one finding, at the mistake.
const MISTAKES: readonly [string, string, string][] = [
  [
    'a line between two columns',
    'access:\n  entry:\n    group: a@acme.dev\n   mode: additive\n',
    '6:4 This line is indented by 3 spaces. No line above that it could belong to is. | Indent it by 0, 2 or 4 spaces, as the lines that it belongs with.',
  ],
  [
    'a key of a list entry left of the first key',
    'profiles:\n  - name: a\n   cpu: 2\n',
    '5:4 This line is indented by 3 spaces. No line above that it could belong to is. | Indent it by 0, 2 or 4 spaces, as the lines that it belongs with.',
  ],
  [
    'a line deeper than a value',
    'access:\n  domain: a.acme.dev\n     mode: additive\n',
    '5:6 This line is indented deeper than line 4, which has a value already. | Indent it by 2 spaces, as line 4.',
  ],
  [
    'a top-level key with a space before it',
    ' access:\n  domain: a.acme.dev\n',
    '3:2 This line is indented deeper than line 2, which has a value already. | Do not indent it, as line 2.',
  ],
  [
    'a line left of its block of text',
    'hub:\n  extraConfig: |\n    a = 1\n   b = 2\n',
    '6:4 This line is indented less than the text that starts below line 4. | Indent it by at least 4 spaces.',
  ],
  [
    'a quote that nothing closes',
    'access: {domain: "a.acme.dev}\nstorage:\n  home: {size: 10Gi}\n',
    '3:18 The quote " is not closed. | Write " at the end of this text.',
  ],
  [
    'a brace that nothing closes',
    'access: {entry: {group: a@acme.dev}\nstorage:\n  home: {size: 10Gi}\n',
    '3:9 The brace { is not closed. | Write } before line 4. Lines inside must be indented deeper than the key.',
  ],
  [
    'a bracket that nothing closes',
    'profiles: [a, b\nstorage: {}\n',
    '3:11 The bracket [ is not closed. | Write ] before line 4. Lines inside must be indented deeper than the key.',
  ],
  [
    'an apostrophe inside single quotes',
    "title: 'it's ours'\n",
    '3:12 The text goes on after its closing quote. | Look for a missing quote above. Inside \'…\' write an apostrophe twice; inside "…" write \\" for a quote.',
  ],
  [
    'a colon inside text',
    'title: Hub: the best\n',
    '3:8 This text contains a colon with a space after it, as between a key and a value. | Put the whole text in quotes.',
  ],
  [
    'a key without its colon',
    'access\n  domain: a.acme.dev\n',
    '3:1 "access" is neither a key with a value nor an entry of a list. | Write KEY: VALUE, with a space after the colon. A key that lines below belong to ends with a colon.',
  ],
  [
    'a value that starts with a character of YAML',
    'access: {domain: @acme}\n',
    '3:18 Text that starts with @ must be in quotes. | Put quotes around it: "@…".',
  ],
  [
    'two versions that git could not merge',
    '<<<<<<< HEAD\naccess: {domain: a.acme.dev}\n=======\naccess: {domain: b.acme.dev}\n>>>>>>> other\n',
    '3:1 "<<<<<<<" is a conflict marker of git. | Finish the merge: keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>.',
  ],
];

describe('a mistake in the syntax is one finding where it was made', () => {
  test.each(MISTAKES)('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

test('a block of text may hold what looks like a conflict marker', () => {
  expect(found('note: |\n  <<<<<<< HEAD\n  =======\n')).toEqual([]);
});

test('the message of a line of a megabyte is short', () => {
  const [only = ''] = found(`${'x'.repeat(1_000_000)}\n  a: b\n`);
  expect(only.length).toBeLessThan(300);
});

test('a fault at the end of a long block is found in one pass', () => {
  const [only = ''] = found(
    `a:\n${Array.from({ length: 20_000 }, (_, index) => `    b${index}: 1\n`).join('')}  c: 1\n`,
  );
  expect(only).toBe(
    '20004:3 This line is indented by 2 spaces. No line above that it could belong to is. | Indent it by 0 or 4 spaces, as the lines that it belongs with.',
  );
});
