let hidden = false;

/**
 * Hides what the packages of @actions print for a runner, once for all in this process. In a terminal there is no
 * runner: a debug line would be noise, and the command that masks a secret would show it.
 */
export function hideRunnerCommands(): void {
  if (hidden) return;
  hidden = true;
  const write = process.stdout.write.bind(process.stdout) as (text: string | Uint8Array, ...rest: unknown[]) => boolean;
  process.stdout.write = (text: string | Uint8Array, ...rest: unknown[]) =>
    /^::(debug|add-mask)::/.test(String(text)) || write(text, ...rest);
}
