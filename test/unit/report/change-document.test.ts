import { expect, test } from '@jest/globals';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { changeDocument } from '../../../src/report/change-document.js';
import { manifest, person } from '../../support/report/changes.js';

test('the document of a run names its schema, and each change as data with its address and its notes', () => {
  const changeSet = {
    hub: 'research',
    changes: [person('create', 'ada@acme.dev'), manifest('update', 'Deployment/hub')],
  };
  const document = changeDocument({
    command: 'plan',
    changeSet,
    changed: true,
    notes: [{ code: 'homes-labelled', count: 1 }],
    more: { generation: 7 },
  });
  expect(document).toEqual({
    schema: 'jupyterhub-gke/changes/v1',
    command: 'plan',
    hub: 'research',
    changed: true,
    fingerprint: fingerprint(changeSet),
    changes: [
      {
        address: 'ada@acme.dev',
        scope: 'access',
        action: 'create',
        subject: { kind: 'person', name: 'ada@acme.dev' },
        access: { after: { role: 'user', until: '2027-07-01T00:00:00Z' } },
        notes: [{ code: 'listed', file: 'users.yaml', line: 5, message: 'listed at users.yaml:5' }],
      },
      {
        address: 'Deployment/hub',
        scope: 'helm',
        action: 'update',
        subject: { kind: 'kubernetes-object', type: 'Deployment', name: 'hub' },
        attributes: [{ name: 'spec.replicas', before: '1', after: '2' }],
      },
    ],
    notes: [{ code: 'homes-labelled', count: 1, message: '1 home of people who left: labelled with the day, kept.' }],
    generation: 7,
  });
});
