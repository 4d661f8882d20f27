import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HubConfig } from '../../../src/config/model.js';
import { hubDiagram } from '../../../src/report/diagram.js';
import { hubConfig, profile } from '../../support/hub-config.js';
import { elements, renderGfm, textOf } from '../../support/report/gfm.js';

/** Labels as Mermaid shows them: numbers are characters again. */
const shown = (diagram: string): string =>
  diagram.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
/** Every line with its labels emptied. Nothing but what stands here may be between quotes. */
const shape = (diagram: string): string =>
  diagram.replace(
    /"(?:[\p{L}\p{N} ]|#\d+;|<br\/>)*"/gu,
    (label) => `"${'<br/>'.repeat(label.split('<br/>').length - 1)}"`,
  );
const withName = (text: string): HubConfig =>
  hubConfig(
    {},
    {
      profiles: [profile('cpu', { displayName: text, groups: [text], cpu: { guarantee: '1', limit: text } })],
      access: { ...hubConfig().access, domain: text },
      location: text,
    },
  );

describe('the picture of a hub', () => {
  test('names a platform that belongs to another file', () => {
    const platform = {
      name: 'shared-one',
      from: '../research/jupyterhub.yaml',
      zones: undefined,
      cluster: { mode: 'autopilot' as const },
      deletionProtection: true,
    };
    expect(shown(hubDiagram(hubConfig({}, { platform })))).toContain(
      'subgraph platform["GKE Autopilot in us-central1<br/>shared: shared-one"]',
    );
  });

  test('shows the way in, the platform, the profiles and what is kept', () => {
    const config = hubConfig(
      { hub: { extraConfig: { mine: 'c.X.password = "hunter2"' } } },
      {
        access: { ...hubConfig().access, domain: 'hub.acme.dev' },
        profiles: [
          profile('small', { displayName: 'Small (1–2 CPU)' }),
          profile('big', { cpu: { guarantee: '8', limit: '8' }, groups: ['gpu', 'ml'] }),
        ],
      },
    );
    expect(shown(hubDiagram(config))).toBe(
      [
        '```mermaid',
        'flowchart LR',
        '  people["People"] --> address["Load balancer<br/>hub.acme.dev"]',
        '  address --> iap["Identity-Aware Proxy<br/>each entry of the users files"]',
        '  iap --> proxy',
        '  subgraph platform["GKE Autopilot in us-central1"]',
        '    proxy["Proxy"] --> hub["Hub"]',
        '    proxy --> servers',
        '    hub -- starts --> servers',
        '    subgraph servers["Notebook servers"]',
        '      p0["Small (1–2 CPU)<br/>1 to 2 CPU, 4Gi memory"]',
        '      p1["big<br/>8 CPU, 4Gi memory<br/>only groups gpu and ml"]',
        '    end',
        '  end',
        '  servers --> home["Home of each person<br/>pd-balanced, 10Gi"]',
        '```',
      ].join('\n'),
    );
  });

  test('shows buckets where people have them, and the trial address where there is no domain', () => {
    const text = shown(hubDiagram(hubConfig({}, { storage: { ...hubConfig().storage, perUserBuckets: true } })));
    expect(text).toContain('servers --> bucket["Bucket or folder of each listed person"]');
    expect(text).toContain('its own address at sslip.io');
  });

  test('says what IAP lets pass, without the address of a group', () => {
    const iap = (entry: HubConfig['access']['entry']): string =>
      shown(hubDiagram(hubConfig({}, { access: { ...hubConfig().access, entry } })));
    const group = iap({ kind: 'group', group: 'team@acme.dev', manage: true });
    expect(group).toContain('one Google group, kept as the users files say');
    expect(group).not.toContain('team');
    expect(iap({ kind: 'group', group: 'team@acme.dev', manage: false })).toContain('one Google group"');
    expect(iap({ kind: 'domain', domain: 'acme.dev' })).toContain('accounts of acme.dev');
  });

  test('shows eight profiles at most', () => {
    const profiles = Array.from({ length: 100 }, (_, index) => profile(`profile ${index}`));
    const text = shown(hubDiagram(hubConfig({}, { profiles })));
    expect(text).toContain('more["and 92 more"]');
    expect(text.match(/^ {6}p\d/gm)).toHaveLength(8);
  });

  test('names nobody', () => {
    expect(shown(hubDiagram(withName('of ada@acme.dev')))).not.toContain('ada@');
  });
});

test('no text of the file ends a label, or adds a box, a line, a link or a directive', () => {
  const evil = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '"] --> evil["x',
      '"]\nclick p0 "https://evil.example"',
      '%%{init: {"theme": "dark"}}%%',
      '%% comment',
      '#quot;]',
      '#34;',
      '<img src=x onerror=alert(1)>',
      '`**bold**`',
      '1. a list',
      '$$x$$',
      'fa:fa-car',
      'style p0 fill:#f00;',
      '```\n# out of the fence',
      '\\"]',
      'end',
      '---\nconfig:\n  theme: dark\n---',
    ),
  );
  const expected = shape(hubDiagram(withName('harmless')));
  expect(expected).toContain('p0["<br/><br/>"]');
  fc.assert(
    fc.property(evil, (text) => {
      const diagram = hubDiagram(withName(text));
      expect(shape(diagram)).toBe(expected);
      const html = renderGfm(diagram);
      expect(elements(html)).toEqual(['pre', 'code']);
      // A raw sign of these would be read by Mermaid wherever it stands.
      expect(textOf(html)).not.toMatch(/[%{}`$:\\]/);
    }),
    { numRuns: 300 },
  );
});
