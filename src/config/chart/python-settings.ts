import { decidesLogin, hasOwnedSettings, isClass, isOwnAuthenticator, ownedSetting } from './owned-settings.js';
import { LOGIN, type OwnedThing } from './owned-things.js';
import { type Chain, eachChain, type Line, type Names, readChain, splitArguments, topLevel } from './python-chains.js';
import { pythonTokens, type Token } from './python-tokens.js';

/** What code does with something that this product sets. */
export interface CodeSetting {
  /** `mentions` for code that reads the setting, or that sets names which only the hub can know. */
  readonly does: 'sets' | 'mentions';
  /** The setting as people know it, such as `c.KubeSpawner.volumes`. */
  readonly name: string;
  readonly thing: OwnedThing;
  /** Line in the code, counted from 1. */
  readonly line: number;
}

const HEADERS = /^(if|elif|else|while|for|try|except|finally|with|def|class|match|case|async)$/;
const REPLACING = /^(update|merge|setdefault|pop|clear|__setitem__|__setattr__|__delitem__|__delattr__|__ior__)$/;
const SECTION: OwnedThing = {
  why: 'this product sets a part of this section',
  instead: 'Set one setting of the section after the other.',
};

/**
 * Finds what configuration code sets among the things that this product owns: by assignment, `update`, `setattr` and the
 * like. Reading a setting, or adding to one, does not set it. Names that the code computes cannot be seen here. The hub
 * itself checks its settings after all code has run (helm/hub/owned_settings.py).
 */
export function codeSettings(code: string): readonly CodeSetting[] {
  const tokens = pythonTokens(code);
  const names = new Map<string, readonly string[]>([['c', ['c']]]);
  const found: CodeSetting[] = [];
  let first = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'end') continue;
    statement(tokens.slice(first, index), names, found);
    first = index + 1;
  }
  return found;
}

function statement(tokens: readonly Token[], names: Map<string, readonly string[]>, found: CodeSetting[]): void {
  const [first] = tokens;
  // A text alone is documentation.
  if (first === undefined || (tokens.length === 1 && first.kind === 'text')) return;
  if (first.kind !== 'name' || !HEADERS.test(first.text)) {
    simpleStatement(tokens, names, found);
    return;
  }
  const colon = topLevel(tokens, ':');
  const header = colon === -1 ? tokens : tokens.slice(0, colon);
  const isFor = header.slice(0, 2).some(({ text }) => text === 'for');
  const isWith = header.slice(0, 2).some(({ text }) => text === 'with');
  const list = header.findIndex(({ kind, text }) => kind === 'name' && text === 'in');
  eachChain(header, names, (chain, line) => {
    const { start } = chain;
    const isTarget = isFor ? start < list : isWith && header[start - 1]?.text === 'as';
    chainSets(line, chain, { names, isTarget, isAdded: false }, found);
  });
  // Behind the colon Python takes simple statements only.
  if (colon !== -1) simpleStatement(tokens.slice(colon + 1), names, found);
}

function simpleStatement(tokens: readonly Token[], names: Map<string, readonly string[]>, found: CodeSetting[]): void {
  const lambda = tokens.findIndex(({ kind, text }) => kind === 'name' && text === 'lambda');
  const equals = topLevel(lambda === -1 ? tokens : tokens.slice(0, lambda), '=', true);
  const adds = tokens.findIndex(({ kind, text }) => kind === 'sign' && /^[^=!<>:]+=$/.test(text));
  const isDelete = tokens[0]?.kind === 'name' && tokens[0].text === 'del';
  let whole: Chain | undefined;
  eachChain(tokens, names, (chain, line) => {
    const { start, end } = chain;
    const isTarget = isDelete || (equals > start && line.isInner[start] !== true);
    chainSets(line, chain, { names, isTarget, isAdded: adds > start }, found);
    if (start === 2 && end === tokens.length) whole = chain;
  });
  if (equals === 1 && tokens[0]?.kind === 'name') remember(tokens[0].text, whole, names);
}

/** Keeps a name for a part of the configuration, as in `k = c.KubeSpawner`. */
function remember(name: string, chain: Chain | undefined, names: Map<string, readonly string[]>): void {
  if (chain?.steps[0] === 'c' && chain.call === undefined) names.set(name, chain.steps);
  else if (name !== 'c') names.delete(name);
}

/** What is around a chain: names of the code, and whether the chain is assigned to or added to. */
interface Use {
  readonly names: Names;
  readonly isTarget: boolean;
  readonly isAdded: boolean;
}

function chainSets(whole: Line, chain: Chain, { names, isTarget, isAdded }: Use, found: CodeSetting[]): void {
  const { steps, start, call } = chain;
  const line = whole.tokens[start]?.line ?? 1;
  const add: Add = (does, path, thing) => {
    if (thing !== undefined && thing.inCode !== true) found.push({ does, name: path.join('.'), thing, line });
  };
  const given = call === undefined ? [] : whole.tokens.slice(call + 1, whole.closing.get(call));
  if (call !== undefined && /^(setattr|delattr|setitem|delitem)$/.test(steps.at(-1) ?? '')) {
    const target = readChain(whole, call + 1, names);
    const [, key] = splitArguments(given);
    const isPlain = key?.length === 1 && key[0]?.kind === 'text';
    if (target !== undefined) setOn(target.steps, isPlain ? [key[0]?.text ?? ''] : undefined, add);
    return;
  }
  // A name of the code itself, even if it stands for a part of `c`.
  if (isTarget && chain.end === start + 1) return;
  const method = steps.at(-1) ?? '';
  if (call !== undefined && REPLACING.test(method)) {
    const target = steps.slice(0, -1);
    if (isSection(target)) setOn(target, method === 'clear' ? [] : keysOf(given), add);
    else if (method === 'clear' || method === '__setattr__') add('sets', target, settingOf(target)?.thing);
    else mention(steps, add, settingOf(target) !== undefined);
    return;
  }
  if ((isTarget || isAdded) && isSection(steps)) {
    add('sets', steps, steps.length > 1 ? SECTION : undefined);
    return;
  }
  const setting = isTarget ? settingOf(steps) : undefined;
  if (setting !== undefined) {
    // An entry of a setting is added to it, unless the setting is about who can use the hub.
    const isSet = setting.length === steps.length || decidesLogin(setting.thing);
    if (isSet) add('sets', steps.slice(0, setting.length), setting.thing);
    return;
  }
  mention(steps, add, isAdded || call !== undefined);
}

type Add = (does: CodeSetting['does'], path: readonly string[], thing: OwnedThing | undefined) => void;

/** A setting about who can use the hub is named. Adding to it sets it. */
function mention(steps: readonly string[], add: Add, isChanged: boolean): void {
  const setting = settingOf(steps);
  if (setting !== undefined && decidesLogin(setting.thing)) {
    const isSet = isChanged && steps.at(-1) !== 'get' && steps.at(-1) !== 'copy';
    add(isSet ? 'sets' : 'mentions', steps.slice(0, setting.length), setting.thing);
  } else if (setting === undefined && steps.some(isAuthenticator)) add('mentions', steps, LOGIN);
}

function isAuthenticator(name: string): boolean {
  return name === 'authenticator_class' || name === 'iap_authenticator' || /^\w+Authenticator$/.test(name);
}

/** The setting that a chain leads to, and the number of steps up to it. */
function settingOf(steps: readonly string[]): { readonly thing: OwnedThing; readonly length: number } | undefined {
  const own = steps.findIndex(isOwnAuthenticator);
  if (own !== -1 && steps.length > own + 1) return { thing: LOGIN, length: own + 2 };
  const root = steps[0] === 'c' ? 1 : isClass(steps[0]) && hasOwnedSettings(steps[0] ?? '') ? 0 : undefined;
  if (root === undefined) return undefined;
  const rest = steps.slice(root);
  const end = rest.findIndex((step) => !isClass(step));
  const thing = end < 1 ? undefined : ownedSetting(rest.slice(0, end + 1));
  return thing && { thing, length: root + end + 1 };
}

function isSection(steps: readonly string[]): boolean {
  const [root, ...classes] = steps;
  if (root !== 'c') return classes.length === 0 && (isOwnAuthenticator(root ?? '') || hasOwnedSettings(root ?? ''));
  return classes.every((step) => isClass(step)) && (classes.length === 0 || hasOwnedSettings(classes.at(-1) ?? ''));
}

/** Reports keys that are set in a section. Without keys the names are known to the hub only. */
function setOn(section: readonly string[], keys: readonly string[] | undefined, add: Add): void {
  if (!isSection(section)) {
    if (section.some(isOwnAuthenticator)) add('sets', section, LOGIN);
    return;
  }
  if (keys === undefined) add('mentions', [...section, '…'], section.some(isAuthenticator) ? LOGIN : SECTION);
  else if (keys.length === 0) add('sets', section, SECTION);
  let classes: readonly string[] = section;
  for (const key of keys ?? []) {
    if (isClass(key)) {
      classes = [...section, key];
      continue;
    }
    const path = [...classes, key];
    add('sets', path, settingOf(path)?.thing);
  }
}

/** Keys in the arguments of `update` and the like; undefined if one of them is not written as a plain text. */
function keysOf(call: readonly Token[]): readonly string[] | undefined {
  const keys: string[] = [];
  let depth = 0;
  for (const [at, { kind, text }] of call.entries()) {
    if (kind === 'sign' && '([{'.includes(text)) depth += 1;
    if (kind === 'sign' && ')]}'.includes(text)) depth -= 1;
    // Only a class has settings of its own below it.
    if (depth > (isClass(keys.at(-1)) ? 2 : 1) && call[at - 1]?.text !== '(') continue;
    const next = call[at + 1]?.kind === 'sign' ? call[at + 1]?.text : undefined;
    const opens = at === 0 || '({[,'.includes(call[at - 1]?.text ?? ' ');
    if (kind === 'text' && (next === ':' || (opens && next !== '+'))) keys.push(text);
    else if (kind === 'name' && next === '=') keys.push(text);
    else if (opens && (/^\*\*?$/.test(text) || (kind !== 'sign' && (next === ':' || next === '+')))) return undefined;
  }
  return keys.length === 0 && call.length > 0 ? undefined : keys;
}
