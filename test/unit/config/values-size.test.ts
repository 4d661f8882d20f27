import { expect, test } from '@jest/globals';
import { loadText, SIX } from '../../support/config.js';

const findings = (text: string) =>
  loadText(
    { path: 'jupyterhub.yaml', text: `${SIX}hub:\n  values: {hub: {extraFiles: {a: {stringData: ${text}}}}}\n` },
    '/',
  ).diagnostics.filter(({ rule }) => rule === 'too-large');

test('hub.values that no Secret of Kubernetes can hold are found by validate, and smaller ones are not', () => {
  expect(findings('x'.repeat(1_000_000))).toEqual([]);
  expect(findings('x'.repeat(1_100_000))).toMatchObject([
    {
      severity: 'error',
      line: 8,
      message: 'The texts of hub.values have 1,075 KiB, and Kubernetes keeps at most 1,024.',
      hint: expect.stringContaining('out of hub.values'),
    },
  ]);
});
