import { only, weekdayOf, weekOf, type Day } from './calendar.ts';
import { patternAt, type Groups, type Rule, type Setting } from './rule.ts';
import { liesAhead } from './tense.ts';
import { COUNT, countOf, GAP, NO_LETTER_AFTER, PART_OF_DAY, WEEKDAY, weekdayNumber } from './words.ts';

/** "Black Friday", "Bloody Sunday": names of a day that is none of last week's. */
const NAMED_BY =
  /\b(?:Ash|Big|Black|Bloody|Blue|Casual|Clean|Cyber|Easter|Fat|Freaky|Giving|Good|Green|Holy|Man|Maundy|Orange|Palm|Red|Ruby|Sheffield|Shrove|Spy|Super|Throwback|Whit|Wild|ASH|BLACK|BLOODY|CYBER|EASTER|GOOD|HOLY|PALM|SUPER)[ \u00a0-]$/u;

/** "The Sunday Times", "Sunday school", "Friday Night Lights". */
const NAMES_WHAT =
  /^[ \u00a0](?:Addams|Age|Agreement|Business|Club|Express|Football|Group|Herald|Independent|League|Magazine|Mail|Mirror|Post|School|Sport|Standard|Star|Sun|Telegraph|Times|Tribune|World|best|football|league|newspapers?|papers?|roast|school|(?:[Mm]orning|[Nn]ight) (?:Live|Football|Lights|Fever|quarterback\w*))\b|^ the 13th\b/u;

/** "on a Monday": any. "in a Monday interview" is that Monday's. */
const ANY_BEFORE = /\b(?:an?|any|each|every|most|one|some)[ \u00a0]$/iu;
const NOUN_AFTER =
  /^[ \u00a0](?!(?:and|as|at|but|during|for|from|in|is|like|of|on|or|to|was|when|with)\b)\p{Ll}/u;

/** Longer than any word the patterns above look back for. */
const REACH = 16;

function isName(text: string, start: number, end: number): boolean {
  return (
    NAMED_BY.test(text.slice(Math.max(0, start - REACH), start)) ||
    NAMES_WHAT.test(text.slice(end, end + 2 * REACH))
  );
}

function isAny(text: string, start: number, end: number): boolean {
  return (
    ANY_BEFORE.test(text.slice(Math.max(0, start - REACH), start)) &&
    !NOUN_AFTER.test(text.slice(end, end + REACH))
  );
}

/** The latest such weekday up to `day`. */
function latest(weekday: number, day: Day): Day {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

function besideAnchor(anchor: Day, weekday: number, which: string): Day | null {
  if (which.endsWith('previous')) return latest(weekday, anchor - 1);
  if (which.endsWith('same')) return weekdayOf(anchor) === weekday ? anchor : null;
  return latest(weekday, anchor + 7);
}

function dayNamed(groups: Groups, { text, today, anchor, span }: Setting): Day | null {
  const weekday = weekdayNumber(groups['weekday'] ?? '');
  const which = groups['which']?.toLowerCase() ?? '';
  const week = groups['week']?.toLowerCase() ?? '';
  if (today === null || week === 'week' || week.startsWith('next')) return null;
  const monday = weekOf(today).from;
  if (which.startsWith('the')) return anchor === null ? null : besideAnchor(anchor, weekday, which);
  if (week.startsWith('last')) return monday - 7 + weekday;
  if (which.endsWith('last') || which.endsWith('past')) return latest(weekday, today - 1);
  if (which === 'next' || which.endsWith('coming') || liesAhead(text, span)) return null;
  return which === 'this' || week.startsWith('this') ? monday + weekday : latest(weekday, today);
}

/** "Monday", "last Thursday", "late on Friday", "Sunday morning", "Monday last week", "the previous Tuesday". */
const weekday: Rule = {
  pattern: patternAt(
    `(?:(?:earlier|later|late|early)${GAP}(?:on${GAP})?)?(?:(?<which>(?:this${GAP})?(?:last|past|coming)|this|next|the${GAP}(?:previous|following|next|same))${GAP})?(?<weekday>${WEEKDAY})${NO_LETTER_AFTER}(?:${GAP}${PART_OF_DAY}\\b)?(?:,?${GAP}(?:of${GAP}|in${GAP})?(?<week>last${GAP}week|this${GAP}week|next${GAP}week|week)\\b)?`,
  ),
  resolve: (groups, setting) => {
    const { text, span } = setting;
    const name = groups['weekday'] ?? '';
    const start = text.indexOf(name, span[0]);
    const end = start + name.length;
    if (isName(text, start, end)) return null;
    const day = isAny(text, start, end) ? null : dayNamed(groups, setting);
    return day === null ? 'unresolved' : only(day);
  },
};

/** "a week ago Monday". */
const weeksAgo: Rule = {
  pattern: patternAt(
    `(?<count>${COUNT})${GAP}weeks?${GAP}ago${GAP}(?:on${GAP})?(?<weekday>${WEEKDAY})${NO_LETTER_AFTER}`,
  ),
  resolve: ({ count, weekday: name }, { today }) =>
    today === null
      ? 'unresolved'
      : only(latest(weekdayNumber(name ?? ''), today - 1) - 7 * countOf(count ?? '')),
};

/** Dates that name a day of the week. */
export const WEEKDAYS_NAMED: readonly Rule[] = [weeksAgo, weekday];
