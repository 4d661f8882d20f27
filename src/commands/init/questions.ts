import { createInterface, type Interface } from 'node:readline';
import { ToolError, UsageError } from '../../errors.js';
import type { Terminal } from '../../stages/command.js';
import { type Answers, type Known, QUESTIONS, type Question } from './answers.js';

/**
 * Takes the answers from the flags and asks in the terminal for what they leave open. Without a terminal, or where a
 * flag is wrong, one usage error names all of them.
 */
export async function collectAnswers(
  flags: Readonly<Record<string, string | boolean | undefined>>,
  terminal: Terminal | undefined,
  signal: AbortSignal,
): Promise<Answers> {
  const known = givenAnswers(flags);
  const missing = QUESTIONS.filter((question) => known[question.flag] === undefined && isRequired(question, known));
  // Whoever has said all that must be said is asked nothing.
  if (missing.length === 0) {
    for (const { flag, fallback } of QUESTIONS) known[flag] ??= fallback?.(known);
    refuseFaults(known);
    return known as Answers;
  }
  if (terminal !== undefined) return askFor(known, terminal, signal);
  throw new UsageError(`init needs ${missing.map(({ flag }) => `--${flag}`).join(', ')}`, {
    hint: [...missing.map(({ flag, about }) => `--${flag}: ${about}`), 'In a terminal it asks for them.'].join('\n  '),
  });
}

function isRequired({ fallback, required }: Question, known: Known): boolean {
  return required?.(known) ?? fallback === undefined;
}

function givenAnswers(flags: Readonly<Record<string, string | boolean | undefined>>): Known {
  const given: Known = {};
  for (const { flag } of QUESTIONS) {
    const value = flags[flag];
    if (typeof value === 'string') given[flag] = value;
  }
  refuseFaults(given);
  return given;
}

function refuseFaults(known: Known): void {
  const faults = QUESTIONS.flatMap(({ flag, fault }) => {
    const value = known[flag];
    const why = value === undefined ? undefined : fault(value, known);
    return why === undefined ? [] : [`--${flag}: ${why}`];
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
    // Lines that arrive before their question wait here; `question` would lose them.
    const lines = reader[Symbol.asyncIterator]();
    const known: Known = { ...given };
    for (const question of QUESTIONS) {
      known[question.flag] ??=
        question.ask === undefined ? question.fallback?.(known) : await ask(question, known, { reader, lines, output });
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
  reader.setPrompt(`${question.ask}${ending}: `);
  for (;;) {
    reader.prompt();
    const line = await lines.next();
    if (line.done === true) {
      output.write('\n'); // the message must not stand behind the question
      throw new ToolError('The questions were not answered to the end', { hint: 'Nothing was written.' });
    }
    const answer = line.value.trim() || suggestion || '';
    const fault = question.fault(answer, known);
    if (fault === undefined) return answer;
    reader.setPrompt(`  ${fault}\n${question.ask}${ending}: `);
  }
}
