import type { Stance } from '../../records/quote.ts';
import { BASICS } from './basics.ts';
import { unnamedSource } from './unnamed-source.ts';

const { articles, count, dates, inMarks, list, pick, quotes, say, stances } = BASICS;

/** What a speaker of this stance did, before the colon and their words. */
const VERBS: Readonly<Record<Stance, string>> = {
  denied: 'denied it',
  disputed: 'disputed it',
  declined: 'would not confirm it',
  confirmed: 'confirmed it',
  claimed: 'said',
  warned: 'warned',
  condemned: 'condemned it',
  urged: 'urged',
  promised: 'promised',
};

const NOBODY: Readonly<Record<Stance, string>> = {
  denied: 'having denied it',
  disputed: 'having disputed it',
  declined: 'having refused to confirm it',
  confirmed: 'having confirmed it',
  claimed: 'having said so',
  warned: 'having warned of it',
  condemned: 'having condemned it',
  urged: 'having urged it',
  promised: 'having promised it',
};

/** What a speaker's answer was about, where the article tells that and not their words. */
const ABOUT: Readonly<Partial<Record<Stance, string>>> = {
  denied: 'what was denied, ',
  disputed: 'what was disputed, ',
  declined: 'what was not confirmed, ',
  confirmed: 'what was confirmed, ',
};

/** When a statement was made and how it came: days where it is told, else the day of its article. */
interface Occasion {
  readonly said: { readonly from: string; readonly to: string } | null;
  readonly reported: string | null;
  readonly via: string | null;
}

const through = (via: string | null): string => (via === null ? '' : `, via ${via}`);

/** Sentences that code writes about stored quotes. */
const DIGEST = {
  unknownSource: 'A source that the article does not name',
  /** A source without a name, as a sentence begins with it. */
  unnamedSource,
  inRole: (name: string, role: string) => `${name} (${role})`,
  /** The speaker, before what they did. */
  subject: (speaker: string) => `${speaker} `,
  /** What was done, and when: after the speaker. */
  did: (stance: Stance, occasion: string) => `${VERBS[stance]}${occasion}`,
  occasion: ({ said, reported, via }: Occasion) => {
    if (said === null)
      return `${reported === null ? '' : ` (reported on ${dates.day(reported)})`}${through(via)}`;
    const { from, to } = said;
    const days = from === to ? `on ${dates.day(to)}` : `between ${dates.day(from)} and ${dates.day(to)}`;
    return ` ${days}${through(via)}`;
  },
  withWords: (told: string, words: string) => `${told}: ${words}`,
  withoutWords: (told: string) => `${told} (the words are among the quotes)`,
  beginning: ' (its beginning)',
  /** After words that are the article's report; `stance` where they are what a denial or the like is about. */
  reported: (stance: Stance | null) => {
    const about = stance === null ? '' : (ABOUT[stance] ?? '');
    return ` (${about === '' ? '' : `${about}in `}the article's words)`;
  },
  /** Two statements of one speaker; the later one without its speaker. */
  changed: (earlier: string, later: string) => `Changed position: ${earlier}; then ${later}`,
  more: (left: number) => `${say(left)} more`,
  rest: (above: number, total: number, parts: readonly string[]) =>
    `${say(above)} of ${quotes(total)} on file ${pick(above, 'is', 'are')} told above; also on file: ${list(parts)}.`,
  nobody: (stance: Stance) => `Nobody is on record as ${NOBODY[stance]} in the stored articles.`,
};

/** Why a summary is missing or shortened although a model is configured. */
const NOTICES = {
  late: 'the language model did not answer in time',
  error: 'the language model gave an error',
  unusable: "the language model's reply could not be read",
  unbacked: "the language model's text could not be backed by the quotes",
  abstained: 'the language model gave no summary',
  spent: "today's budget for the language model is spent",
  'not-ended': 'an earlier try to write it did not end',
};

export const ANSWERS = {
  digest: DIGEST,
  withoutModel: (reason: keyof typeof NOTICES) =>
    `This is a digest, written without a model: ${NOTICES[reason]}.`,
  /** Where a summary could not be verified in this language. */
  noSummary:
    'Without a summary by the language model: it can be checked against the quotes in English alone.',
  shortened: "Part of the language model's summary is left out: the quotes do not back it.",
  nothingFits: (topic: string, isFiltered: boolean) =>
    `Nothing on file fits the topic ${inMarks(topic)}${isFiltered ? ' with these filters' : ''}.`,
  whichSpeaker: (names: readonly string[], more: number) =>
    `More than one speaker on file bears that name: ${list([...names, ...(more > 0 ? [`${say(more)} more`] : [])])}. Ask for one of them.`,
  otherSpeaker: (who: string) => `Another speaker on file bears that name; this is ${who}.`,
  alsoNamed: (names: readonly string[]) => `also ${names.join(', ')}`,
  withoutFilters: (number: number) =>
    `Without the filters, ${quotes(number)} on file ${pick(number, 'fits', 'fit')} the topic.`,
  nearest: (topics: readonly string[]) => `Nearest topics on file: ${topics.join(', ')}.`,
  newest: (titles: readonly string[]) => `Stored last, with quotes: ${titles.map(inMarks).join(', ')}.`,
  topic: (topic: string) => `topic ${inMarks(topic)}`,
  stance: (stance: Stance | null) =>
    stance === null ? 'any stance' : `stance ${stance === 'claimed' ? 'said' : stances[stance]}`,
  understood: (parts: readonly string[]) => `Understood as: ${parts.join(', ')}.`,
  searching: 'Searching the stored quotes …',
  searchingArticles: (number: number) => `Searching ${articles(number)} …`,
  askingModel: (number: number) => `Asking the language model about ${quotes(number)} …`,
  askingAgain: 'Not every sentence was backed. Asking the language model once more …',
  /** Before a line that says what is done with one of several articles. */
  nthArticle: (nth: number, total: number, line: string) => `Article ${nth} of ${total}: ${line}`,
  reading: 'Reading the question and searching the stored quotes …',
  fetchingArticle: 'Fetching the article …',
  readingArticle: 'Reading the article …',
  findingQuotes: 'Finding the quotes in the article …',
  understoodAs: (days: readonly (readonly [typed: string, day: string])[]) =>
    `Understood ${list(days.map(([typed, day]) => `${inMarks(typed)} as ${dates.day(day)}`))}.`,
  /** What backs a summary. */
  backing: (topic: string) => `What backs the answer about ${inMarks(topic)}`,
  backed: (backing: number, sentences: number) =>
    `${count(backing, 'quote backs', 'quotes back')} ${count(sentences, 'sentence', 'sentences')}.`,
  inAnswer: (number: number) => `[${number}] in the answer`,
};
