import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ToolError } from '../../../../src/errors.js';
import { PROGRAMS, specOf } from '../../../src/tools/catalogue.js';
import { download, sumOf } from '../../../src/tools/download.js';
import { buildFailure, versionIn } from '../../../src/tools/programs.js';
import { ensureTools } from '../../../src/tools/toolbox.js';

let dir: string;
let said: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'toolbox-'));
  said = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const log = (line: string): void => void said.push(line);
const env = (): NodeJS.ProcessEnv => ({ PATH: `${dir}/bin`, JUPYTERHUB_GKE_CACHE: `${dir}/cache`, HOME: dir });

function script(path: string, body: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

/** A `go` that notes its call and writes the program that it is asked for. */
function fakeGo(body = 'while [ "$1" != -o ]; do shift; done; echo built > "$2"'): void {
  script(
    join(dir, 'bin/go'),
    `printf '%s\\n' "$PWD" "$GOFLAGS" "$CGO_ENABLED" "$@" > ${dir}/call; echo pkg >&2; ${body}`,
  );
}

describe('versions', () => {
  test.each([
    ['etcd Version: 3.6.4\nGit SHA: x', '3.6.4'],
    ['Kubernetes v1.34.4', '1.34.4'],
    ['Terraform v1.11.4\non linux_amd64', '1.11.4'],
    ['kwok version v0.8.0 go1.26.8 (linux/amd64)', '0.8.0'],
    ['v4.3.1', '4.3.1'],
    ['command not found', undefined],
  ])('%j', (text, version) => expect(versionIn(text)).toBe(version));

  test('in the table are those of the Go modules', () => {
    const previous = specOf('helm', { JUPYTERHUB_GKE_HELM: '3' });
    expect(previous.build.version).toMatch(/^3\./);
    for (const [name, { build }] of [...Object.entries(PROGRAMS), ['helm', previous] as const]) {
      const pinned = readFileSync(`tools/${build.module}/go.mod`, 'utf8');
      const module = [...pinned.matchAll(/^(?:require )?\s*(\S+) v(\S+)/gm)].find(([, path = '']) =>
        `${build.package}/`.startsWith(`${path}/`),
      );
      expect({ name, version: module?.[2] }).toEqual({ name, version: build.version });
    }
  });
});

describe('finding', () => {
  test('a program on PATH counts when its version is in range', async () => {
    script(join(dir, 'bin/act'), 'echo act version 0.2.99');
    const tools = await ensureTools(['act'], { log, env: env(), downloads: false });
    expect([tools.path('act'), tools.version('act'), tools.origin('act')]).toEqual([
      `${dir}/bin/act`,
      '0.2.99',
      'path',
    ]);
    expect(said).toEqual([]);
    expect(() => tools.path('helm')).toThrow('helm was not asked for');
  });

  test.each([
    ['too old', 'echo act version 0.2.79'],
    ['too new', 'echo act version 0.3.0'],
    ['failing', 'echo act version 0.2.99; exit 1'],
    ['silent', ':'],
  ])('one that is %s is passed over for the cache', async (_name, body) => {
    script(join(dir, 'bin/act'), body);
    script(join(dir, 'cache/act/0.2.89/act'), '');
    const tools = await ensureTools(['act'], { log, env: env(), downloads: false });
    expect(tools.origin('act')).toBe('cache');
  });
});

describe('building', () => {
  test('runs go in the pinned module, read-only, and the second run uses the result', async () => {
    fakeGo();
    const tools = await ensureTools(['act'], { log, env: env(), downloads: false });
    expect(tools.origin('act')).toBe('build');
    expect(readFileSync(tools.path('act'), 'utf8')).toBe('built\n');
    const call = readFileSync(join(dir, 'call'), 'utf8').trimEnd().split('\n');
    expect(call[0]).toMatch(/tools\/act$/);
    expect(call.slice(1, 5)).toEqual(['-mod=readonly', '0', 'build', '-v']);
    expect(call).toContain('-s -w -X main.version=0.2.89');
    expect(call.at(-1)).toBe('github.com/nektos/act');
    expect(said[0]).toMatch(/^tools to fetch or build once: act 0\.2\.89; up to \d+ s, kept in .*; safe to interrupt$/);
    said = [];
    expect((await ensureTools(['act'], { log, env: env(), downloads: false })).origin('act')).toBe('cache');
    expect(said).toEqual([]);
  });

  test('happens once for two runs at the same time', async () => {
    fakeGo(`echo x >> ${dir}/times; while [ "$1" != -o ]; do shift; done; /bin/sleep 0.3; echo built > "$2"`);
    const both = [1, 2].map(() => ensureTools(['act'], { log, env: env(), downloads: false }));
    const origins = (await Promise.all(both)).map((tools) => tools.origin('act')).sort();
    expect(origins).toEqual(['build', 'cache']);
    expect(readFileSync(join(dir, 'times'), 'utf8')).toBe('x\n');
  });

  test('that fails leaves nothing that looks like a program', async () => {
    fakeGo('while [ "$1" != -o ]; do shift; done; echo half > "$2"; echo "x.go:1: bad" >&2; exit 1');
    const failed = ensureTools(['act'], { log, env: env(), downloads: false });
    await expect(failed).rejects.toMatchObject({
      message: 'act 0.2.89 could not be built.',
      hint: expect.stringMatching(/x\.go:1: bad/),
    });
    expect(readdirSync(join(dir, 'cache/act/0.2.89'))).toEqual([]);
    expect(readdirSync(join(dir, 'cache/locks'))).toEqual([]);
  });

  test('that is interrupted says that the next run continues', async () => {
    fakeGo('exec /bin/sleep 30');
    const abort = new AbortController();
    const building = ensureTools(['act'], { log, env: env(), downloads: false, signal: abort.signal });
    while (!existsSync(join(dir, 'call'))) await new Promise((resolve) => setTimeout(resolve, 10));
    abort.abort();
    await expect(building).rejects.toThrow('was interrupted; the next run goes on where it stopped');
  });

  test('without Go or Python names what is missing and where to get it', async () => {
    await expect(ensureTools(['act'], { log, env: env(), downloads: false })).rejects.toThrow(/^Go is missing/);
    await expect(ensureTools(['python'], { log, env: env() })).rejects.toThrow(
      /^Python 3\.11\.0 or later is missing\.$/,
    );
    script(join(dir, 'bin/python3'), 'echo Python 3.8.1');
    await expect(ensureTools(['python'], { log, env: env() })).rejects.toThrow('(found: ');
  });

  test.each([
    ['dial tcp: lookup proxy: no such host', /could not be downloaded/],
    ['go: module requires go >= 1.26.6 (running go 1.22)', /Go is too old/],
    ['write x: no space left on device', /disk is full/],
    ['anything else', /could not be built\.$/],
  ])('%j gets a message of its own', (output, message) =>
    expect(buildFailure('act 1', output).message).toMatch(message),
  );
});

describe('downloading', () => {
  let server: Server;
  let files: Record<string, Buffer | string>;
  const sha = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeEach(async () => {
    files = {};
    server = createServer((request, response) => {
      const content = files[request.url ?? ''];
      response.writeHead(content === undefined ? 404 : 200).end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const release = () => ({ version: '1', url: `${base()}/tool.tgz`, sums: `${base()}/sums`, member: 'x/tool' });

  test('extracts the program from an archive with a published checksum', async () => {
    files = { '/tool.tgz': gzipSync(tar('x/tool', 'program')) };
    files['/sums'] = `${'0'.repeat(64)}  other.tgz\n${sha(files['/tool.tgz'] ?? '')}  tool.tgz\n`;
    await download(release(), join(dir, 'tool'));
    expect(readFileSync(join(dir, 'tool'), 'utf8')).toBe('program');
  });

  test.each([
    ['another sum', `${'0'.repeat(64)}  tool.tgz\n`, /has the SHA-256 sum .* but 0000/],
    ['no sum of it', `${'0'.repeat(64)}  tool.tgz.sig\n`, /lists no SHA-256 sum/],
    ['something else', '<html>login</html>', /lists no SHA-256 sum/],
  ])('refuses it where the publisher lists %s', async (_name, sums, message) => {
    files = { '/tool.tgz': gzipSync(tar('x/tool', 'program')), '/sums': sums };
    await expect(download(release(), join(dir, 'tool'))).rejects.toThrow(message);
    expect(existsSync(join(dir, 'tool'))).toBe(false);
  });

  test('gives up if nobody answers, and does not ask that host again', async () => {
    let asked = 0;
    const silent = ((_url: string, { signal }: RequestInit) => {
      asked += 1;
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    }) as unknown as typeof fetch;
    const far = { ...release(), sums: 'http://silent.invalid/sums' };
    for (const _time of [1, 2])
      await expect(download(far, join(dir, 'tool'), silent)).rejects.toThrow(/cannot be reached/);
    expect(asked).toBe(1);
  }, 10_000);

  test('reads both formats of checksums', () => {
    const sum = 'a'.repeat(64);
    expect(sumOf(`${sum}\n`, 'x')).toBe(sum);
    expect(sumOf(`${sum} *x\n${'b'.repeat(64)} y`, 'x')).toBe(sum);
    expect(sumOf(`${sum}\n${sum}\n`, 'x')).toBeUndefined();
    expect(sumOf('abc  x', 'x')).toBeUndefined();
  });
});

test('failures are ToolErrors with a hint', () => {
  expect(buildFailure('act 1', 'dial tcp')).toBeInstanceOf(ToolError);
});

/** A tar archive with one file. */
function tar(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  return Buffer.concat([header, Buffer.from(content.padEnd(512, '\0')), Buffer.alloc(1024)]);
}
