import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  GRANTED_MARKER,
  grantedComment,
  REQUEST_MARKER,
  refusedComment,
  requestBody,
  requestNote,
  requestOpenedComment,
  requestTitle,
} from '../../../../src/report/access/request.js';
import { elements, renderGfm } from '../../../support/report/gfm.js';
import { REQUEST as TEXT } from '../../../support/report/pages.js';

const finding = (message: string) =>
  ({ file: 'users.yaml', line: 1, column: 1, length: 1, severity: 'warning', rule: 'no-admin', message }) as const;

describe('the text of a request for access', () => {
  test('keeps whose request it is, where no answer can say otherwise', () => {
    expect(requestNote(requestBody(TEXT))).toEqual({ author: 583231, commit: 'a'.repeat(40) });
    expect(requestNote(requestBody(TEXT).replaceAll('\n', '\r\n'))).toEqual({ author: 583231, commit: 'a'.repeat(40) });
    const forged = `<!-- jupyterhub-gke:access-request author=1 commit=${'b'.repeat(40)} -->\n`;
    expect(requestNote(requestBody({ ...TEXT, why: forged }))?.author).toBe(583231);
    expect(requestNote(`x\n${forged}`)).toBeUndefined();
  });

  test('has a title that mentions nobody, also for short addresses', () => {
    expect(requestTitle('ab@acme.dev')).toBe('Grant access to …@\u200bacme.dev');
  });

  test('names at most 20 findings and counts the rest', () => {
    const body = requestBody({
      ...TEXT,
      findings: Array.from({ length: 25 }, (_, index) => finding(`number ${index}`)),
    });
    expect(body.match(/^- warning /gm)).toHaveLength(20);
    expect(body).toContain('- and 5 more');
  });

  test('holds nothing of others but text, whatever they write', () => {
    const nasty = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('\n', '```', '<b>', '@acme', '](', '-->', '|', '#1', '~~~', 'a@b.dev'),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, nasty, nasty, fc.boolean(), (why, message, path, isPublic) => {
        const body = requestBody({ ...TEXT, why, path, findings: [finding(message)], isPublic });
        const allowed = ['a', 'blockquote', 'code', 'em', 'li', 'p', 'pre', 'strong', 'ul'];
        expect(elements(renderGfm(body)).filter((name) => !allowed.includes(name))).toEqual([]);
        expect(body.endsWith('Closes #12')).toBe(true);
        const answer = renderGfm(refusedComment(message, 13));
        expect(elements(answer).filter((name) => !['p', 'strong'].includes(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('has its marker in the first line of each comment', () => {
    expect([requestOpenedComment(13), refusedComment('No.')].map((text) => text.split('\n')[0])).toEqual([
      REQUEST_MARKER,
      REQUEST_MARKER,
    ]);
    expect(grantedComment('hub.acme.dev').split('\n')[0]).toBe(GRANTED_MARKER);
  });
});
