import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import { GATE } from '../../../../src/config/gce/gate.js';
import { bytes, cores } from '../../../../src/config/quantity.js';

test('what rules and costs count for the gate is what it requests', () => {
  const text = readFileSync(repoPath('helm/hub/gate_pod.py'), 'utf8');
  const [, cpu = '', memory = ''] = /requests=\{"cpu": "([^"]+)", "memory": "([^"]+)"\}/.exec(text) ?? [];
  expect({ cores: cores(cpu), gib: bytes(memory) / 2 ** 30 }).toEqual(GATE);
});
