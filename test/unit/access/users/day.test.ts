import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter, lastDay } from '../../../../src/access/users/day.js';

describe('the end of a day', () => {
  test('is the start of the next one, in UTC or in a time zone', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01T00:00:00Z');
    expect(dayAfter('2026-12-31', 'Europe/Berlin')).toBe('2027-01-01T00:00:00+01:00');
    expect(dayAfter('2026-06-30', 'America/Los_Angeles')).toBe('2026-07-01T00:00:00-07:00');
    expect(dayAfter('2026-06-30', 'Asia/Kolkata')).toBe('2026-07-01T00:00:00+05:30');
  });

  test('is right on a day when summer time begins or ends', () => {
    expect(dayAfter('2027-03-27', 'Europe/Berlin')).toBe('2027-03-28T00:00:00+01:00');
    expect(dayAfter('2027-03-28', 'Europe/Berlin')).toBe('2027-03-29T00:00:00+02:00');
    expect(dayAfter('2027-10-30', 'Europe/Berlin')).toBe('2027-10-31T00:00:00+02:00');
    expect(dayAfter('2027-10-31', 'Europe/Berlin')).toBe('2027-11-01T00:00:00+01:00');
    expect(dayAfter('2003-04-24', 'Africa/Cairo')).toBe('2003-04-25T00:00:00+02:00');
  });

  test('is undefined for a day that is not in the calendar', () => {
    for (const day of ['2027-02-29', '2027-13-01', '9999-12-31', 'soon', '']) expect(dayAfter(day)).toBeUndefined();
  });

  test('gives back its last day, in every zone', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Africa/Cairo');
    fc.assert(
      fc.property(day, zone, (one, timezone) => {
        const end = dayAfter(one, timezone) ?? '';
        expect(lastDay(end)).toBe(one);
        // The day itself is over, and not more than that: no zone's day is shorter than 23 hours.
        const local = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' });
        expect(local.format(Date.parse(end) - 1)).toBe(one);
        expect(local.format(Date.parse(end)) > one).toBe(true);
      }),
    );
  });
});
