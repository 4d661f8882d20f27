import { type CutForm, cutForms, hideCut } from './cut-secret.js';
import { secretForms } from './secret-forms.js';

/** Hides known secrets in text. One per run: every secret is added before anything can print it. */
export class Redactor {
  /** What stands for a secret in texts, longest first. */
  #forms: readonly string[] = [];
  #cut: readonly CutForm[] = [];

  /** Adds a secret; of several lines each longer line is hidden by itself too, since logs are cut by lines. */
  add(secret: string): void {
    const forms = new Set(this.#forms);
    for (const part of [secret, ...secret.split(/\r?\n/)]) {
      // Hiding one or two characters everywhere would make every log unreadable and hide nothing.
      if (part.trim().length >= 4) for (const form of secretForms(part)) forms.add(form);
    }
    this.#forms = [...forms].sort((a, b) => b.length - a.length);
    this.#cut = cutForms(this.#forms);
  }

  /**
   * The text with every secret replaced by `***`, however it is escaped or encoded. What is left of a secret that
   * somebody cut off before is replaced as well.
   */
  text(text: string): string {
    const whole = this.#forms.reduce((safe, form) => safe.replaceAll(form, '***'), text);
    return hideCut(whole, this.#cut);
  }
}

/** The text without secrets. */
export type Redact = (text: string) => string;

/**
 * A text from outside as one line of at most so many characters, with `…` where it was cut. Every text that is shown in
 * part comes through here: secrets are looked for in the whole of it, since nobody finds half of one later.
 * @param redact hides secrets; without one the text must be free of them, or be of a place that sees none
 */
export function shorten(text: string, most: number, redact: Redact = (whole) => whole): string {
  const line = redact(text).replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
