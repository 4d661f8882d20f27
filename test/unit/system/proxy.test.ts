import { afterEach, expect, test } from '@jest/globals';
import { useProxy } from '../../../src/system/proxy.js';

const own = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = own;
});

test('fetch stays as it is where no proxy is set', () => {
  useProxy({ NO_PROXY: 'example.com', ALL_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: '' });
  expect(globalThis.fetch).toBe(own);
});

test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('fetch changes where %s is set', (name) => {
  useProxy({ [name]: 'http://127.0.0.1:9' });
  expect(globalThis.fetch).not.toBe(own);
});
