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

/** Characters of a comment. */
const TEXT_LIMIT = 65_536;

/** GitHub's answers to an empty comment and to one that is too long. */
export function refusedText(text: unknown): Answer | undefined {
  const message =
    typeof text !== 'string' || text.trim() === ''
      ? "Body can't be blank"
      : [...text].length > TEXT_LIMIT
        ? `Body is too long (maximum is ${TEXT_LIMIT} characters)`
        : undefined;
  if (message === undefined) return undefined;
  const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data', message };
  return { status: 422, body: { message: 'Validation Failed', errors: [error], status: '422' } };
}
