import { InputError } from '../errors.ts';
import type { Timetable } from '../records/briefing.ts';
import { readCronLine, spellOut, type CronRule } from './cron-line.ts';
import { readDays } from './days-in-words.ts';
import { readTimes } from './times-in-words.ts';
import { offsetAt } from './zone-time.ts';

const EXAMPLES =
  '“weekdays 07:30”, “Mondays and Thursdays 18:00”, “every hour”, “first of the month 09:00”, or cron’s five fields such as “30 7 * * 1-5”';

const FILLER = new Set(['at', 'on', 'the', 'every', 'each', 'of', 'and', 'in', 'a', '&', '+', '/']);
const LONGEST = 100;

/** In minutes: more often than this is a flood. */
const SHORTEST_GAP = 15;

/**
 * Reads when something is to run, in words or in cron's five fields, in a zone by its IANA name. Throws InputError with what to
 * write instead.
 */
export function parseTimetable(typed: string, zone: string): Timetable {
  const text = typed.trim().replaceAll(/\s+/gu, ' ');
  if (text.length > LONGEST)
    throw new InputError(`A time to run at is shorter. Write for example ${EXAMPLES}.`);
  if (text === '') throw new InputError(`Say when it is to run, for example ${EXAMPLES}.`);
  checkZone(zone);
  const spelt = text.split(';').map(spellOut).join(';');
  const timetable = isCron(text) ? { cron: spelt, words: spelt, zone } : { ...readWords(text), zone };
  for (const line of timetable.cron.split(';')) checkGaps(readCronLine(line));
  return timetable;
}

function checkGaps({ minutes }: CronRule): void {
  if (minutes.some((minute, index) => index > 0 && minute - (minutes[index - 1] ?? 0) < SHORTEST_GAP)) {
    throw new InputError(
      'That is too often: leave 15 minutes or more between two times, as in “every 15 minutes”.',
    );
  }
}

function checkZone(zone: string): void {
  try {
    offsetAt(zone, 0);
  } catch (error) {
    throw new InputError(`“${zone}” is no time zone: write an IANA name such as Europe/Berlin.`, {
      cause: error,
    });
  }
}

/** Only cron has stars and shorthands, or nothing but fields of digits and names. */
function isCron(text: string): boolean {
  if (/[*@;]/u.test(text)) return true;
  const fields = text.split(' ');
  return fields.length === 5 && fields.slice(0, 3).every((field) => /^[\dl][\dl,/-]*$/iu.test(field));
}

function readWords(text: string): Pick<Timetable, 'cron' | 'words'> {
  const times = readTimes(text.toLowerCase());
  const left = (times?.rest ?? text.toLowerCase()).replaceAll(/[-–—]/gu, ' to ').replaceAll(/[,.;]/gu, ' ');
  const days = readDays(left.split(/\s+/u).filter((word) => word !== '' && !FILLER.has(word)));
  if (days === null) {
    throw new InputError(
      `“${text}” is no time to run at that OnRecord can read. Write for example ${EXAMPLES}.`,
    );
  }
  if (times === null) {
    throw new InputError(`Add the time of day, as in “${text} 07:30”. Others: ${EXAMPLES}.`);
  }
  const isStep = times.words.startsWith('every');
  const words = isStep && days.words === 'daily' ? times.words : `${days.words} ${times.words}`;
  return { cron: cronOf(times.minutes, days.fields), words };
}

/** One line for all hours that share their minutes. */
function cronOf(times: readonly number[], dayFields: string): string {
  const minutesByHour = Map.groupBy(times, (time) => Math.floor(time / 60));
  const byMinutes = Map.groupBy(minutesByHour, ([, inHour]) => inHour.map((time) => time % 60).join(','));
  return [...byMinutes]
    .map(([minutes, hours]) => {
      const all = hours.length === 24 ? '*' : hours.map(([hour]) => hour).join(',');
      return `${minutes} ${all} ${dayFields}`;
    })
    .join(';');
}
