import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../../src/change/change.js';
import { doneSummary, durationText, failureSummary } from '../../../src/report/summary.js';
import { writer } from '../../../src/report/writer.js';
import { person } from '../../support/report/changes.js';
import { cells, elements, renderGfm, textOf } from '../../support/report/gfm.js';

describe('the summary of a failure', () => {
  const failed = failureSummary({
    write: writer(false),
    hub: 'vision',
    command: 'apply',
    step: 'wait for the hub',
    message: 'The new hub image cannot be pulled: quay.io/acme/hub:2026-11 does not exist',
    where: 'jupyterhub.yaml:31',
    hint: 'Correct hub.values.hub.image.tag.',
    completedSteps: [
      { what: 'platform as planned', state: 'good' },
      { what: 'hub not updated', state: 'bad' },
      { what: 'people', state: 'unknown' },
    ],
    evidence: [{ when: '12:01:07', from: 'Pod/hub-6d9f', what: 'ErrImagePull: manifest unknown' }],
    log: 'Error: upgrade failed\n```\nstill inside',
  });

  test('says in this order where it failed, why, the state now, and what to do', () => {
    const text = textOf(renderGfm(failed));
    const parts = [
      'JupyterHub vision · apply failed at "wait for the hub"',
      'does not exist.',
      'State now: platform as planned ✅ · hub not updated ❌ · people ❔',
      'What to do: Correct hub.values.hub.image.tag. (jupyterhub.yaml:31)',
      'ErrImagePull: manifest unknown',
      'still inside',
    ];
    const places = parts.map((part) => text.replaceAll('\u200b', '').indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('leaves out what is not known', () => {
    const html = renderGfm(
      failureSummary({ hub: 'vision', command: 'plan', message: 'It broke', write: writer(false) }),
    );
    expect(elements(html)).toEqual(['h3', 'code', 'p', 'strong']);
  });

  test('is not changed in structure by what programs say', () => {
    const evil = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('**x', '</details>\n\n# h', '[a](b)', '```\n# x'),
    );
    const build = (text: string): string[] =>
      elements(
        renderGfm(
          failureSummary({
            write: writer(false),
            hub: `h${text}`,
            command: 'apply',
            step: text,
            message: `x${text}`,
            where: `w${text}`,
            hint: text,
            log: `l${text}`,
            findings: [`n${text}`],
            completedSteps: [{ what: text, state: 'bad' }],
            evidence: [{ when: text, from: `f${text}`, what: text }],
          }),
        ),
      );
    const expected = build('harmless');
    fc.assert(
      fc.property(evil, (text) => expect(build(text)).toEqual(expected)),
      { numRuns: 100 },
    );
  });
});

describe('the summary of a run that ended well', () => {
  test('says that there was nothing to do', () => {
    const summary = doneSummary({
      write: writer(false),
      hub: 'vision',
      command: 'apply',
      changeSet: { hub: 'vision', changes: [] },
      hubUrl: 'https://hub.acme.dev',
    });
    expect(summary).toContain('**Nothing to do: platform, hub and people were as the files say.**');
    expect(renderGfm(summary)).toContain('<a href="https://hub.acme.dev/">');
  });

  test('lists what a destroy retains', () => {
    const gone: Change = { scope: 'helm', action: 'delete', subject: { kind: 'helm-release', name: 'vision' } };
    const summary = doneSummary({
      write: writer(false),
      hub: 'vision',
      command: 'destroy',
      changeSet: { hub: 'vision', changes: [gone] },
      retained: [{ what: 'home of a person', where: 'projects/p/zones/z/disks/pvc-1' }],
      seconds: 130,
    });
    expect(summary).toContain('destroy done in 2 min 10 s');
    expect(summary).toContain('1 thing removed. 1 kept, listed below.');
    expect(cells(renderGfm(summary))).toContainEqual(['home of a person', 'projects/p/zones/z/disks/pvc-1']);
  });

  test('shortens addresses of people where anybody can read it', () => {
    const changeSet = { hub: 'vision', changes: [person('delete', 'alice@acme.dev')] };
    expect(doneSummary({ hub: 'vision', command: 'sync-users', changeSet, write: writer(true) })).not.toContain(
      'alice',
    );
    expect(doneSummary({ hub: 'vision', command: 'sync-users', changeSet, write: writer(false) })).toContain(
      '`alice@acme.dev` revoked',
    );
  });
});

test('a time is told in minutes and seconds', () => {
  expect([0.4, 59, 61, 3600].map(durationText)).toEqual(['0 s', '59 s', '1 min 1 s', '60 min 0 s']);
});
