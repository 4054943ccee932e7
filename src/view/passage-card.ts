import type { SourcePassage } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { writeSource } from './answer-card.ts';
import { CARD_TEXT, pageButtons, text, type Card } from './card.ts';
import { escapeLabel, escapeMarkdown, isolate } from './escape.ts';
import { markPassage, type Stretch } from './mark-passage.ts';
import { attribute, saySuperseded } from './wording.ts';

const NAME = 150;
const TITLE = 250;
const SUPERSEDED = 200;
/** What the head and the footer of a page may take at most. */
const AROUND = 2400;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A passage as pages of a card: who said it and where, then the article's words with the quote in bold. */
export function passageCards(passage: SourcePassage, words: Words): readonly Card[] {
  const head = writeHead(passage, words);
  const pages = dealWords(splitWords(markPassage(passage)));
  return pages.map((stretches, index) => ({
    sections: [
      text(head),
      ...(stretches.some((word) => word.text.trim() !== '') ? [text(writeStretches(stretches))] : []),
      ...(pages.length > 1 ? [text(`-# ${words.cards.page(index + 1, pages.length)}`)] : []),
    ],
    buttons: pageButtons(index + 1, pages.length, words),
  }));
}

function writeHead({ quote, article }: SourcePassage, words: Words): string {
  const { speaker, marks } = attribute(quote, words);
  const names = [`**${escapeLabel(speaker, NAME)}**`, ...marks.map((mark) => escapeLabel(mark, NAME))];
  const source = writeSource(quote, words);
  const superseded = saySuperseded(quote, words);
  return [
    `${names.join(', ')} · ${words.stances[quote.stance]}`,
    ...(article.title === null ? [] : [escapeLabel(article.title, TITLE)]),
    `-# ${source === '' ? '' : `${source} · `}${escapeLabel(words.cards.source.id(quote.id), NAME)}`,
    ...(superseded === null ? [] : [`**${escapeLabel(superseded, SUPERSEDED)}**`]),
  ].join('\n');
}

/** Words with the space after them, so that pages break between words; a word too long for a page breaks between signs. */
function splitWords(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.flatMap(({ text: words, marked }) =>
    (words.match(/\s*\S+\s*|\s+/g) ?? []).flatMap((word) =>
      (word.length < 200 ? [word] : splitGraphemes(word)).map((part) => ({ text: part, marked })),
    ),
  );
}

/** Clusters of more than ten code units, which no script needs, are split too. */
function splitGraphemes(word: string): readonly string[] {
  return [...GRAPHEMES.segment(word)].flatMap(({ segment }) =>
    segment.length > 10 ? Array.from(segment) : [segment],
  );
}

function dealWords(words: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const pages: Stretch[][] = [[]];
  let room = CARD_TEXT - AROUND;
  for (const word of words) {
    const length = longest(word);
    if (length > room) {
      pages.push([]);
      room = CARD_TEXT - AROUND;
    }
    pages.at(-1)?.push(word);
    room -= length;
  }
  return pages;
}

/** The most characters a word can take in Markdown: with a pair of bold and of direction marks for it and each new line. */
function longest({ text: word, marked }: Stretch): number {
  const lines = word.split(/[\n\r\u0085\u2028\u2029]/).length;
  return escapeMarkdown(word).length + lines * ((marked ? '****'.length : 0) + '\u2068\u2069'.length);
}

/** Bold never spans a line break, where Discord would not see its end. */
function writeStretches(stretches: readonly Stretch[]): string {
  const runs: Stretch[] = [];
  for (const stretch of stretches) {
    const last = runs.at(-1);
    if (last?.marked === stretch.marked) runs.splice(-1, 1, { ...last, text: last.text + stretch.text });
    else runs.push(stretch);
  }
  return isolate(
    runs.map(({ text: words, marked }) => (marked ? bold(words) : escapeMarkdown(words))).join(''),
  );
}

function bold(words: string): string {
  return escapeMarkdown(words).replaceAll(/\S(?:[^\n]*\S)?/g, '**$&**');
}
