import { InputError } from '../errors.ts';
import { listed } from './days-in-words.ts';

/** At which times of a day something runs. */
export interface Times {
  /** Minutes since midnight, rising. */
  readonly minutes: readonly number[];
  readonly words: string;
  /** What is left of what was typed. */
  readonly rest: string;
}

const CLOCK =
  /\b(?:(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:\s*(?<half>[ap])\.?m\b\.?)?|(?<full>\d{1,2})\s*(?:(?<fullHalf>[ap])\.?m\b\.?|h\b|o['’]clock\b)|(?<digits>[0-2]\d[0-5]\d)(?:\s*h(?:ou)?rs?)?\b|(?<word>noon|midday|midnight)\b)/gu;
const STEP =
  /\b(?:every|each)\s+(?:(?<count>\d{1,2})\s*|(?<other>other\s+)|(?<half>half(?:\s+an)?\s+)|(?:an?\s+|1\s+)?)(?<unit>hours?|h|minutes?|min)\b|\b(?<hourly>hourly)\b/u;
/** Two clock times, each a `|`. */
const SPAN = /(?:\b(?:from|between)\s*)?\|\s*(?:to|and|until|till|[-–—])\s*\|/u;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Takes the times out of what was typed; null where it names none. Throws InputError for a time that there isn't. */
export function readTimes(typed: string): Times | null {
  const step = STEP.exec(typed);
  const rest = step === null ? typed : typed.replace(step[0], ' ');
  const clocks = [...rest.matchAll(CLOCK)].map(minuteOf);
  if (step !== null) return readSteps(step, clocks, rest.replaceAll(CLOCK, '|').replace(SPAN, ' '));
  if (clocks.length === 0) return null;
  const minutes = [...new Set(clocks)].toSorted((one, other) => one - other);
  return { minutes, words: listed(minutes.map(clockOf)), rest: rest.replaceAll(CLOCK, ' ') };
}

/** `every 2 hours`, perhaps `from 8:00 to 18:00`. */
function readSteps(step: RegExpExecArray, clocks: readonly number[], left: string): Times {
  const length = lengthOf(step);
  const [from = 0, to = DAY - 1] = clocks;
  if (clocks.length > 2 || clocks.length === 1 || to < from) {
    throw new InputError(
      `“${step[0]}” takes no time of day, or two, the earlier first, such as “${step[0]} from 08:00 to 18:00”.`,
    );
  }
  const minutes = Array.from(
    { length: Math.floor((to - from) / length) + 1 },
    (_none, index) => from + index * length,
  );
  const every = sayLength(length);
  const words = clocks.length === 0 ? every : `${every} from ${clockOf(from)} to ${clockOf(to)}`;
  return { minutes, words, rest: left };
}

/** In minutes. Only what divides a day evenly: else the last step before midnight would be a shorter one. */
function lengthOf({ groups = {} }: RegExpExecArray): number {
  const unit = groups['unit']?.startsWith('m') === true ? 1 : HOUR;
  const count = groups['other'] === undefined ? Number(groups['count'] ?? 1) : 2;
  const length = groups['half'] === undefined ? count * unit : HOUR / 2;
  if (length < 15 || DAY % length !== 0) {
    throw new InputError(
      'Steps are 15, 20 or 30 minutes, or 1, 2, 3, 4, 6, 8 or 12 hours, such as “every 2 hours”; a single time goes as “daily 09:00”.',
    );
  }
  return length;
}

function sayLength(length: number): string {
  if (length === HOUR) return 'every hour';
  return length < HOUR ? `every ${length} minutes` : `every ${length / HOUR} hours`;
}

function minuteOf({ groups = {}, 0: text }: RegExpExecArray): number {
  const { word, digits } = groups;
  if (word !== undefined) return word === 'midnight' ? 0 : 12 * HOUR;
  const hour = Number(groups['hour'] ?? groups['full'] ?? digits?.slice(0, 2));
  const minute = Number(groups['minute'] ?? digits?.slice(2) ?? 0);
  const half = groups['half'] ?? groups['fullHalf'];
  const isReal = half === undefined ? hour < 24 : hour >= 1 && hour <= 12;
  if (!isReal || minute >= HOUR) {
    throw new InputError(`“${text.trim()}” is no time of day: write 00:00 to 23:59, or such as 7:30 pm.`);
  }
  return (half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * HOUR + minute;
}

/** `HH:MM`. */
function clockOf(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`;
}
