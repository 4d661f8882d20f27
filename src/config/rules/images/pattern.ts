import { quoted } from '../../text.js';
import type { Path } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { slowness } from './slow-pattern.js';

/** Rules of the pattern for images that people enter: of the whole name, readable by Python, and quick to try. */
export function patternRule(context: RuleContext, profile: Path): void {
  const { text, locate, report } = context;
  const path: Path = [...profile, 'unlistedImage', 'pattern'];
  const pattern = text(path);
  if (pattern === undefined) return;
  const fail = (message: string, hint: string): void => report(locate(path), 'image-pattern', message, { hint });
  // After a backslash, $ is the letter.
  if (!pattern.startsWith('^') || !/(?:^|[^\\])(?:\\\\)*\$$/.test(pattern)) {
    fail('The pattern must start with ^ and end with $, or other images could match.', 'Write ^…$ around it.');
    return;
  }
  // The page of the hub puts it into HTML as it is.
  if (/["&<>\s]/.test(pattern.replace(/\(\?<?[=!]/g, ''))) {
    fail('The pattern contains a space or one of " & < >, which no name of an image has.', 'Remove it.');
    return;
  }
  if (!isForPython(pattern)) {
    fail(
      'The hub reads the pattern with Python, which does not know \\p{…}, \\k<…>, \\c, \\u{…}, [] and [^], and names groups as (?P<…>…).',
      'Write it with plain groups, classes such as [a-z0-9], and repetitions.',
    );
    return;
  }
  // `^a|b$` matches everything that starts with a or ends with b.
  if (topLevelBar(pattern)) {
    fail(
      'With "|" outside parentheses, the pattern can match only a part of the name.',
      'Put the alternatives in parentheses: ^(a|b)$.',
    );
    return;
  }
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern);
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : 'it cannot be parsed';
    fail(`The pattern is not a valid regular expression: ${why}.`, 'Correct it. Write a literal dot as \\.');
    return;
  }
  const slow = slowness(pattern);
  if (slow === undefined) choiceImages(context, profile, compiled);
  else fail(`${slow.why} A name that does not match could keep the hub busy for long.`, slow.hint);
}

/** Images of options that the pattern refuses to those who enter them. */
function choiceImages({ keys, text, locate, report }: RuleContext, profile: Path, pattern: RegExp): void {
  for (const option of keys([...profile, 'options'])) {
    const choices: Path = [...profile, 'options', option, 'choices'];
    for (const choice of keys(choices)) {
      const path: Path = [...choices, choice, 'image'];
      const image = text(path);
      if (image === undefined || pattern.test(image)) continue;
      report(locate(path), 'option-image', `The pattern of unlistedImage does not match the image ${quoted(image)}.`, {
        hint: 'Correct the pattern or the image. If both are meant, acknowledge this rule.',
      });
    }
  }
}

function isForPython(pattern: string): boolean {
  return !/\\(?:[pPkc]|u\{)|\[\^?\]|\(\?<[^=!]/.test(pattern.replace(/\\\\/g, ''));
}

function topLevelBar(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
