import type { Redactor } from '../../change/redact.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import type { Json } from '../../config/model.js';
import { harmlessJson, harmlessLine } from '../../github/runner/log-text.js';
import { keepFile } from '../../github/runner/outputs.js';
import { truncate, visible } from '../../report/markdown.js';
import type { Writer } from '../../report/writer.js';

/** The commands of the runner; undefined in a terminal. */
export type Workflow = typeof import('../../github/runner/workflow.js');

/** Bytes of a step summary that GitHub takes. */
const SUMMARY_LIMIT = 1_048_576;
const CUT = '*Cut here: too long for a step summary. The file of the output `summary_path` has all of it.*';

/**
 * What a run says: lines for people, commands for the workflow, and at most one document for a program. Nothing leaves
 * it with a secret, and no text from outside is a command to the runner.
 */
export class RunLog {
  readonly #redactor: Redactor;
  readonly #write: Writer;
  /** Part of the log that lines belong to: named and not begun yet, or begun. */
  #part: { readonly title: string; begun: boolean } | undefined;
  #workflow: Workflow | undefined;
  readonly #writeOutput = process.stdout.write.bind(process.stdout);

  constructor(redactor: Redactor, write: Writer) {
    this.#redactor = redactor;
    this.#write = write;
  }

  /** From here on commands go to the runner. */
  join(workflow: Workflow): void {
    this.#workflow = workflow;
  }

  /**
   * Keeps standard output for one document: whatever else is written there goes to standard error. @actions/core writes
   * its commands to standard output only, and the runner reads them from both streams (actions/runner,
   * src/Runner.Worker/Handlers/ScriptHandler.cs: OutputDataReceived and ErrorDataReceived feed the same command manager).
   */
  reserveOutput(): void {
    process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  }

  /** Prints for people: nothing in it moves a cursor, and in a workflow no line of it is a command to the runner. */
  print(text: string, stream: NodeJS.WriteStream = process.stdout): void {
    // A part without a line would be one more thing to open.
    if (this.#part?.begun === false) {
      this.#part.begun = true;
      this.#workflow?.startGroup(this.#shown(this.#part.title));
    }
    const safe = this.#shown(text);
    stream.write(`${this.#workflow === undefined ? safe : harmlessLine(safe)}\n`);
  }

  /** Puts what is printed from now on into a folded part of the log. Without a title it is not folded. */
  group(title?: string): void {
    if (this.#part?.begun) this.#workflow?.endGroup();
    this.#part = title === undefined || this.#workflow === undefined ? undefined : { title, begun: false };
  }

  /** Hides a secret in everything that is written from now on, by us and by the runner. */
  mask(secret: string): void {
    this.#redactor.add(secret);
    this.#workflow?.mask(secret);
  }

  /** Puts findings on their lines of the pull request. A text that is cut after it was escaped would break the command. */
  annotate(findings: readonly Diagnostic[]): void {
    for (const { hint, ...found } of findings) {
      const message = this.#write.plain(found.message);
      this.#workflow?.annotate({
        ...found,
        message,
        ...(hint === undefined ? {} : { hint: this.#write.plain(hint) }),
      });
    }
  }

  /** Shows a failure at the top of the run. */
  showFailure(text: string): void {
    this.#workflow?.showFailure(this.#write.plain(text));
  }

  /** Writes the document of --json. */
  document(document: Json): void {
    const text = this.#write.plain(JSON.stringify(document, null, 2));
    this.#writeOutput(`${this.#workflow === undefined ? text : harmlessJson(text)}\n`);
  }

  /** Writes a result that is text and harmless already. */
  result(text: string): void {
    this.#writeOutput(this.#write.plain(text));
  }

  /** Adds Markdown to the summary of the step, cut to what GitHub takes; the output `summary_path` names a file with all of it. */
  async summarize(markdown: string): Promise<void> {
    if (this.#workflow === undefined) return;
    const whole = this.#write.redact(markdown);
    const fault = await this.#workflow.addSummary(truncate(whole, SUMMARY_LIMIT - 1, CUT));
    if (fault !== undefined) this.print(`The step summary cannot be written (${fault}). The log has what the run did.`);
    // Without an output no later step could find the file, and without the runner's folder nobody would remove it.
    if (!process.env.GITHUB_OUTPUT || !process.env.RUNNER_TEMP) return;
    this.#workflow.setOutputs({ summary_path: await keepFile(process.env, 'summary.md', whole) });
  }

  /** Sets outputs of the step. */
  setOutputs(outputs: Readonly<Record<string, string>>): void {
    this.#workflow?.setOutputs(outputs);
  }

  #shown(text: string): string {
    return visible(this.#write.plain(text));
  }
}
