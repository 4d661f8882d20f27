import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { command as validate } from '../../../src/commands/validate.js';
import type { Diagnostic } from '../../../src/config/diagnostic.js';
import { annotate } from '../../../src/github/runner/workflow.js';
import { runNoteText } from '../../../src/report/text/run-note.js';
import type { CommandContext } from '../../../src/stages/command.js';
import { type Input, InputError, readInput } from '../../../src/stages/input/read.js';
import { originNotes } from '../../../src/stages/input/remote-users-files.js';
import { contextIn } from '../../support/command-context.js';
import { printedBy } from '../../support/printed.js';

const [FIRST, SECOND] = ['4f2a91c'.padEnd(40, '0'), '5b3ba2d'.padEnd(40, '0')] as [string, string];
const SOUND = 'users:\n  - {email: ada@acme.dev, admin: true, groups: [ml]}\n  - grace@acme.dev\n';
let folder = '';
let github: GitHub;
let people: ReturnType<GitHub['addRepository']>;
let token = '';
let said: string[];
let annotated: Diagnostic[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remote-users-'));
  mkdirSync(join(folder, '.git'));
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  people = github.addRepository({ name: 'acme/people' });
  push({ 'users.yaml': SOUND });
  token = github.addToken('ada-l', { contents: 'read' }, ['acme/people']);
});
afterEach(async () => {
  await github.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
});

const push = (contents: Record<string, string | Uint8Array>, after = FIRST): void =>
  people.addPush({ after, files: Object.keys(contents), contents });
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
/** Six lines, in which `users` is the sixth, and more. */
const hub = (users: string, more = ''): void =>
  write(
    'jupyterhub.yaml',
    `apiVersion: jupyterhub-gke/v1\nname: research\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\nusers: ${users}\naccess: {domain: hub.acme.dev}\nacknowledge: [{rule: no-snapshots, reason: A test.}]\n${more}`,
  );

/** A run in a workflow of a repository that everybody can read or not; null: in a terminal. */
function contextOf(visibility: 'private' | 'public' | null, env: NodeJS.ProcessEnv = {}): CommandContext {
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { visibility } }));
  const ofRun =
    visibility === null
      ? { GITHUB_TOKEN: token }
      : { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event, INPUT_USERS_TOKEN: token };
  const context = contextIn(folder, { env: { GITHUB_API_URL: github.url, ...ofRun, ...env } });
  ({ said, annotated } = context);
  return context;
}
const read = (visibility: 'private' | 'public' | null = 'private', env: NodeJS.ProcessEnv = {}): Promise<Input> =>
  readInput(contextOf(visibility, env));
/** The findings of a run that must fail. */
async function faults(...run: Parameters<typeof read>): Promise<string[]> {
  const error = await read(...run).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw error instanceof Error ? error : new Error('It was read');
  said.push(error.message);
  return error.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`);
}
const calls = (): string[] => github.journal.map(({ operation }) => operation);

describe('users files of another repository', () => {
  test('are read, together with those of this one, at one commit', async () => {
    hub(
      '[local.yaml, {repository: acme/people, path: "*.yaml"}, {repository: acme/people, path: teams/c.csv, columns: {email: Mail}}]',
    );
    write('local.yaml', 'users: [bo@acme.dev]\n');
    push({ 'teams/c.csv': 'Mail\nlin@acme.dev\n', 'b.yaml': 'users: [x@acme.dev]\n', '.hidden.yaml': '{' });
    const input = await read();
    expect(input.principals.map(({ name, location }) => `${location.file}:${location.line} ${name}`)).toEqual([
      'local.yaml:1 bo@acme.dev',
      'acme/people:b.yaml:1 x@acme.dev',
      'acme/people:users.yaml:2 ada@acme.dev',
      'acme/people:users.yaml:3 grace@acme.dev',
      'acme/people:teams/c.csv:2 lin@acme.dev',
    ]);
    expect(input.principals.map(({ location }) => `${location.file}:${location.line}`)).toContain(
      'acme/people:users.yaml:2',
    );
    expect(calls().filter((call) => call === 'repos/get-commit')).toHaveLength(1);
    const note = 'Users files of acme/people are read at 4f2a91c, the newest commit of its default branch.';
    expect([said[0], originNotes(input.origins).map(runNoteText)]).toEqual([`  ${note}`, [note]]);
    expect(input.usersPaths).toEqual(['local.yaml']);
    expect(input.origins.get('acme/people:b.yaml')).toMatchObject({ repository: 'acme/people', commit: FIRST });
  });

  test('are the newest of their ref in every run', async () => {
    hub('{repository: Acme/People, path: ./users.yaml, ref: main}');
    expect((await read()).principals).toHaveLength(2);
    push({ 'users.yaml': `${SOUND}  - lin@acme.dev\n` }, SECOND);
    const input = await read();
    expect(input.principals).toHaveLength(3);
    expect(originNotes(input.origins).map(runNoteText)).toEqual([
      'Users files of Acme/People are read at 5b3ba2d, the newest commit of main.',
    ]);
    hub(`{repository: acme/people, path: users.yaml, ref: ${FIRST}}`);
    expect(originNotes((await read()).origins).map(runNoteText)).toEqual([
      'Users files of acme/people are read at 4f2a91c.',
    ]);
  });

  test('count for the rules that need all people', async () => {
    hub('{repository: acme/people, path: users.yaml}', 'profiles: [{name: a}, {name: b, groups: [ml]}]\n');
    await read();
    hub('{repository: acme/people, path: users.yaml}', 'profiles: [{name: a}, {name: b, groups: [mk]}]\n');
    expect(await faults()).toEqual([expect.stringContaining('jupyterhub.yaml:9:42 unknown-group')]);
    expect((await validate.run(contextOf('private'))).document).toMatchObject({
      findings: [{ rule: 'remote-users-file' }, { rule: 'no-snapshots' }],
    });
  });

  test('may grant what access.files says of them by name, and nothing that it says of files here', async () => {
    const rights = (path: string): string => `  files: [{path: "${path}", mayGrant: {groups: ["*"], admin: true}}]\n`;
    const withRights = (path: string): void => {
      hub('[local.yaml, {repository: acme/people, path: users.yaml}]');
      write(
        'jupyterhub.yaml',
        'apiVersion: jupyterhub-gke/v1\nname: research\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\nusers: [local.yaml, {repository: acme/people, path: users.yaml}]\naccess:\n  domain: hub.acme.dev\n'.concat(
          rights(path),
        ),
      );
    };
    write('local.yaml', 'users: [bo@acme.dev]\n');
    for (const path of ['**', '*', 'users.yaml', 'acme/other:users.yaml', '*/*:*']) {
      withRights(path);
      expect([path, (await faults()).map((line) => line.split(' ').slice(0, 2).join(' '))]).toEqual([
        path,
        expect.arrayContaining(['acme/people:users.yaml:2:13 file-rights', 'acme/people:users.yaml:2:49 file-rights']),
      ]);
    }
    for (const path of ['acme/people:users.yaml', 'Acme/people:*.yaml', 'acme/people:**']) {
      withRights(path);
      expect((await read()).principals).toHaveLength(3);
    }
  });

  test('are not stood in for by a file here that is called like one', async () => {
    hub('"*/*.yaml"');
    write('acme/people:users.yaml', SOUND);
    expect(await faults()).toEqual([
      'jupyterhub.yaml:6:8 path-outside "acme/people:users.yaml" reads like a file of another repository.',
    ]);
  });

  test('list people for nobody else to read, also where this repository is public', async () => {
    hub('{repository: acme/people, path: users.yaml}');
    expect((await read('public')).principals).toHaveLength(2);
    hub('[local.yaml, {repository: acme/people, path: users.yaml}]');
    write('local.yaml', 'users: [bo@acme.dev]\n');
    expect(await faults('public')).toEqual([
      'jupyterhub.yaml:6:1 public-people The repository is public, so anybody can read the addresses of 1 person in local.yaml.',
    ]);
  });
});

describe('a mistake in a users file of another repository', () => {
  beforeEach(() => hub('[{repository: acme/people, path: users.yaml}]'));

  test('is shown on its line there, and annotated where the file is named', async () => {
    push({ 'users.yaml': 'users:\n  - {email: ada@acme.dev, admin: yes}\n' });
    expect(await faults()).toEqual([expect.stringMatching(/^acme\/people:users\.yaml:2:34 wrong-value /)]);
    expect(said.join('\n')).toContain('     2 |   - {email: ada@acme.dev, admin: yes}\n');
    const [found] = annotated.filter(({ severity }) => severity === 'error');
    expect(found).toMatchObject({ file: 'jupyterhub.yaml', line: 6, column: 41 });
    expect(printedBy(() => annotate(found as Diagnostic))).toEqual([
      expect.stringMatching(
        /^::error title=.*,file=jupyterhub\.yaml,line=6,col=41,.*::acme\/people:users\.yaml:2:34: /,
      ),
    ]);
  });

  test('keeps the words of the file out of the log of a public repository', async () => {
    for (const text of [
      'users:\n  - {email: turing@acme.dev, admin: yes}  # on leave\n  - turing at acme.dev\n',
      'users:\n  - turing@acme.dev\n  - Turing@acme.dev\n',
      'users:\n  - {email: turing@acme.dev, love: 1, note: "Turing \\"Love\\" lace"}\n',
      'users: [turing@acme.dev\n',
      'turing: [love]\n',
      'users:\n  - {email: "turing \\" love", until: 2027-02-31}\n  - {email: turing@acme.dev, until: "Love"}\n',
    ]) {
      push({ 'users.yaml': text });
      const found = await faults('public');
      expect(found[0]).toMatch(/^acme\/people:users\.yaml:\d+:\d+ /);
      const shown = [...found, ...said, ...printedBy(() => annotated.forEach(annotate))].join('\n');
      expect([text, shown.match(/turing|love|leave/gi)]).toEqual([text, null]);
    }
  });

  test('that makes it no text is told with its line', async () => {
    push({ 'users.yaml': Buffer.from('users:\n  - caf\xe9@acme.dev\n', 'latin1') });
    expect(await faults()).toEqual(['acme/people:users.yaml:2:1 not-utf8 Here the file stops being UTF-8 text.']);
    expect(annotated.filter(({ severity }) => severity === 'error')).toMatchObject([{ file: 'jupyterhub.yaml' }]);
  });
});

describe('a users file of another repository that cannot be read', () => {
  test.each([
    [
      '{repository: acme/gone, path: users.yaml}',
      'file-missing GitHub has no repository acme/gone, or users_token may not read it',
    ],
    ['{repository: acme/people, path: gone.yaml}', 'file-missing "gone.yaml" is not in acme/people at 4f2a91c.'],
    ['{repository: acme/people, path: teams}', 'file-missing "teams" is a folder in acme/people'],
    ['{repository: acme/people, path: "x/*.yaml"}', 'file-missing No file of acme/people matches "x/*.yaml".'],
    [
      '{repository: acme/people, path: "teams/*"}',
      'too-large "teams/*" matches 201 files of acme/people; at most 200 are read.',
    ],
    [
      '{repository: acme/people, path: users.yaml, ref: gone}',
      'file-missing acme/people has no branch, tag or commit "gone".',
    ],
  ])('is a finding at its entry: %s', async (entry, finding) => {
    push(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`teams/t${index}.yaml`, 'users: []\n'])));
    hub(`\n  - ${entry}`);
    expect(await faults()).toEqual([
      expect.stringContaining(`jupyterhub.yaml:7:${entry.indexOf('path: ') + 11} ${finding}`),
    ]);
  });

  test('says which token it takes', async () => {
    hub('{repository: acme/people, path: users.yaml}');
    const job = { INPUT_USERS_TOKEN: '', INPUT_GITHUB_TOKEN: github.token };
    expect((await faults('private', job))[0]).toContain('github_token may not read it');
    expect(said.join()).toContain('give users_token a token that may read the contents of acme/people');
    expect((await faults('private', { INPUT_USERS_TOKEN: '' }))[0]).toContain(
      'Reading acme/people from GitHub needs a token.',
    );
    expect((await faults(null, { GITHUB_TOKEN: '' }))[0]).toContain('Reading acme/people from GitHub needs a token.');
    expect(said.join()).toContain('gh auth token');
    expect((await read(null, { GITHUB_TOKEN: '', GH_TOKEN: token })).principals).toHaveLength(2);
  });

  test('is not asked for while jupyterhub.yaml has errors, or by who needs nobody', async () => {
    hub('{repository: acme/people, path: users.yaml}', 'nme: x\n');
    expect(await faults()).toEqual([expect.stringContaining('unknown-key')]);
    hub('{repository: acme/people, path: users.yaml}');
    expect((await readInput(contextOf('private'), false)).principals).toEqual([]);
    expect(calls()).toEqual([]);
  });
});

test('validate says nothing of who is missing, nor of acknowledgements, while it did not read all files', async () => {
  hub('[local.yaml, {repository: acme/people, path: users.yaml}]');
  const acknowledged = 'acknowledge: [{rule: no-snapshots, reason: A test.}, {rule: trusts-iap, reason: A test.}]';
  write(
    'jupyterhub.yaml',
    readFileSync(join(folder, 'jupyterhub.yaml'), 'utf8').replace(/acknowledge: .*/, acknowledged),
  );
  write('local.yaml', 'users: []\n');
  expect((await validate.run(contextOf(null))).exitCode).toBe(0);
  expect(annotated.map(({ rule }) => rule)).toEqual(['no-snapshots', 'remote-users-file']);
  expect((await read()).diagnostics.map(({ rule }) => rule)).toEqual(['no-snapshots', 'unused-acknowledgement']);
  push({ 'users.yaml': 'users: []\n' });
  expect(await faults()).toEqual([expect.stringContaining('local.yaml:1:1 no-people')]);
});

test('validate contacts nothing, and says in one note what it did not read', async () => {
  hub(
    '[{repository: acme/people, path: users.yaml}, {repository: acme/people, path: more.yaml}]',
    'profiles: [{name: a, groups: [ml]}]\n',
  );
  const { exitCode } = await validate.run(contextOf('public'));
  expect([exitCode, calls(), annotated.filter(({ rule }) => rule === 'remote-users-file')]).toEqual([
    0,
    [],
    [
      expect.objectContaining({
        severity: 'note',
        line: 6,
        message:
          '"acme/people:users.yaml" is not read here: the people of that file are not checked. The same holds for 1 more.',
      }),
    ],
  ]);
});
