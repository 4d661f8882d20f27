import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { renderTemplate } from '../../../../src/commands/init/templates.js';

const NOTHING = { answers: {}, blocks: {}, parts: {} };
const render = (template: string, answers: Record<string, string> = {}): string =>
  renderTemplate(template, { ...NOTHING, answers });

// Each ends a text, a line or a comment somewhere, or starts code.
const HOSTILE = [
  '"',
  "'",
  '\n',
  '\r',
  '\u2028',
  '`id`',
  '$(id)',
  '$HOME',
  `\${{ secrets.X }}`,
  '#',
  ' # x',
  ': x',
  '}',
  '{{',
  '\\',
  '*',
  '&a',
  '!x',
  '|',
  '@',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), { maxLength: 6 })
  .map((parts) => parts.join(''));

describe('a value in YAML', () => {
  test('is read as the same text, whatever it contains', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const file = parse(render('a: {x: {{value|yaml}}, y: 1}\nb: {{value|yaml}} # c\n', { value }));
        expect(file).toEqual({ a: { x: value, y: 1 }, b: value });
      }),
    );
  });

  test.each(['null', 'true', 'No', 'on', 'y', '123', '1e5', '0x10', '.inf', '~', '2026-01-01', "o'brien@acme.dev"])(
    'stays text even if it looks like another type: %s',
    (value) => {
      expect(parse(render('a: {{value|yaml}}', { value }))).toEqual({ a: value });
      expect(parse(render('a: {{value|yaml}}', { value }), { version: '1.1' })).toEqual({ a: value });
    },
  );

  test.each(['research', 'us-central1', 'hub.acme.dev', 'ada@acme.dev'])(
    'has no quotes if it needs none: %s',
    (value) => {
      expect(render('{{value|yaml}}', { value })).toBe(value);
    },
  );
});

describe('a value in a shell', () => {
  test('is exactly one word, whatever it contains', () => {
    const values = fc.sample(hostile, { numRuns: 40, seed: 7 }).map((value) => value.replaceAll('\0', ''));
    const script = values
      .map((value) => `${render('X={{value|shell}} # c', { value })}\nprintf '%s\\0' "$X"`)
      .join('\n');
    const out = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
    expect(out.split('\0').slice(0, -1)).toEqual(values);
  });
});

describe('a value in plain text', () => {
  test('has only letters, digits and joining characters', () => {
    expect(render('[{{value|text}}]', { value: '@acme/hub-admins' })).toBe('[@acme/hub-admins]');
    for (const value of [...HOSTILE.filter((one) => one !== '@'), '', ' ', 'a b', '<b>', '[x](y)', 'é']) {
      expect(() => render('{{value|text}}', { value })).toThrow('must not appear in plain text');
    }
  });
});

describe('a template', () => {
  test("leaves GitHub's expressions and all other text unchanged", () => {
    const text = `x: '\${{ vars.A }}' # {a} {b: {c: 1}}\n`;
    expect(render(text)).toBe(text);
  });

  test('does not fill in placeholders inside a value', () => {
    expect(render('{{a|yaml}} {{b|yaml}}', { a: '{{b|yaml}}', b: 'x' })).toBe('"{{b|yaml}}" x');
  });

  test('has optional parts, each on its own lines', () => {
    const parts = { on: true, off: false };
    const text = 'a\n{{#on}}\nb\n{{/on}}\n{{^on}}\nc\n{{/on}}\n{{#off}}\nd\n{{/off}}\n{{^off}}\ne\n{{/off}}\n';
    expect(renderTemplate(text, { ...NOTHING, parts })).toBe('a\nb\ne\n');
  });

  test('inserts a block unchanged, and never takes an answer as a block', () => {
    expect(renderTemplate('{{list|block}}', { ...NOTHING, blocks: { list: '- `a`\n- b' } })).toBe('- `a`\n- b');
    expect(() => render('{{a|block}}', { a: 'x' })).toThrow('has no value');
  });

  test.each([
    ['{{name}}', 'is not a placeholder'],
    ['{{name|html}}', 'is not a placeholder'],
    ['{{}}', 'is not a placeholder'],
    ['{{unknown|yaml}}', 'has no value'],
    ['{{constructor|yaml}}', 'has no value'],
    ['x {{#on}}', 'is not a placeholder'],
    ['{{#on}}\n', 'is not closed'],
    ['{{/on}}\n', 'not open'],
    ['{{#on}}\n{{/off}}\n', 'not open'],
    ['{{#on}}\n{{^off}}\n{{/off}}\n{{/on}}\n', 'inside the part on'],
    ['{{#unknown}}\n{{/unknown}}\n', 'has no value'],
  ])('with a mistake is refused: %j', (template, message) => {
    const values = { ...NOTHING, answers: { name: 'x' }, parts: { on: true, off: false } };
    expect(() => renderTemplate(template, values)).toThrow(message);
  });
});
