/** Words that a name of a secret holds, and endings that it can have. `accessKey` is one, `topologyKey` is none. */
const HOLDS = /passw(or)?d|passphrase|secret|token(?!iz)|credential/i;
const ENDS =
  /(?:[_-](?:key|keys|auth)|(?:^|[_-])(?:pass|pat|pwd)|(?:api|access|private|encryption|signing|account|master|shared)[_-]?keys?)$/i;
const CAMEL = /[a-z](?:Pass|Pwd|Pat)$/;
/** Names of things about a secret: where it is, who has it, how long it lasts. */
const ABOUT =
  /(?:^(?:existing|image|(?:image)?pull)[_-]?secrets?|[_-]?(?:names?|refs?|keyref|urls?|uri|path|file|dir|endpoint|host|ids?|type|class|kind|scopes?|audience|algorithm|ttl|age|lifetime|timeout|expir\w*|_in|limit|count|template|enabled|format|hash))$/i;
/** Values that cannot be a secret: a switch, a number, a reference to a variable, an absolute path. */
const HARMLESS = /^(?:true|false|yes|no|on|off|null|none|[0-9]+|\$\(\w+\)|\$\{\w+\}|\{\w+\}|\/[\w./-]*)$/i;
/** Prefixes of well-known providers, with as many characters behind them as make a mistake unlikely. */
const PREFIXED =
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|sk-(?:[a-z]+-)*[\w-]{16,}|[sr]k_live_\w{16,}|A(?:KIA|SIA)[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{16,}|xox[abeoprs]-[\w-]{10,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|dckr_pat_[\w-]{16,}|dop_v1_\w{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/;
const KEY_BLOCK = /-----BEGIN (?!CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|X509)[A-Z0-9 ]+-----/;
const WITH_PASSWORD = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"']{0,200}:([^\s/@"']{1,500})@/gi;

/** True for a name whose value is usually a secret. */
export function isSecretName(name: string): boolean {
  return (HOLDS.test(name) || ENDS.test(name) || CAMEL.test(name)) && !ABOUT.test(name);
}

/** True for a text that can be the secret of such a name. */
export function canBeSecret(text: string): boolean {
  return text !== '' && !HARMLESS.test(text);
}

/** What secret a text contains, by its shape; undefined if it has none. */
export function secretShape(text: string): string | undefined {
  if (KEY_BLOCK.test(text)) return 'a private key';
  if (PREFIXED.test(text)) return 'a token';
  for (const [, password = ''] of text.matchAll(WITH_PASSWORD)) {
    if (canBeSecret(password)) return 'an address with a password';
  }
  return undefined;
}
