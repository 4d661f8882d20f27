import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { errorMessage, ToolError } from '../../../src/errors.js';
import { fileOfArchive } from '../../../src/system/archive.js';
import type { Download } from './catalogue.js';

/** Milliseconds for a host to answer. A closed network must not delay a build. */
const CONNECT_LIMIT = 5_000;
/** Milliseconds for a whole file. */
const TRANSFER_LIMIT = 600_000;

/** Bytes that a release may unpack to. */
const LARGEST = 1024 * 1024 * 1024;

/** Hosts that did not answer in this process; they are not asked again. */
const closed = new Set<string>();

/** Downloads a release, checks its checksum and writes the program to `path`. After any error it throws and writes nothing. */
export async function download(release: Download, path: string, ask: typeof fetch = fetch): Promise<void> {
  const { platform, fill } = placeholders();
  const url = fill(release.url);
  const name = url.slice(url.lastIndexOf('/') + 1);
  const expected = release.sha256?.[platform] ?? sumOf((await get(fill(release.sums), ask)).toString('utf8'), name);
  if (expected === undefined) throw new ToolError(`${fill(release.sums)} lists no SHA-256 sum of ${name}`);
  const content = await get(url, ask);
  const actual = createHash('sha256').update(content).digest('hex');
  if (actual !== expected) throw new ToolError(`${url} has the SHA-256 sum ${actual}, but ${expected} was published`);
  const program = release.member === undefined ? content : fileOfArchive(content, fill(release.member), LARGEST);
  writeFileSync(path, program, { mode: 0o755 });
}

/** The sum of a file in a publisher's list (`SUM  NAME` lines) or in a file that holds nothing but the sum. */
export function sumOf(list: string, name: string): string | undefined {
  const lines = list.trim().split('\n');
  for (const line of lines) {
    const [sum = '', file] = line.trim().split(/\s+\*?/);
    const isTheOne = file === undefined ? lines.length === 1 : file === name;
    if (isTheOne && /^[0-9a-f]{64}$/.test(sum)) return sum;
  }
  return undefined;
}

async function get(url: string, ask: typeof fetch): Promise<Buffer> {
  const { host } = new URL(url);
  if (closed.has(host)) throw new ToolError(`${host} cannot be reached`);
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), CONNECT_LIMIT);
  let answer: Response;
  try {
    answer = await ask(url, { signal: abort.signal });
  } catch (error) {
    closed.add(host);
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new ToolError(`${host} cannot be reached (${errorMessage(cause)})`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
  if (!answer.ok) throw new ToolError(`${url} answers ${answer.status}`);
  timer = setTimeout(() => abort.abort(), TRANSFER_LIMIT);
  try {
    return Buffer.from(await answer.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

function placeholders(): { readonly platform: string; readonly fill: (text: string) => string } {
  const os = process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  return { platform: `${os}_${arch}`, fill: (text) => text.replaceAll('{os}', os).replaceAll('{arch}', arch) };
}
