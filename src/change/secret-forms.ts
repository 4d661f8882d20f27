/** How a secret can stand in a text of another program: as it is, escaped, quoted, encoded, or with its spaces joined. */
export function secretForms(secret: string): ReadonlySet<string> {
  const json = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    json,
    // Go's encoding/json, of helm and kubectl, escapes these as well.
    escaped(json, (code) => '<>&\u2028\u2029'.includes(String.fromCharCode(code)), unicode),
    // Python's json.dumps writes ASCII only.
    escaped(json, (code) => code < 0x20 || code > 0x7e, unicode),
    ...pythonForms(secret),
    // Quoted by YAML and by shells.
    secret.replaceAll("'", "''"),
    secret.replaceAll("'", `'\\''`),
    ...base64Forms(secret),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    // Messages of one line.
    secret.trim().replace(/\s+/g, ' '),
  ];
  return new Set(forms.filter((form) => form.length >= 4));
}

/** The text with an escape for each of some UTF-16 codes. */
function escaped(text: string, isMeant: (code: number) => boolean, write: (code: number) => string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
    .map((code) => (isMeant(code) ? write(code) : String.fromCharCode(code)))
    .join('');
}

function unicode(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function hexadecimal(code: number): string {
  return `\\x${code.toString(16).padStart(2, '0')}`;
}

/** Python's repr(), with and without the quote that it escapes only where a text has both kinds, of texts and of bytes. */
function pythonForms(secret: string): readonly string[] {
  const lines = (text: string): string =>
    text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
  const isHidden = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad;
  const ofText = escaped(lines(secret), isHidden, hexadecimal);
  const latin = lines(Buffer.from(secret, 'utf8').toString('latin1'));
  const ofBytes = escaped(latin, (code) => code < 0x20 || code >= 0x7f, hexadecimal);
  return [ofText, ofBytes].flatMap((form) => [form, form.replaceAll("'", "\\'")]);
}

/** In base64, alone and as a part of a longer text: then its first and last characters depend on what is beside it. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const inner = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((before * 8) / 6), whole);
  });
  // A shorter part could stand in any base64.
  return [bytes.toString('base64'), ...inner.filter((part) => part.length >= 8)].flatMap((form) => [
    form,
    form.replaceAll('+', '-').replaceAll('/', '_'),
  ]);
}
