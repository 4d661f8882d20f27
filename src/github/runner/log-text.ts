/**
 * The parts of a secret that the runner has to mask. It masks line by line, so each line of a key or certificate is a
 * part.
 */
export function maskedParts(secret: string): string[] {
  const parts = new Set([secret, ...secret.split(/[\r\n]+/)].map((part) => part.trim()));
  // A mask of one or two characters would blank out the whole log and hide nothing.
  return [...parts].filter((part) => part.length >= 4);
}

/**
 * Text for the log that no runner reads as a command. A zero-width space splits `::` at the start of a line, and `##[`
 * anywhere. All text of programs, clusters and files goes through it. Secrets must be hidden before, since a secret with
 * such characters would not be recognised afterwards.
 */
export function harmlessLine(text: string): string {
  return (
    text
      .split(/\r\n|\r|\n/)
      // .NET trims more than \s before it looks for a command, such as U+0085, so all invisible characters count.
      .map((line) => line.replace(/^([\s\p{C}]*):(?=:)/u, '$1:\u200b').replace(/##(?=\[)/g, '##\u200b'))
      .join('\n')
  );
}

/** JSON for the log that holds no command and parses to the same. No line of JSON can start with `::`. */
export function harmlessJson(text: string): string {
  return text.replaceAll('##[', '##\\u005b');
}
