import { expect, test } from '@jest/globals';
import type { DeploymentRecord } from '../../../../src/helm/release/record.js';
import { registryNotes } from '../../../../src/stages/preflight/registries.js';
import { hubConfig } from '../../../support/hub-config.js';

const notes = (registries: readonly string[], before?: string | null) => {
  const settings = before === undefined ? undefined : { 'images.registries': before };
  const deployed = { settings } as unknown as DeploymentRecord;
  return registryNotes({ config: hubConfig({}, { registries }) } as never, deployed);
};

test('a registry gets its command once, also one of the own project', () => {
  const account = 'research-nodes@acme-research.iam.gserviceaccount.com';
  const note = { code: 'registry-readers', registries: ['acme-images'], account };
  const both = ['acme-images', 'acme-research/us/own'];
  expect(notes(both)).toEqual([{ ...note, registries: both }]);
  expect(notes(['acme-images'], null)).toEqual([note]);
  expect(notes(['acme-images'], 'acme-more, acme-images')).toEqual([]);
  expect(notes([], 'acme-images')).toEqual([]);
});
