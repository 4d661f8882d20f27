import { describe, expect, test } from '@jest/globals';
import {
  added,
  BRANCH,
  calls,
  comments,
  fixture,
  fixtureForEach,
  formBody,
  makePublic,
} from '../../support/access-request.js';
import { elements, renderGfm } from '../../support/report/gfm.js';

fixtureForEach();

describe('an access request', () => {
  test('becomes one pull request that adds one line, and the issue gets its link', async () => {
    fixture.ask({ number: 12, body: formBody('Turing@acme.dev', { until: '2027-01-31' }) });
    expect(await fixture.run(12)).toMatchObject({ exitCode: 0, outputs: { pull_request: '13' } });
    expect(added()).toEqual(['+  - {email: turing@acme.dev, until: 2027-01-31}']);
    const [pull, ...others] = fixture.github.pulls();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      number: 13,
      headRef: BRANCH,
      baseRef: 'main',
      title: 'Grant access to t…g@\u200bacme.dev',
    });
    expect(pull?.body).toContain('**alan** requests access to the hub in #12.');
    expect(pull?.body).toContain('Nobody has checked that the address belongs to them');
    expect(pull?.body).toContain('+  - {email: turing@acme.dev, until: 2027-01-31}');
    expect(pull?.body).toContain('To train a model.');
    expect(pull?.body).toMatch(/Closes #12$/);
    expect(comments()).toEqual([expect.stringContaining('Pull request #13 adds the line.')]);
    expect(fixture.github.branches.message(BRANCH)).toBe('Grant one person access\n\nRequested in #12.');
    expect(fixture.said.join('\n')).not.toContain('turing');
  });

  test('that is run again or edited keeps its pull request and its one comment', async () => {
    fixture.ask({ number: 12 });
    await fixture.run(12);
    const before = fixture.github.branches.tip(BRANCH);
    await fixture.run(12, 'reopened');
    expect(fixture.github.branches.tip(BRANCH)).toBe(before);
    expect(calls('pulls/update')).toBe(0);
    fixture.ask({ number: 12, body: formBody('alan@acme.dev', { why: 'Another address' }) });
    expect(await fixture.run(12, 'edited')).toMatchObject({ outputs: { pull_request: '13' } });
    expect(added()).toEqual(['+  - alan@acme.dev']);
    expect(fixture.github.pulls()).toMatchObject([{ number: 13, title: 'Grant access to a…n@\u200bacme.dev' }]);
    expect(fixture.github.pulls()[0]?.body).toContain('Another address');
    expect(comments()).toHaveLength(1);
  });

  test('builds on the newest commit, even if the checkout is older', async () => {
    fixture.ask({ number: 12 });
    const users = 'users:\r\n# Ada\r\n- "ada@acme.dev" # since 2024\r\n\r\n# Zoe\r\n- zoe@acme.dev';
    fixture.github.addPush({ after: 'e'.repeat(40), files: ['users.yaml'], contents: { 'users.yaml': users } });
    await fixture.run(12);
    expect(added()).toEqual(['+- turing@acme.dev\r']);
    const lines = (fixture.github.branches.file(BRANCH, 'users.yaml') ?? '').split('\n');
    expect([lines[3], lines.toSpliced(3, 1).join('\n')]).toEqual(['- turing@acme.dev\r', users]);
  });

  test('keeps every other byte of a file with comments, a byte order mark and other line ends', async () => {
    const users =
      '\uFEFF# People\r\nusers:\r\n  # Ada\r\n  - {email: ada@acme.dev, admin: true} # boss\r\n\r\n  - zoe@acme.dev\r\n';
    fixture.write({ 'users.yaml': users });
    fixture.ask({ number: 12 });
    await fixture.run(12);
    const lines = (fixture.github.branches.file(BRANCH, 'users.yaml') ?? '').split('\n');
    expect(lines.toSpliced(4, 1).join('\n')).toBe(users);
    expect(lines[4]).toBe('  - turing@acme.dev\r');
  });

  test('goes into the first YAML file, or into the file that the input names', async () => {
    const config = fixture.github.branches.file('main', 'jupyterhub.yaml') ?? '';
    fixture.write({
      'jupyterhub.yaml': config.replace('users: users.yaml', 'users: [people.csv, users.yaml, "groups/*.yaml"]'),
      'people.csv': 'email\nbob@acme.dev\n',
      'groups/vision.yaml': 'users: []\n',
    });
    fixture.ask({ number: 12 });
    await fixture.run(12);
    expect(added()).toHaveLength(1);
    fixture.ask({ number: 14, userId: 43 });
    await fixture.run(14, 'opened', { file: 'groups/vision.yaml' });
    expect(added('access-request/14', 'groups/vision.yaml')).toEqual(['-users: []', '+users:', '+  - turing@acme.dev']);
    await expect(fixture.run(12, 'edited', { file: 'people.csv' })).rejects.toThrow(
      'people.csv is not a YAML users file',
    );
  });

  test('never changes a remote users file, and the error says so', async () => {
    const config = fixture.github.branches.file('main', 'jupyterhub.yaml') ?? '';
    const users = 'users: {repository: acme/people, path: users.yaml}';
    fixture.write({ 'jupyterhub.yaml': config.replace('users: users.yaml', users) });
    fixture.ask({ number: 12 });
    for (const file of [undefined, 'acme/people:users.yaml']) {
      await expect(fixture.run(12, 'opened', file === undefined ? {} : { file })).rejects.toMatchObject({
        name: 'UsageError',
        hint: expect.stringContaining(
          'Remote users files are not changed from here: request access in their repository.',
        ),
      });
    }
    expect(fixture.github.pulls()).toEqual([]);
  });

  test('shows the findings that the new line adds', async () => {
    fixture.ask({ number: 12, body: formBody('alan@lab.dev') });
    await fixture.run(12);
    const body = fixture.github.pulls()[0]?.body ?? '';
    expect(body).toMatch(/- warning \[several-domains\]\(\S+\): People of 2 domains are listed/);
    expect(body).not.toContain('trial-domain');
  });

  test('in a public repository shows a shortened address', async () => {
    await makePublic();
    const config = fixture.github.branches.file('main', 'jupyterhub.yaml') ?? '';
    fixture.write({ 'jupyterhub.yaml': `${config}acknowledge: [{rule: public-people, reason: all agree}]\n` });
    fixture.ask({ number: 12, body: formBody('turing@acme.dev') });
    await fixture.run(12);
    expect(fixture.github.pulls()[0]?.body).toContain('t…g@acme.dev');
    expect(JSON.stringify([fixture.github.pulls(), comments()])).not.toContain('turing');
  });
});

describe('a request that is refused', () => {
  test.each([
    ['the form was changed', { body: 'Please!' }, 'does not have the format of the access form'],
    ['the address is invalid', { body: formBody('Turing') }, 'not an e-mail address'],
    ['the last day has passed', { body: formBody('turing@acme.dev', { until: '2020-01-01' }) }, 'has passed'],
    ['the person is already listed', { body: formBody('GRACE@acme.dev') }, 'is already listed, at users.yaml:4'],
  ])('says why in one comment, and is handled after an edit: %s', async (_, issue, reason) => {
    fixture.ask({ number: 12, ...issue });
    expect(await fixture.run(12)).toMatchObject({ exitCode: 0, outputs: {} });
    await fixture.run(12, 'edited');
    expect(comments()).toEqual([expect.stringContaining(reason)]);
    expect(fixture.github.pulls()).toEqual([]);
    expect(fixture.github.branches.names()).toEqual(['main']);
    fixture.ask({ number: 12 });
    await fixture.run(12, 'edited');
    expect(comments()).toEqual([expect.stringContaining('Pull request #13 adds the line.')]);
  });

  test('may be by somebody whose last day has passed, and the comment says so', async () => {
    fixture.write({
      'users.yaml': 'users:\n  - {email: ada@acme.dev, admin: true}\n  - {email: turing@acme.dev, until: 2026-11-26}\n',
    });
    fixture.ask({ number: 12 });
    await fixture.run(12);
    expect(comments()).toEqual([
      expect.stringMatching(/t…g@.*is already listed, at users\.yaml:3, but the last day there has passed/),
    ]);
    expect(fixture.github.branches.names()).toEqual(['main']);
  });

  test('may be the second one of a person whose first one is open', async () => {
    fixture.ask({ number: 12 });
    await fixture.run(12);
    fixture.ask({ number: 20, body: formBody('bob@acme.dev') });
    await fixture.run(20);
    expect(comments(20)).toEqual([expect.stringContaining('You have another open request')]);
    fixture.ask({ number: 21, body: formBody('bob@acme.dev'), login: 'bob', userId: 43 });
    expect(await fixture.run(21)).toMatchObject({ outputs: { pull_request: '22' } });
    await fixture.close(13, 'closed');
    expect(await fixture.run(20, 'edited')).toMatchObject({ outputs: { pull_request: expect.any(String) } });
  });

  test('may be one whose pull request a maintainer has closed', async () => {
    fixture.ask({ number: 12 });
    await fixture.run(12);
    expect((await fixture.close(13, 'closed')).outputs).toEqual({});
    await fixture.run(12, 'edited');
    expect(comments()).toEqual([expect.stringContaining('has closed pull request')]);
    expect(fixture.github.pulls()).toHaveLength(1);
  });

  test('may be one whose branch somebody else has changed, and the branch stays', async () => {
    fixture.ask({ number: 12 });
    await fixture.run(12);
    fixture.github.branches.push(BRANCH, 'f'.repeat(40), { 'users.yaml': 'users: [turing@acme.dev, x@acme.dev]\n' });
    fixture.ask({ number: 12, body: formBody('alan@acme.dev') });
    await fixture.run(12, 'edited');
    expect(fixture.github.branches.tip(BRANCH)).toBe('f'.repeat(40));
    expect(comments()).toEqual([
      expect.stringMatching(/Somebody else has changed the branch.*Pull request #13 stays as it is/),
    ]);
  });

  test('may be one beyond the limit of open requests', async () => {
    for (let number = 100; number < 150; number += 1) {
      const branch = {
        headRef: `access-request/${number}`,
        headSha: 'a'.repeat(40),
        baseSha: 'b'.repeat(40),
        baseRef: 'main',
      };
      fixture.github.addPull({ number, ...branch });
    }
    fixture.ask({ number: 12 });
    await fixture.run(12);
    expect(comments()).toEqual([expect.stringContaining('50 requests are open already')]);
  });

  test('fails the run, too, if the files of the hub have errors', async () => {
    fixture.write({ 'users.yaml': 'users: [ada@acme.dev, ada@acme.dev]\n' });
    fixture.ask({ number: 12 });
    await expect(fixture.run(12)).rejects.toThrow('duplicate-person');
    expect(comments()).toEqual([expect.stringContaining('The files of the hub have errors now')]);
  });

  test('gets no answer if the issue is closed, was made by a bot or is not from the form', async () => {
    fixture.ask({ number: 12, title: 'Access to research-gpu', labels: [] });
    expect(await fixture.run(12)).toMatchObject({ document: { outcome: 'nothing' } });
    fixture.ask({ number: 12, state: 'closed' });
    expect(await fixture.run(12, 'edited')).toMatchObject({ document: { outcome: 'nothing' } });
    fixture.ask({ number: 12 });
    const before = fixture.github.journal.length;
    expect(await fixture.run(12, 'edited', { sender: 'dependabot[bot]' })).toMatchObject({ exitCode: 0 });
    expect(fixture.github.journal.length).toBe(before);
    expect([comments(), fixture.github.pulls()]).toEqual([[], []]);
  });
});

describe('hostile text in a request', () => {
  const nasty = [
    '@acme/everybody #1 https://evil.dev www.evil.dev',
    '</details><script>alert(1)</script><img src=x onerror=x>',
    '````\n```\n~~~\nCloses #1',
    '<!-- jupyterhub-gke:access-request author=1 commit=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -->',
    '::set-output name=x::y\n::add-mask::a',
    `\${{ secrets.GITHUB_TOKEN }} $(id) \`id\` hunter2`,
    '| a | b |\n|---|---|\n\u202e\u0000\u001b[31m',
    'x'.repeat(60_000),
  ].join('\n\n');

  test('stays text in the pull request', async () => {
    fixture.ask({ number: 12, login: 'mallory', userId: 666, body: formBody('turing@acme.dev', { why: nasty }) });
    await fixture.run(12);
    const body = fixture.github.pulls()[0]?.body ?? '';
    expect(body.length).toBeLessThan(5000);
    expect(body).not.toContain('hunter2');
    const html = renderGfm(body);
    expect([...new Set(elements(html))].sort()).toEqual(['blockquote', 'code', 'p', 'pre', 'strong']);
    expect(html.match(/<pre>/g)).toHaveLength(2);
    expect(added()).toEqual(['+  - turing@acme.dev']);
  });

  test('stays text in the comment', async () => {
    for (const email of ['<b>@acme</b>', '@octocat/x', '`a`@b', '[a](https://evil.dev)', '**a**@b.c|d', '#1@x']) {
      fixture.ask({ number: 12, body: formBody(email) });
      await fixture.run(12, 'edited');
      const html = renderGfm(comments()[0] ?? '');
      expect([...new Set(elements(html))]).toEqual(['p', 'strong']);
      expect(comments()[0]).not.toMatch(/(^|[^\w])@(?!\u200b)\w/);
    }
    expect(comments()).toHaveLength(1);
  });
});

describe('after the merge of a request', () => {
  test('the person gets the link once, in a separate comment', async () => {
    const config = fixture.github.branches.file('main', 'jupyterhub.yaml') ?? '';
    fixture.write({ 'jupyterhub.yaml': `${config}access: {domain: hub.acme.dev}\n` });
    fixture.ask({ number: 12 });
    await fixture.run(12);
    await fixture.close(13, 'merged');
    await fixture.close(13, 'merged');
    expect(comments()).toEqual([
      expect.stringContaining('Pull request #13'),
      expect.stringMatching(/You are on the list\. .* enter at https:\/\/hub\.acme\.dev\./),
    ]);
  });

  test('the person is referred to the maintainers if the hub has no domain', async () => {
    fixture.ask({ number: 12 });
    await fixture.run(12);
    await fixture.close(13, 'merged');
    expect(comments()[1]).toContain('at the address that the maintainers know');
  });
});
