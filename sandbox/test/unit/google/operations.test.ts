import { afterEach, expect, jest, test } from '@jest/globals';
import { ApiError } from '../../../src/google/api-error.js';
import { Operations } from '../../../src/google/operations.js';
import { filterItems } from '../../../src/google/services/filter.js';
import { crc32c } from '../../../src/google/services/upload.js';

function start(name: string): { name: string; api: string; target: string; facts: Record<string, unknown> } {
  return { name, api: 'compute', target: 'networks/n', facts: {} };
}

afterEach(() => {
  jest.useRealTimers();
});

test('an operation is PENDING, RUNNING, DONE, and takes effect at the end', async () => {
  jest.useFakeTimers();
  const operations = new Operations(
    () => 45,
    () => new Date(),
  );
  let worked = false;
  const operation = await operations.start({
    ...start('a'),
    work: () => {
      worked = true;
    },
  });
  expect([operation.status, worked, operations.running('networks/n')?.name]).toEqual(['PENDING', false, 'a']);
  await jest.advanceTimersByTimeAsync(30);
  expect([operation.status, worked]).toEqual(['RUNNING', false]);
  await jest.advanceTimersByTimeAsync(15);
  await operation.done;
  expect([operation.status, worked, operations.running('networks/n')]).toEqual(['DONE', true, undefined]);
});

test('an operation whose work fails has its error, and its start is undone', async () => {
  const operations = new Operations(
    () => 0,
    () => new Date(),
  );
  let undone = 0;
  const undo = (): void => {
    undone += 1;
  };
  const refused = await operations.start({
    ...start('a'),
    work: () => Promise.reject(new ApiError(409, 'busy', { reason: 'conflict' })),
    undo,
  });
  expect(refused.error).toEqual({ code: 'conflict', message: 'busy', httpCode: 409 });
  const asked = await operations.start({ ...start('b'), error: { code: 'STOCKOUT', message: 'none left' }, undo });
  expect([asked.status, asked.error?.code, undone]).toEqual(['DONE', 'STOCKOUT', 2]);
});

test('list filters can be equal, not equal, contains, pattern or several, and nonsense is refused', () => {
  const items = [{ name: 'a-1', region: { x: 'r' } }, { name: 'b-1' }];
  const names = (filter: string): unknown[] => filterItems(items, filter).map(({ name }) => name);
  expect(names('name = "a-1"')).toEqual(['a-1']);
  expect(names('name != a-1')).toEqual(['b-1']);
  expect(names('name:-1')).toEqual(['a-1', 'b-1']);
  expect(names('name eq [ab].*')).toEqual(['a-1', 'b-1']);
  expect(names('(name eq .*) (region.x = r)')).toEqual(['a-1']);
  expect(() => names('name eq (((')).toThrow('filter');
  expect(() => names('whatever')).toThrow('filter');
});

test('CRC-32C is that of RFC 3720', () => {
  expect(Buffer.from(crc32c(Buffer.from('123456789')), 'base64').toString('hex')).toBe('e3069283');
});
