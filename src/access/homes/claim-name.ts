import { createHash } from 'node:crypto';

// KubeSpawner 7.0.0, kubespawner/slugs.py and _expand_user_properties in spawner.py (read 2026-11). Neither the template
// `claim-{user_server}` nor the scheme can be set (src/config/chart/owned-things.ts).
const MOST = 48;
const HASH = 8;

/** Owner of a claim, as its annotations say: the name of the hub's user, and of the named server or ''. */
export interface ClaimOwner {
  readonly owner: string;
  readonly server: string;
}

/**
 * Whether KubeSpawner gives the claim of this owner this name. A claim has its name for ever. Its annotations can be
 * changed by whoever may patch it, so they alone do not say whose files it holds.
 */
export function isClaimOf({ owner, server }: ClaimOwner, name: string): boolean {
  return name === `claim-${safeName(owner, server)}` || name === `claim-${escapedName(owner, server)}`;
}

function safeName(owner: string, server: string): string {
  const [user, more] = [safeSlug(owner), server === '' ? '' : safeSlug(server)];
  if (user.length + more.length + 2 > MOST) return multiSlug([owner, server]);
  return server === '' ? user : `${user}--${more}`;
}

/** The scheme before KubeSpawner 7, which it goes on to use for claims that have such a name. */
function escapedName(owner: string, server: string): string {
  return server === '' ? escapeSlug(owner) : `${escapeSlug(owner)}--${escapeSlug(server)}`;
}

function escapeSlug(name: string): string {
  return [...Buffer.from(name, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[a-z0-9]/.test(letter) ? letter : `-${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

function safeSlug(name: string): string {
  const isPlain = /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length <= MOST && !name.includes('--');
  return isPlain ? name : `${extract(name, MOST - (HASH + 3))}---${hash([name])}`;
}

function multiSlug(names: readonly string[]): string {
  const each = Math.floor((MOST - (HASH + 1)) / names.length) - 2;
  return `${names.map((name) => extract(name, each)).join('--')}---${hash(names)}`;
}

function extract(name: string, most: number): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '');
  if (plain === '') return 'x';
  return /^[a-z]/.test(plain) ? plain : `x-${plain.slice(0, most - 2)}`;
}

function hash(names: readonly string[]): string {
  const digest = createHash('sha256');
  for (const [index, name] of names.entries()) {
    if (index > 0) digest.update(Buffer.from([0xff]));
    digest.update(name, 'utf8');
  }
  return digest.digest('hex').slice(0, HASH);
}
