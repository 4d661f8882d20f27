import { dayAfter } from '../../access/users/day.js';
import { addressFault } from '../../access/users/email.js';

/** The answers of an access form. They are unchecked claims of whoever opened the issue. */
export interface AccessRequest {
  /** In lower case. */
  readonly email: string;
  /** Last day of access, as YYYY-MM-DD. */
  readonly until?: string;
  readonly why?: string;
}

/** Why an issue is not a valid request. The sentences may quote an answer, so escape them. */
export interface FormFault {
  readonly fault: string;
}

/** Labels of the form's fields, in the order in which GitHub writes them. A test compares them with the template. */
export const FIELDS = ['E-mail address of your Google account', 'Why', 'Until'] as const;

/** The label that the form gives its issues, if the repository has it. */
export const REQUEST_LABEL = 'access-request';

const EMPTY = '_No response_';
// GitHub's own limit of a body, in characters.
const MAX_LENGTH = 65_536;
const MAX_WHY = 1000;
const FORM_HINT =
  'Open the form again (New issue), or edit this issue so that it has the three headings of the form, each once and in their order, with the answers below them.';

/** Whether the form gave the title for this hub, and not for another hub whose name starts the same. */
export function hasFormTitle(title: string, hub: string): boolean {
  const start = `Access to ${hub}`;
  return title.startsWith(start) && !/^[a-z0-9-]/i.test(title.slice(start.length));
}

/**
 * Reads the body of an issue that the access form made: a heading `### LABEL` before each answer. A text that GitHub
 * would not make from the form is refused.
 * @param timezone in which the last day ends; it exists
 */
export function readRequest(body: string, now: Date, timezone: string): AccessRequest | FormFault {
  if (body.length > MAX_LENGTH) return { fault: `The text of the issue is too long. ${FORM_HINT}` };
  const answers = answersOf(body);
  if (answers === undefined) return { fault: `The issue does not have the format of the access form. ${FORM_HINT}` };
  const [email = '', why = '', until = ''] = answers;
  if (email === '') return { fault: 'The e-mail address is missing.' };
  if (/\n/.test(email) || email.length > 300) return { fault: 'There is more than one e-mail address, or other text.' };
  const fault = addressFault('person', email);
  if (fault !== undefined) return { fault: `${fault.message} ${fault.hint}` };
  const day = until === '' ? undefined : dayFault(until, now, timezone);
  if (day !== undefined) return { fault: day };
  return {
    email: email.toLowerCase(),
    ...(until === '' ? {} : { until }),
    ...(why === '' ? {} : { why: [...why].slice(0, MAX_WHY).join('') }),
  };
}

/** The answers in the order of the form; undefined if a heading is missing, repeated or out of order. */
function answersOf(body: string): readonly string[] | undefined {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  const places = FIELDS.map((label) =>
    lines.flatMap((line, index) => (line.trimEnd() === `### ${label}` ? [index] : [])),
  );
  // An answer may contain a heading of the form. Nobody can tell then which heading is the form's.
  if (places.some((found) => found.length !== 1)) return undefined;
  const starts = places.flat();
  if (starts.some((start, index) => index > 0 && start < (starts[index - 1] ?? 0))) return undefined;
  if (lines.slice(0, starts[0]).some((line) => line.trim() !== '')) return undefined;
  return starts.map((start, index) => {
    const answer = lines
      .slice(start + 1, starts[index + 1])
      .join('\n')
      .trim();
    return answer === EMPTY ? '' : answer;
  });
}

function dayFault(until: string, now: Date, timezone: string): string | undefined {
  const end = dayAfter(until, timezone);
  if (end === undefined) return 'The last day is not a calendar day in the format YYYY-MM-DD.';
  return Date.parse(end) <= now.getTime() ? `The last day, ${until}, has passed.` : undefined;
}
