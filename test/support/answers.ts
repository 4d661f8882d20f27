/** One answer of a stub server: a status with a body, or a connection that fails. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | Error;

/** A request as the stub saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** A `fetch` that gives its answers in their order, the last one again and again, and notes requests and pauses. */
export function stub(...answers: Answer[]): {
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly seen: Seen[];
  readonly pauses: number[];
} {
  const seen: Seen[] = [];
  const pauses: number[] = [];
  return {
    seen,
    pauses,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    fetch: async (url, init) => {
      const answer = answers[Math.min(seen.length, answers.length - 1)] ?? { status: 500 };
      const { method = 'GET', headers, body } = init ?? {};
      seen.push({
        method,
        url: String(url),
        headers: headers as Record<string, string>,
        body: typeof body === 'string' ? JSON.parse(body) : undefined,
      });
      if (answer instanceof Error) throw answer;
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
      return new Response(text, { status: answer.status, headers: answer.headers ?? {} });
    },
  };
}

/** What Node's fetch throws when nobody listens. */
export function refusedConnection(): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  return new TypeError('fetch failed', { cause });
}
