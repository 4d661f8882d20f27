import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fileOfArchive } from '../../../src/system/archive.js';
import { tarGz, zip, zipOf } from '../../support/archives.js';

const MiB = 1024 * 1024;

/** About one megabyte of deflated data that inflates to a gigabyte: one block of zeros, a thousand times. */
function bomb(): Buffer {
  const block = deflateRawSync(Buffer.alloc(MiB), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 1024 }, () => block), Buffer.from([0x03, 0x00])]);
}

/** The same as gzip. Its checksum is never reached. */
function gzipBomb(): Buffer {
  const header = gzipSync('').subarray(0, 10);
  return Buffer.concat([header, bomb(), Buffer.alloc(8)]);
}

/** Bytes by which the process grows at most while `work` runs. */
function peakGrowth(work: () => void): number {
  const before = process.resourceUsage().maxRSS;
  work();
  return (process.resourceUsage().maxRSS - before) * 1024;
}

describe('an archive', () => {
  test('gives one file of a tar.gz that has others before it', () => {
    const found = fileOfArchive(tarGz('linux-amd64/helm', 'x'.repeat(1500)), 'helm', MiB);
    expect(found.toString()).toBe('x'.repeat(1500));
  });

  test('gives one file of a zip, deflated or stored', () => {
    expect(fileOfArchive(zip('terraform', 'a program'), 'terraform', MiB).toString()).toBe('a program');
    const stored = zipOf('terraform', Buffer.from('a program'), 9, 0);
    expect(fileOfArchive(stored, 'terraform', MiB).toString()).toBe('a program');
  });

  test('says that a file is absent', () => {
    expect(() => fileOfArchive(zip('LICENSE.txt', 'x'), 'terraform', MiB)).toThrow('The archive has no file terraform');
    expect(() => fileOfArchive(tarGz('LICENSE', 'x'), 'helm', MiB)).toThrow('The archive has no file helm');
  });

  test('may inflate to its limit and not to a byte more', () => {
    expect(fileOfArchive(zip('a', Buffer.alloc(MiB)), 'a', MiB)).toHaveLength(MiB);
    expect(() => fileOfArchive(zip('a', Buffer.alloc(MiB + 1)), 'a', MiB)).toThrow(
      'The archive inflates to more than 1 MiB',
    );
  });

  test.each<[string, () => Buffer]>([
    ['a zip of a gigabyte', () => zipOf('plan-record.json', bomb(), 1024 * MiB)],
    ['a zip that hides its gigabyte', () => zipOf('plan-record.json', bomb(), 100)],
    ['a tar.gz of a gigabyte', gzipBomb],
    ['a tar.gz of many parts', () => Buffer.concat(Array.from({ length: 4 }, () => gzipSync(Buffer.alloc(24 * MiB))))],
  ])('of at most a megabyte that inflates past the limit is refused without the memory: %s', (_, make) => {
    const archive = make();
    expect(archive.length).toBeLessThan(1.2 * MiB);
    const grown = peakGrowth(() =>
      expect(() => fileOfArchive(archive, 'plan-record.json', 64 * MiB)).toThrow(
        'The archive inflates to more than 64 MiB',
      ),
    );
    expect(grown).toBeLessThan(256 * MiB);
  });

  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'unexpected end of file'],
    ['some text', Buffer.from('<html>no archive</html>'), 'incorrect header check'],
    ['a zip that was cut off', zip('terraform', 'a program').subarray(0, 40), 'it has no directory'],
    ['a zip whose data are broken', zipOf('terraform', Buffer.from([0xff, 0xff]), 2), 'invalid block type'],
    ['a zip whose directory is elsewhere', zipElsewhere(), 'out of range'],
    ['a zip of an unknown method', zipOf('terraform', Buffer.from('x'), 1, 12), 'compressed by method 12'],
    ['a tar.gz that was cut off', tarGz('helm', 'x'.repeat(1500)).subarray(0, 60), 'unexpected end of file'],
    ['a tar whose file is cut off', tarOf('helm', '00000010000'), 'helm is cut off'],
    ['a tar with a negative size', tarOf('helm', '-0000001000'), 'the size of helm is not a number'],
  ])('that is damaged is refused with the reason: %s', (_, archive, why) => {
    const isZip = archive.subarray(0, 2).toString() === 'PK';
    expect(() => fileOfArchive(archive, isZip ? 'terraform' : 'helm', MiB)).toThrow(
      expect.objectContaining({
        name: 'ToolError',
        message: expect.stringMatching(new RegExp(`^The archive is damaged \\(.*${why}`)),
      }),
    );
  });
});

function zipElsewhere(): Buffer {
  const archive = zip('terraform', 'a program');
  archive.writeUInt32LE(0x7fffffff, archive.length - 6);
  return archive;
}

function tarOf(name: string, size: string): Buffer {
  const header = Buffer.alloc(1024);
  header.write(name, 0);
  header.write(size, 124);
  header.write('0', 156);
  return gzipSync(header);
}
