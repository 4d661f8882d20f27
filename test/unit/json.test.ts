import { expect, test } from '@jest/globals';
import { entryOf } from '../../src/json.js';

test.each(['valueOf', 'constructor', '__proto__', 'toString'])(
  '%s is an entry only where somebody wrote it',
  (name) => {
    expect(entryOf({ cpu: 1 }, name)).toBeUndefined();
    expect(entryOf(Object.fromEntries([[name, 1]]), name)).toBe(1);
  },
);
