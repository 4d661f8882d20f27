/** Log of a part of the sandbox, one line per call. */
export type Log = (line: string) => void;
