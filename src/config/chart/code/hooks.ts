import { eachChain, type Names } from './chains.js';
import type { Token } from './tokens.js';

/** What hooks are given: the object of one server, whose settings have the names of `c.KubeSpawner`. */
export const SPAWNER: readonly (readonly [string, readonly string[]])[] = [['spawner', ['spawner']]];

/** Names of functions that the code makes a hook of the spawner, as in `c.KubeSpawner.pre_spawn_hook = prepare`. */
export function hooksOf(tokens: readonly Token[]): ReadonlySet<string> {
  const names = tokens.flatMap(({ kind, text }, at) => {
    const isSet = kind === 'name' && tokens[at - 1]?.text === '=';
    return isSet && /_hook$/.test(tokens[at - 2]?.text ?? '') ? [text] : [];
  });
  return new Set(names);
}

/** Keeps the name that a export function has for the spawner: its first parameter, where it is a hook. */
export function spawnerOf(
  tokens: readonly Token[],
  hooks: ReadonlySet<string>,
  names: Map<string, readonly string[]>,
): void {
  const at = tokens[0]?.text === 'async' ? 1 : 0;
  const [keyword, name, bracket, parameter] = tokens.slice(at);
  if (keyword?.kind !== 'name' || keyword.text !== 'def' || bracket?.text !== '(') return;
  for (const [known, [root]] of names) if (root === 'spawner') names.delete(known);
  for (const [known, steps] of SPAWNER) names.set(known, steps);
  if (parameter?.kind === 'name' && hooks.has(name?.text ?? '')) names.set(parameter.text, ['spawner']);
}

/** Whether a value is built from what the setting has, as in `c.X.y = {**c.X.y, "a": 1}` or `c.X.y = c.X.y + [1]`. */
export function keeps(value: readonly Token[], steps: readonly string[], names: Names): boolean {
  let isKept = false;
  eachChain(value, names, (chain) => {
    const around = [value[chain.start - 1]?.text ?? '', value[chain.end]?.text ?? ''];
    if (chain.steps.slice(0, steps.length).join('.') !== steps.join('.') || steps.length < 2) return;
    const rest = chain.steps.slice(steps.length).join('.');
    if (/^(values|items)?$/.test(rest) && around.some((sign) => /^[+|*]$/.test(sign))) isKept = true;
  });
  return isKept;
}
