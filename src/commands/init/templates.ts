/** Where a placeholder stands, which decides how its value is written there. */
export type Place = 'yaml' | 'shell' | 'text' | 'block';

/** Values of the placeholders. A block is a whole text of ours, never an answer of a person. */
export interface TemplateValues {
  readonly answers: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, string>>;
  /** Parts that are there or not: {{#name}} … {{/name}} or, where it is false, {{^name}} … {{/name}}. */
  readonly parts: Readonly<Record<string, boolean>>;
}

// What is read as something else than text by YAML 1.2 or by the older one that some editors know.
const YAML_WORDS = /^(null|true|false|yes|no|on|off|y|n)$/i;
const WRITERS: Readonly<Record<Exclude<Place, 'block'>, (value: string) => string>> = {
  yaml: (value) =>
    /^[A-Za-z][A-Za-z0-9._@/-]*$/.test(value) && !YAML_WORDS.test(value) ? value : JSON.stringify(value),
  shell: (value) => (/^[A-Za-z0-9@._/:=+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`),
  // Prose, names in quotes, CODEOWNERS: nothing there may mean anything, so no character that could is let through.
  text: (value) => {
    if (/^[A-Za-z0-9@._/-]+$/.test(value)) return value;
    throw new Error(`The answer ${JSON.stringify(value)} must not stand in plain text`);
  },
};

/**
 * Fills a template in: `{{name|place}}` is a value, written as its place needs it; a line with nothing but `{{#name}}`,
 * `{{^name}}` or `{{/name}}` opens or closes a part. Whatever does not fit is an error, never left as it is.
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
      if (part !== undefined) throw new Error(`{{${sign}${name}}} stands inside the part ${part.name}`);
      part = { name, shown: value(values.parts, name) === (sign === '#') };
    }
  }
  if (part !== undefined) throw new Error(`The part ${part.name} is not closed`);
  // GitHub's own expressions, ${{ … }}, are not ours.
  return kept.join('\n').replace(/(?<!\$)\{\{([^}]*)\}\}/g, (_, inner: string) => placeholder(inner, values));
}

function placeholder(inner: string, values: TemplateValues): string {
  const [, name = '', place = ''] = /^([a-zA-Z]+)\|(yaml|shell|text|block)$/.exec(inner) ?? [];
  if (place === '') throw new Error(`{{${inner}}} is no placeholder`);
  if (place === 'block') return value(values.blocks, name);
  return WRITERS[place as Exclude<Place, 'block'>](value(values.answers, name));
}

function value<T>(of: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(of, name) ? of[name] : undefined;
  if (found === undefined) throw new Error(`The template asks for ${name}, which nobody gives`);
  return found;
}
