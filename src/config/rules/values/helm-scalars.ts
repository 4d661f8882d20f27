import type { Json } from '../../../json.js';
import { helmScalar } from '../../yaml/helm-scalar.js';
import type { Path } from '../../yaml/locate.js';
import type { MapEntry, Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';

const ROOT = ['hub', 'values'];
/** Kubernetes refuses pods with a larger one. */
const LARGEST_MODE = 0o777;

/** Reports a value that helm would read otherwise if the same text stood in a values file of helm. */
export function helmScalars({ locate, report }: RuleContext, path: Path, { plain, written, value }: Tree): void {
  if (plain !== true || written === undefined) return;
  const place = locate([...ROOT, ...path]);
  const meant = helmScalar(written);
  if (typeof value === 'number' && isInexact(written, value)) {
    report(place, 'helm-scalar', `${written} is too large for a number. It would become ${String(value)}.`, {
      hint: `Write it in quotes: "${written}".`,
    });
  } else if (meant !== undefined && !Object.is(meant, value) && !(meant === 0 && value === 0)) {
    report(place, 'helm-scalar', `${written} is ${words(value)} here (YAML 1.2), and ${words(meant)} to helm.`, {
      hint: ways(written, meant),
    });
  } else if (typeof value === 'number' && value > LARGEST_MODE && /^(mode|defaultMode)$/.test(String(path.at(-1)))) {
    const octal = /^[0-7]{3}$/.test(written) ? `Write 0o${written} or ${Number.parseInt(written, 8)}.` : 'Write 0o644.';
    report(place, 'helm-scalar', `${written} is larger than ${LARGEST_MODE} (0o777), the largest mode of a file.`, {
      hint: octal,
    });
  } else if (/^[-+]?0[0-9]+$/.test(written)) {
    report(place, 'helm-scalar', `${written} is ${words(value)}. With other digits, the zero would make it octal.`, {
      hint: `Write ${String(value)}, or "${written}" as text.`,
    });
  }
}

/** Reports a key that helm would read otherwise. Here every key is text. */
export function helmKey({ locate, report }: RuleContext, path: Path, { plainKey }: MapEntry): void {
  const key = String(path.at(-1));
  if (plainKey !== true) return;
  const meant = helmScalar(key);
  if (meant === undefined || String(meant) === key) return;
  report(
    locate([...ROOT, ...path], 'key'),
    'helm-scalar',
    `The key ${key} is text here (YAML 1.2), and ${words(meant)} to helm.`,
    {
      hint: `Write it in quotes: "${key}".`,
    },
  );
}

/** True for a whole number that is not written into a file as it was read. */
function isInexact(written: string, value: number): boolean {
  if (!/^[-+]?[0-9]{16,}$/.test(written)) return false;
  const digits = written.replace(/^\+/, '');
  return String(value) !== digits && BigInt(value) !== BigInt(digits);
}

function words(value: Json): string {
  if (typeof value === 'number') return `the number ${String(value)}`;
  return typeof value === 'string' ? 'text' : String(value);
}

function ways(written: string, meant: Json): string {
  const octal = /^([-+]?)0[oO]?([0-7]+)$/.exec(written.replaceAll('_', ''));
  const number = octal === null || octal[1] === '-' ? String(meant) : `${String(meant)} or 0o${octal[2]}`;
  return `Write ${number}, or "${written}" as text.`;
}
