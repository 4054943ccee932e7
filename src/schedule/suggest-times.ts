import { InputError } from '../errors.ts';
import { parseTimetable } from './timetable.ts';

const DAYS = [
  'weekdays',
  'daily',
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
  'weekends',
  'Mondays and Thursdays',
  'Mondays, Wednesdays and Fridays',
  '1st of the month',
  'last day of the month',
];
const TIMES = ['07:30', '06:00', '07:00', '08:00', '09:00', '12:00', '17:00', '18:00', '21:00'];
const STEPS = ['every hour', 'every 2 hours', 'weekdays every hour from 08:00 to 18:00'];
const USUAL = [
  ...DAYS.slice(0, 2).flatMap((days) => [`${days} 07:30`, `${days} 18:00`]),
  ...STEPS,
  ...DAYS.slice(2).map((days) => `${days} 09:00`),
];
const COMMON = [...USUAL, ...DAYS.flatMap((days) => TIMES.map((time) => `${days} ${time}`))];

/** What may complete a half-typed time: each can be read as a timetable, in the words it is kept under. */
export function suggestTimes(typed: string, limit: number): readonly string[] {
  const start = typed.trim();
  if (start === '') return USUAL.slice(0, limit);
  const completed = [start, `${start}:00`, `${start}:30`, `${start}0`, `${start} am`, `${start} pm`]
    .concat(TIMES.slice(0, 5).map((time) => `${start} ${time}`))
    .flatMap(wordsOf);
  const words = start.toLowerCase().split(/\s+/u);
  const known = COMMON.filter((line) => words.every((word) => line.toLowerCase().includes(word)));
  return [...new Set([...completed.slice(0, 1), ...known, ...completed])].slice(0, limit);
}

function wordsOf(line: string): readonly string[] {
  try {
    return [parseTimetable(line, 'UTC').words];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
