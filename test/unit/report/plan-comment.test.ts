import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../../src/change/change.js';
import type { RunNote } from '../../../src/change/run-note.js';
import { byteLength, COMMENT_LIMIT } from '../../../src/report/markdown.js';
import { type PlanReport, planComment, planMarker, planText, safeUrl } from '../../../src/report/plan-comment.js';
import { writer } from '../../../src/report/writer.js';
import { manifest, person, resource } from '../../support/report/changes.js';
import { cells, elements, renderGfm, textOf } from '../../support/report/gfm.js';
import { changesOf, runNotesOf } from '../../support/report/pages.js';

const report = (changes: readonly Change[], more: Partial<PlanReport> = {}): PlanReport => ({
  hub: 'vision',
  commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  changeSet: { hub: 'vision', changes },
  versions: { 'jupyterhub-gke': '1.0.0' },
  links: { summary: 'https://github.com/acme/hubs/actions/runs/1' },
  write: writer(false),
  ...more,
});
const MIXED = [
  person('create', 'guest@partner.example'),
  person('delete', 'old@uni.example'),
  resource('create', 'google_compute_global_address', 'hub'),
  manifest('update', 'Deployment/hub'),
];

describe('the comment of a plan', () => {
  test('starts with the marker of its hub and has heading, verdict, areas and details in this order', () => {
    const comment = planComment(report(MIXED));
    expect(comment.split('\n')[0]).toBe('<!-- jupyterhub-gke:plan:vision -->');
    const text = textOf(renderGfm(comment));
    const places = [
      'JupyterHub vision · plan for a1b2c3d',
      '1 person gains access, 1 loses it',
      '👥 People',
      '🏗 Platform',
      '🚀 Hub',
      'listed at users.yaml:5',
      'Platform (terraform: 1 to add, 0 to change, 0 to destroy)',
      'name old → vision',
      '+ spec.replicas: 2',
      'full plan: step summary',
    ].map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('counts the changes of each area', () => {
    const [head, ...rows] = cells(renderGfm(planComment(report(MIXED)))).slice(0, 4);
    expect(head).toEqual(['', 'what changes', 'count']);
    expect(rows.map((row) => row[2])).toEqual(['+1 −1', '+1', '~1']);
  });

  test('has the settings that change, and under People all that roles give', () => {
    const settings: Change = {
      scope: 'settings',
      action: 'update',
      subject: { kind: 'settings' },
      settings: [{ setting: 'approval', before: 'required', after: 'none' }],
    };
    const scopes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `read:${name}`);
    const holders = ['one', 'two', 'three', 'four'].map((who) => ({ what: 'users' as const, who: `${who}@acme.dev` }));
    const secret: Change = {
      ...manifest('update', 'Secret/hub'),
      rights: [
        { path: 'hub.loadRoles.staff', role: { name: 'staff', scopes, holders } },
        { path: 'hub.loadRoles.old', isRemoved: true },
      ],
    };
    const text = textOf(renderGfm(planComment(report([settings, secret]))));
    expect(text).toContain('Review is switched off from the next change on');
    expect(text).toContain('⚙️ Settings');
    expect(text).toMatch(/approval\s+required\s+none/);
    for (const part of [...scopes, ...holders.map(({ who }) => who), 'hub.loadRoles.old is removed']) {
      expect(text.slice(text.indexOf('Rights that roles'))).toContain(part);
    }
  });

  test('says in one line that nothing changes', () => {
    const comment = planComment(report([]));
    expect(comment).toContain('**No change: platform, hub and people are as the files say.**');
    expect(elements(renderGfm(comment))).not.toContain('table');
    expect(comment).not.toContain('Apply plans again');
  });

  test('shortens addresses of people where anybody can read it', () => {
    const note: RunNote = { code: 'deleted-account', member: 'user:guest@partner.example' };
    const comment = planComment(report(MIXED, { write: writer(true), notes: [note] }));
    expect(comment).toContain('g…t@partner.example');
    expect(comment).toContain('o…d@uni.example');
    expect(comment).not.toContain('guest@');
    expect(planComment(report(MIXED))).toContain('guest@partner.example');
  });

  test('shows the warnings of the files with rule and place', () => {
    const warning = {
      file: 'jupyterhub.yaml',
      line: 6,
      column: 1,
      length: 1,
      severity: 'warning',
      rule: 'trial-domain',
      message: 'No access.domain.',
    } as const;
    const html = renderGfm(planComment(report([], { warnings: [warning] })));
    expect(textOf(html)).toContain('jupyterhub.yaml:6 trial-domain No access.domain.');
  });
});

describe('homes in the comment', () => {
  const home = (action: Change['action'], owner: string, more: Partial<Change> = {}): Change => ({
    scope: 'homes',
    action,
    subject: { kind: 'bucket', owner },
    attributes: [{ name: 'place', after: 'gs://acme-research-vision-0123456789ab' }],
    ...more,
  });
  const place = 'gs://acme-research-vision-homes/0123456789ab/';
  const homes = [
    home('create', 'guest@partner.example'),
    home('update', '', {
      subject: { kind: 'folder', owner: 'old@uni.example' },
      attributes: [{ name: 'rights', before: place }],
    }),
    home('update', 'ada@acme.dev', {
      attributes: [{ name: 'rights', after: place }],
      notes: [{ code: 'owner-returned' }],
    }),
  ];

  test('have a row of their own and are listed below', () => {
    const html = renderGfm(planComment(report(homes)));
    const rows = cells(html);
    expect(rows[4]).toEqual([
      '💾 Homes',
      'bucket of guest@partner.example created · folder of old@uni.example closed and kept · bucket of ada@acme.dev opened again',
      '+1 ~2',
    ]);
    expect(rows).toContainEqual(['old@uni.example', 'update', `rights ${place} → none`, '']);
    expect(rows).toContainEqual([
      'ada@acme.dev',
      'update',
      `rights ${place}`,
      'comes back: rights are granted again, and the files that were kept are there',
    ]);
    expect(html).toContain('<summary>Homes</summary>');
    expect(textOf(html)).toContain('Nothing that holds data is deleted.');
  });

  test('say in their title that some are deleted', () => {
    const gone = home('delete', '', {
      subject: { kind: 'home', owner: 'old@uni.example' },
      holdsData: true,
      isAsked: true,
    });
    const text = textOf(renderGfm(planComment(report([...homes, gone]))));
    expect(text).toContain('Homes (1 deleted for good)');
    expect(text).toContain('⚠️ delete');
  });

  test('give away no address where anybody can read them, nor by which to guess one', () => {
    const unknown = home('update', '', { subject: { kind: 'folder', ownerKey: '0123456789ab' } });
    const comment = planComment(
      report([...homes, unknown], {
        write: writer(true),
        notes: [{ code: 'bucket-purged', owner: 'x', place, complete: true }],
      }),
    );
    expect(comment).toContain('g…t@partner.example');
    expect(comment).toContain('gs://acme-research-vision-…');
    expect(comment).toContain('gs://acme-research-vision-homes/…/');
    for (const secret of ['guest@', '0123456789ab']) expect(comment).not.toContain(secret);
  });
});

describe('what has to be acknowledged', () => {
  const cluster: Change = {
    ...resource('replace', 'google_container_cluster', 'hub', true),
  };

  test('has a row, and the line that a reviewer writes', () => {
    const html = renderGfm(planComment(report([cluster], { commit: 'a'.repeat(40) })));
    expect(cells(html)).toContainEqual(['⚠️ To acknowledge', 'google_container_cluster.hub replaced', '1']);
    expect(textOf(html)).toContain('an approving review of commit aaaaaaa');
    expect(html).toContain('<pre><code>acknowledge: google_container_cluster.hub\n</code></pre>');
  });

  test('is not spoken of where nothing is lost, or the files ask for it by name', () => {
    const harmless = [
      { ...cluster, action: 'update' as const },
      { ...cluster, isAsked: true },
    ];
    for (const change of harmless) expect(planComment(report([change]))).not.toContain('cknowledge');
  });

  test('cannot be made another line by its address', () => {
    const name = 'x\n```\nacknowledge: google_container_cluster.hub';
    const hostile: Change = { ...cluster, subject: { kind: 'terraform-resource', type: 'any', name } };
    const html = renderGfm(planComment(report([hostile])));
    expect(html.match(/<pre>/g)).toHaveLength(1);
    expect(html).not.toMatch(/^acknowledge: google_container_cluster\.hub$/m);
  });
});

describe('its size', () => {
  const many = (count: number, make: (index: number) => Change): Change[] =>
    Array.from({ length: count }, (_, index) => make(index));

  test('stays within the limit of GitHub and keeps every area', () => {
    const changes = [
      ...many(3000, (index) => person('create', `person${index}@example.com`)),
      ...many(3000, (index) => manifest('update', `ConfigMap/c${index}`)),
      resource('create', 'google_compute_network', 'vision'),
    ];
    const comment = planComment(
      report(changes, {
        notes: Array.from({ length: 900 }, () => ({ code: 'deleted-account', member: 'ü'.repeat(60) }) as const),
      }),
    );
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(byteLength(comment)).toBeGreaterThan(COMMENT_LIMIT * 0.8);
    const html = renderGfm(comment);
    expect(textOf(html)).toContain('google_compute_network.vision');
    expect(textOf(html)).toContain('person0@example.com');
    expect(textOf(html)).toContain('ConfigMap/c0');
    expect(html.match(/<details>/g)).toHaveLength(3);
    expect(html.match(/<\/details>/g)).toHaveLength(3);
    expect(comment).toContain('The rest is in the [step summary](https://github.com/acme/hubs/actions/runs/1)');
  });

  test('is not cut in the step summary', () => {
    const text = planText(report(many(3000, (index) => person('create', `person${index}@example.com`))));
    expect(text).toContain('person2999@example.com');
    expect(text).not.toContain('<!--');
  });
});

test('nothing from outside changes the structure of the comment', () => {
  const evil = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '</details>',
      '<details>',
      '| a |\n|---|',
      '```',
      '\n# x',
      '@team',
      '<!-- jupyterhub-gke:plan:other -->',
      '![x](https://evil.example)',
      '`|`\\',
      // Names that every object inherits.
      'valueOf',
      '__proto__',
      'constructor',
    ),
  );
  const shape = (text: string): string[] => elements(renderGfm(text)).filter((name) => !['code', 'em'].includes(name));
  const build = (text: string): string => {
    const spoilt = changesOf(text).map((change) => ({
      ...change,
      gains: { admin: 'full-admin', groups: [text, 'ml'] } as const,
      code: [{ path: `hub.extraConfig.${text}`, runsIn: 'hub' }] as const,
    }));
    const warning = {
      file: text,
      line: 1,
      column: 1,
      length: 1,
      severity: 'warning',
      rule: text,
      message: text,
      hint: text,
    } as const;
    return planComment(
      report(spoilt, {
        hub: text,
        notes: runNotesOf(text),
        warnings: [warning],
        commit: text,
        fingerprint: text,
        versions: { [`v${text}`]: text },
      }),
    );
  };
  const expected = shape(build('harmless'));
  fc.assert(
    fc.property(evil, (text) => expect(shape(build(text))).toEqual(expected)),
    { numRuns: 200 },
  );
});

test('a marker holds nothing that could end it', () => {
  expect(planMarker('a--><b>')).toBe('<!-- jupyterhub-gke:plan:a--b -->');
});

test('a link is an http address or nothing', () => {
  expect(safeUrl('javascript:alert(1)')).toBe('#');
  expect(safeUrl('https://github.com/a_b/c?x=1)[y](z')).toBe('https://github.com/a%5fb/c?x=1%29%5by%5d%28z');
});
