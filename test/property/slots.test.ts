import {
  assert,
  constantFrom,
  integer,
  option,
  property,
  record,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestSlot, nextSlots } from '../../src/schedule/next-slots.ts';
import { walkSlots, type WallTime } from '../support/slot-oracle.ts';

const DAY = 86_400_000;

/** Zones, each with days around which its clocks are set. */
const TURNS: readonly (readonly [string, string])[] = [
  ['Europe/Berlin', '2031-03-30'],
  ['Europe/Berlin', '2031-10-26'],
  ['America/New_York', '2028-03-12'],
  ['America/St_Johns', '2028-11-05'],
  ['America/Santiago', '2031-09-07'],
  ['Australia/Lord_Howe', '2031-10-05'],
  ['Australia/Lord_Howe', '2031-04-06'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kolkata', '2028-02-29'],
  ['Africa/Cairo', '2031-04-25'],
  ['UTC', '2028-02-29'],
];

const someOf = (from: number, to: number) =>
  uniqueArray(integer({ min: from, max: to }), { minLength: 1, maxLength: 4 });
const orAny = (numbers: Arbitrary<number[]>) => option(numbers, { nil: null });
const field = (numbers: readonly number[] | null): string => numbers?.join(',') ?? '*';
const holds = (numbers: readonly number[] | null, number: number): boolean =>
  numbers?.includes(number) ?? true;

const cases = record({
  turn: constantFrom(...TURNS),
  minutes: orAny(someOf(0, 59)),
  hours: orAny(someOf(0, 4)),
  days: orAny(someOf(1, 31)),
  weekdays: orAny(someOf(0, 6)),
  before: integer({ min: 0, max: 48 * 60 }),
});

describe('The slots of a timetable', () => {
  it('are those that a clock on the wall shows, minute by minute, wherever clocks are set', () => {
    assert(
      property(cases, ({ turn: [zone, turnDay], minutes, hours, days, weekdays, before }) => {
        const cron = `${field(minutes)} ${field(hours)} ${field(days)} * ${field(weekdays)}`;
        const isOnDay = ({ day, weekday }: WallTime): boolean =>
          days !== null && weekdays !== null
            ? holds(days, day) || holds(weekdays, weekday)
            : holds(days, day) && holds(weekdays, weekday);
        const isWanted = (time: WallTime): boolean =>
          holds(minutes, time.minute % 60) && holds(hours, Math.floor(time.minute / 60)) && isOnDay(time);
        const from = Date.parse(turnDay) - before * 60_000;
        const until = from + 4 * DAY;
        const expected = walkSlots(zone, from, until, isWanted);
        const timetable = { cron, words: cron, zone };
        const found = nextSlots(timetable, new Date(from - 1).toISOString(), expected.length + 1);
        expect(found.map(Date.parse).filter((slot) => slot < until)).toEqual(expected);
        const newest = latestSlot(timetable, new Date(until - 1).toISOString());
        const isWithin = newest !== null && Date.parse(newest) >= from;
        expect(isWithin ? Date.parse(newest) : undefined).toBe(expected.at(-1));
      }),
      { numRuns: 150 },
    );
  });

  it('rise, each after the one before and after the instant asked about', () => {
    const instants = integer({ min: Date.parse('2024-01-01'), max: Date.parse('2040-01-01') });
    assert(
      property(cases, instants, ({ turn: [zone], minutes, hours, days }, instant) => {
        const cron = `${field(minutes)} ${field(hours)} ${field(days)} * *`;
        const after = new Date(instant).toISOString();
        const slots = nextSlots({ cron, words: cron, zone }, after, 5);
        expect(slots).toHaveLength(5);
        expect([after, ...slots]).toEqual([...new Set([after, ...slots])].toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
