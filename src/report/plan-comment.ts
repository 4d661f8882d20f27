import { addressOf, type Change, type ChangeSet } from '../change/change.js';
import { lostChanges } from '../change/guard.js';
import type { RunNote } from '../change/run-note.js';
import type { Diagnostic } from '../config/diagnostic.js';
import { plural } from '../config/text.js';
import type { CostEstimate } from './cost/cost.js';
import { costDetails, costNotes, costSentence } from './cost/text.js';
import { byteLength, COMMENT_LIMIT, details, fence, truncate } from './markdown.js';
import {
  AREAS,
  type Area,
  areaTable,
  changesIn,
  countActions,
  homesTable,
  hubDiff,
  peopleTable,
  settingsTable,
  terraformTable,
} from './table.js';
import { rightsList } from './text/rights.js';
import { runNoteText } from './text/run-note.js';
import { verdict } from './text/verdict.js';
import { type Writer, writer } from './writer.js';

/** What a reviewer needs to know about a change before the merge. */
export interface PlanReport {
  readonly hub: string;
  /** Commit that was planned; its first seven characters are shown. */
  readonly commit?: string | undefined;
  readonly changeSet: ChangeSet;
  readonly notes?: readonly RunNote[];
  /** What the change costs by the operator's own prices; undefined where none are given or needed. */
  readonly cost?: CostEstimate | undefined;
  /** Findings in the files; errors never get this far. */
  readonly warnings?: readonly Diagnostic[];
  readonly fingerprint?: string | undefined;
  /** True where apply does only what was reviewed. */
  readonly isBinding?: boolean;
  /** Programs and their versions, ours among them. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly links?: { readonly summary?: string | undefined };
  /** Writes text from outside for those who can read the report. */
  readonly write: Writer;
}

const SHOWN = 20;

/** First line of the one comment that a hub has on a pull request; hub names hold only letters, digits and dashes. */
export function planMarker(hub: string): string {
  return `<!-- jupyterhub-gke:plan:${hub.replace(/[^A-Za-z0-9-]/g, '')} -->`;
}

/** The comment on a pull request: verdict first, then the areas, then folded details, always within GitHub's limit. */
export function planComment(report: PlanReport): string {
  const rest = report.links?.summary
    ? `in the [step summary](${safeUrl(report.links.summary)})`
    : 'in the step summary of this run';
  return shareRoom(
    [planMarker(report.hub), '', ...planHead(report)].join('\n'),
    planDetails(report),
    footer(report),
    rest,
    COMMENT_LIMIT,
  );
}

/** The same report without a limit of its own, for the step summary. */
export function planText(report: PlanReport): string {
  const unlinked = { ...report, links: {} };
  return [planHead(unlinked).join('\n'), ...planDetails(unlinked), footer(unlinked)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Heading and verdict; a plan without a change is one line. */
function planHead(report: PlanReport): string[] {
  const { changes } = report.changeSet;
  const { write } = report;
  const of = report.commit === undefined ? '' : ` for ${write.code(report.commit.slice(0, 7))}`;
  const heading = `### JupyterHub ${write.code(report.hub)} · plan${of}`;
  const { cost } = report;
  const notes = [...(report.notes ?? []).map(runNoteText), ...(cost === undefined ? [] : costNotes(cost))].map(
    (note) => `- ${write.prose(note)}`,
  );
  const aside = notes.length === 0 ? [] : ['', ...notes];
  if (changes.length === 0)
    return [heading, '', '**No change: platform, hub and people are as the files say.**', ...aside];
  const said = [verdict(changes, write), cost === undefined ? '' : costSentence(cost, write)].filter(Boolean).join(' ');
  const table = areaTable(changes, write, lostChanges(report.changeSet));
  return [heading, '', `**${said}**`, '', table, ...acknowledgeHow(report, write), ...aside];
}

/** How to acknowledge losses; empty if nothing would be lost. */
function acknowledgeHow(report: PlanReport, write: Writer): string[] {
  const lost = lostChanges(report.changeSet);
  if (lost.length === 0) return [];
  const of = report.commit === undefined ? 'the last commit' : `commit ${write.code(report.commit.slice(0, 7))}`;
  const lines = lost
    .slice(0, SHOWN)
    .map((change) => write.plain(`acknowledge: ${addressOf(change)}`).replace(/\s+/g, ' '));
  const more = lost.length > SHOWN ? `\n\n… and ${lost.length - SHOWN} more.` : '';
  return [
    '',
    `To acknowledge, write these lines into the text of an approving review of ${of}. It counts if the reviewer is not the author and has write access.`,
    '',
    `${fence(lines.join('\n'))}${more}`,
  ];
}

function planDetails(report: PlanReport): string[] {
  const { write } = report;
  const roles = rightsList(report.changeSet.changes, write);
  const parts = AREAS.map((area) => {
    const changes = changesIn(area, report.changeSet.changes);
    if (area.name === 'people' && roles !== '') {
      const people = changes.length === 0 ? [] : [peopleTable(changes, write)];
      return details('People', [...people, roles].join('\n\n'));
    }
    return changes.length === 0 ? '' : areaDetails(area, changes, write);
  });
  const cost = report.cost === undefined ? '' : costDetails(report.cost, write);
  return [...parts, cost, warningDetails(report.warnings ?? [], write)].filter((part) => part !== '');
}

function areaDetails({ name }: Area, changes: readonly Change[], write: Writer): string {
  if (name === 'settings') return details('Settings of the configuration', settingsTable(changes, write));
  if (name === 'people') return details('People', peopleTable(changes, write));
  if (name === 'hub') return details('Hub (helm)', hubDiff(changes, write));
  if (name === 'homes') {
    const gone = countActions(changes, 'delete');
    return details(gone === 0 ? 'Homes' : `Homes (${gone} deleted for good)`, homesTable(changes, write));
  }
  const sums = [
    `${countActions(changes, 'create', 'replace')} to add`,
    `${countActions(changes, 'update')} to change`,
    `${countActions(changes, 'delete', 'replace')} to destroy`,
  ];
  return details(`Platform (terraform: ${sums.join(', ')})`, terraformTable(changes, write));
}

/** Warnings of the files with rule and place; empty where there is none. */
export function warningDetails(warnings: readonly Diagnostic[], write: Writer): string {
  if (warnings.length === 0) return '';
  return details(`⚠️ ${plural(warnings.length, 'warning')}`, findingList(warnings, write));
}

/** Findings as a list, each with its place, rule, message and hint. */
export function findingList(findings: readonly Diagnostic[], write: Writer): string {
  return findings
    .map(({ file, line, rule, message, hint }) => {
      const advice = hint === undefined ? '' : ` ${write.prose(hint)}`;
      return `- ${write.code(`${file}:${line}`)} ${write.code(rule)} ${write.prose(message)}${advice}`;
    })
    .join('\n');
}

function footer(report: PlanReport): string {
  const write = writer(false, report.write.redact);
  const { fingerprint, links, versions } = report;
  const promise = report.isBinding
    ? 'Applied after the merge only if a fresh plan is the same'
    : 'Apply plans again after the merge, shows the plan and does it';
  // Whole where there is no other place that has it. Anything else is not cut: hiding and escaping come after.
  const isPrint = /^[0-9a-f]{64}$/.test(fingerprint ?? '');
  const shown = links?.summary && isPrint ? `${fingerprint?.slice(0, 12)}…` : fingerprint;
  return [
    ...(report.changeSet.changes.length === 0 ? [] : [promise]),
    ...(shown === undefined ? [] : [`Fingerprint ${write.code(shown)}`]),
    ...(links?.summary ? [`full plan: [step summary](${safeUrl(links.summary)})`] : []),
    ...Object.entries(versions ?? {}).map(([name, version]) => `${write.code(name)} ${write.prose(version)}`),
  ].join(' · ');
}

/** A URL that cannot end the link it stands in; anything but http(s) becomes `#`. */
export function safeUrl(url: string): string {
  if (!URL.canParse(url)) return '#';
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return '#';
  return href.replace(/[^A-Za-z0-9:/?#@&=%.,;+~-]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/** Shares the room among the folded parts: small ones stay whole, the largest are cut with a note where the rest is. */
function shareRoom(head: string, parts: readonly string[], end: string, rest: string, limit: number): string {
  const note = `*Cut here: too long for a comment. The rest is ${rest}.*`;
  const kept = new Map<string, string>();
  // The head is short by construction (limited cells), yet notes come from outside.
  const start = truncate(head, Math.floor(limit / 2), note);
  let room = limit - byteLength(start) - byteLength(end) - 2 * (parts.length + 1);
  const bySize = [...parts].sort((a, b) => byteLength(a) - byteLength(b));
  for (const [index, part] of bySize.entries()) {
    const short = truncate(part, Math.floor(room / (bySize.length - index)), note);
    kept.set(part, short);
    room -= byteLength(short);
  }
  return [start, ...parts.map((part) => kept.get(part) ?? ''), end].filter((part) => part !== '').join('\n\n');
}
