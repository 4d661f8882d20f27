import type { ChangeSet } from '../change/change.js';
import type { RunNote } from '../change/run-note.js';
import type { Diagnostic } from '../config/diagnostic.js';
import { plural } from '../config/text.js';
import { details, fence, table } from './markdown.js';
import { safeUrl, warningDetails } from './plan-comment.js';
import {
  AREAS,
  areaTable,
  changesIn,
  countActions,
  homesTable,
  hubDiff,
  peopleTable,
  settingsTable,
  signedCounts,
  terraformTable,
} from './table.js';
import { runNoteText } from './text/run-note.js';
import { verdict } from './text/verdict.js';
import type { Writer } from './writer.js';

/** A step of a run and how it ended; `unknown` if it was not reached. */
export interface CompletedStep {
  readonly what: string;
  readonly state: 'good' | 'bad' | 'unknown';
}

/** One line of evidence for a failure. */
export interface Evidence {
  readonly when: string;
  readonly from: string;
  readonly what: string;
}

interface Common {
  readonly hub: string;
  /** Writes text from outside for those who can read the report. */
  readonly write: Writer;
}

/** What the summary of a run that changed something (or had nothing to change) is made of. */
export interface DoneReport extends Common {
  readonly command: 'apply' | 'sync-users' | 'destroy';
  readonly changeSet: ChangeSet;
  readonly notes?: readonly RunNote[];
  readonly seconds?: number;
  /** Where people enter the hub; shown as text that can be opened. */
  readonly hubUrl?: string | undefined;
  readonly warnings?: readonly Diagnostic[];
  /** Resources that a destroy retains, each with its place. */
  readonly retained?: readonly { readonly what: string; readonly where: string }[];
  readonly completedSteps?: readonly CompletedStep[];
}

/** What the summary of a failed run is made of. */
export interface FailureReport extends Common {
  readonly command: string;
  /** The step at which it failed, such as `wait for the hub`. */
  readonly step?: string | undefined;
  /** One sentence with the cause. */
  readonly message: string;
  readonly where?: string | undefined;
  readonly hint?: string | undefined;
  /** Findings in the files, one line each. */
  readonly findings?: readonly string[];
  readonly completedSteps?: readonly CompletedStep[];
  readonly evidence?: readonly Evidence[];
  /** Last lines of the program that failed; secrets are gone from them already. */
  readonly log?: string | undefined;
}

const SIGNS = { good: '✅', bad: '❌', unknown: '❔' } as const;

/** Step summary of apply, sync-users and destroy: what was done, the completed steps, and the retained resources. */
export function doneSummary(report: DoneReport): string {
  const { write } = report;
  const { changes } = report.changeSet;
  const time = report.seconds === undefined ? '' : ` in ${durationText(report.seconds)}`;
  const title = `### JupyterHub ${write.code(report.hub)} · ${report.command} done${time}`;
  const nothing = '**Nothing to do: platform, hub and people were as the files say.**';
  return join([
    title,
    changes.length === 0 ? nothing : `**${doneSentence(report, write)}**`,
    !report.hubUrl || safeUrl(report.hubUrl) === '#' ? '' : `Enter at <${safeUrl(report.hubUrl)}>`,
    changes.length === 0 ? '' : areaTable(changes, write),
    stepLine(report.completedSteps, write),
    noteList(report.notes?.map(runNoteText), write),
    retainedTable(report, write),
    ...changeDetails(report.changeSet, write),
    warningDetails(report.warnings ?? [], write),
  ]);
}

/** Step summary of a failure: where it failed, the completed steps, what to do, and folded evidence. */
export function failureSummary(report: FailureReport): string {
  const { write } = report;
  const at = report.step === undefined ? '' : ` at "${write.prose(report.step)}"`;
  const place = report.where === undefined ? '' : ` (${write.code(report.where)})`;
  const rows = (report.evidence ?? []).map(({ when, from, what }) => [
    write.prose(when),
    write.code(from),
    write.prose(what),
  ]);
  return join([
    `### JupyterHub ${write.code(report.hub)} · ${write.prose(report.command)} failed${at}`,
    `**${write.prose(sentence(report.message))}**`,
    stepLine(report.completedSteps, write),
    report.hint === undefined && place === ''
      ? ''
      : `What to do:${report.hint === undefined ? ' see the place of the cause' : ` ${write.prose(report.hint)}`}${place}`,
    noteList(report.findings, write),
    rows.length === 0 ? '' : details('Evidence', table(['when', 'from', 'what'], rows)),
    report.log ? details('Last lines', fence(write.plain(report.log))) : '',
  ]);
}

/** `4 min 10 s` from seconds. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function doneSentence(report: DoneReport, write: Writer): string {
  const { changes } = report.changeSet;
  if (report.command !== 'destroy') return verdict(changes, write);
  const retained = report.retained?.length ?? 0;
  const gone = `${plural(countActions(changes, 'delete'), 'thing')} removed.`;
  return `${gone} ${retained === 0 ? 'Nothing is kept.' : `${retained} kept, listed below.`}`;
}

const TABLES = {
  settings: settingsTable,
  people: peopleTable,
  platform: terraformTable,
  hub: hubDiff,
  homes: homesTable,
} as const;

function changeDetails({ changes }: ChangeSet, write: Writer): string[] {
  return AREAS.map((area) => {
    const ours = changesIn(area, changes);
    if (ours.length === 0) return '';
    return details(`${area.emoji} ${area.title} ${signedCounts(ours)}`, TABLES[area.name](ours, write));
  });
}

function stepLine(completedSteps: readonly CompletedStep[] | undefined, write: Writer): string {
  if (!completedSteps || completedSteps.length === 0) return '';
  return `State now: ${completedSteps.map(({ what, state }) => `${write.prose(what)} ${SIGNS[state]}`).join(' · ')}`;
}

function noteList(notes: readonly string[] | undefined, write: Writer): string {
  return (notes ?? []).map((note) => `- ${write.prose(note)}`).join('\n');
}

function retainedTable(report: DoneReport, write: Writer): string {
  if (!report.retained || report.retained.length === 0) return '';
  const rows = report.retained.map(({ what, where }) => [write.prose(what), write.code(where)]);
  return `Kept:\n\n${table(['what', 'where'], rows)}`;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message.trim()) ? message.trim() : `${message.trim()}.`;
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
