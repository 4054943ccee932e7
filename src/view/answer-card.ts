import type { Answer, AnswerQuote, AnswerSentence } from '../records/answer.ts';
import { shownWords } from '../records/quote.ts';
import type { Narrowing } from '../records/view.ts';
import type { Words } from '../words/words.ts';
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
import { onOneLine } from './neutral.ts';
import { narrowQuotes, type NumberedQuote } from './narrow.ts';
import {
  attribute,
  numberQuotes,
  questionFilters,
  questionTitle,
  quoted,
  sayCorpus,
  sayCounts,
  sayCoverage,
  sayNarrowed,
  sayPublished,
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
export function answerCards(answer: Answer, words: Words, narrowing: Narrowing = WHOLE): readonly Card[] {
  const { buttons } = words.cards;
  const shown = narrowQuotes(answer, narrowing, words);
  const isNarrowed = narrowing.speaker !== null || narrowing.stance !== null;
  const head = writeHead(answer, isNarrowed ? shown : null, words);
  const summary = writeSummary(answer, isNarrowed ? shown : null, words);
  const limit = CARD_TEXT - head.length - FOOTER;
  const pages = dealPages(writeQuotes(shown, limit, words), limit - summary.length, limit);
  const { which = [] } = answer;
  const selects = which.length > 0 ? [whichSelect(which, words)] : narrowSelects(answer, narrowing, words);
  let seen = 0;
  return pages.map((page, index) => {
    seen += page.length;
    const left = isNarrowed ? 0 : answer.total - seen;
    return {
      sections: [
        text(head),
        ...(index === 0 && summary !== '' ? [text(summary)] : []),
        ...page,
        ...writeFooter(answer, left, [index + 1, pages.length], words),
      ],
      selects,
      buttons: [
        ...pageButtons(index + 1, pages.length, words),
        ...evidenceButton(answer, words),
        // Whoever sees an answer may be told of what comes new to it; a question back is none.
        ...(which.length > 0 ? [] : [{ label: buttons.watch, action: { kind: 'watch' } } as const]),
      ],
    };
  });
}

function evidenceButton({ sentences }: Answer, { cards }: Words): readonly CardButton[] {
  const isBacked = sentences.some(({ quoteIds }) => quoteIds.length > 0);
  return isBacked ? [{ label: cards.buttons.evidence, action: { kind: 'evidence' } }] : [];
}

/** `narrowed`: what is left of the quotes; null for a whole answer. */
function writeHead(answer: Answer, narrowed: readonly NumberedQuote[] | null, words: Words): string {
  const { question } = answer;
  const counts = escapeLabel(sayCounts(answer, words), COUNTS);
  const filters = questionFilters(question, words).map((filter) => escapeLabel(filter, FILTER));
  const corpus = escapeLabel(sayCorpus(answer, words), FILTER);
  const facts = [counts, filters.join(' · '), corpus].filter((fact) => fact !== '');
  const title = `### ${questionTitle(question, escapeLabel(question.topic, TOPIC), words)}`;
  return [
    title,
    ...(facts.length > 0 ? [`**${facts.join(' \\| ')}**`] : []),
    ...(question.understood === undefined ? [] : [`-# ${escapeLabel(question.understood, UNDERSTOOD)}`]),
    ...(narrowed === null ? [] : [`-# ${sayNarrowed(answer, narrowed.length, words)}`]),
  ].join('\n');
}

/** Notice and sentences; what does not fit is told. */
function writeSummary(answer: Answer, narrowed: readonly NumberedQuote[] | null, { cards }: Words): string {
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
    ...(left > 0 ? [`-# ${cards.sentencesLeft(left)}`] : []),
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
  return `${isolate(escapeMarkdown(onOneLine(sentence.text)))} ${references}`.trimEnd();
}

/** No section is longer than `room`. */
function writeQuotes(quotes: readonly NumberedQuote[], room: number, words: Words): readonly CardSection[] {
  return quotes.map(({ quote, stance, number }, index) => {
    const heading =
      quotes[index - 1]?.stance === stance
        ? ''
        : `**${stanceHeading(stance, words).toLocaleUpperCase(words.language)}**\n`;
    return {
      markdown: heading + writeQuote(quote, number, room - heading.length, words),
      button: { label: words.cards.buttons.context, action: { kind: 'context', number } },
    };
  });
}

function writeQuote(quote: AnswerQuote, number: number, room: number, words: Words): string {
  const { speaker, marks } = attribute(quote, words);
  const names = [
    `**${number}. ${escapeLabel(speaker, NAME)}**`,
    ...marks.map((mark) => escapeLabel(mark, NAME)),
  ];
  const lines = [names.join(', ')];
  return around({ lines, quote: shownWords(quote), source: writeSource(quote, words), words }, { room });
}

interface SourcedQuote {
  readonly lines: readonly string[];
  readonly quote: string;
  readonly source: string;
  readonly words: Words;
}

/** Lines, then a quote, then its source: in all no longer than `room`, of which the quote gets what is left, and `most`. */
export function around(
  { lines, quote, source, words }: SourcedQuote,
  { room, most = QUOTE }: { readonly room: number; readonly most?: number | undefined },
): string {
  const last = source === '' ? [] : [`-# ${source}`];
  const taken = [...lines, ...last].reduce((sum, line) => sum + line.length + 1, 0);
  return [...lines, ...writeWords(quote, Math.min(most, room - taken - AROUND_EXCERPT), words), ...last].join(
    '\n',
  );
}

/** What stands around an excerpt: marks, signs of direction, and the line that tells how much was left out. */
const AROUND_EXCERPT = 100;

/** The quote's words. A long quote is cut between sentences, and told to be. */
function writeWords(quote: string, limit: number, { cards }: Words): readonly string[] {
  const { text: start, left } = excerpt(quote, limit, (slice) => isolate(escapeMarkdown(slice)).length);
  if (left === 0) return [isolate(escapeMarkdown(quoted(quote)))];
  const more = `-# ${cards.goesOn(left)}`;
  return start === '' ? [more] : [isolate(`“${escapeMarkdown(start)}” …`), more];
}

/** When it was said, through whom it came, and where it stands, with a link where there is a safe one. */
export function writeSource(quote: AnswerQuote, words: Words): string {
  const { said, via, outlet, url, copies } = attribute(quote, words);
  const { source } = words.cards.source;
  const label = (part: string | null): readonly string[] => (part === null ? [] : [escapeLabel(part, NAME)]);
  const linked = link(outlet === null ? source : escapeLabel(outlet, NAME), url);
  return [
    ...label(said),
    ...label(via),
    ...(outlet === null && linked === source ? [] : [linked]),
    ...writePublished(quote.article, words),
    ...label(copies),
  ].join(' · ');
}

/** Where the hour is known, Discord tells it in the reader's own zone. */
export function writePublished(article: AnswerQuote['article'], words: Words): readonly string[] {
  const { publishedAt } = article;
  const instant = publishedAt?.includes('T') === true ? Date.parse(publishedAt) : Number.NaN;
  if (!Number.isNaN(instant)) return [words.cards.source.published(`<t:${Math.floor(instant / 1000)}:f>`)];
  const published = sayPublished(article, words);
  return published === null ? [] : [escapeLabel(published, NAME)];
}

function writeFooter(
  answer: Answer,
  left: number,
  [page, pages]: readonly [page: number, pages: number],
  words: Words,
): readonly CardSection[] {
  const parts = [pages > 1 ? words.cards.page(page, pages) : null, sayCoverage(answer, words, left)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? [] : [text(`-# ${escapeLabel(parts.join(' · '), FOOTER)}`)];
}
