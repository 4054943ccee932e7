import { normalise } from './normalise.ts';
import { findQuotedSpans, type QuotedSpan } from './quoted-spans.ts';
import { wordsOf, type Word } from './words.ts';

/** Stands in `outside` where a quoted span stood: in no text of an article, and no letter. */
export const QUOTATION = '\uFFFC';

/** A model's sentence taken apart: what stands between quotation marks, and the words around it. */
export interface ParsedSentence {
  readonly text: string;
  readonly spans: readonly QuotedSpan[];
  /** Normalised, each quoted span replaced by QUOTATION. */
  readonly outside: string;
  readonly words: readonly Word[];
}

function takeApart(text: string, spans: readonly QuotedSpan[]): ParsedSentence {
  let masked = '';
  let from = 0;
  for (const span of spans) {
    masked += text.slice(from, span.open) + QUOTATION;
    from = span.close + 1;
  }
  const outside = normalise(masked + text.slice(from));
  return { text, spans, outside, words: wordsOf(outside) };
}

/** The sentence taken apart; null when its quotation marks do not pair up. */
export function parseSentence(text: string): ParsedSentence | null {
  const spans = findQuotedSpans(text);
  return spans === null ? null : takeApart(text, spans);
}

/**
 * The ways to read a sentence. Straight marks do not nest, so `"they call it "a story" here"` may also be one
 * quotation, from the first mark to the last; the evidence decides.
 */
export function readingsOf(text: string): readonly ParsedSentence[] {
  const plain = parseSentence(text);
  const open = text.indexOf('"');
  const close = text.lastIndexOf('"');
  const nested = text.slice(open + 1, close).includes('"') ? [takeApart(text, [{ open, close }])] : [];
  return plain === null ? nested : [plain, ...nested];
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

const ABBREVIATION =
  /\b(?:[A-Z]\.)+|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Rev|Hon|Sen|Rep|Gov|Pres|St|No|Jr|Sr|Inc|Ltd|Co|Corp|vs|etc|a\.m|p\.m)\./g;

/** The text with the full stops of abbreviations and initials made harmless, unit for unit. */
function withoutAbbreviations(text: string): string {
  return text.replace(ABBREVIATION, (found) => found.replaceAll('.', '_'));
}

/** Where the sentences of a text begin, in order. */
export function sentenceStarts(text: string): readonly number[] {
  return [...SEGMENTER.segment(withoutAbbreviations(text))].map((segment) => segment.index);
}

/** A quotation that ends a sentence of its own still ends one when the words after it begin anew. */
function withQuotedEnds({ text, spans }: ParsedSentence): string {
  let masked = '';
  let from = 0;
  for (const span of spans) {
    const ends = /[.!?。！？؟]$/.test(text.slice(span.open + 1, span.close));
    const goesOn = /^\s*[\p{Ll}\p{P}]/u.test(text.slice(span.close + 1, span.close + 20));
    masked += `${text.slice(from, span.open)}this${ends && !goesOn ? '.' : ''}`;
    from = span.close + 1;
  }
  return masked + text.slice(from);
}

/** Rule V4: whether the text is one sentence, quotations and abbreviations aside. */
export function isOneSentence(sentence: ParsedSentence): boolean {
  return sentenceStarts(withQuotedEnds(sentence).trim()).length <= 1;
}
