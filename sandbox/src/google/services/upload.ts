import { ApiError } from '../api-error.js';
import type { Call, Json } from '../world.js';

/** An upload: metadata and bytes of the object. */
export interface Upload {
  readonly facts: Json;
  readonly content: Buffer;
}

/** Reads a single-request upload: `media` (bytes only) or `multipart` (metadata, then bytes). */
export function readUpload({ query, raw, headers, body }: Call): Upload {
  const type = query.get('uploadType');
  const contentType = String(headers['content-type'] ?? '');
  if (type === 'media') return { facts: { name: query.get('name') ?? '', contentType }, content: raw };
  if (type === 'multipart') {
    const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType);
    const [facts, media] = parts(raw, boundary?.[1] ?? boundary?.[2] ?? '');
    if (!facts || !media) throw new ApiError(400, 'Malformed multipart body.');
    const given = JSON.parse(facts.content.toString('utf8')) as Json;
    const named = query.get('name');
    return {
      facts: { contentType: media.type, ...given, ...(named === null ? {} : { name: named }) },
      content: media.content,
    };
  }
  if (type === null && raw.length > 0) return { facts: body, content: Buffer.alloc(0) };
  throw new ApiError(501, `Uploads of the type ${String(type)} are not served by this emulator.`);
}

interface Part {
  readonly type: string;
  readonly content: Buffer;
}

/** The parts of a multipart body (RFC 2046), byte for byte. */
function parts(raw: Buffer, boundary: string): Part[] {
  if (boundary === '') throw new ApiError(400, 'The multipart body has no boundary.');
  const mark = Buffer.from(`--${boundary}`);
  const found: Part[] = [];
  for (let from = raw.indexOf(mark); from >= 0; ) {
    const next = raw.indexOf(mark, from + mark.length);
    if (next < 0) break;
    const part = raw.subarray(from + mark.length + 2, next - 2); // without the line ends around it
    const gap = part.indexOf('\r\n\r\n');
    if (gap < 0) throw new ApiError(400, 'Malformed multipart body.');
    const type = /content-type:\s*([^\r\n]+)/i.exec(part.subarray(0, gap).toString('latin1'))?.[1] ?? '';
    found.push({ type, content: part.subarray(gap + 4) });
    from = next;
  }
  return found;
}

// CRC-32C (RFC 3720). zlib's crc32 uses another polynomial.
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

/** CRC-32C of bytes as Google shows it: big-endian, base64. */
export function crc32c(content: Buffer): string {
  let crc = 0xffffffff;
  for (const byte of content) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return bytes.toString('base64');
}
