import { decidesLogin, hasOwnedSettings, isClass, isOwnAuthenticator, ownedSetting } from '../owned-settings.js';
import { LOGIN, type OwnedThing } from '../owned-things.js';
import { type Chain, eachChain, type Line, type Names, readChain, splitArguments, topLevel } from './chains.js';
import { hooksOf, keeps, SPAWNER, spawnerOf } from './hooks.js';
import { failsOnMapping, isOwnedEntry } from './owned-entries.js';
import { pythonTokens, type Token } from './tokens.js';

/** What code does with something that this product sets. */
export interface CodeSetting {
  /**
   * `mentions` for code that reads the setting, or that sets names which only the hub can know; `fails` for a method that
   * the setting does not have.
   */
  readonly does: 'sets' | 'mentions' | 'fails';
  /** The setting as people know it, such as `c.KubeSpawner.volumes`. */
  readonly name: string;
  readonly thing: OwnedThing;
  /** Line in the code, counted from 1. */
  readonly line: number;
}

const HEADERS = /^(if|elif|else|while|for|try|except|finally|with|def|class|match|case|async)$/;
const REPLACING =
  /^(update|merge|setdefault|pop|popitem|clear|__setitem__|__setattr__|__delitem__|__delattr__|__ior__)$/;
const DELETING = /^(pop|__delitem__)$/;
const MAPPING = { why: 'that is a mapping, to which Python cannot do this' };
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
  const names = new Map<string, readonly string[]>([['c', ['c']], ...SPAWNER]);
  const hooks = hooksOf(tokens);
  const found: CodeSetting[] = [];
  // Code that asks for the type first has a way for each.
  const asks = tokens.some(({ kind, text }) => kind === 'name' && /^(isinstance|hasattr|type|except)$/.test(text));
  let first = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'end') continue;
    const here = tokens.slice(first, index);
    spawnerOf(here, hooks, names);
    statement(here, names, found);
    first = index + 1;
  }
  return asks ? found.filter(({ does }) => does !== 'fails') : found;
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
    chainSets(line, chain, { names, isTarget, isDelete: false, added: undefined }, found);
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
    const isKept = !isDelete && isTarget && keeps(tokens.slice(equals + 1), chain.steps, names);
    const added = adds > start ? tokens[adds]?.text : undefined;
    chainSets(line, chain, { names, isTarget: isTarget && !isKept, isDelete, added }, found);
    if (start === 2 && end === tokens.length) whole = chain;
  });
  if (equals === 1 && tokens[0]?.kind === 'name') remember(tokens[0].text, whole, names);
}

/** Keeps a name for a part of the configuration, as in `k = c.KubeSpawner`. */
function remember(name: string, chain: Chain | undefined, names: Map<string, readonly string[]>): void {
  if (/^(c|spawner)$/.test(chain?.steps[0] ?? '') && chain !== undefined && chain.call === undefined)
    names.set(name, chain.steps);
  else if (name !== 'c') names.delete(name);
}

/** What is around a chain: names of the code, and whether the chain is assigned to or added to. */
interface Use {
  readonly names: Names;
  readonly isTarget: boolean;
  /** With `del`. */
  readonly isDelete: boolean;
  /** Sign of an assignment that adds, such as `+=`. */
  readonly added: string | undefined;
}

function chainSets(whole: Line, chain: Chain, use: Use, found: CodeSetting[]): void {
  const { names, isTarget, isDelete, added } = use;
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
  const method = call === undefined ? (added ?? '') : (steps.at(-1) ?? '');
  const target = call === undefined ? steps : steps.slice(0, -1);
  const [, owner, setting] = /^(?:c\.(?:\w+\.)*(?:Kube)?Spawner|(spawner))\.(\w+)$/.exec(target.join('.')) ?? [];
  if (setting !== undefined && failsOnMapping(setting, method)) {
    const instead = `Write ${owner ?? 'c.KubeSpawner'}.${setting}["NAME"] = … for each entry.`;
    add('fails', call === undefined ? [`${target.join('.')} ${method}`] : steps, { ...MAPPING, instead });
    return;
  }
  if (call !== undefined && REPLACING.test(method)) {
    if (isSection(target)) setOn(target, method === 'clear' ? [] : keysOf(given), add);
    else if (/^(clear|popitem|__setattr__)$/.test(method)) add('sets', target, settingOf(target)?.thing);
    else entriesOn(target, DELETING.test(method), keysOf(given.slice(0, 1)) ?? keysOf(given), add);
    return;
  }
  if ((isTarget || added !== undefined) && isSection(steps)) {
    add('sets', steps, steps.length > 1 ? SECTION : undefined);
    return;
  }
  const known = isTarget || added !== undefined ? settingOf(steps) : undefined;
  if (known === undefined || (added !== undefined && decidesLogin(known.thing))) {
    mention(steps, add, added !== undefined || call !== undefined);
  } else if (added !== undefined) {
    const value = whole.tokens.slice(whole.tokens.findIndex(({ text }) => text === added) + 1);
    entriesOn(steps, false, keysOf(value), add);
  } else if (known.length === steps.length || decidesLogin(known.thing)) {
    add('sets', steps.slice(0, known.length), known.thing);
  }
  // Other entries of a setting are added to it.
  else entriesOn(steps.slice(0, known.length), isDelete, keyOf(steps[known.length]), add);
}

function keyOf(step: string | undefined): readonly string[] | undefined {
  return step === undefined || step === '' ? undefined : [step];
}

/** Reports entries of a setting that this product sets. Without keys the names are known to the hub only. */
function entriesOn(target: readonly string[], isDelete: boolean, keys: readonly string[] | undefined, add: Add): void {
  const setting = settingOf(target);
  if (setting === undefined || decidesLogin(setting.thing)) {
    mention(target, add, setting !== undefined);
    return;
  }
  const path = target.slice(0, setting.length);
  const name = path.at(-1) ?? '';
  const inner = keyOf(target[setting.length]) ?? keys;
  if (inner === undefined) {
    if (isDelete) add('mentions', [...path, '…'], setting.thing);
    return;
  }
  for (const entry of inner) {
    if (isOwnedEntry(name, entry)) add('sets', [...path.slice(0, -1), `${name}["${entry}"]`], setting.thing);
  }
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
  if (steps[0] === 'spawner') {
    const thing = steps[1] === undefined ? undefined : ownedSetting(['KubeSpawner', steps[1]]);
    return thing && { thing, length: 2 };
  }
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
  if (root === 'spawner') return classes.length === 0;
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
