import { type Answer, refusal } from './answer.js';

/** The only supported query. Any other query is a violation. */
export function graphql(login: string | undefined, body: unknown, violate: (sentence: string) => void): Answer {
  const query = typeof body === 'object' && body !== null ? (body as { query?: unknown }).query : undefined;
  if (typeof query !== 'string' || query.replace(/\s+/g, '') !== 'query{viewer{login}}')
    violate('an unknown GraphQL query');
  return login === undefined ? refusal(401, 'Bad credentials') : { status: 200, body: { data: { viewer: { login } } } };
}
