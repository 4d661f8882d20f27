import { describe, expect, test } from '@jest/globals';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import type { DeploymentRecord } from '../../../../src/helm/release/record.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { checkCertificate, subdomainNotes } from '../../../../src/stages/session/subdomains.js';
import { type Answer, stub } from '../../../support/answers.js';
import { ACCESS, hubConfig } from '../../../support/hub-config.js';

const NOW = new Date('2026-12-01T12:00:00Z');
const domain = 'hub.acme.dev';
const ON = { ...ACCESS, domain, subdomains: { domain, certificate: 'wild' } };
const NAMES = [domain, `*.${domain}`];

function session(access: typeof ACCESS, ...answers: Answer[]): Session {
  const google = new GoogleClient({ token: async () => 't', env: {}, ...stub(...answers) });
  const locate = (path: readonly string[]): object => ({ file: 'jupyterhub.yaml', line: 7, column: path.length });
  return { config: hubConfig({}, { access }), google, input: { locate } } as never;
}
const certificate = (subjectAlternativeNames: unknown, expireTime?: string): Answer => ({
  status: 200,
  body: { name: 'wild', subjectAlternativeNames, expireTime },
});
const check = (...answers: Answer[]) => checkCertificate(session(ON, ...answers), NOW);

describe('the certificate of a hub with subdomains', () => {
  test('is not looked for where there are none', async () => {
    expect(await checkCertificate(session(ACCESS))).toBeUndefined();
  });

  test('is good where it covers the domain and all names below it', async () => {
    const found = await check(certificate(['other.acme.dev', '*.HUB.acme.dev', domain], '2027-02-01T00:00:00Z'));
    expect(found).toEqual({
      name: 'wild',
      names: ['other.acme.dev', '*.hub.acme.dev', domain],
      ends: new Date('2027-02-01T00:00:00Z'),
    });
    expect((await check(certificate(NAMES)))?.ends).toBeUndefined();
  });

  test.each<[string, Answer, RegExp]>([
    ['is absent', { status: 404 }, /The project "acme-research" has no global SSL certificate "wild"\. Nothing was/],
    ['lacks the names below', certificate([domain]), /"wild" does not cover \*\.hub\.acme\.dev, only hub\.acme\.dev/],
    ['lacks the domain', certificate([`*.${domain}`]), /does not cover hub\.acme\.dev, only \*\.hub\.acme\.dev/],
    ['is for a name above', certificate(['*.acme.dev', domain]), /does not cover \*\.hub\.acme\.dev/],
    ['says no names', certificate(undefined), /does not cover hub\.acme\.dev and \*\.hub\.acme\.dev, only no name/],
    ['has ended', certificate(NAMES, '2026-12-01T11:00:00Z'), /"wild" has ended on 2026-12-01/],
  ])('stops the run, with its place in the file, if it %s', async (_, answer, text) => {
    await expect(check(answer)).rejects.toMatchObject({
      message: expect.stringMatching(text),
      where: expect.stringContaining('jupyterhub.yaml:7'),
      hint: expect.stringContaining('docs/subdomains.md'),
    });
  });
});

describe('notes about hosts of people', () => {
  const notes = (access: typeof ACCESS, settings?: DeploymentRecord['settings'], ends?: string): readonly string[] => {
    const deployed = { settings } as DeploymentRecord;
    const found = ends === undefined ? undefined : { name: 'wild', names: NAMES, ends: new Date(ends) };
    return subdomainNotes(session(access), deployed, found, NOW).map(runNoteText);
  };

  test('say that links change, where the record of an older version has nothing to compare with', () => {
    expect(notes(ON)).toEqual([expect.stringContaining('links to servers change')]);
    expect(notes(ON, { 'access.domain': domain })).toHaveLength(1);
    expect(notes(ON, { 'access.subdomains': false })).toEqual([]);
    expect(notes(ACCESS)).toEqual([]);
    expect(subdomainNotes(session(ON), undefined, undefined, NOW)).toEqual([]);
  });

  test('name a certificate that ends within a month', () => {
    const on = { 'access.subdomains': true };
    expect(notes(ON, on, '2026-12-30T00:00:00Z')).toEqual([expect.stringContaining('ends on 2026-12-30')]);
    expect(notes(ON, on, '2027-01-30T00:00:00Z')).toEqual([]);
  });
});
