/** A form of a secret, with how much of its beginning counts as the secret wherever it stands. */
export interface CutForm {
  readonly form: string;
  readonly least: number;
}

/** Characters beside the mark of a cut that count as a part of a secret. Fewer tell nothing. */
const AT_CUT = 6;
/** The same where nothing shows that a text was cut: at most half of a secret, since a short beginning can be a usual word. */
const [FEWEST, MOST] = [12, 24];
/** Where programs cut texts, at the end or in the middle. */
const CUT = /…|\.{3}/g;

/** The forms of secrets that can be recognised by a part. */
export function cutForms(forms: readonly string[]): readonly CutForm[] {
  return forms
    .filter((form) => form.length > AT_CUT)
    .map((form) => {
      // Scheme and host of an address are no secret, and may be in many texts.
      const host = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s]*(?=[/?#])/i.exec(form)?.[0].length ?? 0;
      return { form, least: host + Math.max(FEWEST, Math.min(MOST, Math.ceil((form.length - host) / 2))) };
    });
}

/** The text with `***` for what is left of secrets where somebody cut it. */
export function hideCut(text: string, forms: readonly CutForm[]): string {
  const long = forms.reduce(hideBeginnings, text);
  const pieces = long.split(CUT);
  if (pieces.length === 1) return long;
  const marks = long.match(CUT) ?? [];
  return pieces
    .map((piece, at) => {
      const after = at === 0 ? piece : hideEnding(piece, forms);
      return `${at === pieces.length - 1 ? after : hideStart(after, forms)}${marks[at] ?? ''}`;
    })
    .join('');
}

/** A long beginning is hidden with all that follows of the secret. */
function hideBeginnings(text: string, { form, least }: CutForm): string {
  if (form.length <= least) return text;
  const start = form.slice(0, least);
  let safe = text;
  for (let at = safe.indexOf(start); at !== -1; at = safe.indexOf(start, at + 3)) {
    let end = at + least;
    while (end < safe.length && end - at < form.length && safe[end] === form[end - at]) end += 1;
    safe = `${safe.slice(0, at)}***${safe.slice(end)}`;
  }
  return safe;
}

/** Hides the beginning of a secret at the end of what is before a cut. */
function hideStart(piece: string, forms: readonly CutForm[]): string {
  const bare = piece.trimEnd();
  let most = 0;
  for (const { form, least } of forms) {
    for (let size = Math.min(form.length, least) - 1; size >= AT_CUT && size > most; size -= 1) {
      if (bare.endsWith(form.slice(0, size))) most = size;
    }
  }
  return most === 0 ? piece : `${bare.slice(0, -most)}***${piece.slice(bare.length)}`;
}

/** Hides the ending of a secret at the start of what is after a cut. */
function hideEnding(piece: string, forms: readonly CutForm[]): string {
  const bare = piece.trimStart();
  const first = bare.slice(0, AT_CUT);
  if (first.length < AT_CUT) return piece;
  let most = 0;
  for (const { form } of forms) {
    for (let at = form.indexOf(first, 1); at !== -1 && form.length - at > most; at = form.indexOf(first, at + 1)) {
      if (bare.startsWith(form.slice(at))) most = form.length - at;
    }
  }
  return most === 0 ? piece : `${piece.slice(0, piece.length - bare.length)}***${bare.slice(most)}`;
}
