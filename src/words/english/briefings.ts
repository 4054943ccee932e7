import { BASICS } from './basics.ts';

const { articles, count, dates, inMarks, list, outlets, say, statements, stancePlural, shortStances } =
  BASICS;
import type { Stance } from '../../records/quote.ts';

const ofTopic = (topic: string): string => (topic === '' ? '' : ` on ${inMarks(topic)}`);

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a briefing says around what is new; a topic of '' is everything. */
export const BRIEFINGS = {
  whatIsNew: 'What is new on the record',
  since: (time: string, zone: string) => `since ${time} (${zone})`,
  caughtUp: (due: string, at: string) => `due ${due}, caught up ${at}`,
  only: (stances: readonly Stance[]) => `only ${stances.map((stance) => shortStances[stance]).join(', ')}`,
  speakers: (names: readonly string[]) => `speakers ${names.join(', ')}`,
  outlets: (names: readonly string[]) => `outlets ${names.join(', ')}`,
  /** In how many articles, of how many outlets, so much is; `unread` is beyond what was looked through. */
  sum: (
    found: { statements: number; unread: number; articles: number; outlets: number },
    stances: string,
  ) => {
    const carried = `${articles(found.articles)}${found.outlets === 0 ? '' : ` of ${outlets(found.outlets)}`}`;
    const told =
      found.unread === 0
        ? `${statements(found.statements)} in ${carried}`
        : `The ${say(found.statements)} of ${say(found.statements + found.unread)} statements that answer or fit best, in ${carried}`;
    return `${told}: ${stances}.`;
  },
  nothing: (topics: readonly string[]) =>
    `Nothing new is on the record${topics.length === 0 ? '' : ` on ${list(topics.map(inMarks))}`} for this period.`,
  topicSum: (topic: string, told: string) => `On ${inMarks(topic)}: ${told}.`,
  nothingNew: 'nothing new',
  nothingMore: 'nothing more',
  mostQuoted: (names: readonly string[]) => `Most quoted: ${list(names)}.`,
  correctionsTold: (number: number) => `${count(number, 'correction', 'corrections')} of what was told here.`,
  corrected: 'Corrected since it was told here',
  removed: (day: string | null) =>
    `Told here before; removed in a later revision of the article${onDay(day)}.`,
  reworded: (day: string | null) =>
    `Told here before; changed in a later revision of the article${onDay(day)}.`,
  inItsPlace: 'What the article has in its place now.',
  changed: (topic: string) => `Changed position${ofTopic(topic)}`,
  saidBefore: 'What they said before.',
  conflict: (topic: string, between: string) => `In conflict${ofTopic(topic)}: ${between}`,
  againstThemselves: (speaker: string) => `${speaker}, against their own words`,
  alsoOnRecord: 'Also on the record.',
  listed: (stance: Stance, topic: string) => `${capitalise(stancePlural(stance))}${ofTopic(topic)}`,
  longAgo: (day: string) => `New on the record, though from ${dates.day(day)}.`,
  unanswered: (topic: string) => `Without a reply on record${ofTopic(topic)}`,
  askSomething: '/who-said and a topic, or /position and a name',
};

function onDay(day: string | null): string {
  return day === null ? '' : `, on ${dates.day(day)}`;
}
