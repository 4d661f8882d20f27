import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Bytes before the first chunk of a PNG, and of that one, which is always the header. */
const SIGNATURE = 8;
const HEADER = 25;

/**
 * The same picture in fewer bytes, and with a text under a keyword. Flat areas and letters are smallest without a filter,
 * where encoders that are made for speed or for photographs use one.
 */
export function packed(png: Buffer, keyword: string, text: string): Buffer {
  const rows = Buffer.concat(rowsOf(png).flatMap((row) => [Buffer.from([0]), row]));
  return Buffer.concat([
    png.subarray(0, SIGNATURE + HEADER),
    chunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1')),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The text that a PNG has under a keyword. */
export function textIn(png: Buffer, keyword: string): string | undefined {
  const start = Buffer.from(`${keyword}\0`, 'latin1');
  const found = chunksOf(png, 'tEXt').find((data) => data.subarray(0, start.length).equals(start));
  return found?.toString('latin1', start.length);
}

/** The bytes of each row of pixels. For what Chromium makes: eight bits for each of three or four colours, not interlaced. */
export function rowsOf(png: Buffer): readonly Buffer[] {
  const { width, height } = sizeOf(png);
  const step = { 2: 3, 6: 4 }[png[25] ?? 0];
  if (step === undefined || png[24] !== 8 || png[28] !== 0) throw new Error('This kind of PNG is not read here');
  const data = inflateSync(Buffer.concat(chunksOf(png, 'IDAT')));
  const size = width * step;
  const rows: Buffer[] = [];
  let above: Buffer = Buffer.alloc(size);
  for (let y = 0; y < height; y += 1) {
    const at = y * (size + 1);
    const row = Buffer.from(data.subarray(at + 1, at + 1 + size));
    unfilter(data[at] ?? 0, row, above, step);
    rows.push(row);
    above = row;
  }
  return rows;
}

/** Undoes a filter of the PNG specification: each byte is told as its difference from what is left of it, above, or both. */
function unfilter(filter: number, row: Buffer, above: Buffer, step: number): void {
  // Millions of bytes come by here, so that nothing is made for any of them.
  for (let x = 0; x < row.length; x += 1) {
    const left = x < step ? 0 : (row[x - step] as number);
    const up = above[x] as number;
    let guess = 0;
    if (filter === 1) guess = left;
    else if (filter === 2) guess = up;
    else if (filter === 3) guess = (left + up) >> 1;
    else if (filter === 4) guess = nearest(left, up, x < step ? 0 : (above[x - step] as number));
    row[x] = ((row[x] as number) + guess) & 0xff;
  }
}

function nearest(left: number, up: number, corner: number): number {
  const ofLeft = Math.abs(up - corner);
  const ofUp = Math.abs(left - corner);
  const ofCorner = Math.abs(left + up - 2 * corner);
  if (ofLeft <= ofUp && ofLeft <= ofCorner) return left;
  return ofUp <= ofCorner ? up : corner;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

function chunksOf(png: Buffer, kind: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = SIGNATURE; at + 8 <= png.length; ) {
    const size = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === kind) found.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  return found;
}

/** Width and height of a PNG in pixels. */
export function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
