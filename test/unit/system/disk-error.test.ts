import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ToolError } from '../../../src/errors.js';
import { explainDisk } from '../../../src/system/disk-error.js';

const failure = (code: string): Error =>
  Object.assign(new Error(`${code}: no`), { code, syscall: 'write', path: '/tmp/a' });

describe('a failure of the disk', () => {
  test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'])(
    '%s has a cause, a place and a way out',
    (code) => {
      const explained = explainDisk(failure(code));
      expect(explained).toBeInstanceOf(ToolError);
      expect(explained).toMatchObject({
        message: expect.stringMatching(new RegExp(`^(The|This) .+ \\(${code}, write\\)$`)),
        where: '/tmp/a',
        hint: expect.stringMatching(/run again|Run again/),
      });
    },
  );

  test('of a real full device is one', () => {
    let caught: unknown;
    try {
      writeFileSync('/dev/full', 'x');
    } catch (error) {
      caught = error;
    }
    expect((explainDisk(caught) as Error).message).toMatch(/^The disk is full \(ENOSPC/);
  });

  test('is nothing else: a defect keeps its stack, and what is explained stays as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'disk-'));
    rmSync(folder, { recursive: true });
    const [defect, known] = [new TypeError('x is not a function'), new ToolError('known')];
    for (const error of [defect, known, failure('ENOENT'), failure('constructor'), 'text', undefined]) {
      expect(explainDisk(error)).toBe(error);
    }
  });
});
