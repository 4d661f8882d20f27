import { expect, test } from '@jest/globals';
import { oauthClientOf } from '../../../src/cloud/oauth-client.js';

const ID = '123-abc.apps.googleusercontent.com';
const file = (web: unknown): string => JSON.stringify({ web });

test('a client is read from the file of the console', () => {
  expect(oauthClientOf(file({ client_id: ID, client_secret: 'GOCSPX-1', project_id: 'acme' }))).toEqual({
    id: ID,
    secret: 'GOCSPX-1',
  });
});

test.each([
  ['no JSON', 'GOCSPX-1'],
  ['null', 'null'],
  ['a client of a desktop program', JSON.stringify({ installed: { client_id: ID, client_secret: 'x' } })],
  ['a client without its secret', file({ client_id: ID })],
  ['a client with an empty secret', file({ client_id: ID, client_secret: '' })],
  ['an id of something else', file({ client_id: 'me', client_secret: 'x' })],
  ['an id that ends a line', file({ client_id: `${ID}\nx`, client_secret: 'x' })],
  ['a list', file([])],
])('%s is no client', (_, text) => {
  expect(oauthClientOf(text)).toBeUndefined();
});
