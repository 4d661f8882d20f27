import type { Json } from '../../json.js';

const TRUE = /^(y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const WHOLE = /^([-+]?)(?:0[bB]([01]+)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|([0-9]+))$/;

/**
 * Value of a text without quotes as helm reads it; undefined for a text that is text to helm too. helm reads YAML by
 * sigs.k8s.io/yaml, which resolves scalars as go-yaml v2 does: YAML 1.1 with Go's numbers, without base 60. Dates stay
 * text.
 */
export function helmScalar(text: string): Exclude<Json, string> | undefined {
  if (/^(~|null|Null|NULL|)$/.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (!/^[-+.0-9]/.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  const [, sign, binary, hexadecimal, octal] = WHOLE.exec(digits) ?? [];
  const whole = wholeNumber(binary, hexadecimal, octal);
  if (whole !== undefined) return sign === '-' ? -whole : whole;
  return FLOAT.test(digits) ? Number(digits) : undefined;
}

function wholeNumber(binary?: string, hexadecimal?: string, octal?: string): number | undefined {
  if (binary !== undefined) return Number.parseInt(binary, 2);
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  return octal === undefined ? undefined : Number.parseInt(octal, 8);
}
