import type { ClientRequest } from 'node:http';
import type { KubeClient, KubeObject } from './client.js';

/** Event of an object. */
export type WatchEvent = 'ADDED' | 'MODIFIED' | 'DELETED';

/** Called for each event in order. Its errors are ignored, so it must report them itself. */
export type WatchHandler<T extends KubeObject = KubeObject> = (event: WatchEvent, object: T) => void | Promise<void>;

/** A running watch. */
export interface Watch {
  /** Ends it; no event comes afterwards. */
  stop(): void;
  /** Resolves after all objects that existed at the start were delivered. */
  readonly ready: Promise<void>;
}

interface RawEvent<T> {
  readonly type: WatchEvent | 'BOOKMARK' | 'ERROR';
  readonly object: T;
}

/** Milliseconds to wait after a failure: short, since the server is on this machine. */
const RETRY_DELAY = 200;

/** Implementation of `KubeClient.watch`. */
export function watchResource<T extends KubeObject>(client: KubeClient, path: string, handler: WatchHandler<T>): Watch {
  const known = new Map<string, T>();
  let stopped = false;
  let stream: ClientRequest | undefined;
  let wake: (() => void) | undefined;
  let markReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  const emit = (event: WatchEvent, object: T): void => {
    if (stopped) return;
    if (event === 'DELETED') known.delete(keyOf(object));
    else known.set(keyOf(object), object);
    try {
      Promise.resolve(handler(event, object)).catch(() => {});
    } catch {
      // a failing handler must not end the watch
    }
  };
  const see = (object: T): void => {
    let before = known.get(keyOf(object));
    if (before !== undefined && before.metadata.uid !== object.metadata.uid) {
      emit('DELETED', before); // gone and made anew while nobody watched
      before = undefined;
    }
    if (before === undefined) emit('ADDED', object);
    else if (before.metadata.resourceVersion !== object.metadata.resourceVersion) emit('MODIFIED', object);
  };
  const list = async (): Promise<string> => {
    const page = await client.listPage<T>(path);
    const present = new Set(page.items.map(keyOf));
    for (const object of [...known.values()]) if (!present.has(keyOf(object))) emit('DELETED', object);
    for (const object of page.items) see(object);
    markReady();
    return page.metadata.resourceVersion ?? '0';
  };
  const follow = (version: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let last = version;
      let rest = '';
      const query = `watch=1&allowWatchBookmarks=true&resourceVersion=${version}`;
      stream = client.open('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
      stream.on('error', reject).on('response', (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          reject(new Error(`watch of ${path} got ${response.statusCode}`));
          return;
        }
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            if (line === '') continue;
            const event = JSON.parse(line) as RawEvent<T>;
            if (event.type === 'ERROR') {
              stream?.destroy(new Error('the version to watch from has expired'));
              return;
            }
            last = event.object.metadata.resourceVersion ?? last;
            if (event.type === 'DELETED') emit('DELETED', event.object);
            else if (event.type !== 'BOOKMARK') see(event.object);
          }
        });
        response.on('end', () => resolve(last));
        response.on('error', reject).on('close', () => reject(new Error('the watch was cut off')));
      });
      stream.end();
    });
  const loop = async (): Promise<void> => {
    let version: string | undefined;
    while (!stopped) {
      try {
        version = await follow(version ?? (await list()));
      } catch {
        version = undefined; // list again: events may have been lost
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, RETRY_DELAY);
        });
      }
    }
    markReady();
  };
  void loop();
  return {
    ready,
    stop(): void {
      stopped = true;
      stream?.destroy();
      wake?.();
    },
  };
}

function keyOf(object: KubeObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}
