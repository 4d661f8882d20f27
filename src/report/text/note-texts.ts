/** A text for each code of these notes. */
export type NoteTexts<N extends { readonly code: string }> = {
  readonly [Code in N['code']]: (note: Extract<N, { readonly code: Code }>) => string;
};
