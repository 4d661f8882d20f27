import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { Change } from '../../../../src/change/change.js';
import { ToolError, UsageError } from '../../../../src/errors.js';
import { confirm, confirmInTerminal } from '../../../../src/stages/session/confirm.js';

const CHANGE: Change = { scope: 'helm', action: 'update', subject: { kind: 'helm-release', name: 'research' } };

/** A terminal into which this is typed; undefined: it is closed without a line (Ctrl-D). */
function terminalOf(typed: string | undefined) {
  const terminal = { input: new PassThrough(), output: new PassThrough() };
  if (typed === undefined) terminal.input.end();
  else terminal.input.write(`${typed}\n`);
  return terminal;
}

const signal = new AbortController().signal;

test.each(['yes', '  yes '])('apply in a terminal goes on when somebody types %j', async (typed) => {
  const terminal = terminalOf(typed);
  await confirmInTerminal({ terminal, signal, flags: {} }, { hub: 'research', changes: [CHANGE] });
  expect(String(terminal.output.read())).toBe('To apply this to research, type yes: ');
});

test.each([['no'], [''], ['y'], ['YES'], [undefined]])(
  'apply in a terminal changes nothing when the answer is %j',
  async (typed) => {
    const asked = confirmInTerminal(
      { terminal: terminalOf(typed), signal, flags: {} },
      { hub: 'research', changes: [CHANGE] },
    );
    await expect(asked).rejects.toThrow('yes was not typed. Nothing was changed');
  },
);

test.each([
  ['with --yes', { yes: true }, [CHANGE]],
  ['with the fingerprint of a plan that was checked', { fingerprint: 'abc' }, [CHANGE]],
  ['where nothing changes', {}, []],
])('apply in a terminal does not ask %s', async (_, flags, changes) => {
  const terminal = terminalOf(undefined);
  await confirmInTerminal({ terminal, signal, flags }, { hub: 'research', changes });
  expect(terminal.output.read()).toBeNull();
});

test('apply without a terminal asks nobody', async () => {
  await confirmInTerminal({ signal, flags: {} }, { hub: 'research', changes: [CHANGE] });
});

test('without a terminal a question is a mistake of the call', async () => {
  const asked = confirm({ signal }, { what: 'destroy the hub', word: 'research' });
  await expect(asked).rejects.toBeInstanceOf(UsageError);
});

test('a question ends when the run is interrupted, with the reason of the interrupt', async () => {
  const abort = new AbortController();
  const terminal = { input: new PassThrough(), output: new PassThrough() };
  const asked = confirm({ terminal, signal: abort.signal }, { what: 'destroy the hub', word: 'research' });
  abort.abort(new ToolError('Stopped by SIGTERM'));
  await expect(asked).rejects.toThrow('Stopped by SIGTERM');
});
