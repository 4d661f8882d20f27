import { describe, expect, test } from '@jest/globals';
import type { Change, PrincipalKind } from '../../../../src/change/change.js';
import { fingerprint } from '../../../../src/change/fingerprint.js';
import type { Cost } from '../../../../src/config/model.js';
import { type ServerSize, serverSizes } from '../../../../src/helm/diff/server-sizes.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { type CostEstimate, type CostQuery, estimateCost } from '../../../../src/report/cost/cost.js';
import { costDetails, costLines, costNotes, costSentence } from '../../../../src/report/cost/text.js';
import { planComment, planText } from '../../../../src/report/plan-comment.js';
import { writer } from '../../../../src/report/writer.js';
import { hubConfig, profile, SOURCES } from '../../../support/hub-config.js';
import { ofIap, person } from '../../../support/report/changes.js';
import { renderGfm, textOf } from '../../../support/report/gfm.js';

const PRICES = { 'pd-balanced': 0.1, 'autopilot/cpu': 0.0445, 'autopilot/memory': 0.0049225, bucket: 0.02 };
const COST: Cost = { currency: 'EUR', asOf: '2026-11-01', prices: PRICES };
const NOW = new Date('2026-11-24T12:00:00Z');
const GIB = 2 ** 30;

const member = (action: Change['action'], kind: PrincipalKind = 'person'): Change =>
  person(action, `${kind}${action}@acme.dev`, kind);
const times = (count: number, change: Change): Change[] => Array.from({ length: count }, () => change);
/** Servers as they are deployed by the configuration without a word about profiles. */
const SAME: ReadonlyMap<string, ServerSize> = new Map([['', { cores: 1, bytes: 4 * GIB }]]);

function estimate(more: Partial<CostQuery> & { cost?: Cost | undefined } = {}): CostEstimate | undefined {
  const { cost = COST, ...query } = more;
  return estimateCost({ config: hubConfig({}, { cost }), changes: [], before: SAME, now: NOW, ...query });
}
const sentence = (cost: CostEstimate | undefined): string =>
  cost === undefined ? '' : costSentence(cost, writer(false));
const details = (cost: CostEstimate | undefined): string =>
  cost === undefined ? '' : textOf(renderGfm(costDetails(cost, writer(false)))).replace(/\s+/g, ' ');

test('an accelerator is a part of the hour of a server where it has a price, and is named where it has none', () => {
  const gpu = { type: 'nvidia-l4', count: 2, driver: 'default', sharing: undefined } as const;
  const profiles = [profile('cpu', { default: true }), profile('l4', { gpu })];
  const of = (prices: Record<string, number>, before: ReadonlyMap<string, ServerSize> = SAME) => {
    const cost = { ...COST, prices: { ...PRICES, ...prices } };
    return estimateCost({ config: hubConfig({}, { cost, profiles }), changes: [], before, now: NOW });
  };
  const priced = of({ 'nvidia-l4': 0.5 });
  expect(sentence(priced)).toContain('l4` 1.07 (new)');
  expect(details(priced)).toContain('+ 2 × 0.5 (nvidia-l4)');
  expect(of({})).toMatchObject({ servers: [], missing: ['nvidia-l4'] });
  // What is deployed is read from the values, and costs the same.
  const deployed = serverSizes(hubValues(hubConfig({}, { profiles }), SOURCES, {}));
  expect(deployed.get('l4')).toEqual({ cores: 1, bytes: 4 * GIB, devices: { type: 'nvidia-l4', count: 2 } });
  expect(of({ 'nvidia-l4': 0.5 }, deployed)).toBeUndefined();
});

describe('the homes of a change', () => {
  test('cost at most what a disk of each who gains access costs', () => {
    const cost = estimate({ changes: times(3, member('create')) });
    expect(sentence(cost)).toBe('Estimated cost (your prices): homes of 3 more people: up to 3.00 EUR a month.');
    expect(details(cost)).toContain(
      'Homes of 3 more people: 3 × 10 GiB × 0.1 EUR for a GiB and month of pd-balanced = up to 3.00 EUR a month.',
    );
    expect(details(cost)).toMatch(/^ ?Estimated cost .*Your prices as of 2026-11-01\. Not in the sums: /);
  });

  test('are counted for one person, and for a service account, which can log in too', () => {
    expect(sentence(estimate({ changes: [member('create')] }))).toContain('homes of 1 more person: up to 1.00 EUR');
    const both = [member('create'), member('create', 'service-account')];
    expect(sentence(estimate({ changes: both }))).toContain('homes of 2 more people: up to 2.00 EUR');
  });

  test('of those who leave stay, and that is said', () => {
    const cost = estimate({ changes: [member('delete'), member('delete')] });
    expect(sentence(cost)).toBe('');
    expect(details(cost)).toContain(
      'Homes of 2 people who leave stay and cost money until you delete them: 2 × 10 GiB × 0.1 EUR for a GiB and month of pd-balanced = 2.00 EUR a month',
    );
    expect(details(estimate({ changes: [member('delete')] }))).toContain('Homes of 1 person who leaves stay');
  });

  test('are no matter of who only changes, or differs in IAP alone', () => {
    const changes = [member('update'), ofIap(member('create')), ofIap(member('create', 'public'))];
    expect(estimate({ changes })).toBeUndefined();
  });

  test('of a whole domain are in no sum, and that is said', () => {
    expect(details(estimate({ changes: [member('create'), member('create', 'domain')] }))).toContain(
      'The number of people in a whole domain or group is not known.',
    );
    expect(details(estimate({ changes: [member('create')] }))).not.toContain('whole domain');
  });

  test('are as large as Google sells disks: in whole GiB', () => {
    const storage = { ...hubConfig().storage, home: { type: 'disk', diskType: 'pd-ssd', size: '10G' } as const };
    const config = { ...hubConfig({}, { cost: { ...COST, prices: { 'pd-ssd': 0.17 } } }), storage };
    // 10 GB are 9.31 GiB.
    expect(sentence(estimate({ config, changes: [member('create')] }))).toContain('up to 1.70 EUR a month');
  });

  test('come with buckets, whose price is named and not summed', () => {
    const storage = { ...hubConfig().storage, perUserBuckets: true };
    const config = { ...hubConfig({}, { cost: COST }), storage };
    const cost = estimate({ config, changes: [member('create')] });
    expect(details(cost)).toContain('Their buckets: 0.02 EUR for each GiB and month that they fill.');
    expect(sentence(cost)).toContain('up to 1.00 EUR');
    expect(details(estimate({ changes: [member('create')] }))).not.toContain('bucket');
  });
});

describe('the servers of a change', () => {
  const large = profile('large', { cpu: { guarantee: '2', limit: '4' }, memory: { guarantee: '8Gi', limit: '16Gi' } });
  const config = hubConfig({}, { cost: COST, profiles: [profile('cpu', { default: true }), large] });
  const sizes = (more: Record<string, ServerSize> = {}) =>
    new Map(Object.entries({ cpu: { cores: 1, bytes: 4 * GIB }, ...more }));

  test('cost by the guarantee of a profile, before and after', () => {
    const cost = estimate({ config, before: sizes({ large: { cores: 1, bytes: 4 * GIB } }) });
    // 1.05 × 0.0445 + 4.1875 × 0.0049225 = 0.0673, and 2.05 × 0.0445 + 8.1875 × 0.0049225 = 0.1315.
    expect(sentence(cost)).toBe('Estimated cost (your prices): an hour of a server (EUR): `large` 0.07 → 0.13.');
    expect(details(cost)).toContain('large 0.07 0.13 2.05 × 0.0445 + 8.187… × 0.0049225');
    expect(details(cost)).toContain('0.05 vCPU and 0.1875 GiB of the gate in front of it');
    expect(cost?.homes).toBeUndefined();
  });

  test('are new where nothing of that name was deployed, and left out where nothing changes', () => {
    expect(sentence(estimate({ config, before: sizes() }))).toContain('`large` 0.13 (new).');
    expect(estimate({ config, before: sizes({ large: { cores: 2, bytes: 8 * GIB } }) })).toBeUndefined();
    expect(sentence(estimate({ config, before: new Map() }))).toContain('`cpu` 0.07 (new) and `large` 0.13 (new)');
  });

  test('of a hub that gets a second profile are compared with the one that it had', () => {
    expect(sentence(estimate({ config }))).toBe(
      'Estimated cost (your prices): an hour of a server (EUR): `large` 0.13 (new).',
    );
  });

  test('that cost less than two decimals can show say so', () => {
    const cost = { ...COST, prices: { 'autopilot/cpu': 0.001, 'autopilot/memory': 0 } };
    const found = estimate({ config: { ...config, cost }, before: sizes() });
    expect(sentence(found)).toContain('`large` less than 0.01 (new)');
    expect(
      sentence(
        estimate({
          config: { ...config, cost: { ...cost, prices: { ...cost.prices, 'autopilot/cpu': 0 } } },
          before: sizes(),
        }),
      ),
    ).toContain('`large` 0.00 (new)');
  });

  test('of many profiles are named in part', () => {
    const profiles = Array.from({ length: 30 }, (_, index) => profile(`p${index}`, { default: index === 0 }));
    const cost = estimate({ config: { ...config, profiles }, before: new Map() });
    expect(sentence(cost)).toMatch(/`p0` 0\.07 \(new\), `p1` 0\.07 \(new\), `p2` 0\.07 \(new\) and 27 more\.$/);
    expect(details(cost)).toContain('And 10 more.');
  });

  test('and homes stand in one sentence', () => {
    expect(sentence(estimate({ config, before: sizes(), changes: [member('create')] }))).toBe(
      'Estimated cost (your prices): homes of 1 more person: up to 1.00 EUR a month; an hour of a server (EUR): `large` 0.13 (new).',
    );
  });
});

describe('prices', () => {
  test('that are not given are named, and nothing is shown in their place', () => {
    const cost = estimate({
      cost: { ...COST, prices: { 'autopilot/cpu': 0.04 } },
      before: new Map(),
      changes: [member('create')],
    });
    expect(sentence(cost)).toBe('');
    expect(details(cost)).toBe('');
    expect(costNotes(cost as CostEstimate)).toEqual([
      'cost.prices has no price of pd-balanced and autopilot/memory: what this change costs there is not shown.',
    ]);
  });

  test('are needed for what changes only', () => {
    expect(estimate({ cost: { ...COST, prices: { bucket: 1 } } })).toBeUndefined();
    expect(estimate({ cost: { ...COST, prices: { 'pd-balanced': 1 } }, changes: [member('create')] })?.missing).toEqual(
      [],
    );
  });

  test('by the names of what every object has are none', () => {
    const storage = { ...hubConfig().storage, home: { type: 'disk', diskType: 'toString', size: '1Gi' } as const };
    const config = { ...hubConfig({}, { cost: COST }), storage };
    expect(estimate({ config, changes: [member('create')] })?.missing).toEqual(['toString']);
  });

  test('are old after 180 days', () => {
    const on = (now: string): readonly string[] =>
      costNotes(estimate({ now: new Date(now), changes: [member('create')] }) as CostEstimate);
    expect(on('2027-04-30T23:59:59Z')).toEqual([]);
    expect(on('2027-05-01T00:00:00Z')).toEqual(['The prices are 181 days old (cost.asOf: 2026-11-01).']);
    expect(on('2020-01-01T00:00:00Z')).toEqual([]);
  });

  test('that nobody gives leave no word about money', () => {
    const config = hubConfig();
    expect(estimateCost({ config, changes: [member('create')], before: new Map(), now: NOW })).toBeUndefined();
  });

  test('are no part of what is approved', () => {
    const changeSet = { hub: 'research', changes: [member('create')] };
    const texts = [1, 2].map((price) => {
      const cost = estimate({ cost: { ...COST, prices: { 'pd-balanced': price } }, changes: changeSet.changes });
      return planText({ hub: 'research', changeSet, cost, fingerprint: fingerprint(changeSet), write: writer(false) });
    });
    expect(texts[0]).not.toBe(texts[1]);
    const prints = texts.map((text) => /Fingerprint `([^`]+)`/.exec(text)?.[1]);
    expect(prints[0]).toBeDefined();
    expect(prints[0]).toBe(prints[1]);
  });

  test('change of the hub itself only what the start page says of an hour', () => {
    const [priced, plain] = [COST, undefined].map((cost) => hubValues(hubConfig({}, { cost }), SOURCES, {}));
    const text = JSON.stringify(priced);
    expect(text).toContain(',"hour":{"amount":"0.07","currency":"EUR","isMost":false}');
    expect(text.replace(',"hour":{"amount":"0.07","currency":"EUR","isMost":false}', '')).toBe(JSON.stringify(plain));
  });
});

test('the comment has the sentence, the notes and the folded part, and a terminal the first two', () => {
  const changes = [member('create')];
  const cost = estimate({
    changes,
    before: new Map(),
    cost: { ...COST, asOf: '2026-01-01', prices: { 'pd-balanced': 0.1 } },
  });
  const comment = textOf(
    renderGfm(planComment({ hub: 'research', changeSet: { hub: 'research', changes }, cost, write: writer(false) })),
  );
  const places = [
    '1 person gains access',
    'homes of 1 more person: up to 1.00 EUR a month',
    'cost.prices has no price of autopilot/cpu and autopilot/memory',
    'The prices are 327 days old',
    'Your prices as of 2026-01-01',
  ].map((text) => comment.replaceAll('\u200b', '').indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(costLines(cost as CostEstimate)).toEqual([
    'Estimated cost (your prices): homes of 1 more person: up to 1.00 EUR a month.',
    'cost.prices has no price of autopilot/cpu and autopilot/memory: what this change costs there is not shown.',
    'The prices are 327 days old (cost.asOf: 2026-01-01).',
  ]);
});
