import { gunzipSync, inflateRawSync } from 'node:zlib';
import { errorMessage, ToolError } from '../errors.js';

/**
 * Content of one file of a zip or tar.gz archive, chosen by the end of its path (`terraform`, `linux-amd64/helm`).
 * Throws where the file is absent, the archive is damaged, or it inflates to more than `most` bytes.
 */
export function fileOfArchive(archive: Buffer, path: string, most: number): Buffer {
  const isZip = archive.subarray(0, 2).toString('latin1') === 'PK';
  let found: Buffer | undefined;
  try {
    found = isZip ? fromZip(archive, path, most) : fromTar(gunzipSync(archive, { maxOutputLength: most }), path);
  } catch (cause) {
    if (cause instanceof ToolError) throw cause;
    // A megabyte can inflate to a gigabyte, so the content is counted while it is read.
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const why = isTooLarge ? `inflates to more than ${most / 2 ** 20} MiB` : `is damaged (${errorMessage(cause)})`;
    throw new ToolError(`The archive ${why}`, { cause });
  }
  if (found === undefined) throw new ToolError(`The archive has no file ${path}`);
  return found;
}

const STORED = 0;
const DEFLATED = 8;

function fromZip(archive: Buffer, path: string, most: number): Buffer | undefined {
  // The end record may be followed by a comment of at most 64 KiB.
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('it has no directory');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (matches(name, path)) {
      const local = archive.readUInt32LE(at + 42);
      // The local header has name and extra fields of its own lengths.
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      if (start + size > archive.length) throw new Error(`${path} is cut off`);
      const data = archive.subarray(start, start + size);
      if (method === DEFLATED) return inflateRawSync(data, { maxOutputLength: most });
      if (method === STORED) return data;
      throw new Error(`${path} is compressed by method ${method}`);
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return undefined;
}

function fromTar(tar: Buffer, path: string): Buffer | undefined {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const octal = tar.toString('latin1', at + 124, at + 136).replace(/[\0 ]/g, '');
    if (!/^[0-7]*$/.test(octal)) throw new Error(`the size of ${name} is not a number`);
    const size = Number.parseInt(octal || '0', 8);
    if (at + 512 + size > tar.length) throw new Error(`${name} is cut off`);
    const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0;
    if (isFile && matches(name, path)) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}

function matches(name: string, path: string): boolean {
  return name === path || name.endsWith(`/${path}`);
}
