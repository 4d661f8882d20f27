/** Lines that a piece of work writes to standard output of this process, by whatever library. */
export function printedBy(work: () => void): string[] {
  const { write } = process.stdout;
  let text = '';
  process.stdout.write = ((part: string | Uint8Array) => {
    text += String(part);
    return true;
  }) as typeof process.stdout.write;
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
