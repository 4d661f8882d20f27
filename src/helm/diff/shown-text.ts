import { canBeSecret, isSecretName, secretShape } from '../../config/chart/secret-shapes.js';

const CODE = /(?:^|\.)(?:extraConfig|extraFiles)\b/;
/** Words by which a text says that it holds a secret, such as an argument `--password=…`. */
const SECRET_WORDS = /passw|passphrase|secret|token|credential|(?:api|private|access|signing)[_-]?key/i;

/** Whether a path of values is one of code or of files: their text is told as code, and may hold anything. */
export function isCodeText(path: string): boolean {
  return CODE.test(path);
}

/** Whether the text of a value may be a secret, by its name, its shape, or a word in it. A reference to a secret is none. */
export function mayBeSecret(text: string, name: string): boolean {
  if (/^\$\{secret:[^}]*\}$/.test(text)) return false;
  return (isSecretName(name) && canBeSecret(text)) || secretShape(text) !== undefined || SECRET_WORDS.test(text);
}
