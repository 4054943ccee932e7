import type { Answer, AnswerQuote, AnswerSentence, StanceGroup } from '../records/answer.ts';
import { shownWords } from '../records/quote.ts';
import { CARD_TEXT, dealPages, pageButtons, text, type Card, type CardSection } from './card.ts';
import { escapeLabel, escapeMarkdown, isolate, link } from './escape.ts';
import { excerpt } from './excerpt.ts';
import {
  attribute,
  numberQuotes,
  questionFilters,
  questionLead,
  quoted,
  sayCounts,
  sayCoverage,
  sayReferences,
  stanceHeading,
} from './wording.ts';

/** Characters of Markdown each part of a card may take. The largest parts of any page together stay below CARD_TEXT. */
const TOPIC = 250;
const COUNTS = 300;
const FILTER = 120;
const UNDERSTOOD = 350;
const NOTICE = 300;
const SENTENCES = 1300;
const QUOTE = 900;
const NAME = 120;
const FOOTER = 250;

/** An answer as pages of a card: what was asked, the summary, then every quote with its source and a Context button. */
export function answerCards(answer: Answer): readonly Card[] {
  const head = writeHead(answer);
  const summary = writeSummary(answer);
  const sections = writeQuotes(answer.groups);
  const limit = CARD_TEXT - head.length - FOOTER;
  const pages = dealPages(sections, limit - summary.length, limit);
  return pages.map((page, index) => ({
    sections: [
      text(head),
      ...(index === 0 && summary !== '' ? [text(summary)] : []),
      ...page,
      ...writeFooter(answer, index + 1, pages.length),
    ],
    buttons: pageButtons(index + 1, pages.length),
  }));
}

function writeHead(answer: Answer): string {
  const { question } = answer;
  const counts = escapeLabel(sayCounts(answer), COUNTS);
  const filters = questionFilters(question).map((filter) => escapeLabel(filter, FILTER));
  const facts = [counts, ...filters].filter((fact) => fact !== '');
  const title = `### ${questionLead(question)} ${quoted(escapeLabel(question.topic, TOPIC))}`;
  return [
    title,
    ...(facts.length > 0 ? [`**${facts.join(' · ')}**`] : []),
    ...(question.understood === undefined ? [] : [`-# ${escapeLabel(question.understood, UNDERSTOOD)}`]),
  ].join('\n');
}

/** Notice and sentences; what does not fit is told. */
function writeSummary(answer: Answer): string {
  const numbers = numberQuotes(answer);
  const lines: string[] = [];
  let room = SENTENCES;
  for (const sentence of answer.sentences) {
    const line = writeSentence(sentence, numbers);
    if (line.length > room) break;
    room -= line.length + 1;
    lines.push(line);
  }
  const left = answer.sentences.length - lines.length;
  return [
    ...(answer.notice === null ? [] : [`*${escapeLabel(answer.notice, NOTICE)}*`]),
    ...lines,
    ...(left > 0
      ? [`-# ${left} more of the summary's sentences did not fit; the quotes are all below.`]
      : []),
  ].join('\n');
}

function writeSentence(sentence: AnswerSentence, numbers: ReadonlyMap<string, number>): string {
  const references = escapeMarkdown(sayReferences(sentence.quoteIds, numbers));
  return `${isolate(escapeMarkdown(sentence.text.replaceAll(/\s+/g, ' ').trim()))} ${references}`.trimEnd();
}

function writeQuotes(groups: readonly StanceGroup[]): readonly CardSection[] {
  const entries = groups.flatMap(({ stance, quotes }) =>
    quotes.map((quote, index) => ({
      quote,
      heading: index === 0 ? `**${stanceHeading(stance).toUpperCase()}**\n` : '',
    })),
  );
  return entries.map(({ quote, heading }, index) => ({
    markdown: heading + writeQuote(quote, index + 1),
    button: { label: 'Context', action: { kind: 'context', number: index + 1 } },
  }));
}

function writeQuote(quote: AnswerQuote, number: number): string {
  const { speaker, marks } = attribute(quote);
  const names = [
    `**${number}. ${escapeLabel(speaker, NAME)}**`,
    ...marks.map((mark) => escapeLabel(mark, NAME)),
  ];
  const source = writeSource(quote);
  return [
    names.join(', '),
    ...writeWords(shownWords(quote)),
    ...(source === '' ? [] : [`-# ${source}`]),
  ].join('\n');
}

/** The quote's words. A long quote is cut between sentences, and told to be. */
export function writeWords(words: string): readonly string[] {
  const { text: start, left } = excerpt(words, QUOTE, (slice) => isolate(escapeMarkdown(slice)).length);
  if (left === 0) return [isolate(escapeMarkdown(quoted(words)))];
  const more = `-# The quote goes on for ${left} characters; Context shows all of it.`;
  return start === '' ? [more] : [isolate(`“${escapeMarkdown(start)}” …`), more];
}

/** When it was said, through whom it came, and where it stands, with a link where there is a safe one. */
export function writeSource(quote: AnswerQuote): string {
  const { said, via, outlet, published, url, copies } = attribute(quote);
  const label = (part: string | null): readonly string[] => (part === null ? [] : [escapeLabel(part, NAME)]);
  const linked = link(outlet === null ? 'source' : escapeLabel(outlet, NAME), url);
  return [
    ...label(said),
    ...label(via),
    ...(outlet === null && linked === 'source' ? [] : [linked]),
    ...label(published),
    ...label(copies),
  ].join(' · ');
}

function writeFooter(answer: Answer, page: number, pages: number): readonly CardSection[] {
  const parts = [pages > 1 ? `Page ${page} of ${pages}` : null, sayCoverage(answer)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? [] : [text(`-# ${escapeLabel(parts.join(' · '), FOOTER)}`)];
}
