import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addEntries } from '../../../../src/access/edit/add-entries.js';
import { adoptionPatch } from '../../../../src/access/edit/adoption-patch.js';
import { unifiedDiff } from '../../../../src/access/edit/unified-diff.js';
import { loadUsers } from '../../../../src/access/users/load.js';

const PATH = 'users.yaml';
const MEMBERS = [
  'user:New@acme.dev',
  'group:ml@acme.dev',
  'serviceAccount:bot@p.iam.gserviceaccount.com',
  'domain:partner.example',
];
const listed = (text: string): string[] => {
  const { principals, diagnostics } = loadUsers([{ path: PATH, text }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return principals.map(({ kind, name }) => `${kind} ${name}`).sort();
};
/** What git makes of a diff. */
function applied(before: string, diff: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'adopt-'));
  try {
    writeFileSync(join(folder, PATH), before);
    writeFileSync(join(folder, 'it.patch'), diff);
    const options = { cwd: folder, env: { ...process.env, GIT_DIR: join(folder, 'none') } };
    if (diff !== '') execFileSync('git', ['apply', '--whitespace=nowarn', 'it.patch'], options);
    return readFileSync(join(folder, PATH), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the adoption patch', () => {
  test('adds each member at the end of its list, and keeps every other byte', () => {
    const before = `# Who may enter. Ask #ml first.
users:
    # staff
    - ada@acme.dev   # since 2024

    - {email: 'grace@acme.dev', admin: true}
    - email: guest@acme.dev
      note: |
        visits
        often
    # keep this line

googleGroups: [all@acme.dev] # one
domains:
`;
    const { text, diff, notes } = adoptionPatch(MEMBERS, before, PATH);
    expect(text).toBe(`# Who may enter. Ask #ml first.
users:
    # staff
    - ada@acme.dev   # since 2024

    - {email: 'grace@acme.dev', admin: true}
    - email: guest@acme.dev
      note: |
        visits
        often
    - new@acme.dev
    # keep this line

googleGroups: [all@acme.dev, ml@acme.dev] # one
domains:
  - partner.example
serviceAccounts:
  - bot@p.iam.gserviceaccount.com
`);
    expect(notes).toEqual([]);
    expect(diff.match(/^[-+](?![-+]{2} ).*$/gm)).toEqual([
      '+    - new@acme.dev',
      '-googleGroups: [all@acme.dev] # one',
      '+googleGroups: [all@acme.dev, ml@acme.dev] # one',
      '+  - partner.example',
      '+serviceAccounts:',
      '+  - bot@p.iam.gserviceaccount.com',
    ]);
    expect(applied(before, diff)).toBe(text);
  });

  test.each([
    ['nothing', ''],
    ['comments alone', '# people\n'],
    ['no line end', 'users:\n- ada@acme.dev'],
    ['line ends of Windows', 'users:\r\n  - ada@acme.dev\r\n'],
    ['a byte order mark', '\uFEFFusers:\n  - ada@acme.dev\n'],
    ['empty lists', 'users: []\ngoogleGroups: [ ]\ndomains: # none yet\n\nserviceAccounts:\n'],
    ['one flow mapping', '{users: [ada@acme.dev]}\n'],
    ['a flow list over lines', 'users: [\n  ada@acme.dev, # boss\n  bo@acme.dev, # last\n]\n'],
    ['null written out', 'users: null\ndomains: ~\n'],
    ['a list that starts deep', 'users:\n\n\n      - ada@acme.dev\n\n\n'],
    ['an end of document', 'users:\n  - ada@acme.dev\n...\n'],
  ])('works on a file with %s', (_what, before) => {
    const { text, diff } = adoptionPatch(MEMBERS, before, PATH);
    const own = loadUsers([{ path: PATH, text: before }]).principals.map(({ kind, name }) => `${kind} ${name}`);
    const added = ['person new@acme.dev', 'group ml@acme.dev', 'domain partner.example'];
    expect(listed(text)).toEqual([...own, ...added, 'serviceAccount bot@p.iam.gserviceaccount.com'].sort());
    expect(applied(before, diff)).toBe(text);
    for (const comment of before.match(/#.*/g) ?? []) expect(text).toContain(comment);
  });

  test.each([
    ['users:\n- "a@x.dev"\n# end\n', 'users:\n- "a@x.dev"\n- "b@x.dev"\n- "c@x.dev"\n# end\n'],
    ['users: [\n  a@x.dev, # a\n]\n', 'users: [\n  a@x.dev, # a\n  b@x.dev,\n  c@x.dev,\n]\n'],
    ['users: [ # none\n]\n', 'users: [ # none\n  b@x.dev,\n  c@x.dev\n]\n'],
    ['users: [a@x.dev,]\n', 'users: [a@x.dev, b@x.dev, c@x.dev,]\n'],
    ['users: [\n  a@x.dev]\r\n', 'users: [\n  a@x.dev,\n  b@x.dev,\n  c@x.dev]\r\n'],
    ['{"domains": ["x.dev"]}', '{"users": ["b@x.dev", "c@x.dev"], "domains": ["x.dev"]}'],
    ['users: [{email: a@x.dev}]\n', 'users: [{email: a@x.dev}, {email: b@x.dev}, {email: c@x.dev}]\n'],
    ['domains: [{domain: x.dev}]\n', 'domains: [{domain: x.dev}]\nusers:\n  - b@x.dev\n  - c@x.dev\n'],
    ['users: # none\n\n', 'users: # none\n  - b@x.dev\n  - c@x.dev\n\n'],
  ])('puts several into one list in the manner of the file: %j', (before, after) => {
    expect(adoptionPatch(['user:c@x.dev', 'user:b@x.dev'], before, PATH).text).toBe(after);
  });

  test('notes members that a users file cannot list, and adds none of them', () => {
    const hostile = ['user:a b@acme.dev', 'user:x@acme.dev\n  - evil@acme.dev', 'user:"}],@acme.dev', 'group:#@x'];
    const others = [
      'principal://iam.googleapis.com/p/subject/x',
      'allUsers',
      'deleted:user:o@acme.dev?uid=1',
      'projectOwner:p',
    ];
    const { text, diff, notes } = adoptionPatch([...hostile, ...others], 'users:\n  - ada@acme.dev\n', PATH);
    expect([text, diff]).toEqual(['users:\n  - ada@acme.dev\n', '']);
    expect(notes).toHaveLength(hostile.length + others.length);
    expect(notes.join('\n')).toMatch(
      /"principal:\/\/iam\.googleapis\.com\/p\/subject\/x" cannot be listed .* remove it yourself/,
    );
  });

  test('quotes names that YAML would read as another type', () => {
    const names = [
      "'quoted'@acme.dev",
      '&anchor@acme.dev',
      '-dash@acme.dev',
      '~tilde@acme.dev',
      '=@acme.dev',
      '1e3@acme.dev',
    ];
    const { text } = adoptionPatch(
      names.map((name) => `user:${name}`),
      '',
      PATH,
    );
    expect(listed(text)).toEqual(names.map((name) => `person ${name}`).sort());
    const flow = adoptionPatch(
      names.map((name) => `user:${name}`),
      'users: []\n',
      PATH,
    );
    expect(listed(flow.text)).toHaveLength(names.length);
  });

  test('adds nobody twice, whatever the spelling', () => {
    const { text, diff } = adoptionPatch(
      ['user:A.da@gmail.com', 'user:ada@GMAIL.com'],
      'users: [ad.a@gmail.com]\n',
      PATH,
    );
    expect([text, diff]).toEqual(['users: [ad.a@gmail.com]\n', '']);
  });

  test('says what to add manually if a list is not a list, and refuses CSV', () => {
    expect(() =>
      addEntries('users: &a [x@acme.dev]\ngoogleGroups: *a\n', PATH, [{ kind: 'group', name: 'g@x.dev' }]),
    ).toThrow('cannot be added to users.yaml automatically');
    expect(() => adoptionPatch(MEMBERS, 'email\n', 'people.csv')).toThrow('CSV');
  });
});

test('git applies the diff of any two texts', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'a b\n');
  const text = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end', 'a'))
    .map(([l, end]) => l.join('') + end);
  fc.assert(
    fc.property(text, text, (before, after) => {
      // git takes an emptied file for a deleted one.
      fc.pre(after !== '');
      expect(applied(before, unifiedDiff(before, after, PATH))).toBe(after);
    }),
    { numRuns: 60 },
  );
});
