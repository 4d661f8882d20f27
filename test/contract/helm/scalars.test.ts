import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { isObject, type Json } from '../../../src/json.js';
import { run } from '../../../src/system/exec.js';
import { loadText, SIX } from '../../support/config.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startHelmEnvironment);

const KNOWN = [
  'yes',
  'Off',
  'y',
  'N',
  'tRUE',
  '~',
  'Null',
  '2026-01-01',
  '1:30',
  '190:20:30',
  '0o755',
  '0755',
  '1_000',
];

/** Texts of the characters from which YAML's numbers, dates and words are made. */
const scalar = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 22 }),
  fc.string({ unit: fc.constantFrom(...'001789_.+-eExXoObBaF:T'), minLength: 1, maxLength: 8 }),
  fc
    .constantFrom('yes', 'no', 'on', 'off', 'y', 'n', 'true', 'false', 'null')
    .chain((word) => fc.constantFrom(word, word.toUpperCase(), `${word[0]?.toUpperCase()}${word.slice(1)}`)),
);

testInEnvironment(
  'a text without quotes is read as helm reads it, or is a finding at its place',
  async ({ dir, tools }) => {
    const random = fc.sample(scalar, { numRuns: 3000, seed: 15 });
    // What YAML reads as the mark of a list, a key or a document is not a text.
    const texts = [...new Set([...KNOWN, ...random])].filter((text) => !/^[-:]+$|:$|^[-:?](?![^ ])|^-?:/.test(text));
    const chart = join(dir, 'scalars');
    mkdirSync(join(chart, 'templates'), { recursive: true });
    writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: scalars\nversion: 1.0.0\n');
    writeFileSync(join(chart, 'templates', 'all.yaml'), 'all: {{ .Values.custom | toJson | quote }}\n');
    const lines = texts.map((text) => `    - ${text}`);
    const program = process.env.JUPYTERHUB_GKE_TEST_HELM || tools.path('helm');
    const helmReads = async (custom: readonly string[]): Promise<readonly Json[]> => {
      const values = join(dir, 'values.yaml');
      writeFileSync(values, ['custom:', ...custom].join('\n'));
      const { stdout } = await run(program, ['template', 'x', chart, '-f', values]);
      return JSON.parse(JSON.parse(stdout.slice(stdout.indexOf('all: ') + 5)) as string) as readonly Json[];
    };
    const helm = await helmReads(lines);
    const { tree, diagnostics } = loadText(
      { path: 'jupyterhub.yaml', text: `${SIX}hub:\n  values:\n    custom:\n${lines.join('\n')}\n` },
      '/repository',
    );
    const hub = isObject(tree?.value) && isObject(tree.value.hub) ? tree.value.hub.values : undefined;
    const ours = isObject(hub) ? (hub.custom as readonly Json[]) : [];
    expect(ours.length).toBe(texts.length);
    // A list of findings is cut after a hundred, so the rule is asked for each text that differs on its own.
    expect(diagnostics.length).toBeGreaterThan(0);
    const silent = texts.filter((text, index) => {
      if (JSON.stringify(ours[index]) === JSON.stringify(helm[index])) return false;
      const one = loadText(
        { path: 'jupyterhub.yaml', text: `${SIX}hub: {values: {custom: [${text}]}}\n` },
        '/repository',
      );
      return !one.diagnostics.some(({ rule, line }) => /^(helm-scalar|not-json)$/.test(rule) && line === 7);
    });
    expect(silent).toEqual([]);
  },
);
