import { describe, expect, test } from '@jest/globals';
import { Redactor, shorten } from '../../../src/change/redact.js';

const redactor = (...secrets: string[]): Redactor => {
  const made = new Redactor();
  for (const secret of secrets) made.add(secret);
  return made;
};
/** A secret of hundreds of characters, each part of which is unlike the others. */
const LONG = Array.from({ length: 60 }, (_, index) => `${(index * 7919).toString(36)}-${index}`).join('_');
const ODD = 'a\\b "c" \'d\' <e> & \té\u{1f511}\u00a0f';

describe('a secret is hidden', () => {
  test.each<readonly [string, string]>([
    ['as it is', ODD],
    ['in JSON', JSON.stringify(ODD).slice(1, -1)],
    [
      "in Go's JSON",
      JSON.stringify(ODD).slice(1, -1).replace('<', '\\u003c').replace('>', '\\u003e').replace('&', '\\u0026'),
    ],
    ["in Python's JSON", String.raw`a\\b \"c\" 'd' <e> & \t\u00e9\ud83d\udd11\u00a0f`],
    ["in Python's repr", `${String.raw`a\\b "c" \'d\' <e> & \té`}\u{1f511}${String.raw`\xa0f`}`],
    ["in Python's repr of bytes", String.raw`a\\b "c" \'d\' <e> & \t\xc3\xa9\xf0\x9f\x94\x91\xc2\xa0f`],
    ['in quotes of YAML', ODD.replaceAll("'", "''")],
    ['in base64', Buffer.from(ODD).toString('base64')],
    ['in a URL', encodeURIComponent(ODD)],
    ['with its spaces joined', ODD.replace(/\s+/g, ' ')],
  ])('%s', (_, form) => {
    expect(redactor(ODD).text(`x ${form} y`)).toBe('x *** y');
  });

  test.each([0, 1, 2])('in the base64 of a text in which it stands %i characters from the start', (before) => {
    const encoded = Buffer.from(`${'k'.repeat(before)}${LONG}`).toString('base64');
    expect(redactor(LONG).text(encoded)).toMatch(/^.{0,3}\*\*\*.{0,3}$/);
  });
});

describe('what is left of a secret that somebody cut', () => {
  const safe = redactor(LONG);
  test.each([24, 25, 100, 239, LONG.length - 1])('is hidden without a mark of the cut: %i characters', (size) => {
    expect(safe.text(`Error: bad ${LONG.slice(0, size)} in x`)).toBe('Error: bad *** in x');
  });

  test.each([6, 10, 23, 24, 100])('is hidden before an ellipsis: %i characters', (size) => {
    for (const mark of ['…', '...']) {
      expect(safe.text(`Error: ${LONG.slice(0, size)}${mark} in x`)).toBe(`Error: ***${mark} in x`);
      expect(safe.text(`${LONG.slice(0, size)}${mark}${LONG.slice(-size)}`)).toBe(`***${mark}***`);
    }
  });

  test('is hidden in its escaped forms too', () => {
    const odd = redactor(`${ODD}${LONG}`);
    const quoted = JSON.stringify(`${ODD}${LONG}`);
    expect(odd.text(`${quoted.slice(0, 60)}…`)).toBe('"***…');
  });

  test('is not taken for one where it is a usual word, or the host of an address', () => {
    const usual = redactor('https://hub.example.com/services/x?key=0123456789abcdef', 'research-db-0123456789abcdef');
    const text = 'The hub research is at https://hub.example.com/hub. The research-db is ready';
    expect(usual.text(text)).toBe(text);
    expect(usual.text('at https://hub.example.com/services/x?key=0123456789')).toBe('at ***');
  });
});

describe('a text that is shown in part', () => {
  test('is one line, and has the mark of the cut', () => {
    expect(shorten(' a\n  b ', 10)).toBe('a b');
    expect(shorten('a'.repeat(11), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  test.each([1, 5, 30, 200])('has no part of a secret that crosses the cut by %i characters', (over) => {
    const secret = redactor(LONG);
    const text = `${'x'.repeat(240 - over)}${LONG} end`;
    const shown = shorten(text, 240, (whole) => secret.text(whole));
    expect(shown.replace(/[x*…. end]/g, '')).toBe('');
    // What cannot hide secrets itself leaves a mark, by which the log hides them later.
    if (over > 6) expect(secret.text(shorten(text, 240)).replace(/[x*…]/g, '')).toBe('');
  });
});
