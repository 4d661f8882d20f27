import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Environment of the terraform at the other end of a local connection: `peer` is its `127.0.0.1:PORT`, `port` ours. A real provider is terraform's
 * child and has its environment; this one is not, so it looks there: with it every run acts as its own identity.
 * Undefined where the system does not tell (it needs /proc).
 */
export function environmentOf(peer: string, port: number): NodeJS.ProcessEnv | undefined {
  try {
    const inode = inodeOf(Number(peer.split(':').at(-1)), port);
    const pid = inode === undefined ? undefined : ownerOf(inode);
    return pid === undefined ? undefined : parse(readFileSync(`/proc/${pid}/environ`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Both ends are compared: one local port may serve connections to several others. */
function inodeOf(local: number, remote: number): string | undefined {
  const [from, to] = [local, remote].map((port) => `:${port.toString(16).toUpperCase().padStart(4, '0')}`);
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[1]?.endsWith(from ?? '') && fields[2]?.endsWith(to ?? '') && fields[9] !== '0') return fields[9];
    }
  }
  return undefined;
}

function ownerOf(inode: string): string | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      try {
        return readdirSync(`/proc/${pid}/fd`).some((fd) => {
          try {
            return readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`;
          } catch {
            return false;
          }
        });
      } catch {
        return false; // ended meanwhile, or another user's
      }
    });
}

function parse(block: string): NodeJS.ProcessEnv {
  const pairs = block.split('\0').filter((pair) => pair.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
