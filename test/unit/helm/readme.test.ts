import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

const README = readFileSync(repoPath('helm', 'README.md'), 'utf8');
const SCHEMA = JSON.parse(readFileSync(repoPath('helm', 'companion', 'values.schema.json'), 'utf8'));

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
}

function valuesOf({ properties = {} }: Node, path = ''): string[] {
  return Object.entries(properties).flatMap(([name, node]) =>
    node.properties ? valuesOf(node, `${path}${name}.`) : [`${path}${name}`],
  );
}

describe('helm/README.md', () => {
  // helm sets `global` for every chart.
  test.each(valuesOf(SCHEMA).filter((path) => path !== 'global'))('has a row for the value %s', (path) => {
    expect(README).toMatch(new RegExp(`^\\| \`${path}\` \\| .+ \\| .+ \\| .+\\. \\|$`, 'm'));
  });

  test.each(readdirSync(repoPath('helm', 'hub')).filter((name) => /\.(py|yaml)$/.test(name)))('names %s', (name) => {
    expect(README).toContain(name);
  });

  test.each(readdirSync(repoPath('helm', 'companion', 'templates')).filter((name) => name.endsWith('.yaml')))(
    'says which objects are in %s',
    (name) => expect(README).toMatch(new RegExp(`^\\| \`${name}\` \\| .+ \\|$`, 'm')),
  );
});
