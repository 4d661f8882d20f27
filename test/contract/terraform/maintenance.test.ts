import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf } from '../../../src/change/change.js';
import type { HubConfig } from '../../../src/config/model.js';
import type { Maintenance, ReleaseChannel } from '../../../src/config/platform/maintenance.js';
import { terraformVariables } from '../../../src/terraform/variables.js';
import {
  configWith,
  missingFor,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const CLUSTER = 'google_container_cluster.autopilot[0]';
const NIGHTS: Maintenance = { days: ['sat', 'sun'], start: '02:00', hours: 6, exclusions: [] };
const EXAMS = { name: 'exams', from: '2027-01-18', to: '2027-02-12', scope: 'NO_UPGRADES' } as const;
const TERM = { name: 'term', from: '2027-03-01', to: '2027-07-31', scope: 'NO_MINOR_OR_NODE_UPGRADES' } as const;

function configOf(maintenance: Maintenance | undefined, releaseChannel?: ReleaseChannel): HubConfig {
  const config = configWith(true);
  return {
    ...config,
    platform: { ...config.platform, ...(maintenance && { maintenance }), ...(releaseChannel && { releaseChannel }) },
  };
}

let ground: TerraformGround;

describe.each([
  ['the stand-in for the provider', false],
  ['the real provider', true],
] as const)('the maintenance of a cluster, with %s', (provider, isReal) => {
  beforeAll(async () => {
    ground = await startTerraformGround();
  });
  afterAll(() => ground.stop());

  const open = (config: HubConfig) =>
    ground.open('platform', {
      isReal,
      variables: terraformVariables(config, ground.environment({ isReal })).platform,
    });

  /** Applies, and plans once more, which must find nothing: what changed by address, and the cluster at Google. */
  async function apply(config: HubConfig) {
    const { changes } = await planAndApply(open(config));
    const again = await open(config).plan({ stateExists: true, lock: false });
    expect({ changes: again.changes, hasChanges: again.hasChanges }).toEqual({ changes: [], hasChanges: false });
    const { emulator, people } = ground;
    const path = 'container/v1/projects/acme-research/locations/us-central1/clusters/research';
    const headers = { authorization: `Bearer ${emulator.identities.token(people.operator)}` };
    const cluster: unknown = await (await fetch(`${emulator.origin}/${path}`, { headers })).json();
    return { changes: changes.map((change) => `${change.action} ${addressOf(change)}`), cluster };
  }

  test('comes with the cluster, changes in place, and goes', async () => {
    const missing = await missingFor(isReal);
    if (missing !== undefined) return console.log(`SKIPPED maintenance with ${provider}: ${missing}`);
    const first = await apply(configOf({ ...NIGHTS, exclusions: [EXAMS] }));
    expect(first.changes).toContain(`create ${CLUSTER}`);
    expect(first.cluster).toMatchObject({
      releaseChannel: { channel: 'REGULAR' },
      costManagementConfig: { enabled: true },
      rbacBindingConfig: {
        enableInsecureBindingSystemAuthenticated: false,
        enableInsecureBindingSystemUnauthenticated: false,
      },
      maintenancePolicy: {
        window: {
          recurringWindow: {
            window: { startTime: '2026-01-10T02:00:00Z', endTime: '2026-01-10T08:00:00Z' },
            recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
          },
          maintenanceExclusions: { exams: { startTime: '2027-01-18T00:00:00Z', endTime: '2027-02-13T00:00:00Z' } },
        },
      },
    });

    const wider = { ...NIGHTS, days: ['mon', 'sat', 'sun'], hours: 8, exclusions: [TERM, EXAMS] } as const;
    const second = await apply(configOf(wider, 'RAPID'));
    expect(second.changes).toEqual([`update ${CLUSTER}`]);
    expect(second.cluster).toMatchObject({
      releaseChannel: { channel: 'RAPID' },
      maintenancePolicy: {
        window: {
          recurringWindow: { recurrence: 'FREQ=WEEKLY;BYDAY=MO,SA,SU' },
          maintenanceExclusions: {
            term: { maintenanceExclusionOptions: { scope: 'NO_MINOR_OR_NODE_UPGRADES' } },
            exams: { maintenanceExclusionOptions: {} },
          },
        },
      },
    });

    const third = await apply(configOf(undefined));
    expect(third.changes).toEqual([`update ${CLUSTER}`]);
    expect(third.cluster).not.toHaveProperty('maintenancePolicy.window.recurringWindow');
  }, 300_000);

  test('is refused by Google in its words where validate would have refused it', async () => {
    const missing = await missingFor(isReal);
    if (missing !== undefined) return console.log(`SKIPPED refusal with ${provider}: ${missing}`);
    const root = open(configOf({ ...NIGHTS, exclusions: [{ ...EXAMS, to: '2027-05-31' }] }));
    await expect(planAndApply(root)).rejects.toThrow(/longer than 90 days/);
  }, 300_000);
});
