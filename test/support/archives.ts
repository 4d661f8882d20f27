import { deflateRawSync, gzipSync } from 'node:zlib';

/** A tar.gz with one file behind another one. */
export function tarGz(path: string, content: string): Buffer {
  const entry = (name: string, data: Buffer): Buffer => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
  };
  return gzipSync(
    Buffer.concat([entry('README.md', Buffer.from('other')), entry(path, Buffer.from(content)), Buffer.alloc(1024)]),
  );
}

/** A zip with one deflated file. */
export function zip(path: string, content: string | Buffer): Buffer {
  return zipOf(path, deflateRawSync(content), content.length);
}

/** A zip with one file of compressed data; method 8 is deflate, 0 is stored. */
export function zipOf(path: string, data: Buffer, size: number, method = 8): Buffer {
  const name = Buffer.from(path);
  const fields = (signature: number, extra: number[]): Buffer => {
    const header = Buffer.alloc(signature === 0x04034b50 ? 30 : 46);
    header.writeUInt32LE(signature, 0);
    const at = signature === 0x04034b50 ? 0 : 2;
    header.writeUInt16LE(method, 8 + at);
    header.writeUInt32LE(data.length, 18 + at);
    header.writeUInt32LE(size, 22 + at);
    header.writeUInt16LE(name.length, 26 + at);
    for (const [index, value] of extra.entries()) header.writeUInt32LE(value, 42 + index * 4);
    return Buffer.concat([header, name]);
  };
  const local = Buffer.concat([fields(0x04034b50, []), data]);
  const central = fields(0x02014b50, [0]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
