import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { repoPath } from '../../../../sandbox/src/paths.js';
import { addressFault } from '../../../../src/access/users/email.js';
import {
  FIELDS,
  hasFormTitle,
  REQUEST_LABEL,
  readRequest,
} from '../../../../src/commands/access-request/issue-form.js';

const NOW = new Date('2026-11-27T12:00:00Z');
const read = (body: string, timezone = 'UTC') => readRequest(body, NOW, timezone);
const body = (email: string, why = 'To train a model.', until = '_No response_'): string =>
  `### ${FIELDS[0]}\n\n${email}\n\n### ${FIELDS[1]}\n\n${why}\n\n### ${FIELDS[2]}\n\n${until}`;

describe('the issue that the access form makes', () => {
  test('has the labels of the template, in its order, and its title and label', () => {
    const template = readFileSync(repoPath('templates/github/ISSUE_TEMPLATE/access-request.yml'), 'utf8');
    const form = parse(template.replaceAll('{{hubName|text}}', 'research')) as {
      title: string;
      labels: string[];
      body: { id?: string; attributes: { label: string } }[];
    };
    expect(form.body.filter(({ id }) => id !== undefined).map(({ attributes }) => attributes.label)).toEqual([
      ...FIELDS,
    ]);
    expect(form.labels).toEqual([REQUEST_LABEL]);
    expect(hasFormTitle(form.title, 'research')).toBe(true);
  });

  test('is read as GitHub renders it', () => {
    expect(read(body('Ada@acme.dev'))).toEqual({ email: 'ada@acme.dev', why: 'To train a model.' });
    expect(read(body('ada@acme.dev', '_No response_', '2027-01-31').replaceAll('\n', '\r\n'))).toEqual({
      email: 'ada@acme.dev',
      until: '2027-01-31',
    });
    expect(read(body('ada@acme.dev', 'a\n\n### My project\n\nb'))).toMatchObject({ why: 'a\n\n### My project\n\nb' });
  });

  test('ends the last day in the time zone of the hub', () => {
    expect(read(body('ada@acme.dev', 'x', '2026-11-26'))).toEqual({ fault: 'The last day, 2026-11-26, has passed.' });
    expect(read(body('ada@acme.dev', 'x', '2026-11-27'))).toMatchObject({ until: '2026-11-27' });
    expect(read(body('ada@acme.dev', 'x', '2026-11-27'), 'Pacific/Auckland')).toMatchObject({
      fault: expect.stringContaining('has passed'),
    });
  });

  test('is not mistaken for one of a hub with a longer name', () => {
    expect(hasFormTitle('Access to research, please', 'research')).toBe(true);
    expect(hasFormTitle('Access to research-gpu', 'research')).toBe(false);
    expect(hasFormTitle('access to research', 'research')).toBe(false);
  });
});

describe('the access form refuses', () => {
  const form = body('ada@acme.dev');
  test.each([
    ['an empty text', ''],
    ['free text', 'Please let me in: ada@acme.dev'],
    ['a form without a field', form.slice(0, form.indexOf('### Until'))],
    ['fields in another order', `### Until\n\nx\n\n${form.slice(0, form.indexOf('### Until'))}`],
    ['text before the form', `Hello!\n\n${form}`],
    ['a second form in an answer', body('ada@acme.dev', form)],
    ['a heading of the form in an answer', body('ada@acme.dev', 'x\n### Until\n\n2099-01-01')],
    ['a field that the form does not have', `${form}\n\n### Admin\n\ntrue`],
    ['a text longer than GitHub accepts', body('ada@acme.dev', 'x'.repeat(70_000))],
    ['headings of another level', form.replaceAll('###', '##')],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ fault: expect.stringMatching(/form|last day/) });
  });

  test.each([
    ['_No response_', 'missing'],
    ['ada@acme.dev\neve@evil.dev', 'more than one'],
    ['ada@acme.dev eve@evil.dev', 'contains a space'],
    ['allUsers', 'never be granted access'],
    ['<!-- x -->ada@acme.dev', 'space'],
    ['<ada@acme.dev>', 'cannot be the e-mail address'],
    ['[ada@acme.dev](https://evil.dev)', 'cannot be the e-mail address'],
    ['@acme/everybody', 'not an e-mail address'],
    ['аda@acme.dev', 'U+0430'],
    ['ada@acme.dev}', 'cannot be the e-mail address'],
    ['x@y.iam.gserviceaccount.com', 'is a service account'],
    ['```', 'not an e-mail address'],
    [`${'a'.repeat(400)}@acme.dev`, 'more than one e-mail address, or other text'],
  ])('the address %j', (email, sentence) => {
    expect(read(body(email))).toEqual({ fault: expect.stringContaining(sentence) });
  });

  test.each(['tomorrow', '2027-02-30', '31.12.2027', '2027-01-31\n2028-01-31', '$(id)', '20270-01-01'])(
    'the day %j',
    (until) => {
      expect(read(body('ada@acme.dev', 'x', until))).toMatchObject({ fault: expect.stringContaining('YYYY-MM-DD') });
    },
  );

  test('everything but a valid address and day, whatever the answers are', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '@octocat',
        '<img src=x>',
        '```\n',
        '<!-- jupyterhub-gke:access-request -->',
        '\r\n### Until\r\n',
        '](x)',
        '\u202e',
        `\${{ secrets.X }}`,
        '::set-output::',
      ),
    );
    const mostly = fc.array(nasty, { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('ada@acme.dev'), mostly),
        mostly,
        fc.oneof(fc.constant('_No response_'), mostly),
        (email, why, until) => {
          const request = read(body(email, why, until));
          if ('fault' in request) return;
          expect(addressFault('person', request.email)).toBeUndefined();
          expect(request.until ?? '2027-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
          expect([...(request.why ?? '')].length).toBeLessThanOrEqual(1000);
        },
      ),
    );
  });
});
