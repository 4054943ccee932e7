import { describe, expect, it } from 'vitest';
import { findWrittenDate, readMachineDate } from '../../../../src/article/page/written-date.ts';

describe('a day written for people', () => {
  it.each([
    ['Published on November 19th, 2019 at 5 pm', '2019-11-19'],
    ['Mon 18 Nov 2019', '2019-11-18'],
    ['the 3rd of May 2020', '2020-05-03'],
    ['10:48, Tue, Nov 19, 2019', '2019-11-19'],
    ['19. November 2019, 10 Uhr', '2019-11-19'],
    ['am 3. März 2020 um', '2020-03-03'],
    ['5. Jänner 2021', '2021-01-05'],
    ['le 1er août 2018', '2018-08-01'],
    ['12 de outubro de 2018', '2018-10-12'],
    ['sexta-feira, 22 de outubro de 2010', '2010-10-22'],
    ['4 de marzo del 2031', '2031-03-04'],
    ['martedì 7 giugno 2022', '2022-06-07'],
    ['5 mei 2021', '2021-05-05'],
    ['den 3. maj 2022', '2022-05-03'],
    ['12 października 2021', '2021-10-12'],
    ['19 ноября 2019 г.', '2019-11-19'],
    ['2021. március 3.', '2021-03-03'],
    ['3 Ekim 2022', '2022-10-03'],
    ['2019年11月19日', '2019-11-19'],
    ['2019년 11월 19일', '2019-11-19'],
    ['2019. 11. 19', '2019-11-19'],
    ['19.11.2019, 10:00', '2019-11-19'],
    ['23/4/2019', '2019-04-23'],
    ['4/23/2019', '2019-04-23'],
    ['11/18/19 11:04 PM EST', '2019-11-18'],
    ['5/5/2019', '2019-05-05'],
  ])('%s is told', (text, day) => {
    expect(findWrittenDate(text)).toBe(day);
  });

  it.each([
    '3/4/2019',
    '1996-98',
    '31.2.2019',
    'version 10.4.11.2',
    'May',
    '2019',
    '12 people in 2019',
    '4.3.1850',
    '',
  ])('%j tells no day', (text) => {
    expect(findWrittenDate(text)).toBeNull();
  });

  it('in numbers is read in the order of its language', () => {
    expect(findWrittenDate('3/4/2019', 'month-first')).toBe('2019-03-04');
    expect(findWrittenDate('3/4/2019', 'day-first')).toBe('2019-04-03');
    expect(findWrittenDate('3.4.2019', 'month-first')).toBe('2019-04-03');
  });
});

describe('a date written for machines', () => {
  it.each([
    ['2019-11-19T08:00:00-0500', '2019-11-19T08:00:00-05:00'],
    ['2019-11-19T08:00:00.000+01:00', '2019-11-19T08:00:00.000+01:00'],
    ['2019-11-19 08:00 Z', '2019-11-19T08:00:00Z'],
    ['2019-11-19T08:00:00+02', '2019-11-19T08:00:00+02:00'],
    ['2019-11-19 08:00:00', '2019-11-19'],
    ['2019-11-19T10:00:00[Europe/Berlin]', '2019-11-19'],
    ['Tue, 19 Nov 2019 08:00:00 GMT', '2019-11-19T08:00:00Z'],
    ['19 Nov 2019 8:00 +0100', '2019-11-19T08:00:00+01:00'],
    ['20191119', '2019-11-19'],
    ['20191119T080000Z', '2019-11-19'],
    ['1574150400', '2019-11-19T08:00:00Z'],
    ['1574150400123', '2019-11-19T08:00:00Z'],
  ])('%s keeps its zone, and is a day without one', (written, date) => {
    expect(readMachineDate(written)).toBe(date);
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01', '2019-13-45', 'now', '', '2031-02-30T10:00:00Z'])(
    '%j is none',
    (written) => {
      expect(readMachineDate(written)).toBeNull();
    },
  );
});
