import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { suggestTimes } from '../../../src/schedule/suggest-times.ts';
import { parseTimetable } from '../../../src/schedule/timetable.ts';

const told = (typed: string, zone = 'Europe/Berlin'): string => {
  try {
    parseTimetable(typed, zone);
  } catch (error) {
    if (error instanceof InputError) return error.userMessage;
    throw error;
  }
  return 'It was read.';
};

describe('A timetable in words', () => {
  it.each([
    ['weekdays 07:30', '30 7 * * 1-5', 'weekdays 07:30'],
    ['mon-fri 7.30', '30 7 * * 1-5', 'weekdays 07:30'],
    ['Monday to Friday at 7:30 pm', '30 19 * * 1-5', 'weekdays 19:30'],
    ['every weekday 7.30 a.m.', '30 7 * * 1-5', 'weekdays 07:30'],
    ['daily 6am', '0 6 * * *', 'daily 06:00'],
    ['12 am daily', '0 0 * * *', 'daily 00:00'],
    ['07:30', '30 7 * * *', 'daily 07:30'],
    ['Mondays and Thursdays 18:00', '0 18 * * 1,4', 'Mondays and Thursdays 18:00'],
    ['tues,thurs 9h30', '30 9 * * 2,4', 'Tuesdays and Thursdays 09:30'],
    ['fri to mon noon', '0 12 * * 1,5,6,0', 'Mondays, Fridays, Saturdays and Sundays 12:00'],
    ["sat sun 7 o'clock", '0 7 * * 6,0', 'weekends 07:00'],
    ['daily except sunday and monday 0730', '30 7 * * 2,3,4,5,6', undefined],
    ['every day at 7:30 and 18:00', '30 7 * * *;0 18 * * *', 'daily 07:30 and 18:00'],
    ['every hour', '0 * * * *', 'every hour'],
    ['hourly on weekends', '0 * * * 6,0', 'weekends every hour'],
    ['every other hour', '0 0,2,4,6,8,10,12,14,16,18,20,22 * * *', 'every 2 hours'],
    [
      'every 3 hours from 9 am to 5 pm mon-fri',
      '0 9,12,15 * * 1-5',
      'weekdays every 3 hours from 09:00 to 17:00',
    ],
    ['every 30 minutes 8:15-9:15', '15,45 8 * * *;15 9 * * *', 'every 30 minutes from 08:15 to 09:15'],
    ['first of the month 09:00', '0 9 1 * *', '1st of the month 09:00'],
    ['1st and 22nd of each month, 9 am', '0 9 1,22 * *', '1st and 22nd of the month 09:00'],
    ['last day of the month 17:00', '0 17 L * *', 'last day of the month 17:00'],
    ['monthly noon', '0 12 1 * *', '1st of the month 12:00'],
  ])('reads “%s”', (typed, cron, words) => {
    const timetable = parseTimetable(typed, 'Europe/Berlin');
    expect(timetable).toMatchObject({
      cron,
      zone: 'Europe/Berlin',
      ...(words === undefined ? {} : { words }),
    });
    expect(parseTimetable(timetable.words, 'Europe/Berlin')).toEqual(timetable);
  });

  it.each([
    ['', /^Say when it is to run/u],
    ['mondays', /^Add the time of day, as in “mondays 07:30”/u],
    ['blursday 7:30', /is no time to run at.+“weekdays 07:30”/u],
    ['weekdays 25:00', /“25:00” is no time of day/u],
    ['weekdays 13 pm', /“13 pm” is no time of day/u],
    ['every 7 hours', /^Steps are 15, 20/u],
    ['every minute', /^Steps are 15, 20/u],
    ['daily 07:30 and 07:40', /^That is too often/u],
    ['every hour from 18:00 to 8:00', /the earlier first/u],
    ['32nd of the month 09:00', /is no time to run at/u],
    ['daily except daily 9:00', /is no time to run at/u],
    ['x'.repeat(500), /is shorter/u],
  ])('says what to write instead of “%s”', (typed, sentence) => {
    expect(told(typed)).toMatch(sentence);
  });

  it('says which zone it does not know', () => {
    expect(told('daily 9:00', 'Europe/Atlantis')).toMatch(/“Europe\/Atlantis” is no time zone/u);
  });
});

describe('A timetable in cron', () => {
  it.each(['30 7 * * 1-5', '*/15 8-18 * * mon-fri', '0 9 1,15,L * *', '5 4 * jan-mar sun', '0 0 29 2 *'])(
    'keeps “%s” as it is',
    (cron) => {
      expect(parseTimetable(` ${cron} `, 'UTC')).toEqual({ cron, words: cron, zone: 'UTC' });
    },
  );

  it('takes shorthands, and several lines', () => {
    expect(parseTimetable('@daily', 'UTC').cron).toBe('0 0 * * *');
    expect(parseTimetable('30 7 * * 1-5 ; 0 9 * * 6', 'UTC').cron).toBe('30 7 * * 1-5;0 9 * * 6');
  });

  it.each([
    ['0 0 30 2 *', /never comes/u],
    ['0 0 31 4,6,9,11 *', /never comes/u],
    ['* * * *', /has 4 fields/u],
    ['* * * * * *', /has 6 fields/u],
    ['61 * * * *', /“61” can’t stand for the minute.+0 to 59/u],
    ['0 24 * * *', /“24” can’t stand for the hour/u],
    ['0 0 * * someday', /“someday” can’t stand for the day of the week.+mon/u],
    ['0 5-3 * * *', /“5-3” can’t stand for the hour/u],
    ['*/0 * * * *', /“\*\/0” can’t stand for the minute/u],
    ['0 1-2-3 * * *', /can’t stand for the hour/u],
    ['*/5 * * * *', /^That is too often/u],
  ])('says what is wrong with “%s”', (cron, sentence) => {
    expect(told(cron)).toMatch(sentence);
  });
});

describe('Times to choose from', () => {
  it('offers usual ones before anything is typed, and never more than asked for', () => {
    expect(suggestTimes('', 3)).toEqual(['weekdays 07:30', 'weekdays 18:00', 'daily 07:30']);
    expect(suggestTimes('', 25).length).toBeLessThanOrEqual(25);
  });

  it.each([
    ['mon', 'Mondays 07:30'],
    ['weekdays 7', 'weekdays 07:00'],
    ['weekdays 7:', 'weekdays 07:30'],
    ['tues and thurs', 'Tuesdays and Thursdays 07:30'],
    ['1st of', '1st of the month 09:00'],
    ['fri 6pm', 'Fridays 18:00'],
  ])('completes “%s”', (typed, wanted) => {
    expect(suggestTimes(typed, 25)).toContain(wanted);
  });

  it('offers nothing but what can be read, and that in the words it is kept under', () => {
    for (const typed of ['', 'm', 'every', '1', 'weekdays 7', 'noon', '30 7 * * 1-5', '😀']) {
      for (const line of suggestTimes(typed, 25)) expect(parseTimetable(line, 'UTC').words).toBe(line);
    }
  });
});
