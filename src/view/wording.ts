import type { Answer, AnswerQuote, Question } from '../records/answer.ts';
import { speakerLabel, type Stance } from '../records/quote.ts';
import type { ArticleSource, StoredQuote } from '../records/search.ts';
import type { Report } from '../records/report.ts';
import type { IngestOutcome } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { neutraliseLine } from './neutral.ts';

/** What the words of a view say, without any Markdown or colour: the renderers escape and set them. */

/** A stance as the heading of its group. */
export function stanceHeading(stance: Stance, { stances }: Words): string {
  const words = stances[stance];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What was asked: Who denied “a missile transfer”. `topic` is neutral, or escaped. */
export function questionTitle({ stance }: Question, topic: string, { cards, inMarks }: Words): string {
  return cards.question(stance, isInMarks(topic) ? topic : inMarks(topic));
}

/** What narrows the question: speaker, outlet, period. */
export function questionFilters(question: Question, { cards: { filters } }: Words): readonly string[] {
  const { since, until, lastDays } = question;
  const period =
    lastDays !== undefined
      ? filters.lastDays(lastDays)
      : since !== undefined && until !== undefined
        ? filters.range(since, until)
        : since !== undefined
          ? filters.since(since)
          : until === undefined
            ? null
            : filters.until(until);
  return [
    ...(question.speaker === undefined ? [] : [filters.speaker(neutraliseLine(question.speaker))]),
    ...(question.outlet === undefined ? [] : [filters.outlet(neutraliseLine(question.outlet))]),
    ...(period === null ? [] : [neutraliseLine(period)]),
    ...(question.leaveOut ?? []).map((source) => filters.without[source]),
  ];
}

/** How many quotes each stance has: 2 denied · 1 disputed. */
export function sayCounts(answer: Answer, { say, stances }: Words): string {
  return answer.groups.map((group) => `${say(group.quotes.length)} ${stances[group.stance]}`).join(' · ');
}

/** How much the answer was looked for in: 212 articles, 18 outlets; '' where it is not told. */
export function sayCorpus({ corpus }: Pick<Answer, 'corpus'>, { articles, outlets }: Words): string {
  if (corpus === undefined) return '';
  return `${articles(corpus.articles)}, ${outlets(corpus.outlets)}`;
}

/** How much of an answer is left where it is narrowed. */
export function sayNarrowed({ groups }: Answer, shown: number, { cards }: Words): string {
  return cards.narrowed(
    shown,
    groups.reduce((sum, { quotes }) => sum + quotes.length, 0),
  );
}

/**
 * How many quotes on file come after what was shown so far, or that nobody is on record where it is so; null when
 * everything was shown.
 */
export function sayCoverage(answer: Answer, { cards }: Words, left: number = answer.notShown): string | null {
  if (answer.total === 0) {
    if ((answer.which ?? []).length > 0) return null;
    return answer.sentences.length === 0 ? `${cards.noAnswer} ${cards.tryFewer}` : cards.tryFewer;
  }
  if (left <= 0) return null;
  const more = cards.moreOnFile(left, answer.total);
  return left > answer.notShown ? more : `${more}; ${cards.narrowToSee(left)}`;
}

/** How much a report leaves out, and where that is to be seen. */
export function sayRest(
  { notShown, whereRest }: Pick<Report, 'notShown' | 'whereRest'>,
  { cards }: Words,
): string {
  return whereRest === undefined ? cards.restOnFile(notShown) : cards.restElsewhere(notShown, whereRest);
}

/** What became of a quote that the newest revision of its article does not have; null for any other. */
export function saySuperseded(
  { superseded }: Pick<StoredQuote, 'superseded'>,
  { cards }: Words,
): string | null {
  if (superseded === undefined) return null;
  if (superseded.inTeaser === true) return cards.teaserOnly;
  const { on, by } = superseded;
  return cards.superseded(on, by === null ? null : neutraliseLine(by));
}

/** Where a quote comes from, each part on one line and free of control characters. */
export interface Attribution {
  readonly speaker: string;
  /** Role and mark, such as `Kremlin spokesman` or `unnamed`. */
  readonly marks: readonly string[];
  readonly said: string | null;
  readonly via: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** An http or https address, else null. */
  readonly url: string | null;
  /** Other articles with the same words. */
  readonly copies: string | null;
}

export function attribute(quote: AnswerQuote, words: Words): Attribution {
  const { source } = words.cards;
  const { speaker, kind, saidOn, via, article, copies } = quote;
  const label =
    speaker === null
      ? source.unknown
      : speakerLabel(speaker.anonymous ? { ...speaker, name: null } : speaker);
  const role = speaker?.role ?? null;
  return {
    speaker: neutraliseLine(label) || source.unknown,
    marks: [
      ...(role !== null && role !== label ? [neutraliseLine(role)] : []),
      ...(speaker?.anonymous ? [source.unnamed] : []),
      ...(kind === 'indirect' ? [source.indirect] : []),
      ...sayStanding(quote, words),
    ],
    said: saidOn && neutraliseLine(source.said(saidOn.from, saidOn.to)),
    via: via && neutraliseLine(source.via(via.name)),
    outlet: neutraliseLine(article.outlet ?? '') || null,
    published: sayPublished(article, words),
    url: webAddress(article.url),
    copies: sayCopies(copies ?? [], article.outlet, words),
  };
}

/** The day an article appeared; null where it is not known. */
export function sayPublished(
  { publishedAt }: Pick<AnswerQuote['article'], 'publishedAt'>,
  { cards: { source }, dates }: Words,
): string | null {
  return publishedAt && neutraliseLine(source.published(dates.weekday(publishedAt)));
}

/** Whether the article itself was read, and what has become of a quote since it was answered with. */
function sayStanding(
  { superseded, since, fromTeaser }: Pick<AnswerQuote, 'superseded' | 'since' | 'fromTeaser'>,
  { cards: { source } }: Words,
): readonly string[] {
  if (since === 'gone') return [source.gone];
  if (since === undefined || superseded === undefined) return fromTeaser === true ? [source.fromTeaser] : [];
  if (superseded.inTeaser === true) return [source.teaser];
  const { on, by } = superseded;
  return [by === null ? source.removedSince(on) : source.changedSince(on)];
}

/** In how many outlets a statement stands; what no outlet is told of counts as none. */
export function countOutlets({ article, copies = [] }: Pick<AnswerQuote, 'article' | 'copies'>): number {
  return new Set([article, ...copies].flatMap(({ outlet }) => (outlet === null ? [] : [outlet]))).size;
}

const COPIES_NAMED = 3;

/** Who else carries the words: also in the Harbour Post and 2 more articles. */
function sayCopies(
  copies: readonly ArticleSource[],
  own: string | null,
  { cards: { source } }: Words,
): string | null {
  if (copies.length === 0) return null;
  const outlets = copies.flatMap(({ outlet }) => (outlet === null || outlet === own ? [] : [outlet]));
  const named = [...new Set(outlets)].slice(0, COPIES_NAMED);
  const left = copies.filter(({ outlet }) => outlet === null || !named.includes(outlet)).length;
  return neutraliseLine(source.alsoIn(named, left));
}

/** An http or https address, else null. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** A quote in quotation marks, unless the article's slice brings its own: the same ones in every language. */
export function quoted(text: string): string {
  return isInMarks(text) ? text : `“${text}”`;
}

function isInMarks(text: string): boolean {
  return /^["“„«].*["”“»]$/s.test(text);
}

/** Numbers of the quotes in reading order, from 1: how sentences and buttons refer to them. */
export function numberQuotes(answer: Answer): ReadonlyMap<string, number> {
  const quotes = answer.groups.flatMap((group) => group.quotes);
  return new Map(quotes.map((quote, index) => [quote.id, index + 1]));
}

/** The numbers that back a sentence: [1][3], or [4–9] for three and more in a row. */
export function sayReferences(quoteIds: readonly string[], numbers: ReadonlyMap<string, number>): string {
  const cited = quoteIds.flatMap((id) => numbers.get(id) ?? []);
  const runs: [first: number, last: number][] = [];
  for (const number of new Set(cited.sort((left, right) => left - right))) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => sayRun(first, last)).join('');
}

function sayRun(first: number, last: number): string {
  if (first === last) return `[${first}]`;
  return last === first + 1 ? `[${first}][${last}]` : `[${first}–${last}]`;
}

/** A language (BCP 47) by its name in the language of `words`: German for `de`. */
function sayLanguage(tag: string, { language }: Words): string {
  try {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    return names.of(tag.split('-')[0] ?? tag) ?? neutraliseLine(tag);
  } catch {
    return neutraliseLine(tag);
  }
}

/** What is told of an article in a language (BCP 47) that the grammar extractor does not read. */
export function sayUnreadLanguage(language: string | null, words: Words): string {
  return words.cards.unread(sayLanguage(language ?? 'und', words));
}

/** What became of an article, in a sentence or two. */
export function sayOutcome(
  { title, status, quotes, unread, copyOf, revisionOf, notice }: IngestOutcome,
  words: Words,
): string {
  const { cards } = words;
  const other = revisionOf ?? copyOf ?? null;
  const told = cards.outcome(
    title === null ? null : neutraliseLine(title),
    status,
    other === null ? null : neutraliseLine(other),
  );
  const found =
    unread !== undefined && quotes === 0
      ? cards.itUnread(told, sayUnreadLanguage(unread, words))
      : `${told}. ${cards.holds(quotes)}`;
  return notice === undefined ? found : `${found} ${notice}`;
}
