import { expect, test } from '@jest/globals';
import { secretParts } from '../../../../src/stages/session/secrets.js';

test('the parts of files that are secrets are masked on their own', () => {
  const auth = Buffer.from('robot:pass:word').toString('base64');
  expect(secretParts(JSON.stringify({ web: { client_id: 'public', client_secret: 'GOCSPX-1' } }))).toEqual([
    'GOCSPX-1',
  ]);
  expect(secretParts(JSON.stringify({ auths: { 'ghcr.io': { auth, identitytoken: 'token-1' } } }))).toEqual([
    auth,
    'robot:pass:word',
    'pass:word',
    'token-1',
  ]);
});

test.each(['plain text', 'null', '5', '{"auth": 5}', '{"password": "ab"}', '[]'])('%s has no parts', (text) => {
  expect(secretParts(text)).toEqual([]);
});
