import { describe, expect, test } from '@jest/globals';
import type { Change, Gains } from '../../../../src/change/change.js';
import { planComment } from '../../../../src/report/plan-comment.js';
import { codeSentences, rightsSentences } from '../../../../src/report/text/rights.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';
import { manifest, person } from '../../../support/report/changes.js';

const gain = (name: string, gains: Gains, action: Change['action'] = 'update'): Change => ({
  ...person(action, name),
  gains,
});
const rights = (...changes: Change[]): string => rightsSentences(changes, writer(false)).join(' ');
const many = (count: number, gains: Gains): Change[] =>
  Array.from({ length: count }, (_, index) => gain(`p${index}@acme.dev`, gains));

describe('rights in the verdict', () => {
  test('name who becomes admin or full admin, and who of them is new', () => {
    expect(
      rights(gain('ada@acme.dev', { admin: 'full-admin' }, 'create'), gain('bob@acme.dev', { admin: 'admin' })),
    ).toBe(
      '⚠️ `ada@acme.dev` (new) becomes full admin and may enter all notebook servers. `bob@acme.dev` becomes admin.',
    );
    expect(rights(...many(2, { admin: 'admin' }))).toBe('`p0@acme.dev` and `p1@acme.dev` become admin.');
  });

  test('name three people at most', () => {
    expect(rights(...many(5, { admin: 'admin' }))).toBe(
      '`p0@acme.dev`, `p1@acme.dev`, `p2@acme.dev` and 2 more become admin.',
    );
    expect(rights(...many(40, { groups: ['ml'] }))).toBe(
      '`p0@acme.dev`, `p1@acme.dev`, `p2@acme.dev` and 37 more join group `ml`.',
    );
  });

  test('say who gets into which group', () => {
    expect(rights(gain('ada@acme.dev', { groups: ['a', 'b', 'c', 'd'] }))).toBe(
      '`ada@acme.dev` joins groups `a`, `b`, `c` and 1 more.',
    );
    expect(rights(gain('ada@acme.dev', { groups: ['ml'] }), gain('bob@acme.dev', { groups: ['gpu', 'ml'] }))).toBe(
      '`ada@acme.dev` (`ml`) and `bob@acme.dev` (`gpu` and `ml`) join groups.',
    );
  });

  test('are a part of the verdict, with short addresses where anybody can read it', () => {
    const changes = [gain('ada@acme.dev', { admin: 'admin', groups: ['ml'] })];
    expect(verdict(changes, writer(false))).toContain('`ada@acme.dev` becomes admin. `ada@acme.dev` joins group `ml`.');
    const comment = planComment({ hub: 'vision', changeSet: { hub: 'vision', changes }, write: writer(true) });
    expect(comment).toContain('`a…a@acme.dev` becomes admin.');
    expect(comment).not.toContain('ada@');
  });

  test('are not spoken of where nobody gains any', () => {
    expect(rights({ ...gain('ada@acme.dev', {}), gains: {} })).toBe('');
    expect(rights()).toBe('');
  });
});

test('code in the verdict is named by where it runs', () => {
  const secret: Change = {
    ...manifest('update', 'Secret/hub'),
    code: [
      { path: 'hub.extraConfig.mine', runsIn: 'hub' },
      { path: 'singleuser.cmd', runsIn: 'servers' },
    ],
  };
  expect(verdict([secret], writer(false))).toContain(
    '⚠️ Code that runs in the hub changes: `hub.extraConfig.mine`. ⚠️ Code that runs in notebook servers changes: `singleuser.cmd`.',
  );
  expect(codeSentences([{ ...secret, code: [] }], writer(false))).toEqual([]);
});
