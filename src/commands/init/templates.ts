/** Kind of place of a placeholder. It decides how the value is written. */
export type Place = 'yaml' | 'shell' | 'text' | 'block';

/** Values of the placeholders. A block is our own text, never a person's answer. */
export interface TemplateValues {
  readonly answers: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, string>>;
  /** Optional parts: {{#name}} … {{/name}} appears if true, {{^name}} … {{/name}} if false. */
  readonly parts: Readonly<Record<string, boolean>>;
}

// YAML 1.2, or the older YAML that some editors use, reads these words as other types.
const YAML_WORDS = /^(null|true|false|yes|no|on|off|y|n)$/i;
const WRITERS: Readonly<Record<Exclude<Place, 'block'>, (value: string) => string>> = {
  yaml: (value) =>
    /^[A-Za-z][A-Za-z0-9._@/-]*$/.test(value) && !YAML_WORDS.test(value) ? value : JSON.stringify(value),
  shell: (value) => (/^[A-Za-z0-9@._/:=+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`),
  // For prose, quoted names and CODEOWNERS: only characters without a special meaning are allowed.
  text: (value) => {
    if (/^[A-Za-z0-9@._/-]+$/.test(value)) return value;
    throw new Error(`The answer ${JSON.stringify(value)} must not appear in plain text`);
  },
};

/**
 * Fills in a template. `{{name|place}}` is a value, written as its place requires.
 * A line that is only `{{#name}}`, `{{^name}}` or `{{/name}}` opens or closes a part.
 * An unknown or unclosed placeholder is an error.
 */
export function renderTemplate(template: string, values: TemplateValues): string {
  const kept: string[] = [];
  let part: { name: string; shown: boolean } | undefined;
  for (const line of template.split('\n')) {
    const [, sign, name] = /^\{\{([#^/])([a-zA-Z]+)\}\}$/.exec(line) ?? [];
    if (sign === undefined || name === undefined) {
      if (part?.shown !== false) kept.push(line);
    } else if (sign === '/') {
      if (part?.name !== name) throw new Error(`{{/${name}}} closes a part that is not open`);
      part = undefined;
    } else {
      if (part !== undefined) throw new Error(`{{${sign}${name}}} is inside the part ${part.name}`);
      part = { name, shown: value(values.parts, name) === (sign === '#') };
    }
  }
  if (part !== undefined) throw new Error(`The part ${part.name} is not closed`);
  // GitHub's own expressions, ${{ … }}, are not ours.
  return kept.join('\n').replace(/(?<!\$)\{\{([^}]*)\}\}/g, (_, inner: string) => placeholder(inner, values));
}

function placeholder(inner: string, values: TemplateValues): string {
  const [, name = '', place = ''] = /^([a-zA-Z]+)\|(yaml|shell|text|block)$/.exec(inner) ?? [];
  if (place === '') throw new Error(`{{${inner}}} is not a placeholder`);
  if (place === 'block') return value(values.blocks, name);
  return WRITERS[place as Exclude<Place, 'block'>](value(values.answers, name));
}

function value<T>(of: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(of, name) ? of[name] : undefined;
  if (found === undefined) throw new Error(`The template needs ${name}, which has no value`);
  return found;
}
