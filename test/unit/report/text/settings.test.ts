import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../../../src/change/change.js';
import type { HubConfig, JsonObject } from '../../../../src/config/model.js';
import { hideValues } from '../../../../src/helm/diff/manifests.js';
import { valueMeaning } from '../../../../src/helm/diff/value-natures.js';
import { settingsChange, settingsOf } from '../../../../src/helm/release/settings.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { symbolic } from '../../../../src/helm/values/values.js';
import { oneLine } from '../../../../src/report/markdown.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';
import { hubConfig, SOURCES } from '../../../support/hub-config.js';
import { manifest, person } from '../../../support/report/changes.js';
import { CLUSTER_KINDS } from '../../../support/report/cluster-kinds.js';
import { INJECTIONS, structureOf } from '../../../support/report/injection.js';
import { LIMIT_KINDS } from '../../../support/report/limit-kinds.js';
import { PLATFORM_KINDS } from '../../../support/report/platform-kinds.js';
import { large, SERVER_KINDS, small } from '../../../support/report/server-kinds.js';
import { home, POLICY_KINDS, SETTING_NAMES, type Side } from '../../../support/report/setting-kinds.js';

const KINDS = [...POLICY_KINDS, ...PLATFORM_KINDS, ...SERVER_KINDS, ...LIMIT_KINDS, ...CLUSTER_KINDS];

/** What a plan over two configurations says: the settings, and what of the chart's values is code, a right or data. */
function say(before: Side, after: Side, ...more: Change[]): string {
  const config = ({ values = {}, ...rest }: Side): HubConfig => hubConfig(values, rest);
  const chartValues = (side: HubConfig): JsonObject => hideValues(symbolic(hubValues(side, SOURCES, {}))) as JsonObject;
  const [old, now] = [config(before), config(after)];
  const ours = chartValues({ ...now, hub: { ...now.hub, values: {} } });
  const { code, rights, data } = valueMeaning(chartValues(old), chartValues(now), ours);
  const settings = settingsChange(settingsOf(old), settingsOf(now));
  const helm: Change = { ...manifest('update', 'Secret/hub'), code, rights, dataPlaces: data };
  return verdict([helm, ...(settings === undefined ? [] : [settings]), ...more], writer(false));
}

describe('the verdict on a change of the configuration', () => {
  test.each(KINDS)('%s', (_, before, after, sentence) => {
    expect(say(before, after)).toContain(sentence);
  });

  test('at least thirty kinds are told', () => {
    expect(new Set(KINDS.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(30);
  });

  test('says once what two places of the plan show, and calls no size a change of code or of where data is kept', () => {
    for (const [before, after] of [
      [{ profiles: [small, large] }, { profiles: [small, { ...large, image: 'a:2' }] }],
      [{}, home('20Gi')],
      [{ profiles: [{ ...small, image: 'a:1' }] }, { profiles: [{ ...small, image: 'a:2' }] }],
    ]) {
      expect(say(before ?? {}, after ?? {})).not.toMatch(/Code that runs|Where data is kept/);
    }
  });

  test('does not say that running notebooks stay where a shorter limit ends some', () => {
    const hub = manifest('update', 'Deployment/hub');
    const said = say({}, { culling: { idle: 600, maxAge: undefined } }, hub);
    expect(said).toContain('The hub restarts (about 20 s). All other running notebooks stay.');
    expect(said).not.toContain(' Running notebooks stay.');
    expect(say({}, { culling: { idle: 7200, maxAge: undefined } }, hub)).toContain(' Running notebooks stay.');
  });

  test('says what people read of prices, where the file has them', () => {
    const cost = (cpu: number) => ({
      currency: 'EUR',
      asOf: '2026-11-01',
      prices: { 'autopilot/cpu': cpu, 'autopilot/memory': 0.005 },
    });
    expect(say({ cost: cost(0.04) }, { cost: cost(0.08) })).toContain(
      'The start page says of an hour by `cost`: `cpu` about 0.10 EUR (about 0.06 EUR so far).',
    );
    expect(say({}, { cost: cost(0.04) })).toContain('`cpu` about 0.06 EUR (no price so far).');
    expect(say({ cost: cost(0.04) }, {})).toContain('`cpu` no price any more.');
    expect(say({ cost: cost(0.04) }, { cost: { ...cost(0.04), asOf: '2026-12-01' } })).not.toContain('start page');
  });

  test('tells risks first', () => {
    const said = say({}, { ...home('20Gi'), approval: 'none' });
    expect(said.indexOf('Review is switched off')).toBeLessThan(said.indexOf('New homes have'));
  });

  test('names who loses what, and until when somebody has access', () => {
    const change = (before: object, after: object): Change => ({
      ...person('update', 'ada@acme.dev'),
      access: { before, after },
    });
    expect(say({}, {}, change({ role: 'admin' }, { role: 'user' }))).toContain('`ada@acme.dev` is no longer admin.');
    expect(say({}, {}, change({ role: 'full-admin' }, { role: 'admin' }))).toContain(
      '`ada@acme.dev` is no longer full admin.',
    );
    expect(say({}, {}, change({ role: 'user', groups: ['ml', 'cv'] }, { role: 'user', groups: ['cv'] }))).toContain(
      '`ada@acme.dev` leaves group `ml`.',
    );
    expect(say({}, {}, change({ role: 'user' }, { role: 'user', until: '2027-07-01T00:00:00Z' }))).toContain(
      '`ada@acme.dev` has access until 2027-06-30, without an end so far.',
    );
  });

  test('two configurations that say the same are no change', () => {
    expect(settingsChange(settingsOf(hubConfig()), settingsOf(hubConfig()))).toBeUndefined();
  });

  test('a record of an older version that lacks a setting makes no change of it, and one without settings none at all', () => {
    const { approval: _, ...older } = settingsOf(hubConfig());
    expect(settingsChange(older, settingsOf(hubConfig({}, { approval: 'none' })))).toBeUndefined();
    expect(settingsChange(undefined, settingsOf(hubConfig()))).toBeUndefined();
  });

  test('no text of a record brings markup, on any side of any setting', () => {
    const structure = (text: string): object => {
      const settings = SETTING_NAMES(text).flatMap((setting) => [{ setting, before: text, after: text }]);
      const change: Change = { scope: 'settings', action: 'update', subject: { kind: 'settings' }, settings };
      const { unseen: _, ...found } = structureOf(`**${verdict([change], writer(false))}**`);
      return found;
    };
    const expected = structure('harmless');
    for (const text of INJECTIONS.filter((one) => oneLine(one) !== '')) {
      expect({ text, ...structure(text) }).toEqual({ text, ...expected });
    }
  });

  test('names of groups come to no life, though each has its own place', () => {
    const said = say(
      { profiles: [small, large] },
      { profiles: [small, { ...large, groups: ['<b>', '@octocat', '`x`'] }] },
    );
    expect(said.replaceAll(/`+[^`].*?`+/g, '')).not.toMatch(/<b>|@octocat/);
  });

  test('no secret of the file gets into the record or the sentence', () => {
    const secrets: JsonObject = {
      hub: {
        extraConfig: { mine: 'c.X.password = "hunter2hunter2"' },
        extraFiles: { a: { mountPath: '/a', stringData: 'hunter2hunter2' } },
        args: ['--password=hunter2hunter2'],
        config: { Thing: { client_secret: 'hunter2hunter2', url: 'https://me:hunter2hunter2@acme.dev' } },
      },
      singleuser: { extraEnv: { PASSPHRASE: 'hunter2hunter2', TOKEN: { secretRef: 'LMS' } } },
    };
    expect(JSON.stringify(settingsOf(hubConfig(secrets)))).not.toContain('hunter2');
    expect(say({}, { values: secrets })).not.toContain('hunter2');
  });
});
