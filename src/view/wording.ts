import type { Answer, AnswerQuote, LeftOut, Question } from '../records/answer.ts';
import { speakerLabel, type Stance } from '../records/quote.ts';
import type { ArticleSource, StoredQuote } from '../records/search.ts';
import type { Report } from '../records/report.ts';
import type { IngestOutcome } from '../records/view.ts';
import { sayDay, sayDays, sayLastDays, sayPeriod } from './days.ts';
import { neutraliseLine } from './neutral.ts';

/** What the words of a view say, without any Markdown or colour: the renderers escape and set them. */

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  denied: 'denied',
  disputed: 'disputed',
  declined: 'declined to confirm',
  confirmed: 'confirmed',
  claimed: 'claimed',
  warned: 'warned',
  condemned: 'condemned',
  urged: 'urged',
  promised: 'promised',
};

export function sayStance(stance: Stance): string {
  return STANCE_WORDS[stance];
}

/** A stance as the heading of its group. */
export function stanceHeading(stance: Stance): string {
  const words = sayStance(stance);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The question's first words: Who denied, Who said what about. The topic follows. */
export function questionLead(question: Question): string {
  return question.stance === null ? 'Who said what about' : `Who ${sayStance(question.stance)}`;
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  unnamed: 'without unnamed sources',
  'second-hand': 'without what came through another outlet',
};

/** What narrows the question: speaker, outlet, period. */
export function questionFilters(question: Question): readonly string[] {
  const { lastDays } = question;
  const period = lastDays === undefined ? sayPeriod(question.since, question.until) : sayLastDays(lastDays);
  return [
    ...(question.speaker === undefined ? [] : [`speaker ${neutraliseLine(question.speaker)}`]),
    ...(question.outlet === undefined ? [] : [`outlet ${neutraliseLine(question.outlet)}`]),
    ...(period === null ? [] : [neutraliseLine(period)]),
    ...(question.leaveOut ?? []).map((source) => LEFT_OUT_WORDS[source]),
  ];
}

/** How many quotes each stance has: 2 denied · 1 disputed. */
export function sayCounts(answer: Answer): string {
  return answer.groups.map((group) => `${group.quotes.length} ${sayStance(group.stance)}`).join(' · ');
}

/** How much the answer was looked for in: 212 articles, 18 outlets; '' where it is not told. */
export function sayCorpus({ corpus }: Pick<Answer, 'corpus'>): string {
  if (corpus === undefined) return '';
  return `${count(corpus.articles, 'article')}, ${count(corpus.outlets, 'outlet')}`;
}

const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;

/** How much of an answer is left where it is narrowed. */
export function sayNarrowed({ groups }: Answer, shown: number): string {
  const all = groups.reduce((sum, { quotes }) => sum + quotes.length, 0);
  return `Narrowed to ${shown} of the ${all} quotes.`;
}

/**
 * How many quotes on file come after what was shown so far, or that nobody is on record where it is so; null when
 * everything was shown.
 */
export function sayCoverage(answer: Answer, left: number = answer.notShown): string | null {
  if (answer.total === 0) {
    const nothing = answer.sentences.length === 0 ? 'No stored quote answers this. ' : '';
    if ((answer.which ?? []).length > 0) return null;
    return `${nothing}Try fewer words, or store an article with /ingest.`;
  }
  if (left <= 0) return null;
  const more = `${left} of ${answer.total} more on file`;
  return left > answer.notShown ? more : `${more}; narrow the question to see ${left === 1 ? 'it' : 'them'}`;
}

/** How much a report leaves out, and where that is to be seen. */
export function sayRest({ notShown, whereRest }: Pick<Report, 'notShown' | 'whereRest'>): string {
  const them = notShown === 1 ? 'it' : 'them';
  return whereRest === undefined
    ? `${notShown} more on file, narrow the question to see ${them}`
    : `and ${notShown} more on file: ${whereRest}`;
}

/** What became of a quote that the newest revision of its article does not have; null for any other. */
export function saySuperseded({ superseded }: Pick<StoredQuote, 'superseded'>): string | null {
  if (superseded === undefined) return null;
  if (superseded.inTeaser === true)
    return "This quote stood in the feed's teaser. The article, which came later, has it otherwise or not at all.";
  const [verb, now] =
    superseded.by === null ? ['removed', ''] : ['changed', ` It is now ${neutraliseLine(superseded.by)}.`];
  return `This quote was ${verb} in a later revision of the article, on ${sayDay(superseded.on)}.${now}`;
}

const UNKNOWN_SPEAKER = 'Speaker not told';

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

export function attribute(quote: AnswerQuote): Attribution {
  const { speaker, kind, saidOn, via, article, copies } = quote;
  const label =
    speaker === null
      ? UNKNOWN_SPEAKER
      : speakerLabel(speaker.anonymous ? { ...speaker, name: null } : speaker);
  const role = speaker?.role ?? null;
  return {
    speaker: neutraliseLine(label) || UNKNOWN_SPEAKER,
    marks: [
      ...(role !== null && role !== label ? [neutraliseLine(role)] : []),
      ...(speaker?.anonymous ? ['unnamed'] : []),
      ...(kind === 'indirect' ? ["in the article's words"] : []),
      ...sayChange(quote),
    ],
    said: saidOn && `said on ${neutraliseLine(sayDays(saidOn.from, saidOn.to))}`,
    via: via && `via ${neutraliseLine(via.name)}`,
    outlet: neutraliseLine(article.outlet ?? '') || null,
    published: article.publishedAt && `published ${neutraliseLine(sayDay(article.publishedAt))}`,
    url: webAddress(article.url),
    copies: sayCopies(copies ?? [], article.outlet),
  };
}

/** What has become of a quote since it was answered with. */
function sayChange({ superseded, since }: Pick<AnswerQuote, 'superseded' | 'since'>): readonly string[] {
  if (since === 'gone') return ['no longer on file'];
  if (since === undefined || superseded === undefined) return [];
  if (superseded.inTeaser === true) return ["in the feed's teaser alone"];
  return [`${superseded.by === null ? 'removed since, on' : 'changed since, on'} ${sayDay(superseded.on)}`];
}

/** In how many outlets a statement stands; what no outlet is told of counts as none. */
export function countOutlets({ article, copies = [] }: Pick<AnswerQuote, 'article' | 'copies'>): number {
  return new Set([article, ...copies].flatMap(({ outlet }) => (outlet === null ? [] : [outlet]))).size;
}

const COPIES_NAMED = 3;

/** Who else carries the words: also in the Harbour Post and 2 more articles. */
function sayCopies(copies: readonly ArticleSource[], own: string | null): string | null {
  if (copies.length === 0) return null;
  const outlets = copies.map((copy) => copy.outlet).filter((outlet) => outlet !== null && outlet !== own);
  const named = [...new Set(outlets)].slice(0, COPIES_NAMED);
  const left = copies.filter((copy) => !named.includes(copy.outlet)).length;
  const more = left === 0 ? [] : [`${left} more ${left === 1 ? 'article' : 'articles'}`];
  return neutraliseLine(`also in ${[...named, ...more].join(', ')}`);
}

/** An http or https address, else null. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** A quote in quotation marks, unless the article's slice brings its own. */
export function quoted(text: string): string {
  return /^["“„«].*["”“»]$/s.test(text) ? text : `“${text}”`;
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

const OUTCOMES: Readonly<Record<IngestOutcome['status'], string>> = {
  stored: 'is stored',
  duplicate: 'was stored before, and nothing was added',
  'near-duplicate': 'is stored, and linked with an article of nearly the same text',
  revised: 'is stored as a new revision',
};

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** A language by its English name: German for `de`. */
function sayLanguage(tag: string): string {
  try {
    return LANGUAGES.of(tag.split('-')[0] ?? tag) ?? neutraliseLine(tag);
  } catch {
    return neutraliseLine(tag);
  }
}

/** What is told of an article in a language (BCP 47) that the grammar extractor does not read. */
export function sayUnreadLanguage(language: string | null): string {
  return `is in ${sayLanguage(language ?? 'und')}, which the grammar extractor does not read`;
}

/** What became of an article, in a sentence or two. */
export function sayOutcome({
  title,
  status,
  quotes,
  unread,
  copyOf,
  revisionOf,
  notice,
}: IngestOutcome): string {
  const name = title === null ? 'The article' : `“${neutraliseLine(title)}”`;
  const copied = copyOf === undefined ? '' : ` (${neutraliseLine(copyOf)})`;
  const other = revisionOf === undefined ? copied : ` of ${neutraliseLine(revisionOf)}`;
  const told =
    unread !== undefined && quotes === 0
      ? `${name} ${OUTCOMES[status]}${other}; it ${sayUnreadLanguage(unread)}.`
      : `${name} ${OUTCOMES[status]}${other}. It holds ${quotes === 1 ? '1 quote' : `${quotes} quotes`}.`;
  return notice === undefined ? told : `${told} ${notice}`;
}
