import { expect, test } from '@jest/globals';
import { nextBlocked, parseNames, withoutBlocked } from '../../../../src/access/hub/blocked.js';

const remove = (...names: string[]) => ({ remove: names, restore: [] });

test('a block lasts while a users file lists the person, in whatever spelling', () => {
  expect(nextBlocked([], remove('Ada@acme.dev'), ['ada@acme.dev', 'grace@acme.dev'])).toEqual(['ada@acme.dev']);
  expect(nextBlocked(['a.d.a@gmail.com'], remove(), ['ada@gmail.com'])).toEqual(['ada@gmail.com']);
  expect(nextBlocked(['ada@acme.dev'], remove('ada@acme.dev'), ['ada@acme.dev'])).toEqual(['ada@acme.dev']);
});

test('a block ends once no file lists the person, so a later entry grants access again', () => {
  expect(nextBlocked(['ada@acme.dev'], remove('eve@acme.dev'), ['grace@acme.dev'])).toEqual([]);
});

test('a block ends by hand too, in whatever spelling, and the others last', () => {
  const listed = ['ada@gmail.com', 'grace@acme.dev'];
  const restore = { remove: [], restore: ['A.D.A@googlemail.com'] };
  expect(nextBlocked(listed, restore, listed)).toEqual(['grace@acme.dev']);
});

test('blocked people are left out', () => {
  const people = [{ name: 'ada@acme.dev' }, { name: 'Grace@acme.dev' }];
  expect(withoutBlocked(people, ['grace@acme.dev'])).toEqual([{ name: 'ada@acme.dev' }]);
  expect(withoutBlocked(people, [])).toBe(people);
});

test('a text that is not a list blocks nobody', () => {
  for (const text of [undefined, '', 'null', '{}', '5', '[']) expect(parseNames(text)).toEqual([]);
  expect(parseNames('["a@acme.dev", 5, null]')).toEqual(['a@acme.dev']);
});
