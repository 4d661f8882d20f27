import { expect, test } from '@jest/globals';
import { settingsOf } from '../../../../src/helm/release/settings.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import { idleServers } from '../../../../src/stages/deploy/idle-servers.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { hubConfig } from '../../../support/hub-config.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const USES = ['2026-11-24T11:59:00Z', '2026-11-24T11:49:59Z', '2026-11-24T08:00:00Z', 'nonsense'];
const culling = (idle: number) => ({ culling: { idle, maxAge: undefined } });

/** Notes where the limit changes; undefined where the report is not read. */
async function notes(before: number, after: number, report: unknown): Promise<readonly string[] | undefined> {
  let isRead = false;
  const get = async (): Promise<object> => {
    isRead = true;
    return { data: { 'status.json': JSON.stringify(report) } };
  };
  const session = { config: { name: 'research' }, context: { now: NOW } } as unknown as Session;
  const settings = {
    before: settingsOf(hubConfig({}, culling(before))),
    after: settingsOf(hubConfig({}, culling(after))),
  };
  const found = await idleServers(session, { kubernetes: { get } } as unknown as ClusterConnection, settings);
  return isRead ? found.map(runNoteText) : undefined;
}

const REPORT = { generation: 3, at: '2026-11-24T11:58:00+00:00', people: {}, servers: USES };

test('servers that are idle for longer than the new limit are counted', async () => {
  expect(await notes(3600, 600, REPORT)).toEqual([
    "2 of 3 running notebook servers were not used for 10 min, by the hub's report of 2026-11-24 11:58 UTC. Where the new limit applies to them, they stop soon after apply.",
  ]);
  expect(await notes(86_400, 7200, { ...REPORT, servers: [USES[0], USES[2]] })).toEqual([
    expect.stringMatching(/^1 of 2 running notebook servers was not used for 2 h/),
  ]);
});

test('nothing is said without a report, without servers, or by a report of a version before', async () => {
  for (const report of [
    undefined,
    {},
    { ...REPORT, servers: [] },
    { ...REPORT, servers: 'x' },
    { ...REPORT, servers: [1] },
  ]) {
    expect(await notes(3600, 600, report)).toEqual([]);
  }
  const { servers: _, ...older } = REPORT;
  expect(await notes(3600, 600, older)).toEqual([]);
});

test('the report is not read where no limit gets shorter', async () => {
  expect(await notes(600, 3600, REPORT)).toBeUndefined();
});
