/** What the REST API answers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** GitHub's shape of an error. */
export function refusal(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } };
}

/** GitHub's answer to a body with valid types but invalid content. */
export function invalid(resource: string, message: string): Answer {
  const errors = [{ resource, code: 'custom', message }];
  return { status: 422, body: { message: 'Validation Failed', errors, status: '422' } };
}
