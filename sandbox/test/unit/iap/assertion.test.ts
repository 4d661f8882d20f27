import { expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { createSigner } from '../../../src/iap/assertion.js';

const audience = '/projects/1/global/backendServices/2';
const signer = await createSigner();
const hd = async (email: string, claims?: Readonly<Record<string, unknown>>): Promise<unknown> =>
  decodeJwt(await signer.sign({ email, audience, ...(claims === undefined ? {} : { claims }) })).hd;

test.each([
  ['ada@acme.dev', 'acme.dev'],
  ['Ada@ACME.dev', 'acme.dev'],
  ['ada@sub.acme.dev', 'sub.acme.dev'],
  ['ada@gmail.com', undefined],
  ['ada@googlemail.com', undefined],
  ['robot@acme-research.iam.gserviceaccount.com', undefined],
])('an assertion of %s says that the account belongs to %s', async (email, domain) => {
  expect(await hd(email)).toBe(domain);
});

test('a test can choose another domain, or none', async () => {
  expect(await hd('ada@acme.dev', { hd: 'other.dev' })).toBe('other.dev');
  expect(await hd('ada@acme.dev', { hd: undefined })).toBeUndefined();
});
