import { ToolError } from '../errors.js';

/** How long a terraform may say nothing. Times are milliseconds. */
export interface Patience {
  /** After this time without a word the reason is looked for, and again each time. */
  readonly silence: number;
  /** For so long the storage of the state may fail before terraform is ended. */
  readonly fault: number;
}

/** What a watch needs of the run. */
export interface WatchOptions {
  readonly patience: Patience;
  /** Such as `terraform plan of the platform`. */
  readonly doing: string;
  readonly say: (line: string) => void;
  /** Why the storage of the state gives no answer; undefined where it does. */
  readonly fault: () => Promise<ToolError | undefined>;
}

/**
 * Watches a terraform that may wait for ever: says that it still runs, and ends it where the storage of its state has
 * failed for too long. `hear` is to be called with each of its words.
 */
export function watchSilence({ patience, doing, say, fault }: WatchOptions) {
  const end = new AbortController();
  const start = Date.now();
  let heard = start;
  let failing: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const found = await fault().catch(() => undefined);
    if (timer === undefined || end.signal.aborted) return; // it has ended meanwhile
    if (found === undefined) failing = undefined;
    else failing ??= Date.now();
    if (found !== undefined && failing !== undefined && Date.now() - failing >= patience.fault) {
      end.abort(found);
      return;
    }
    const why = found === undefined ? '' : `: ${found.message}`;
    say(`  ${doing} has said nothing for ${Math.round((Date.now() - heard) / 1000)} s${why}`);
    next();
  };
  const next = (): void => {
    timer = setTimeout(() => {
      if (Date.now() - heard < patience.silence) next();
      else void look();
    }, patience.silence);
    timer.unref();
  };
  next();
  return {
    /** Aborts with the fault of the storage. */
    signal: end.signal,
    hear: (): void => {
      heard = Date.now();
    },
    stop: (): void => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** The fault for which a watch has ended terraform. */
export function endedBy(signal: AbortSignal): ToolError | undefined {
  return signal.reason instanceof ToolError ? signal.reason : undefined;
}

/** Terraform was ended because the storage of its state failed. It may have left its lock. */
export class StalledError extends ToolError {
  /** @param command what may have changed something; false where nothing was changed */
  constructor(fault: ToolError, where: string, command: 'apply' | 'destroy' | false) {
    super(fault.message, {
      where: fault.where ?? where,
      hint: command
        ? `The state may lack what was done last. When the storage answers again, run ${command} again, which finds it.`
        : (fault.hint ?? 'Nothing was changed.'),
      cause: fault,
    });
  }
}
