import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ToolError } from '../../../src/errors.js';
import type { Terminal } from '../../../src/stages/command.js';
import { filesBelow, init, newFolder, QUICK_START, removeFolders } from '../../support/init.js';

afterEach(removeFolders);

/** A terminal with all lines typed in advance. It closes after the last line unless `stays` is set. */
function typed(lines: readonly string[], stays = false): Terminal & { shown: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  input.write(lines.map((line) => `${line}\n`).join(''));
  if (!stays) input.end();
  return { input, output, shown: () => shown };
}

describe('the questions of init', () => {
  test('suggest answers, also from earlier answers', async () => {
    // repository, visibility, GitHub plan, code owner, project, location, hub name, state bucket, domain, maintenance, admin
    const terminal = typed(['ada/lab', '', '', '', 'acme-research', '', '', '', '', '', 'ada@acme.dev']);
    const { folder } = await init({}, { terminal });
    const files = filesBelow(folder);
    expect(files['jupyterhub.yaml']).toContain(
      'name: lab\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\n',
    );
    expect(files['.github/CODEOWNERS']).toMatch(/\/users\.yaml +@ada\n/);
    for (const offered of ['[private]', '[free]', '[@ada]', '[us-central1]', '[lab]', '[acme-research-tfstate]'])
      expect(terminal.shown()).toContain(offered);
  });

  test('ask again after an invalid answer, and say what is wrong', async () => {
    const terminal = typed([
      ...['', 'acme', 'acme/Hubs', 'secret', 'internal', 'team', '', '', '@acme', '@acme/admins'],
      ...[
        'Acme',
        'acme-research',
        'us-central1-a',
        '',
        '',
        'goog-bucket',
        '',
        'https://x',
        'hub.acme.dev',
        '1am',
        '01:00',
        'ada',
        'ada@acme.dev',
      ],
    ]);
    const { folder } = await init({}, { terminal });
    expect(filesBelow(folder)['jupyterhub.yaml']).toContain('name: hub\n');
    expect(filesBelow(folder)['jupyterhub.yaml']).toContain('access: {domain: hub.acme.dev}\n');
    expect(filesBelow(folder)['jupyterhub.yaml']).toContain(
      'platform: {maintenance: {days: [mon, tue, wed, thu, fri, sat, sun], start: "01:00", hours: 8}}\n',
    );
    for (const said of [
      'A repository is written as OWNER/NAME',
      'Answer with one of public, private, internal.',
      'Internal repositories require the GitHub plan enterprise.',
      '[enterprise]',
      'Name a code owner as @name or @org/team. An organisation itself cannot be one.',
      '@acme is an organisation',
      'A project id has 6 to 30 lower-case letters',
      'Write location: us-central1',
      'contains a form of "google" or starts with "goog"',
      'A host name is lower-case',
      'A time is written as HH:MM',
      '"ada" is not an e-mail address.',
    ]) {
      expect(terminal.shown()).toContain(said);
    }
  });

  test('skip what a flag answers, and are not asked if the flags answer everything required', async () => {
    const terminal = typed(['acme-research', 'grace@acme.dev']);
    const { project: _, admin: __, ...flags } = QUICK_START;
    await init({ ...flags, domain: '', maintenance: '' }, { terminal });
    expect(terminal.shown().match(/: /g)).toHaveLength(2);
    const silent = typed([]);
    await init(QUICK_START, { terminal: silent });
    expect(silent.shown()).toBe('');
  });

  test('end without files if the person leaves early', async () => {
    const folder = newFolder();
    const error = await init({}, { folder, terminal: typed(['acme/hubs', 'public']) }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ToolError);
    expect(error.message).toBe('Not all questions were answered');
    const abort = new AbortController();
    const running = init({}, { folder, terminal: typed(['acme/hubs'], true), signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    await expect(running).rejects.toThrow('Not all questions were answered');
    expect(filesBelow(folder)).toEqual({});
  });
});
