import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type AddedPerson, addPerson, type NewPerson } from '../../../../src/access/edit/add-person.js';
import { sameAddress } from '../../../../src/access/users/email.js';

const NOW = new Date('2026-11-27T12:00:00Z');
const added = (text: string, entry: NewPerson): AddedPerson => {
  const result = addPerson(text, entry, NOW);
  if ('fault' in result) throw new Error(result.message);
  return result;
};
const textOf = (text: string, email = 'c@x.dev', more: Omit<NewPerson, 'email'> = {}): string =>
  added(text, { email, ...more }).text;

describe('the line of a new person', () => {
  test('keeps a sorted list sorted, else comes last', () => {
    expect(textOf('users:\n  - b@x.dev\n  - d@x.dev\n')).toBe('users:\n  - b@x.dev\n  - c@x.dev\n  - d@x.dev\n');
    expect(textOf('users:\n  - d@x.dev\n')).toBe('users:\n  - c@x.dev\n  - d@x.dev\n');
    expect(textOf('users:\n- D@x.dev\n- B@x.dev\n')).toBe('users:\n- D@x.dev\n- B@x.dev\n- c@x.dev\n');
    expect(added('users:\n  - b@x.dev\n  - d@x.dev\n', { email: 'C@x.dev' }).line).toBe(3);
  });

  test('has braces if it has more than the address, or if its neighbours have braces', () => {
    expect(textOf('users:\n  - b@x.dev\n', 'c@x.dev', { until: '2027-01-31', groups: ['ml'], note: 'a: b' })).toBe(
      'users:\n  - b@x.dev\n  - {email: c@x.dev, groups: [ml], until: 2027-01-31, note: "a: b"}\n',
    );
    expect(textOf('users:\n  - {email: b@x.dev}\n')).toBe('users:\n  - {email: b@x.dev}\n  - {email: c@x.dev}\n');
    expect(textOf('users:\n  - {email: b@x.dev, admin: true}\n')).toMatch(/\n {2}- c@x\.dev\n$/);
  });

  test('has the quotes of its neighbours', () => {
    expect(textOf("users: ['b@x.dev']\n")).toBe("users: ['b@x.dev', 'c@x.dev']\n");
    expect(textOf('users:\n  - "b@x.dev"\n')).toBe('users:\n  - "b@x.dev"\n  - "c@x.dev"\n');
  });

  test('leaves comments, blank lines, anchors and long entries in place', () => {
    const text = [
      '# Who may enter',
      'users: # sorted',
      '  # the admins',
      '  - {email: a@x.dev, admin: true} # for now',
      '    # until Ada is back',
      '',
      '  # students',
      '  - email: d@x.dev',
      '    note: |',
      '      a guest',
      '  - &e {email: e@x.dev,',
      '      until: 2027-01-01}',
      '  # - f@x.dev',
      'googleGroups: []',
      '',
    ];
    const inserted = (line: number, entry: string): string => text.toSpliced(line, 0, entry).join('\n');
    expect(textOf(text.join('\n'), 'b@x.dev')).toBe(inserted(5, '  - b@x.dev'));
    expect(textOf(text.join('\n'), 'dz@x.dev')).toBe(inserted(10, '  - dz@x.dev'));
    expect(textOf(text.join('\n'), 'f@x.dev')).toBe(inserted(12, '  - f@x.dev'));
    expect(textOf(text.join('\n'), '0@x.dev')).toBe(inserted(2, '  - 0@x.dev'));
  });

  test('ends like the other lines, and follows a last line without a line end', () => {
    expect(textOf('\uFEFFusers:\r\n  - b@x.dev\r\n')).toBe('\uFEFFusers:\r\n  - b@x.dev\r\n  - c@x.dev\r\n');
    expect(textOf('users:\r\n  - b@x.dev')).toBe('users:\r\n  - b@x.dev\r\n  - c@x.dev');
    expect(added('users:\n  - b@x.dev', { email: 'c@x.dev' }).line).toBe(3);
  });

  test.each([
    ['users: []\n', 'users:\n  - c@x.dev\n'],
    ['users: [ ] # nobody\ndomains: [x.dev]\n', 'users: # nobody\n  - c@x.dev\ndomains: [x.dev]\n'],
    ['users:\n', 'users:\n  - c@x.dev\n'],
    ['users: # nobody\n# - a@x.dev\n', 'users: # nobody\n  - c@x.dev\n# - a@x.dev\n'],
    ['users: null\n', 'users:\n  - c@x.dev\n'],
    ['users: [\n  # nobody\n]\n', 'users: [\n  # nobody\n  c@x.dev\n]\n'],
    ['domains: [x.dev] # all\n# end\n', 'domains: [x.dev] # all\nusers:\n  - c@x.dev\n# end\n'],
    ['', 'users:\n  - c@x.dev\n'],
    ['# nobody yet', '# nobody yet\nusers:\n  - c@x.dev'],
    ['{}', '{users: [c@x.dev]}'],
    ['{"domains": ["x.dev"]}\n', '{"users": ["c@x.dev"], "domains": ["x.dev"]}\n'],
    ['{users: }\n', '{users: [c@x.dev]}\n'],
  ])('makes a list of %j', (before, after) => {
    expect(textOf(before)).toBe(after);
  });

  test.each([
    ['users: [b@x.dev, d@x.dev]\n', 'users: [b@x.dev, c@x.dev, d@x.dev]\n'],
    ['users: [d@x.dev]\n', 'users: [c@x.dev, d@x.dev]\n'],
    ['users: [&d d@x.dev]\n', 'users: [c@x.dev, &d d@x.dev]\n'],
    ['users: [\n  b@x.dev,\n  d@x.dev,\n]\n', 'users: [\n  b@x.dev,\n  c@x.dev,\n  d@x.dev,\n]\n'],
    ['users: [\n  b@x.dev, # b\n]\n', 'users: [\n  b@x.dev, # b\n  c@x.dev,\n]\n'],
    ['users: [\n  b@x.dev # b\n]\n', 'users: [\n  b@x.dev, # b\n  c@x.dev\n]\n'],
    ['users: [\n  b@x.dev # b\n  , d@x.dev ]\n', 'users: [\n  b@x.dev,\n  c@x.dev # b\n  , d@x.dev ]\n'],
    ['users: [\n  # d\n  d@x.dev]\n', 'users: [\n  c@x.dev,\n  # d\n  d@x.dev]\n'],
    ['users: [\n  b@x.dev]\n', 'users: [\n  b@x.dev,\n  c@x.dev]\n'],
    ['{"users": [\n  "b@x.dev"\n]}\n', '{"users": [\n  "b@x.dev",\n  "c@x.dev"\n]}\n'],
  ])('joins a list in brackets: %j', (before, after) => {
    expect(textOf(before)).toBe(after);
  });
});

describe('a person is not added', () => {
  const users =
    'users:\n  - {email: A.Da@gmail.com}\n  - {email: old@x.dev, until: 2026-11-26}\n  - {email: new@x.dev, until: 2026-11-27}\n';

  test('if already listed, in whatever spelling; the message names the line', () => {
    expect(addPerson(users, { email: 'ada@googlemail.com' }, NOW)).toEqual({
      fault: 'listed',
      message: 'The address is already listed on line 2.',
      line: 2,
    });
    expect(addPerson(users, { email: 'NEW@x.dev' }, NOW)).toMatchObject({ fault: 'listed', line: 4 });
  });

  test('if listed with a last day that has passed; the message says so', () => {
    expect(addPerson(users, { email: 'old@x.dev' }, NOW)).toMatchObject({
      fault: 'expired',
      line: 3,
      message: expect.stringContaining('its last day, 2026-11-26, has passed'),
    });
    // In Auckland the day has ended, in Honolulu it has not.
    expect(addPerson(users, { email: 'new@x.dev' }, NOW, 'Pacific/Auckland')).toMatchObject({ fault: 'expired' });
    expect(addPerson(users, { email: 'new@x.dev' }, NOW, 'Pacific/Honolulu')).toMatchObject({ fault: 'listed' });
  });

  test.each([
    [{ email: 'allUsers' }],
    [{ email: 'a@x.dev\n  - b@x.dev' }],
    [{ email: 'a@x.dev', until: '2027-02-30' }],
    [{ email: 'a@x.dev', until: '2027-02-01}\n' }],
    [{ email: 'a@x.dev', groups: ['ml], admin: true, x: ['] }],
  ])('if the entry is invalid: %j', (entry) => {
    expect(addPerson(users, entry, NOW)).toMatchObject({ fault: 'entry' });
  });

  test.each([
    'users: {a: b}\n',
    'users: text\n',
    '- a\n',
    'users: [a\n',
    'a: &l []\nusers: *l\n',
    '%YAML 1.1\n---\nusers: []\n',
    'users: []\nusers: []\n',
  ])('to a file like %j', (text) => {
    expect(addPerson(text, { email: 'a@x.dev' }, NOW)).toMatchObject({ fault: 'file' });
  });
});

describe('whatever the file and the person,', () => {
  const word = fc.stringMatching(/^[a-z0-9_'&~+=-]{1,8}$/);
  const address = fc
    .tuple(word, fc.constantFrom('x.dev', 'acme.dev', 'GMAIL.com'))
    .map(([local, domain]) => `${local}@${domain}`);
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.constantFrom(
      'x}\n  - {email: eve@evil.dev, admin: full',
      '"',
      "'",
      '# no',
      ']: [',
      '\u2028- a',
      '\u0085- a',
      '*a',
      '&a',
      '!t',
      '| x',
      '<<',
      '\\',
      'a\tb',
    ),
  );
  const entry = fc.record(
    {
      email: address,
      until: fc.constantFrom('2027-01-31', '9998-12-31'),
      groups: fc.array(fc.constantFrom('ml', 'on', '1'), { maxLength: 3 }),
      note: hostile,
    },
    { requiredKeys: ['email'] },
  );
  type Shape = (email: string, comment: string) => string;
  const item = fc.constantFrom<Shape>(
    (email) => `- "${email}"\n`,
    (email, comment) => `- {email: "${email}", until: 2027-01-01} # ${comment}\n`,
    (email, comment) => `- email: "${email}"\n  # ${comment}\n  note: >-\n    ${comment}\n    # more\n`,
    (email, comment) => `- {email: "${email}", # ${comment}\n   note: '${comment}'}\n\n`,
    (email, comment) => `# ${comment}\n- "${email}"\n  # ${comment}\n`,
    (email) => `-   &a${email.length}x "${email}"\n`,
  );
  const file = fc
    .record({
      people: fc.uniqueArray(fc.tuple(address, item, fc.constantFrom('x', '- y', 'users: []')), {
        selector: ([email]) => sameAddress(email),
        maxLength: 8,
      }),
      sorted: fc.boolean(),
      indent: fc.constantFrom('', '  ', '    '),
      crlf: fc.boolean(),
      head: fc.constantFrom('', '# head\n', '---\n', 'domains: [x.dev]\n'),
      tail: fc.constantFrom('', '# tail\n', '\ngoogleGroups:\n  - g@x.dev\n', '  # deep\n'),
    })
    .map(({ people, sorted, indent, crlf, head, tail }) => {
      const order = sorted ? [...people].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)) : people;
      const lines = order.map(([email, shape, comment]) => shape(email, comment).replace(/^(?=.)/gm, indent)).join('');
      const text = `${head}users:${people.length === 0 ? ' []' : ''}\n${lines}${tail}`;
      return crlf ? text.replaceAll('\n', '\r\n') : text;
    });

  test('the result lists the old people and the new one, with one more line', () => {
    fc.assert(
      fc.property(file, entry, (text, one) => {
        const old = parse(text) as { users: unknown[] };
        const listed = old.users.some(
          (there) =>
            sameAddress(typeof there === 'string' ? there : (there as NewPerson).email) === sameAddress(one.email),
        );
        const result = addPerson(text, one, NOW);
        if ('fault' in result) {
          expect([listed, result.fault]).toEqual([true, 'listed']);
          return;
        }
        const { users, ...others } = parse(result.text) as { users: (string | NewPerson)[] };
        const [oldLines, newLines] = [text.split('\n'), result.text.split('\n')];
        // An empty list loses its brackets and gets a line.
        if (old.users.length > 0) {
          expect(newLines.toSpliced(result.line - 1, 1)).toEqual(oldLines);
        } else expect(newLines.length).toBe(oldLines.length + 1);
        const index = users.findIndex((there) => (typeof there === 'string' ? there : there.email) === one.email);
        expect({ ...others, users: users.toSpliced(index, 1) }).toEqual(old);
        const found = users[index];
        expect(typeof found === 'string' ? { email: found } : found).toEqual({
          email: one.email,
          ...(one.groups?.length ? { groups: one.groups } : {}),
          ...(one.until === undefined ? {} : { until: one.until }),
          ...(typeof found === 'object' && found.note !== undefined
            ? { note: expect.stringMatching(/^[^\n\r]{1,500}$/) }
            : {}),
        });
        expect(addPerson(result.text, one, NOW)).toMatchObject({ fault: 'listed', line: result.line });
      }),
      { numRuns: 600 },
    );
  });

  test('nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `users:\n  - a@x.dev\n${text}`),
        ),
        (text) => {
          const result = addPerson(text, { email: 'b@x.dev' }, NOW);
          expect('fault' in result || result.text.length > text.length).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
