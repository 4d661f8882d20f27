import { code, prose, publicText } from './markdown.js';

/** How text from outside is written for those who can read it. */
export interface Writer {
  /** True where anybody can: e-mail addresses are shortened then. */
  readonly isPublic: boolean;
  /** Hides secrets and nothing else. */
  readonly redact: Redact;
  readonly code: (text: string) => string;
  readonly prose: (text: string) => string;
  /** Hides what this report may not show; for text that is escaped in another way. */
  readonly plain: (text: string) => string;
}

/** Hides secrets in a text of the report, before it is escaped or cut: neither leaves a secret that could be found. */
export type Redact = (text: string) => string;

/** A writer that hides secrets, and shortens e-mail addresses and what is made from them where everybody can read the report. */
export function writer(isPublic: boolean, redact: Redact = (text) => text): Writer {
  const plain = (text: string): string => (isPublic ? publicText(redact(text)) : redact(text));
  return { isPublic, redact, plain, code: (text) => code(plain(text)), prose: (text) => prose(plain(text)) };
}
