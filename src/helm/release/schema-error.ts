import { ConfigurationError } from '../../errors.js';
import { explainText, type SchemaFinding, unquote, type ValuePath, value, wrongType } from './schema-text.js';

/** The values do not fit the chart's schema. The findings have paths, so that each can be shown at its line. */
export class ChartSchemaError extends ConfigurationError {
  /** Name of the refusing chart in helm's text. Undefined if helm names none. */
  readonly chart: string | undefined;
  /** Sorted by path. Empty if helm's text could not be parsed. */
  readonly findings: readonly SchemaFinding[];

  constructor(chart: string | undefined, findings: readonly SchemaFinding[], otherwise: string) {
    const list = findings.slice(0, 10).map(({ path, message }) => `${path.join('.') || 'the values'}: ${message}`);
    super(`hub.values does not fit the chart: ${list.length === 0 ? otherwise : list.join(' ')}`, {
      where: 'jupyterhub.yaml: hub.values',
      hint: 'Correct the keys named here; the chart documents its values under "Configuration Reference".',
    });
    this.chart = chart;
    this.findings = findings;
  }
}

interface Node {
  readonly indent: number;
  readonly path: ValuePath;
  readonly text: string;
  readonly children: Node[];
}

/** Parses helm's text about values that do not fit. `otherwise` is the message if nothing in it can be parsed. */
export function chartSchemaError(text: string, otherwise: string): ChartSchemaError {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.includes('following chart(s):'));
  const roots: Node[] = [];
  let chart: string | undefined;
  let prefix: ValuePath = [];
  const open: Node[] = [];
  for (const line of lines.slice(start + 1)) {
    const [, heading] = /^([A-Za-z0-9._-]+):\s*$/.exec(line) ?? [];
    if (heading !== undefined) {
      // The first heading is the chart itself. Values of its dependencies are under the names of the dependencies.
      prefix = chart === undefined ? [] : [heading];
      chart ??= heading;
      continue;
    }
    const node = readLine(line, prefix);
    if (node === undefined) continue;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= node.indent) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  const keyed = roots.flatMap(findingsOf).map((finding) => [JSON.stringify(finding.path), finding] as const);
  // helm prints the findings in random order.
  keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new ChartSchemaError(
    chart,
    keyed.map(([, finding]) => finding),
    otherwise,
  );
}

/** `- at '/hub/db': text` of newer helms, `- hub.db: text` of older ones. */
function readLine(line: string, prefix: ValuePath): Node | undefined {
  const node = (indent: string, steps: readonly string[], text: string): Node => ({
    indent: indent.length,
    path: [...prefix, ...steps.map((step) => (/^(0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step))],
    text: text.trim(),
    children: [],
  });
  const newer = /^( *)- at '((?:[^'\\]|\\.)*)': (.*)$/.exec(line);
  if (newer !== null) {
    const [, indent = '', pointer = '', text = ''] = newer;
    const steps = unquote(pointer).split('/').slice(1);
    // The order matters: `~01` means `~1`, not a slash.
    const plain = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    return node(indent, plain, text);
  }
  const [, indent = '', place, text = ''] = /^( *)- (.+?): (.+)$/.exec(line) ?? [];
  if (place === undefined) return undefined;
  return node(indent, place === '(root)' ? [] : place.split('.'), text);
}

function findingsOf(node: Node): readonly SchemaFinding[] {
  const { path, text, children } = node;
  if (children.length === 0 || text.startsWith('invalid propertyName')) return explainText(path, text);
  const isChoice = /^'?(anyOf|oneOf)'? failed/.test(text);
  return isChoice ? choice(path, children.map(findingsOf)) : children.flatMap(findingsOf);
}

/**
 * Findings for a value that fits none of several forms. Nobody meant a form of another type. If exactly one form has the
 * type of the value, that form was meant.
 */
function choice(path: ValuePath, forms: readonly (readonly SchemaFinding[])[]): readonly SchemaFinding[] {
  const here = JSON.stringify(path);
  const hasOtherType = (form: readonly SchemaFinding[]): boolean =>
    form.some((finding) => finding.types !== undefined && JSON.stringify(finding.path) === here);
  const sameType = forms.filter((form) => !hasOtherType(form));
  const [only, second] = sameType;
  if (only !== undefined && second === undefined) return only;
  if (only === undefined) {
    const types = forms.flat().flatMap((finding) => finding.types ?? []);
    return [wrongType(path, types[0]?.got ?? '', [...new Set(types.flatMap(({ want }) => want))])];
  }
  const reasons = sameType.map((form) => form.map(({ message }) => message.replace(/\.$/, '')).join(', '));
  return [value(path, `fits none of the forms that the chart allows: ${reasons.slice(0, 5).join('; or ')}.`)];
}
