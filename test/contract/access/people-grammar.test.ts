import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type MemberList, memberListText, nextMemberList } from '../../../src/access/hub/member-list.js';
import { unreadableList } from '../../../src/access/hub/readable.js';
import { lastDay } from '../../../src/access/users/day.js';
import { loadUsers } from '../../../src/access/users/load.js';

const LISTS = process.env.JUPYTERHUB_GKE_FULL === '1' ? 100_000 : 2000;
const SEED = Number(process.env.JUPYTERHUB_GKE_SEED ?? 20_261_130);
/** Lists that one process reads. */
const BATCH = 10_000;
const NOW = new Date('2026-11-20T00:00:00Z');
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Africa/Cairo'];
const TABLE = JSON.parse(readFileSync('test/fixtures/people-grammar.json', 'utf8'));
const ADDRESSES: readonly string[] = [...TABLE.addresses.valid, ...TABLE.addresses.invalid];
const INSTANTS: readonly string[] = [...TABLE.instants.valid, ...TABLE.instants.invalid];
const DAYS: readonly string[] = [...TABLE.days.valid.map(({ day }: { day: string }) => day), ...TABLE.days.invalid];
const GROUPS: readonly string[] = [...TABLE.groups.valid, ...TABLE.groups.invalid];
const DOMAINS: readonly string[] = [...TABLE.domains.valid, ...TABLE.domains.invalid];
/** Every printable character, and some that are none or that look like others. */
const CHARACTERS = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'\t\n\u0000\u007f\u00a0\u200b\u2019\u0430\u00e9\u212a\u0661\ud83d\ude00',
];

/** What the hub makes of a list. */
type Reading =
  | {
      readonly people: readonly [email: string, admin: string, lastDay: string | null, groups: string[]][];
      readonly domains: string[];
    }
  | { readonly entry: number | null };

/** A sequence of numbers that a seed repeats: mulberry32. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const random = randomOf(SEED);
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
const times = <T>(most: number, make: () => T): T[] => Array.from({ length: random(most + 1) }, make);

/** A text with one character more, less, or another one; or as it was. */
function changed(text: string): string {
  const at = random(text.length + 1);
  if (random(3) === 0) return text;
  return text.slice(0, at) + (random(3) === 0 ? '' : pick(CHARACTERS)) + text.slice(at + random(2));
}

const word = () => times(5, () => pick(CHARACTERS)).join('');
const address = () =>
  pick([
    () => `${word()}@${pick(TABLE.domains.valid as string[])}`,
    () => changed(pick(ADDRESSES)),
    () => changed(pick(TABLE.addresses.valid as string[])),
  ])();
const two = (below: number) => String(random(below)).padStart(2, '0');
const day = () => (random(2) === 0 ? `${two(100)}${two(100)}-${two(14)}-${two(33)}` : changed(pick(DAYS)));
const group = () => pick(random(4) === 0 ? GROUPS : (TABLE.groups.valid as string[]));
const instant = () =>
  random(2) === 0
    ? `${day()}T${two(25)}:${two(61)}:${two(61)}${pick(['Z', 'z', `+${two(25)}:${two(61)}`, `-${two(25)}:00`, ''])}`
    : changed(pick(INSTANTS));

function read(texts: readonly string[]): Reading[] {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const env = { ...process.env, PYTHONPATH: 'helm/hub', PYTHONDONTWRITEBYTECODE: '1' };
  const options = { input, env, encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
  const { status, stdout, stderr } = spawnSync('python3', ['test/support/read_members.py'], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading);
}

function inBatches(check: (count: number) => void): void {
  for (let left = LISTS; left > 0; left -= BATCH) check(Math.min(BATCH, left));
}

/** A cell of a CSV file, without the control characters for which the whole file would be refused. */
const quote = (text: string) => `"${text.replaceAll('"', '""').replace(/\p{Cc}/gu, '')}"`;

/** The list that a users file would bring, with what is wrong in the file left out. */
function listOfFile(): MemberList {
  const rows = times(6, () => [address(), random(2) === 0 ? day() : '', times(2, group).join(' ')]);
  const text = ['email,until,groups', ...rows.map((row) => row.map(quote).join(','))].join('\r\n');
  const domains = times(2, () => changed(pick(DOMAINS)));
  const files = [
    { path: 'users.csv', text },
    { path: 'users.yaml', text: JSON.stringify({ domains }) },
  ];
  const { principals, diagnostics } = loadUsers(files, NOW, pick(ZONES));
  const wrong = new Set(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ file, line }) => file + line),
  );
  return nextMemberList(
    undefined,
    principals.filter(({ location }) => !wrong.has(location.file + location.line)),
  );
}

test('the hub reads every list that comes of a users file, with the same people, days, groups and domains', () => {
  let people = 0;
  inBatches((count) => {
    const lists = Array.from({ length: count }, listOfFile);
    const readings = read(lists.map(memberListText));
    for (const [index, list] of lists.entries()) {
      people += list.people.length;
      const expected = list.people.map(({ email, until, groups }) => [
        email,
        'False',
        until === null ? null : lastDay(until),
        groups,
      ]);
      expect(readings[index]).toEqual({ people: expected, domains: list.domains });
    }
  });
  // A generator that makes only invalid entries would show nothing.
  expect(people).toBeGreaterThan(LISTS / 2);
}, 600_000);

test('the writer finds in a spoiled list the same entry as the hub, and nothing in a list that the hub reads', () => {
  let refused = 0;
  const spoiled = (): MemberList => ({
    generation: 1 + random(9),
    people: times(4, () => ({
      email: random(2) === 0 ? pick(TABLE.addresses.valid as string[]) : address(),
      admin: pick([false, true, 'full', 'no' as never]),
      until: random(2) === 0 ? null : instant(),
      groups: times(2, () => changed(pick(GROUPS))),
    })),
    domains: times(1, () => changed(pick(DOMAINS))),
    trustsIap: random(2) === 0,
  });
  inBatches((count) => {
    const texts = Array.from({ length: count }, () => memberListText(spoiled()));
    const readings = read(texts);
    for (const [index, text] of texts.entries()) {
      const fault = unreadableList(text);
      const reading = readings[index];
      if (fault !== undefined) refused += 1;
      const agreed = fault === undefined ? { people: expect.anything() } : { entry: fault.entry ?? null };
      expect({ text, reading }).toEqual({ text, reading: expect.objectContaining(agreed) });
    }
  });
  expect(refused).toBeGreaterThan(LISTS / 4);
  expect(refused).toBeLessThan(LISTS * 0.95);
}, 600_000);
