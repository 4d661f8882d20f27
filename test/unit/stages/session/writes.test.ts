import { describe, expect, test } from '@jest/globals';
import { ToolError, UsageError } from '../../../../src/errors.js';
import { withWrites } from '../../../../src/stages/session/writes.js';

const LIST = 'the hub was given the list of 3 people';
const DONE = `Before this, the run had done: ${LIST}. The next run goes on from there.`;

describe('a failure of a run that has written something', () => {
  test.each<[string, string | undefined, string, string]>([
    ['x failed', 'Nothing was written. Check it.', 'x failed', `Check it. ${DONE}`],
    ['x failed', 'Check it. Nothing was changed.', 'x failed', `Check it. ${DONE}`],
    ['x failed', 'Run again. Nothing was changed. Read it.', 'x failed', `Run again. Read it. ${DONE}`],
    ['x failed', 'Nothing was written, since nobody would have access. Check it.', 'x failed', `Check it. ${DONE}`],
    ['x failed', 'Wait, then run again. Nothing was changed by this run.', 'x failed', `Wait, then run again. ${DONE}`],
    ['The policy has others: a@b.c. Nothing was written', undefined, 'The policy has others: a@b.c', DONE],
    ['x failed', 'Nothing was changed by this call.', 'x failed', `Nothing was changed by this call. ${DONE}`],
    ['x failed', 'Run again.', 'x failed', `Run again. ${DONE}`],
  ])('%s (%s) says what was done, and not that nothing was', (message, hint, text, way) => {
    const error = withWrites(new UsageError(message, hint === undefined ? {} : { hint }), [LIST, LIST]);
    expect(error).toBeInstanceOf(UsageError);
    expect([(error as ToolError).message, (error as ToolError).hint]).toEqual([text, way]);
  });

  test('names all of it in order', () => {
    const error = withWrites(new ToolError('x'), ['the platform was changed', LIST]) as ToolError;
    expect(error.hint).toContain(`the run had done: the platform was changed and ${LIST}.`);
  });
});

test('a failure of a run that has written nothing stays as it is, and so does a defect', () => {
  const error = new ToolError('x', { hint: 'Nothing was changed.' });
  expect((withWrites(error, []) as ToolError).hint).toBe('Nothing was changed.');
  const defect = new TypeError('Nothing was changed');
  expect(withWrites(defect, [LIST])).toBe(defect);
  expect(defect.message).toBe('Nothing was changed');
});
