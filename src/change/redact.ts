/** Hides known secrets in text. One per run: every secret is added before anything can print it. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** Adds a secret; of several lines each longer line is hidden by itself too, since logs are cut by lines. */
  add(secret: string): void {
    for (const part of [secret, ...secret.split(/\r?\n/)]) {
      // Hiding one or two characters everywhere would make every log unreadable and hide nothing.
      if (part.trim().length >= 4) this.#secrets.add(part);
    }
  }

  /** The text with every secret, and its base64, URL-encoded and JSON-escaped forms, replaced by `***`. */
  text(text: string): string {
    let safe = text;
    for (const secret of [...this.#secrets].sort((a, b) => b.length - a.length)) {
      const escaped = JSON.stringify(secret).slice(1, -1);
      for (const form of [secret, escaped, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
        safe = safe.replaceAll(form, '***');
      }
    }
    return safe;
  }
}
