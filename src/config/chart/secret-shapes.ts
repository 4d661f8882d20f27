/** Words that a name of a secret holds, and endings that it can have. `accessKey` is one, `topologyKey` is none. */
const HOLDS = /passw(or)?d|passphrase|secret|token(?!iz)|credential/i;
const ENDS =
  /(?:[_-](?:key|keys|auth)|(?:^|[_-])(?:pass|pat|pwd)|(?:api|access|private|encryption|signing|account|master|shared)[_-]?keys?)$/i;
const CAMEL = /[a-z](?:Pass|Pwd|Pat)$/;
/** Names of things about a secret: where it is, who has it, how long it lasts. */
const ABOUT =
  /(?:^(?:existing|image|(?:image[_-]?)?pull)[_-]?secrets?|(?:^|[_-])(?:public|kms|cmek|crypto|partition|primary|foreign|sort|hash|cache|index|topology|label|group|row|shard|routing|idempotency|object|registry|host|ssh_public)[_-]?keys?$|[_-]?(?:names?|refs?|keyref|urls?|uri|path|file|dir|endpoint|host|ids?|type|class|kind|scopes?|audience|algorithm|ttl|age|lifetime|timeout|expir\w*|_in|limit|count|template|enabled|format|hash))$/i;
/** Values that cannot be a secret: a switch, a number, a reference to a variable, an absolute path. */
const HARMLESS = /^(?:true|false|yes|no|on|off|null|none|[0-9]+|\$\(\w+\)|\$\{\w+\}|\{\w+\}|\/[\w./-]*)$/i;
/** Prefixes of well-known providers, with as many characters behind them as make a mistake unlikely. */
const PREFIXED =
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|gl(?:pat|rt|dt|cbt|ptt|ft|agent|imt|soat|oas|ffct)-[\w.-]{16,}|sk-(?:[a-z]+-)*[\w-]{16,}|[sr]k_live_\w{16,}|A(?:KIA|SIA)[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{16,}|xox[abeoprs](?:\.xox[bp])?-[\w-]{10,}|xapp-\d-[\w-]{16,}|1\/\/0[\w-]{30,}|whsec_[\w+/]{20,}|dapi[0-9a-f]{32}|hvs\.[\w-]{20,}|tskey-[a-z]+-\w{10,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|dckr_pat_[\w-]{16,}|dop_v1_\w{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/;
const KEY_BLOCK = /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-|AGE-SECRET-KEY-1/;
/** The same in Base64, as the data of a Secret has it. */
const ENCODED_BLOCK = /LS0tLS1CRUdJTi[A-Za-z0-9+/=]{20,400}/g;
const HOOK =
  /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/\w+\/\w+\/\w{10,}|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,})/;
/** A password in a text of settings, such as `Server=db;Password=…;`. */
const SETTING =
  /(?:^|[;&?\s])(?:password|passwd|pwd|sharedaccesskey|accountkey)=([^\s;&"'(){}[\]$<,]{4,200})(?=[;&\s"']|$)/gi;
const HEADER = /\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token)\s+([\w.~+/=-]{16,})/i;
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
  if (KEY_BLOCK.test(text) || hasEncodedKey(text)) return 'a private key';
  if (PREFIXED.test(text) || HEADER.test(text)) return 'a token';
  if (HOOK.test(text)) return 'an address that anybody can post to';
  for (const [, password = ''] of text.matchAll(SETTING)) if (canBeSecret(password)) return 'a password';
  for (const [, password = ''] of text.matchAll(WITH_PASSWORD)) {
    if (canBeSecret(password)) return 'an address with a password';
  }
  return undefined;
}

function hasEncodedKey(text: string): boolean {
  return [...text.matchAll(ENCODED_BLOCK)].some(([block]) => {
    return KEY_BLOCK.test(Buffer.from(block, 'base64').toString('latin1'));
  });
}

/** `c.X.client_secret = "…"`, `os.environ["TOKEN"] = "…"`, `"password": "…"`. */
const ASSIGNED = /([A-Za-z_][\w-]{0,80})(?:["'] ?\])?["']?\s{0,4}[=:]\s{0,4}(["'])([^"'\n{}$]{6,500})\2/g;

/** The name of a secret that code or a file of settings sets to a plain text; undefined if it sets none. */
export function assignedSecret(code: string): string | undefined {
  for (const [, name = '', , value = ''] of code.matchAll(ASSIGNED)) {
    if (isSecretName(name) && canBeSecret(value) && !/\s/.test(value)) return name;
  }
  return undefined;
}
