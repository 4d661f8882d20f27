import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ToolError, UsageError } from '../../../src/errors.js';
import { filesBelow, init, newFolder, QUICK_START, removeFolders } from '../../support/init.js';

afterEach(removeFolders);

const failure = async (running: Promise<unknown>): Promise<ToolError> => {
  const thrown = await running.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof ToolError) return thrown;
  throw new Error(`Expected a ToolError, not ${String(thrown)}`);
};

describe('init', () => {
  test('writes examples/quick-start', async () => {
    const { folder } = await init(QUICK_START);
    const [written, example] = [filesBelow(folder), filesBelow(repoPath('examples/quick-start'))];
    // The example lists two more people to show what a users file looks like. init knows only the first one.
    const people = (files: Record<string, string>): string[] => (files['users.yaml'] ?? '').split('\n').slice(0, 3);
    expect(people(written)).toEqual(people(example));
    // After a failure: run init with these answers in a new folder and copy everything except users.yaml.
    expect({ ...written, 'users.yaml': '' }).toEqual({ ...example, 'users.yaml': '' });
  });

  test.each([
    ['a trial in a private repository', { visibility: 'private', 'github-plan': 'free', 'code-owner': undefined }],
    [
      'a hub with a domain in a public repository',
      { visibility: 'public', 'github-plan': 'free', 'code-owner': '@ada', domain: 'hub.acme.dev' },
    ],
    ['an internal repository', { visibility: 'internal', 'github-plan': 'enterprise' }],
    [
      'names at their limits',
      { 'hub-name': `a${'-b'.repeat(12)}`, 'state-bucket': '007.acme_x', admin: "O'Brien+x@acme.dev" },
    ],
    [
      'words that YAML reads as values',
      { 'hub-name': 'null', 'state-bucket': 'true', domain: 'on.off.no', 'code-owner': '@acme/yes' },
    ],
    ['names made of digits', { 'state-bucket': '123456', admin: '1@2.acme.dev', repository: '1/2' }],
    ['another action', { action: 'acme/tools@0123456789abcdef0123456789abcdef01234567' }],
  ])('writes files without errors for %s', async (_, answers) => {
    const flags = { ...QUICK_START, ...answers };
    const { folder, result, said } = await init(flags);
    expect(result.exitCode).toBe(0);
    expect(said).not.toMatch(/ error /);
    const hub = parse(readFileSync(join(folder, 'jupyterhub.yaml'), 'utf8'));
    expect(hub).toMatchObject({
      name: flags['hub-name'],
      project: flags.project,
      state: { bucket: flags['state-bucket'] },
    });
    expect(hub.access?.domain).toBe('domain' in answers ? answers.domain : undefined);
    const users = parse(readFileSync(join(folder, 'users.yaml'), 'utf8'));
    expect(users).toEqual({ users: [{ email: flags.admin, admin: true }] });
    for (const name of ['access-report', 'access-request', 'destroy', 'pull-request', 'push', 'schedule'])
      expect(parse(readFileSync(join(folder, `.github/workflows/${name}.yml`), 'utf8')).permissions).toEqual({});
  });

  test('says which files it wrote, what validate finds, what protects apply, and three next steps', async () => {
    const { result, said } = await init({
      ...QUICK_START,
      visibility: 'private',
      'github-plan': 'free',
      'code-owner': undefined,
    });
    const files = Object.keys(filesBelow(repoPath('examples/quick-start')));
    expect([...(result.document as { files: string[] }).files].sort()).toEqual(files);
    expect(said).toContain('Wrote 11 files for acme/hubs:');
    expect(said).toContain('2 warnings in 2 files');
    expect(said).toContain('NOT protected: this plan has no branch rules');
    expect(said.split('Next:\n')[1]?.split('\n')).toHaveLength(3);
    expect(said).not.toContain('everybody');
  });

  test('warns when everybody can read users.yaml, and names the code owner for each path', async () => {
    const { folder, said } = await init({ ...QUICK_START, visibility: 'public', 'code-owner': '@ada' });
    expect(said).toContain('everybody will be able to read users.yaml');
    const files = filesBelow(folder);
    expect(files['SETUP.md']).toContain('## A public repository');
    const lines = files['.github/CODEOWNERS']?.split('\n').filter((line) => /^[^#]/.test(line));
    expect(lines?.map((line) => line.split(/ +/))).toEqual([
      ['*', '@ada'],
      ['/.github/', '@ada'],
      ['/jupyterhub.yaml', '@ada'],
      ['/users.yaml', '@ada'],
    ]);
  });

  test.each(['quick-start', 'several-hubs'])('leaves no file of %s to the approval of a robot', (example) => {
    const lines = readFileSync(repoPath('examples', example, '.github/CODEOWNERS'), 'utf8').split('\n');
    const [first, ...more] = lines.filter((line) => /^[^#]/.test(line)).map((line) => line.split(/ +/));
    expect(first).toEqual(['*', '@acme/hub-admins']);
    // A later line without an owner would take its files out again.
    for (const [path, ...owners] of more) expect([path, owners]).toEqual([path, [expect.stringMatching(/^@acme\//)]]);
  });

  test('writes an access form with the fields that users.yaml takes', async () => {
    const form = parse(filesBelow((await init(QUICK_START)).folder)['.github/ISSUE_TEMPLATE/access-request.yml'] ?? '');
    const fields = form.body.filter(({ id }: { id?: string }) => id !== undefined);
    expect(fields.map(({ id, validations }: { id: string; validations: object }) => [id, validations])).toEqual([
      ['email', { required: true }],
      ['why', { required: true }],
      ['until', { required: false }],
    ]);
    expect(form.body[0].attributes.value).toContain('Everybody who can read this repository can read this issue');
  });

  test('creates the folder, and warns inside another repository', async () => {
    const top = newFolder();
    mkdirSync(join(top, '.git'));
    const { said, result } = await init({ ...QUICK_START, directory: 'hubs/research' }, { folder: top });
    expect(existsSync(join(top, 'hubs/research/.github/CODEOWNERS'))).toBe(true);
    expect(said).toContain('GitHub reads .github only in its top folder');
    expect((result.document as { files: string[] }).files[0]).toBe('hubs/research/jupyterhub.yaml');
  });
});

describe('init writes nothing', () => {
  test('if one of its files exists, and names each such file', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    writeFileSync(join(folder, 'users.yaml'), 'mine');
    writeFileSync(join(folder, '.github/workflows/push.yml'), 'mine');
    const before = filesBelow(folder);
    const error = await failure(init(QUICK_START, { folder }));
    expect(error.message).toBe('These paths already exist: users.yaml, .github/workflows/push.yml');
    expect(error.hint).toContain('Nothing was written');
    expect(filesBelow(folder)).toEqual(before);
  });

  test('through a link or below a file', async () => {
    const [folder, outside] = [newFolder(), newFolder()];
    symlinkSync(outside, join(folder, '.github'));
    symlinkSync(join(outside, 'absent'), join(folder, 'users.yaml'));
    expect((await failure(init(QUICK_START, { folder }))).message).toBe(
      'These paths already exist: users.yaml, .github',
    );
    const second = newFolder();
    writeFileSync(join(second, '.github'), 'a file');
    expect((await failure(init(QUICK_START, { folder: second }))).message).toBe('This path already exists: .github');
    expect(filesBelow(outside)).toEqual({});
  });

  test('if it is stopped or fails halfway', async () => {
    const folder = newFolder();
    const stopped = AbortSignal.abort(new ToolError('Stopped by SIGINT'));
    const flags = { ...QUICK_START, directory: 'a/b' };
    expect((await failure(init(flags, { folder, signal: stopped }))).message).toBe('Stopped by SIGINT');
    expect(existsSync(join(folder, 'a'))).toBe(false);
    writeFileSync(join(folder, 'a'), 'a file');
    expect((await failure(init(flags, { folder }))).message).toMatch(/^The files could not be written: /);
    expect(filesBelow(folder)).toEqual({ a: 'a file' });
  });
});

describe('init refuses', () => {
  // Each ends a text, a line or a comment, or starts code, in some place that an answer reaches.
  const endings = [
    '"',
    "'",
    '\n',
    '\nx: 1',
    '`id`',
    '$(id)',
    `\${{ github.token }}`,
    ' # x',
    '#',
    '{{name|yaml}}',
    '}',
    ',',
    '\\',
    '\u0000',
    '\u202e',
    ' ',
  ];

  test.each(Object.entries({ ...QUICK_START, domain: 'hub.acme.dev', action: 'acme/tools@v1' }))(
    'anything beside a valid value for --%s',
    async (flag, value) => {
      const folder = newFolder();
      for (const ending of endings) {
        for (const answer of [`${value}${ending}`, `${ending}${value}`]) {
          if (answer === "'ada@acme.dev") continue; // a valid address, which the file has in quotes
          const error = await failure(init({ ...QUICK_START, [flag]: answer }, { folder }));
          expect([answer, error instanceof UsageError, error.hint?.includes(`--${flag}: `)]).toEqual([
            answer,
            true,
            true,
          ]);
        }
      }
      expect(filesBelow(folder)).toEqual({});
    },
  );

  test('invalid answers all at once, with the messages of validate', async () => {
    const flags = {
      ...QUICK_START,
      'hub-name': 'Research',
      location: 'us-central1-a',
      admin: 'allUsers',
      'state-bucket': 'my-google',
    };
    const { hint } = await failure(init(flags));
    expect(hint?.split('\n')).toEqual([
      expect.stringContaining('is a zone, but Autopilot clusters are regional. Write location: us-central1'),
      expect.stringMatching(/^ {2}--hub-name: .*A hub name has lower-case letters/),
      expect.stringContaining('contains a form of "google"'),
      expect.stringContaining('can never be granted access'),
    ]);
  });

  test.each([
    ['an organisation as code owner', { 'code-owner': '@acme' }, 'is an organisation'],
    ['an internal repository on another GitHub plan', { visibility: 'internal' }, 'require the GitHub plan enterprise'],
    ['an unknown GitHub plan', { 'github-plan': 'gold' }, 'Answer with one of free, pro, team, enterprise.'],
    ['the URL of a repository', { repository: 'https://github.com/acme/hubs' }, 'OWNER/NAME'],
    ['a path as repository name', { repository: 'acme/..' }, 'OWNER/NAME'],
    [
      'a default bucket name that is invalid',
      { project: 'google-research', 'state-bucket': undefined },
      '--state-bucket: ',
    ],
  ])('%s', async (_, answers, hint) => {
    expect((await failure(init({ ...QUICK_START, ...answers }))).hint).toContain(hint);
  });

  test('missing answers without a terminal, and names every flag that it needs', async () => {
    const error = await failure(init({}));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe(
      'init needs --repository, --visibility, --github-plan, --project, --location, --hub-name, --admin',
    );
    expect(error.hint).toContain('--github-plan: ');
    const rest = await failure(init({ ...QUICK_START, 'code-owner': undefined, admin: undefined }));
    expect(rest.message).toBe('init needs --code-owner, --admin');
  });

  test('the flag --config', async () => {
    expect((await failure(init({ ...QUICK_START, config: 'x.yaml' }))).hint).toContain('--directory');
  });
});
