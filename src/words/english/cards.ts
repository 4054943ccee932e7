import type { LeftOut } from '../../records/answer.ts';
import type { Stance } from '../../records/quote.ts';
import type { IngestOutcome } from '../../records/view.ts';
import { BASICS } from './basics.ts';

const { count, dates, inMarks, pick, say, stances } = BASICS;

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  unnamed: 'without unnamed sources',
  'second-hand': 'without what came through another outlet',
};

const OUTCOMES: Readonly<Record<IngestOutcome['status'], string>> = {
  stored: 'is stored',
  duplicate: 'was stored before, and nothing was added',
  'near-duplicate': 'is stored, and linked with an article of nearly the same text',
  revised: 'is stored as a new revision',
};

/** What narrows a question or a report. */
const FILTERS = {
  speaker: (name: string) => `speaker ${name}`,
  outlet: (name: string) => `outlet ${name}`,
  range: (from: string, to: string) =>
    from === to ? dates.weekday(from) : `${dates.weekday(from)} to ${dates.weekday(to)}`,
  since: (day: string) => `since ${dates.weekday(day)}`,
  until: (day: string) => `until ${dates.weekday(day)}`,
  from: (day: string) => `from ${dates.day(day)}`,
  to: (day: string) => `to ${dates.day(day)}`,
  lastDays: (days: number) => (days === 1 ? 'the last day' : `the last ${say(days)} days`),
  without: LEFT_OUT,
};

/** Where a quote comes from. */
const SOURCE = {
  unknown: 'Speaker not told',
  unnamed: 'unnamed',
  indirect: "in the article's words",
  said: (from: string, to: string) => `said on ${FILTERS.range(from, to)}`,
  via: (name: string) => `via ${name}`,
  published: (day: string) => `published ${day}`,
  /** What a link says where the outlet is not known. */
  source: 'source',
  gone: 'no longer on file',
  fromTeaser: "from a feed's teaser",
  teaser: "in the feed's teaser alone",
  removedSince: (day: string) => `removed since, on ${dates.weekday(day)}`,
  changedSince: (day: string) => `changed since, on ${dates.weekday(day)}`,
  alsoIn: (outlets: readonly string[], more: number) => {
    const others = more === 0 ? [] : [`${say(more)} more ${pick(more, 'article', 'articles')}`];
    return `also in ${[...outlets, ...others].join(', ')}`;
  },
  inOutlets: (number: number) => `in ${count(number, 'outlet', 'outlets')}`,
  id: (id: string) => `quote ${id}`,
};

const BUTTONS = {
  context: 'Context',
  watch: 'Watch',
  evidence: 'Evidence',
  previous: 'Previous',
  next: 'Next',
  share: 'Share',
  cancel: 'Cancel',
};

const CHOICES = { which: 'Who is meant?', allSpeakers: 'All speakers', allStances: 'All stances' };

/** What stands on cards and in the terminal around what is shown. */
export const CARDS = {
  /** `topic` is in its marks. */
  question: (stance: Stance | null, topic: string) =>
    stance === null ? `Who said what about ${topic}` : `Who ${stances[stance]} ${topic}`,
  filters: FILTERS,
  source: SOURCE,
  buttons: BUTTONS,
  choices: CHOICES,
  narrowed: (shown: number, all: number) => `Narrowed to ${say(shown)} of the ${say(all)} quotes.`,
  noAnswer: 'No stored quote answers this.',
  tryFewer: 'Try fewer words, or store an article with /ingest.',
  moreOnFile: (left: number, total: number) => `${say(left)} of ${say(total)} more on file`,
  narrowToSee: (left: number) => `narrow the question to see ${pick(left, 'it', 'them')}`,
  restOnFile: (left: number) =>
    `${say(left)} more on file, narrow the question to see ${pick(left, 'it', 'them')}`,
  restElsewhere: (left: number, where: string) => `and ${say(left)} more on file: ${where}`,
  moreOfStance: (left: number, where: string) => `${say(left)} more on file: ${where}`,
  seeSource: 'source NUMBER shows each.',
  sentencesLeft: (left: number) =>
    `${say(left)} more of the summary's sentences did not fit; the quotes are all below.`,
  goesOn: (characters: number) =>
    `The quote goes on for ${count(characters, 'character', 'characters')}; Context shows all of it.`,
  teaserOnly:
    "This quote stood in the feed's teaser. The article, which came later, has it otherwise or not at all.",
  superseded: (day: string, now: string | null) =>
    `This quote was ${now === null ? 'removed' : 'changed'} in a later revision of the article, on ${dates.weekday(day)}.${now === null ? '' : ` It is now ${now}.`}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  sharedBy: (name: string) => `Shared by ${name}`,
  failed: 'This did not work.',
  toDo: (line: string) => `To do it: ${line}`,
  askWith: (speaker: string) => `ask with speaker:${speaker}`,
  nothingHandedIn: 'Nothing was handed in.',
  moreNotListed: (left: number) => `${say(left)} more are not listed.`,
  /** What became of an article; `other` is the id of the one it was linked with, or that it revises. */
  outcome: (title: string | null, status: IngestOutcome['status'], other: string | null) => {
    const told = other === null ? '' : status === 'revised' ? ` of ${other}` : ` (${other})`;
    return `${title === null ? 'The article' : inMarks(title)} ${OUTCOMES[status]}${told}`;
  },
  holds: (quotes: number) => `It holds ${count(quotes, 'quote', 'quotes')}.`,
  /** What is told of an article, after its subject. */
  unread: (language: string) => `is in ${language}, which the grammar extractor does not read`,
  itUnread: (told: string, unread: string) => `${told}; it ${unread}.`,
  briefing: 'Briefing',
  continued: ' (continued)',
  preview: (parts: number) =>
    parts > 1 ? `Preview, the first of ${count(parts, 'message', 'messages')}.` : 'Preview.',
  next: (times: string, zone: string) =>
    times === '' ? 'It has no next time.' : `Next: ${times} (${zone}).`,
  nextTimes: (times: string) => `Next: ${times}`,
  watchHead: (title: string) => `New on the record · watch on ${title}`,
  watchName: (title: string) => `Watch on ${title}`,
  watchTold: (number: number) => (number === 1 ? 'One new statement.' : `${say(number)} new statements.`),
  everything: 'everything',
  /** What a chart of statements says to those who don't see it. */
  chart: (total: number, counts: readonly string[]) =>
    `Bar chart of the ${count(total, 'statement', 'statements')} shown, by stance: ${counts.join(', ')}.`,
  /** The same of a picture of who took which stance when; `rows` tell a speaker each. */
  timelineChart: (first: string, last: string, rows: readonly string[]) =>
    `Who took which stance when, from ${first} to ${last}. ${rows.join('; ')}.`,
  moreSpeakers: (left: number) => `and ${count(left, 'more speaker', 'more speakers')}`,
};
