import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change, ChangeSet, Subject } from '../../../src/change/change.js';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { guardData } from '../../../src/change/guard.js';
import { Redactor } from '../../../src/change/redact.js';
import { manifest } from '../../support/report/changes.js';

const named = (name: string): Subject => ({ kind: 'terraform-resource', type: 'any', name });
const change = (more: Partial<Change> = {}): Change => ({
  scope: 'terraform',
  action: 'update',
  subject: named('google_compute_network.hub'),
  ...more,
});
const set = (...changes: Change[]): ChangeSet => ({ hub: 'research', changes });

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

describe('a fingerprint', () => {
  const text = fc.string({ maxLength: 8 });
  const changes = fc.record({
    hub: text,
    changes: fc.array(
      fc.record({
        scope: fc.constantFrom('terraform' as const, 'helm' as const),
        action: fc.constantFrom('create' as const, 'delete' as const),
        subject: fc.record({ kind: fc.constant('terraform-resource' as const), type: text, name: text }),
        attributes: fc.array(fc.record({ name: text, before: text, after: text }), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
  });

  test('does not depend on the order of keys', () => {
    fc.assert(fc.property(changes, (one) => expect(fingerprint(reordered(one) as ChangeSet)).toBe(fingerprint(one))));
  });

  test('is the same for the same changes only', () => {
    fc.assert(
      fc.property(changes, changes, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(fingerprint(one)).not.toBe(fingerprint(other));
      }),
    );
  });

  test('is hexadecimal, and takes an absent attribute for one that is undefined', () => {
    expect(fingerprint(set())).toMatch(/^[0-9a-f]{64}$/);
    const absent = { ...change(), notes: undefined } as unknown as Change;
    expect(fingerprint(set(absent))).toBe(fingerprint(set(change())));
  });

  test('depends on the order in which things are done', () => {
    const [a, b] = [change({ subject: named('a') }), change({ subject: named('b') })];
    expect(fingerprint(set(a, b))).not.toBe(fingerprint(set(b, a)));
  });
});

describe('the guard', () => {
  test.each(['delete', 'replace'] as const)('refuses to %s what holds data, and names all of it', (action) => {
    const disk = change({ action, subject: named('google_container_cluster.hub'), holdsData: true });
    const address = change({ action, subject: named('google_compute_global_address.hub'), holdsData: true });
    expect(() => guardData(set(change(), disk, address))).toThrow(
      `google_container_cluster.hub (${action}), google_compute_global_address.hub (${action})`,
    );
  });

  test('lets everything else through', () => {
    const kept = (['create', 'update'] as const).map((action) => change({ action, holdsData: true }));
    const harmless = (['delete', 'replace'] as const).map((action) => change({ action, holdsData: false }));
    const helm = manifest('delete', 'Deployment/hub');
    expect(() => guardData(set(...kept, ...harmless, helm))).not.toThrow();
  });

  test.each(['delete', 'replace'] as const)(
    'refuses to %s a terraform resource that nobody called harmless',
    (action) => {
      expect(() => guardData(set(change({ action })))).toThrow(`google_compute_network.hub (${action})`);
    },
  );

  test('lets through what is acknowledged by its address, and nothing beside it', () => {
    const [one, other] = ['a', 'b'].map((name) => change({ action: 'delete', subject: named(name), holdsData: true }));
    const changes = set(...[one, other].filter((each) => each !== undefined));
    expect(() => guardData(changes, new Set(['a', 'b']))).not.toThrow();
    expect(() => guardData(changes, new Set(['a']))).toThrow('depend on: b (delete).');
  });
});

describe('the redactor', () => {
  const redact = (secret: string, text: string): string => {
    const redactor = new Redactor();
    redactor.add(secret);
    return redactor.text(text);
  };

  test('hides a secret as it is, in base64 and in an address, wherever it stands', () => {
    const secret = fc.string({ minLength: 4 }).filter((text) => text.trim().length >= 4 && !text.includes('*'));
    fc.assert(
      fc.property(secret, fc.nat(2), (text, form) => {
        const shown = [text, Buffer.from(text).toString('base64'), encodeURIComponent(text)][form] ?? '';
        expect(redact(text, `[${shown}]`)).not.toContain(shown);
      }),
    );
  });

  test('hides each line of a key by itself, whatever ends the lines', () => {
    const key = '-----BEGIN KEY-----\r\nMIIEvQ\r\nab\r\n-----END KEY-----\n';
    expect(redact(key, 'log: MIIEvQ and ab')).toBe('log: *** and ab');
    expect(redact(key, `before ${key} after`)).toBe('before *** after');
  });

  test('hides a secret that JSON or a quoting program has escaped', () => {
    for (const secret of ['pass"word', 'back\\slash', 'tab\there', 'two\nlines "quoted"']) {
      expect(redact(secret, JSON.stringify({ secret }))).toBe('{"secret":"***"}');
    }
  });

  test('hides the longer of two secrets that overlap, and leaves nothing of either', () => {
    const redactor = new Redactor();
    redactor.add('hunter2');
    redactor.add('hunter2-and-more');
    expect(redactor.text('hunter2-and-more, hunter2')).toBe('***, ***');
  });

  test('does not hide what is too short to be a secret', () => {
    expect(redact('abc', 'abc')).toBe('abc');
    expect(redact('  a ', 'x  a y')).toBe('x  a y');
  });

  test('takes a secret for text, not for a pattern', () => {
    expect(redact('$&.*+', 'a $&.*+ b')).toBe('a *** b');
  });
});
