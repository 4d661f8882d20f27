import { gunzipSync, inflateRawSync } from 'node:zlib';
import { ToolError } from '../errors.js';

/**
 * Content of one file of a zip or tar.gz archive, chosen by the end of its path (`terraform`, `linux-amd64/helm`).
 * For archives whose checksum has been verified: it reads no more of the formats than those need. Throws when absent.
 */
export function fileOfArchive(archive: Buffer, path: string): Buffer {
  const found =
    archive.subarray(0, 2).toString('latin1') === 'PK' ? fromZip(archive, path) : fromTar(gunzipSync(archive), path);
  if (found === undefined) throw new ToolError(`The archive has no file ${path}`);
  return found;
}

function fromZip(archive: Buffer, path: string): Buffer | undefined {
  // The end record may be followed by a comment of at most 64 KiB.
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) return undefined;
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
      const data = archive.subarray(start, start + size);
      return method === 0 ? data : inflateRawSync(data);
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return undefined;
}

function fromTar(tar: Buffer, path: string): Buffer | undefined {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136).replace(/[\0 ]/g, ''), 8) || 0;
    const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0;
    if (isFile && matches(name, path)) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}

function matches(name: string, path: string): boolean {
  return name === path || name.endsWith(`/${path}`);
}
