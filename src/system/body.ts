import { ToolError } from '../errors.js';

/** The whole body of an answer. Throws as soon as it is known to be larger than `most` bytes, and reads no further. */
export async function readBody(answer: Response, most: number): Promise<Buffer> {
  const tooLarge = (): ToolError => new ToolError(`the file is larger than ${most / 2 ** 20} MiB`);
  if (Number(answer.headers.get('content-length')) > most) {
    await answer.body?.cancel();
    throw tooLarge();
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > most) throw tooLarge(); // leaving the loop closes the connection
    parts.push(part);
  }
  return Buffer.concat(parts);
}
