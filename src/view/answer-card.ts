import type { Answer, AnswerQuote, AnswerSentence } from '../records/answer.ts';
import { shownWords } from '../records/quote.ts';
import type { Narrowing } from '../records/view.ts';
import { narrowSelects, whichSelect } from './answer-selects.ts';
import {
  CARD_TEXT,
  dealPages,
  pageButtons,
  text,
  type Card,
  type CardButton,
  type CardSection,
} from './card.ts';
import { escapeLabel, escapeMarkdown, isolate, link } from './escape.ts';
import { excerpt } from './excerpt.ts';
import { narrowQuotes, type NumberedQuote } from './narrow.ts';
import {
  attribute,
  numberQuotes,
  questionFilters,
  questionLead,
  quoted,
  sayCorpus,
  sayCounts,
  sayCoverage,
  sayNarrowed,
  sayReferences,
  stanceHeading,
} from './wording.ts';

/**
 * Characters of Markdown each part of a card may take. Head and footer take 2,050 at most, and a quote's source, names and
 * heading 1,500; its words get what is left of CARD_TEXT, and never more than QUOTE.
 */
const TOPIC = 250;
const COUNTS = 300;
const FILTER = 120;
const UNDERSTOOD = 350;
const NOTICE = 300;
const SENTENCES = 1300;
const QUOTE = 900;
const NAME = 120;
const FOOTER = 250;

const WHOLE: Narrowing = { speaker: null, stance: null };

/**
 * An answer as pages of a card: what was asked, the summary, then every quote with its source and a Context button. Narrowed,
 * it keeps the numbers of its quotes, and of the summary what rests on quotes that are shown.
 */
export function answerCards(answer: Answer, narrowing: Narrowing = WHOLE): readonly Card[] {
  const shown = narrowQuotes(answer, narrowing);
  const isNarrowed = narrowing.speaker !== null || narrowing.stance !== null;
  const head = writeHead(answer, isNarrowed ? shown : null);
  const summary = writeSummary(answer, isNarrowed ? shown : null);
  const limit = CARD_TEXT - head.length - FOOTER;
  const pages = dealPages(writeQuotes(shown, limit), limit - summary.length, limit);
  const { which = [] } = answer;
  const selects = which.length > 0 ? [whichSelect(which)] : narrowSelects(answer, narrowing);
  let seen = 0;
  return pages.map((page, index) => {
    seen += page.length;
    const left = isNarrowed ? 0 : answer.total - seen;
    return {
      sections: [
        text(head),
        ...(index === 0 && summary !== '' ? [text(summary)] : []),
        ...page,
        ...writeFooter(answer, left, [index + 1, pages.length]),
      ],
      selects,
      buttons: [...pageButtons(index + 1, pages.length), ...evidenceButton(answer), WATCH],
    };
  });
}

/** Whoever sees an answer may be told of what comes new to it. */
const WATCH: CardButton = { label: 'Watch', action: { kind: 'watch' } };

function evidenceButton({ sentences }: Answer): readonly CardButton[] {
  const isBacked = sentences.some(({ quoteIds }) => quoteIds.length > 0);
  return isBacked ? [{ label: 'Evidence', action: { kind: 'evidence' } }] : [];
}

/** `narrowed`: what is left of the quotes; null for a whole answer. */
function writeHead(answer: Answer, narrowed: readonly NumberedQuote[] | null): string {
  const { question } = answer;
  const counts = escapeLabel(sayCounts(answer), COUNTS);
  const filters = questionFilters(question).map((filter) => escapeLabel(filter, FILTER));
  const corpus = escapeLabel(sayCorpus(answer), FILTER);
  const facts = [counts, filters.join(' · '), corpus].filter((fact) => fact !== '');
  const title = `### ${questionLead(question)} ${quoted(escapeLabel(question.topic, TOPIC))}`;
  return [
    title,
    ...(facts.length > 0 ? [`**${facts.join(' \\| ')}**`] : []),
    ...(question.understood === undefined ? [] : [`-# ${escapeLabel(question.understood, UNDERSTOOD)}`]),
    ...(narrowed === null ? [] : [`-# ${sayNarrowed(answer, narrowed.length)}`]),
  ].join('\n');
}

/** Notice and sentences; what does not fit is told. */
function writeSummary(answer: Answer, narrowed: readonly NumberedQuote[] | null): string {
  const numbers = numberQuotes(answer);
  const sentences = narrowed === null ? answer.sentences : backedBy(narrowed, answer.sentences);
  const lines: string[] = [];
  let room = SENTENCES;
  for (const sentence of sentences) {
    const line = writeSentence(sentence, numbers);
    if (line.length > room) break;
    room -= line.length + 1;
    lines.push(line);
  }
  const left = sentences.length - lines.length;
  return [
    ...(answer.notice === null ? [] : [`*${escapeLabel(answer.notice, NOTICE)}*`]),
    // A blank line alone would be a text that Discord refuses.
    ...lines.filter((line) => line !== ''),
    ...(left > 0
      ? [`-# ${left} more of the summary's sentences did not fit; the quotes are all below.`]
      : []),
  ].join('\n');
}

function backedBy(
  quotes: readonly NumberedQuote[],
  sentences: readonly AnswerSentence[],
): readonly AnswerSentence[] {
  const shown = new Set(quotes.map(({ quote }) => quote.id));
  return sentences.filter(({ quoteIds }) => quoteIds.length > 0 && quoteIds.every((id) => shown.has(id)));
}

export function writeSentence(sentence: AnswerSentence, numbers: ReadonlyMap<string, number>): string {
  const references = escapeMarkdown(sayReferences(sentence.quoteIds, numbers));
  return `${isolate(escapeMarkdown(sentence.text.replaceAll(/\s+/g, ' ').trim()))} ${references}`.trimEnd();
}

/** No section is longer than `room`. */
function writeQuotes(quotes: readonly NumberedQuote[], room: number): readonly CardSection[] {
  return quotes.map(({ quote, stance, number }, index) => {
    const heading =
      quotes[index - 1]?.stance === stance ? '' : `**${stanceHeading(stance).toUpperCase()}**\n`;
    return {
      markdown: heading + writeQuote(quote, number, room - heading.length),
      button: { label: 'Context', action: { kind: 'context', number } },
    };
  });
}

function writeQuote(quote: AnswerQuote, number: number, room: number): string {
  const { speaker, marks } = attribute(quote);
  const names = [
    `**${number}. ${escapeLabel(speaker, NAME)}**`,
    ...marks.map((mark) => escapeLabel(mark, NAME)),
  ];
  return around({ lines: [names.join(', ')], words: shownWords(quote), source: writeSource(quote) }, room);
}

interface SourcedWords {
  readonly lines: readonly string[];
  readonly words: string;
  readonly source: string;
}

/** Lines, then words, then their source: in all no longer than `room`, of which the words get what is left, and `most`. */
export function around({ lines, words, source }: SourcedWords, room: number, most: number = QUOTE): string {
  const last = source === '' ? [] : [`-# ${source}`];
  const taken = [...lines, ...last].reduce((sum, line) => sum + line.length + 1, 0);
  return [...lines, ...writeWords(words, Math.min(most, room - taken - AROUND_EXCERPT)), ...last].join('\n');
}

/** What stands around an excerpt: marks, signs of direction, and the line that tells how much was left out. */
const AROUND_EXCERPT = 100;

/** The quote's words. A long quote is cut between sentences, and told to be. */
function writeWords(words: string, limit: number): readonly string[] {
  const { text: start, left } = excerpt(words, limit, (slice) => isolate(escapeMarkdown(slice)).length);
  if (left === 0) return [isolate(escapeMarkdown(quoted(words)))];
  const more = `-# The quote goes on for ${left} characters; Context shows all of it.`;
  return start === '' ? [more] : [isolate(`“${escapeMarkdown(start)}” …`), more];
}

/** When it was said, through whom it came, and where it stands, with a link where there is a safe one. */
export function writeSource(quote: AnswerQuote): string {
  const { said, via, outlet, url, copies } = attribute(quote);
  const label = (part: string | null): readonly string[] => (part === null ? [] : [escapeLabel(part, NAME)]);
  const linked = link(outlet === null ? 'source' : escapeLabel(outlet, NAME), url);
  return [
    ...label(said),
    ...label(via),
    ...(outlet === null && linked === 'source' ? [] : [linked]),
    ...writePublished(quote),
    ...label(copies),
  ].join(' · ');
}

/** Where the hour is known, Discord tells it in the reader's own zone. */
function writePublished(quote: AnswerQuote): readonly string[] {
  const { publishedAt } = quote.article;
  const instant = publishedAt?.includes('T') === true ? Date.parse(publishedAt) : Number.NaN;
  if (!Number.isNaN(instant)) return [`published <t:${Math.floor(instant / 1000)}:f>`];
  const { published } = attribute(quote);
  return published === null ? [] : [escapeLabel(published, NAME)];
}

function writeFooter(
  answer: Answer,
  left: number,
  [page, pages]: readonly [page: number, pages: number],
): readonly CardSection[] {
  const parts = [pages > 1 ? `Page ${page} of ${pages}` : null, sayCoverage(answer, left)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? [] : [text(`-# ${escapeLabel(parts.join(' · '), FOOTER)}`)];
}
