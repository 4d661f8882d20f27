import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulator } from '../../sandbox/src/google/emulator.js';

/** One recorded call of a real Google API. */
export interface Recorded {
  readonly http: string;
  readonly host: string;
  /** Path with query, placeholders and all. */
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly answer: unknown;
}

/** One place in which the emulator's answer is not what was recorded. */
export interface Difference {
  /** Method of the call, last part of its path, and place in the answer. */
  readonly where: string;
  readonly recorded: unknown;
  readonly emulated: unknown;
}

type Json = Record<string, unknown>;

/** Reads a recording: calls parted by `---`, each a request and a response with headers. */
export function readRecording(file: string): Recorded[] {
  const calls: Recorded[] = [];
  for (const block of readFileSync(file, 'utf8').split('\n---\n')) {
    const start = /^\s*(GET|POST|PUT|PATCH|DELETE) https?:\/\/([^/]+)(\S*)/.exec(block);
    const parts = block.split(/\n(?=\d{3} )/);
    if (!start || parts.length < 2) continue;
    const body = (text: string): string =>
      text.slice(text.indexOf('\n\n') < 0 ? text.length : text.indexOf('\n\n')).trim();
    const response = parts.slice(1).join('\n');
    calls.push({
      http: start[1] ?? '',
      host: start[2] ?? '',
      path: start[3] ?? '',
      body: body(parts[0] ?? ''),
      status: Number(response.slice(0, 3)),
      answer: parse(body(response)),
    });
  }
  return calls;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const PROJECT = 'acme-research';
const NUMBER = '123456789012';
// Placeholder of the recordings for any etag or fingerprint; a request that has one must send the live value.
const ETAG = 'abcdef0123A=';

/** Fields of v1beta1, which the recordings of GKE use, that v1 does not have. */
const BETA_ONLY = /^(istioConfig|kalmConfig|cloudRunConfig|clusterTelemetry|workloadVulnerabilityMode|protectConfig)$/;

/** Sends recorded calls to an emulator, one after another, with live names and values in place of the placeholders. */
export class Replay {
  readonly #emulator: Emulator;
  readonly #token: string;
  #operation = '';
  #last: Json = {};

  constructor(emulator: Emulator, token: string) {
    this.#emulator = emulator;
    this.#token = token;
  }

  /** Sends one call and compares the answers. */
  async play(call: Recorded): Promise<Difference[]> {
    const service = call.host.split('.')[0] ?? '';
    const origin = service === 'storage' ? this.#emulator.storageOrigin : this.#emulator.origin;
    const prefix = service === 'storage' || service === 'compute' ? '' : `/${service}`;
    const path = this.#fill(call.path).replace('/v1beta1/', '/v1/');
    const isOperation = call.path.includes('/operations/');
    let status = 0;
    let answer: unknown;
    for (;;) {
      const response = await fetch(`${origin}${prefix}${path}`, {
        method: call.http,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        ...(call.body === '' ? {} : { body: JSON.stringify(this.#live(JSON.parse(this.#fill(call.body)))) }),
      });
      status = response.status;
      answer = parse(await response.text());
      const state = answer as { status?: string; done?: boolean } | undefined;
      if (!isOperation || status !== 200 || state?.status === 'DONE' || state?.done) break;
      await sleep(5);
    }
    const name = String((answer as Json | undefined)?.name ?? '');
    if (/(^|\/)(operation-|acf\.)/.test(name)) this.#operation = name.replace(/^operations\//, '');
    else if (status === 200 && call.http === 'GET') this.#last = answer as Json;
    const at = `${call.http} ${call.path
      .replace(/\?.*/, '')
      .replace(/\$\{\w+\}/g, '*')
      .split('/')
      .slice(-2)
      .join('/')}`;
    if (status !== call.status)
      return [{ where: `${at} HTTP status`, recorded: call.status, emulated: [status, answer] }];
    const recorded = JSON.parse(this.#fill(JSON.stringify(call.answer ?? null))) as unknown;
    return compare(recorded, answer ?? null, at);
  }

  /** Puts names of this project where the recording has placeholders such as `${projectId}`. */
  #fill(text: string): string {
    return text.replace(/project-\$\{uniqueId\}|\$\{(\w+)\}/g, (_, name: string | undefined) => {
      const known: Readonly<Record<string, string>> = {
        projectId: PROJECT,
        projectNumber: NUMBER,
        operationID: this.#operation,
        uniqueId: 'u7x2',
      };
      return name === undefined ? PROJECT : (known[name] ?? `${name.replace(/I[dD]$/, '').toLowerCase()}-1`);
    });
  }

  #live(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#live(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !BETA_ONLY.test(key))
        .map(([key, item]) => [key, item === ETAG ? (this.#last[key] ?? item) : this.#live(item)]),
    );
  }
}

// Values that no two clouds give alike; that they are there, and of which type, is compared all the same.
const UNLIKE =
  /(^|\.)(id|etag|\w*[fF]ingerprint|uniqueId|oauth2ClientId|\w+Time|\w+Timestamp|updated|timeCreated|effectiveTime|generation|targetId|user|address|gatewayAddress|endpoint|privateEndpoint|publicEndpoint|clusterCaCertificate|resourceVersion|podRange|\w*[vV]ersion|\w*Cidr\w*|selfLinkWithId)$/;

/** Differences between a recorded answer and ours. A field that is false, 0 or empty is the same as one that is not sent. */
export function compare(recorded: unknown, emulated: unknown, at: string): Difference[] {
  const left = leaves(recorded);
  const right = leaves(emulated);
  const found: Difference[] = [];
  for (const path of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(path), right.get(path)];
    const same = UNLIKE.test(path) ? typeof a === typeof b : plain(a) === plain(b);
    if (!same) found.push({ where: `${at} ${path}`, recorded: a, emulated: b });
  }
  return found;
}

// The recordings are of v1beta1 and of hosts that compute's links name in more than one way.
function plain(value: unknown): unknown {
  return typeof value === 'string' ? value.replace('/v1beta1/', '/v1/') : value;
}

function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!BETA_ONLY.test(key)) leaves(item, path === '' ? key : `${path}.${key}`, found);
    }
  } else if (value !== undefined && value !== null && value !== false && value !== '' && value !== 0 && value !== '0') {
    found.set(path, value);
  }
  return found;
}
