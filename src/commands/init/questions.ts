import { createInterface, type Interface } from 'node:readline';
import { ToolError, UsageError } from '../../errors.js';
import type { Terminal } from '../../stages/command.js';
import { type Answers, flagOf, type Known, QUESTIONS, type Question } from './answers.js';

/**
 * Takes the answers from the flags and asks for the missing ones in the terminal.
 * Without a terminal, or with invalid flags, one usage error names all of them.
 */
export async function collectAnswers(
  flags: Readonly<Record<string, string | boolean | undefined>>,
  terminal: Terminal | undefined,
  signal: AbortSignal,
): Promise<Answers> {
  const known = givenAnswers(flags);
  const missing = QUESTIONS.filter((question) => known[question.key] === undefined && isRequired(question, known));
  // With all required answers known, nothing is asked.
  if (missing.length === 0) {
    for (const { key, fallback } of QUESTIONS) known[key] ??= fallback?.(known);
    refuseFaults(known);
    return known as Answers;
  }
  if (terminal !== undefined) return askFor(known, terminal, signal);
  throw new UsageError(`init needs ${missing.map((question) => `--${flagOf(question)}`).join(', ')}`, {
    hint: [
      ...missing.map((question) => `--${flagOf(question)}: ${question.about}`),
      'In a terminal, init asks for them.',
    ].join('\n  '),
  });
}

function isRequired({ fallback, required }: Question, known: Known): boolean {
  return required?.(known) ?? fallback === undefined;
}

function givenAnswers(flags: Readonly<Record<string, string | boolean | undefined>>): Known {
  const given: Known = {};
  for (const question of QUESTIONS) {
    const value = flags[flagOf(question)];
    if (typeof value === 'string') given[question.key] = value;
  }
  refuseFaults(given);
  return given;
}

function refuseFaults(known: Known): void {
  const faults = QUESTIONS.flatMap((question) => {
    const value = known[question.key];
    const why = value === undefined ? undefined : question.fault(value, known);
    return why === undefined ? [] : [`--${flagOf(question)}: ${why}`];
  });
  if (faults.length === 0) return;
  throw new UsageError(`init cannot use ${faults.length === 1 ? 'this answer' : 'these answers'}`, {
    hint: faults.join('\n  '),
  });
}

async function askFor(given: Known, { input, output }: Terminal, signal: AbortSignal): Promise<Answers> {
  const reader = createInterface({ input, output });
  const stop = (): void => reader.close();
  signal.addEventListener('abort', stop);
  try {
    // The iterator keeps lines that arrive before their question. `reader.question` would lose them.
    const lines = reader[Symbol.asyncIterator]();
    const known: Known = { ...given };
    for (const question of QUESTIONS) {
      known[question.key] ??= question.flagOnly
        ? question.fallback?.(known)
        : await ask(question, known, { reader, lines, output });
    }
    return known as Answers;
  } finally {
    signal.removeEventListener('abort', stop);
    reader.close();
  }
}

interface Conversation {
  readonly reader: Interface;
  readonly lines: AsyncIterator<string>;
  readonly output: NodeJS.WritableStream;
}

async function ask(question: Question, known: Known, { reader, lines, output }: Conversation): Promise<string> {
  const suggestion = isRequired(question, known) ? question.offer?.(known) : question.fallback?.(known);
  const ending = suggestion === undefined || suggestion === '' ? '' : ` [${suggestion}]`;
  const text = question.about.replace(/^./, (letter) => letter.toUpperCase());
  reader.setPrompt(`${text}${ending}: `);
  for (;;) {
    reader.prompt();
    const line = await lines.next();
    if (line.done === true) {
      output.write('\n'); // so that the message starts on a line of its own
      throw new ToolError('Not all questions were answered', { hint: 'Nothing was written.' });
    }
    const answer = line.value.trim() || suggestion || '';
    const fault = question.fault(answer, known);
    if (fault === undefined) return answer;
    reader.setPrompt(`  ${fault}\n${text}${ending}: `);
  }
}
