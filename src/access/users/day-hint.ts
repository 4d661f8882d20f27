import { isCalendarDay } from './grammar.js';

const PLAIN = 'Write the last day of access, such as 2027-06-30.';
/** What people write for access that has no end. */
const NO_END = /^(-+|n\/?a|none|null|never|no|no end|unlimited|permanent|always|forever|open|∞)$/i;

/**
 * How to write a day that is in the form of a spreadsheet, another country or another program. Which of 1/2/2027 is the
 * month is not guessed.
 */
export function dayHint(written: string): string {
  const text = written.trim();
  if (NO_END.test(text) || text.startsWith('9999')) return 'Leave it out: access then has no end.';
  const readings = [...new Set(readingsOf(text))].filter(isCalendarDay);
  if (readings.length > 0) return `Write ${readings.join(' or ')}.`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'Write a day as YYYY-MM-DD, from 1900 to 9998.';
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))) : undefined;
  return serial === undefined
    ? PLAIN
    : `This may be a spreadsheet's number for ${serial.toISOString().slice(0, 10)}. Format the column as YYYY-MM-DD before the export.`;
}

/** The days that a text can mean, as YYYY-MM-DD. Some are not in the calendar. */
function readingsOf(text: string): string[] {
  const iso = (year: string, month: string, day: string): string =>
    `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\.?$/.exec(text);
  if (yearLast !== null) {
    const [, first = '', second = '', year = ''] = yearLast;
    return [iso(year, second, first), iso(year, first, second)];
  }
  const yearFirst =
    /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})(-)(\d{2})-(\d{2})[T ]\d/.exec(text);
  if (yearFirst !== null) {
    const [, year = '', , month = '', day = ''] = yearFirst;
    return [iso(year, month, day)];
  }
  // A month by its English name. Date reads much else too, such as "room 5".
  if (!/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.test(text) || !/\b\d{4}\b/.test(text)) return [];
  const time = Date.parse(`${text.replace(/(\d)(st|nd|rd|th)\b/i, '$1')} UTC`);
  return Number.isNaN(time) ? [] : [new Date(time).toISOString().slice(0, 10)];
}
