import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';
import * as reviewed from '../support/e2e/reviewed.js';
import { type Ran, sha } from '../support/e2e/reviewed.js';

const SLOW = 180_000;

let environment: HubEnvironment;
let config: string;
beforeAll(async () => {
  environment = await startHubEnvironment();
  config = environment.read('jupyterhub.yaml');
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  environment.sandbox.github.addPush({ after: sha('1'), files: [], contents: { 'jupyterhub.yaml': config } });
}, 400_000);
afterAll(() => environment?.stop());

const review = (number: number, head: string, change: string): Promise<Ran> =>
  reviewed.review(environment, number, head, `${config}${change}`);
const merge = (number: number, head: string, merged: string, args?: string): Promise<Ran> =>
  reviewed.merge(environment, number, head, merged, args);

/** The log with its groups folded. */
function unfolded(log: string): string {
  return log.replace(/^::group::.*\n[\s\S]*?^::endgroup::$/gm, '');
}

test(
  'exactly what was reviewed is applied; what differs is shown and waits for its fingerprint',
  async () => {
    const planned = await review(7, sha('a'), 'culling: {idle: 2h}\n');
    const applied = await merge(7, sha('a'), sha('c'));
    expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
    expect(applied.text).toContain('this is what was reviewed in pull request #7');
    expect(applied.outputs).toMatchObject({ approval: 'given', changed: 'true' });
    expect(planned.outputs.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    // The step-by-step output of programs is folded; what a reader looks for is not.
    expect(applied.text).toContain('::group::install the hub');
    expect(unfolded(applied.text)).toMatch(/Plan: .* to change/);
    expect(unfolded(applied.text)).toContain('Applied. The hub is at');
    expect(unfolded(applied.text)).toContain('this is what was reviewed in pull request #7');
    expect(applied.text).toContain('reserved address');
    expect(unfolded(applied.text)).not.toContain('reserved address');

    await review(8, sha('b'), 'culling: {idle: 3h}\n');
    // Somebody applies something else manually in between.
    environment.write('jupyterhub.yaml', `${config}culling: {idle: 5h}\n`);
    expect((await environment.gke('apply', 'apply')).code).toBe(0);
    environment.write('jupyterhub.yaml', `${config}culling: {idle: 3h}\n`);
    const journal = environment.sandbox.emulator.journal.length;
    const refused = await merge(8, sha('b'), sha('d'));
    expect([refused.code, refused.outputs.approval]).toEqual([1, 'needed']);
    expect(refused.text).toContain('The plan is not what was reviewed in pull request #8. Nothing was changed.');
    expect(refused.summary).toContain('What differs:');
    const changed = environment.sandbox.emulator.journal.slice(journal).filter(({ write }) => write);
    // Only the state lock is written and removed.
    expect(changed.filter(({ method }) => !method.startsWith('storage.objects.'))).toEqual([]);

    const { fingerprint = '' } = refused.outputs;
    const released = await merge(8, sha('b'), sha('e'), `apply --fingerprint ${fingerprint}`);
    expect([released.code, released.code === 0 ? '' : released.text]).toEqual([0, '']);
    expect(released.text).toContain('approved in this manual run');
    expect(environment.sandbox.github.violations).toEqual([]);
  },
  SLOW,
);
