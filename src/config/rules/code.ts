import type { Path } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import type { RuleContext } from './context.js';

const ROOT = ['hub', 'values'];
/** Settings that decide who can use the hub, as configuration code would write them. */
const REPLACES =
  /\bauthenticator_class\b|\b(?:Dummy|Null|Shared\w*|PAM|Local|GenericOAuth|Google)\w*Authenticator\b|\bc\.\w*Authenticator\.(?:allow_all|allow_existing_users|allowed_\w+|admin_\w+|any_allow_config|auth_refresh_age|auto_login|username_map)\b|\bc\.JupyterHub\.(?:admin_access|admin_users)\b/;

/** Rules of code in hub.values. Code is allowed and reported for review, but it must not replace the authenticator. */
export function codeRules(context: RuleContext, path: Path, value: Tree): void {
  const [section, kind] = path;
  const isCode = path.length === 3 && ((section === 'hub' && kind === 'extraConfig') || kind === 'extraFiles');
  if (!isCode) return;
  const { locate, report } = context;
  const where = section === 'hub' ? 'in the hub, with the hub’s permissions' : 'in notebook servers';
  report(
    locate([...ROOT, ...path], 'key'),
    'code',
    `hub.values.${path.join('.')} can contain code that runs ${where}.`,
  );
  if (section === 'hub') authenticatorRule(context, path, value);
}

function authenticatorRule({ locate, report }: RuleContext, path: Path, value: Tree): void {
  const inFile = value.entries?.get('stringData')?.tree;
  const text = inFile?.value ?? value.value;
  if (typeof text !== 'string') return;
  const plain = text
    .split('\n')
    .map((line) => line.replace(/^\s*#.*$/, ''))
    .join('\n');
  const match = REPLACES.exec(plain)?.[0];
  if (match === undefined) return;
  const place = inFile === undefined ? path : [...path, 'stringData'];
  report(
    locate([...ROOT, ...place]),
    'open-authenticator',
    `The code contains "${match}", which decides who can use the hub.`,
    {
      hint: 'Remove it. Only the users files and IAP decide who can use the hub.',
    },
  );
}
