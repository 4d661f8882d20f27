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
  throw new Error(`A failure of ours was expected, not ${String(thrown)}`);
};

describe('init', () => {
  test('writes examples/quick-start', async () => {
    const { folder } = await init(QUICK_START);
    const [written, example] = [filesBelow(folder), filesBelow(repoPath('examples/quick-start'))];
    // The example lists two more people, so that it shows what a users file looks like; init knows only the first.
    const people = (files: Record<string, string>): string[] => (files['users.yaml'] ?? '').split('\n').slice(0, 3);
    expect(people(written)).toEqual(people(example));
    // Where this fails, run init with these answers into a new folder and copy all but users.yaml.
    expect({ ...written, 'users.yaml': '' }).toEqual({ ...example, 'users.yaml': '' });
  });

  test.each([
    ['a trial in private on the free plan', { visibility: 'private', plan: 'free', owner: undefined }],
    ['a hub with a domain, in public', { visibility: 'public', plan: 'free', owner: '@ada', domain: 'hub.acme.dev' }],
    ['an internal repository', { visibility: 'internal', plan: 'enterprise' }],
    ['names at their limits', { name: `a${'-b'.repeat(12)}`, bucket: '007.acme_x', admin: "O'Brien+x@acme.dev" }],
    ['words that YAML takes for values', { name: 'null', bucket: 'true', domain: 'on.off.no', owner: '@acme/yes' }],
    ['numbers for names', { bucket: '123456', admin: '1@2.acme.dev', repository: '1/2' }],
    ['another action', { action: 'acme/tools@0123456789abcdef0123456789abcdef01234567' }],
  ])('writes files without errors for %s', async (_, answers) => {
    const flags = { ...QUICK_START, ...answers };
    const { folder, result, said } = await init(flags);
    expect(result.exitCode).toBe(0);
    expect(said).not.toMatch(/ error /);
    const hub = parse(readFileSync(join(folder, 'jupyterhub.yaml'), 'utf8'));
    expect(hub).toMatchObject({ name: flags.name, project: flags.project, state: { bucket: flags.bucket } });
    expect(hub.access?.domain).toBe('domain' in answers ? answers.domain : undefined);
    const users = parse(readFileSync(join(folder, 'users.yaml'), 'utf8'));
    expect(users).toEqual({ users: [{ email: flags.admin, admin: true }] });
    for (const name of ['access-request', 'pull-request', 'push', 'schedule'])
      expect(parse(readFileSync(join(folder, `.github/workflows/${name}.yml`), 'utf8')).permissions).toEqual({});
  });

  test('says what was written, what validate finds, what protects apply, and three next steps', async () => {
    const { result, said } = await init({ ...QUICK_START, visibility: 'private', plan: 'free', owner: undefined });
    const files = Object.keys(filesBelow(repoPath('examples/quick-start')));
    expect([...(result.document as { files: string[] }).files].sort()).toEqual(files);
    expect(said).toContain('Wrote 9 files for acme/hubs:');
    expect(said).toContain('2 warnings in 2 files');
    expect(said).toContain('NOT protected: this plan has no rules for branches');
    expect(said.split('Next:\n')[1]?.split('\n')).toHaveLength(3);
    expect(said).not.toContain('everybody');
  });

  test('warns where everybody can read the list, and names the code owner everywhere', async () => {
    const { folder, said } = await init({ ...QUICK_START, visibility: 'public', owner: '@ada' });
    expect(said).toContain('everybody will be able to read users.yaml');
    const files = filesBelow(folder);
    expect(files['SETUP.md']).toContain('## A public repository');
    const lines = files['.github/CODEOWNERS']?.split('\n').filter((line) => /^[^#]/.test(line));
    expect(lines?.map((line) => line.split(/ +/))).toEqual([
      ['/.github/', '@ada'],
      ['/jupyterhub.yaml', '@ada'],
      ['/users.yaml', '@ada'],
    ]);
  });

  test('writes a form whose fields are what users.yaml takes', async () => {
    const form = parse(filesBelow((await init(QUICK_START)).folder)['.github/ISSUE_TEMPLATE/access-request.yml'] ?? '');
    const fields = form.body.filter(({ id }: { id?: string }) => id !== undefined);
    expect(fields.map(({ id, validations }: { id: string; validations: object }) => [id, validations])).toEqual([
      ['email', { required: true }],
      ['why', { required: true }],
      ['until', { required: false }],
    ]);
    expect(form.body[0].attributes.value).toContain('Whoever can read this repository can read this issue');
  });

  test('makes the folder, and warns inside of another repository', async () => {
    const top = newFolder();
    mkdirSync(join(top, '.git'));
    const { said, result } = await init({ ...QUICK_START, directory: 'hubs/research' }, { folder: top });
    expect(existsSync(join(top, 'hubs/research/.github/CODEOWNERS'))).toBe(true);
    expect(said).toContain('GitHub reads .github at its top only');
    expect((result.document as { files: string[] }).files[0]).toBe('hubs/research/jupyterhub.yaml');
  });
});

describe('init leaves alone', () => {
  test('a folder in which one of its files is, and names each', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    writeFileSync(join(folder, 'users.yaml'), 'mine');
    writeFileSync(join(folder, '.github/workflows/push.yml'), 'mine');
    const before = filesBelow(folder);
    const error = await failure(init(QUICK_START, { folder }));
    expect(error.message).toBe('These are there already: users.yaml, .github/workflows/push.yml');
    expect(error.hint).toContain('Nothing was written');
    expect(filesBelow(folder)).toEqual(before);
  });

  test('what lies behind a link or under a file', async () => {
    const [folder, outside] = [newFolder(), newFolder()];
    symlinkSync(outside, join(folder, '.github'));
    symlinkSync(join(outside, 'absent'), join(folder, 'users.yaml'));
    expect((await failure(init(QUICK_START, { folder }))).message).toBe('These are there already: users.yaml, .github');
    const second = newFolder();
    writeFileSync(join(second, '.github'), 'a file');
    expect((await failure(init(QUICK_START, { folder: second }))).message).toBe('This is there already: .github');
    expect(filesBelow(outside)).toEqual({});
  });

  test('nothing behind when it is stopped or fails on the way', async () => {
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
  // Ends of texts, lines and comments, and starts of code, of every place that an answer reaches.
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
    'to take more for --%s than what belongs there',
    async (flag, value) => {
      const folder = newFolder();
      for (const ending of endings) {
        for (const answer of [`${value}${ending}`, `${ending}${value}`]) {
          if (answer === "'ada@acme.dev") continue; // an address may begin so, and the file has it in quotes
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

  test('wrong answers all at once, in the words of validate', async () => {
    const flags = {
      ...QUICK_START,
      name: 'Research',
      location: 'us-central1-a',
      admin: 'allUsers',
      bucket: 'my-google',
    };
    const { hint } = await failure(init(flags));
    expect(hint?.split('\n')).toEqual([
      expect.stringContaining('is a zone, and Autopilot clusters are regional. Write location: us-central1'),
      expect.stringMatching(/^ {2}--name: .*A hub name has lower-case letters/),
      expect.stringContaining('holds the name Google'),
      expect.stringContaining('is never let in'),
    ]);
  });

  test.each([
    ['an organisation as code owner', { owner: '@acme' }, 'is an organisation'],
    ['an internal repository on another plan', { visibility: 'internal' }, 'for the plan enterprise only'],
    ['a plan that there is not', { plan: 'gold' }, 'Answer with one of free, pro, team, enterprise.'],
    ['a repository by its address', { repository: 'https://github.com/acme/hubs' }, 'OWNER/NAME'],
    ['a path for a repository', { repository: 'acme/..' }, 'OWNER/NAME'],
    [
      'a bucket that follows from the project and is none',
      { project: 'google-research', bucket: undefined },
      '--bucket: ',
    ],
  ])('%s', async (_, answers, hint) => {
    expect((await failure(init({ ...QUICK_START, ...answers }))).hint).toContain(hint);
  });

  test('to guess without a terminal, and names every flag that it needs', async () => {
    const error = await failure(init({}));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe('init needs --repository, --visibility, --plan, --project, --location, --name, --admin');
    expect(error.hint).toContain('--plan: ');
    const rest = await failure(init({ ...QUICK_START, owner: undefined, admin: undefined }));
    expect(rest.message).toBe('init needs --owner, --admin');
  });

  test('--config, which it has no use for', async () => {
    expect((await failure(init({ ...QUICK_START, config: 'x.yaml' }))).hint).toContain('--directory');
  });
});
