import type { RunNote } from '../../change/run-note.js';
import type { Json } from '../../config/model.js';
import { ACCESS_NOTES } from './access-note.js';
import { HOMES_NOTES } from './homes-note.js';
import type { NoteTexts } from './note-texts.js';
import { PLAN_NOTES } from './plan-note.js';

const TEXTS: NoteTexts<RunNote> = { ...PLAN_NOTES, ...ACCESS_NOTES, ...HOMES_NOTES };

/** A note in words, one or more sentences. */
export function runNoteText(note: RunNote): string {
  return (TEXTS[note.code] as (note: RunNote) => string)(note);
}

/** Notes as documents have them: code, data, and the words as `message`. */
export function noteDocuments<N extends object>(notes: readonly N[], text: (note: N) => string): Json[] {
  return notes.map((note) => ({ ...note, message: text(note) }) as unknown as Json);
}
