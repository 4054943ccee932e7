import { shownWords } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import type { Words } from '../words/words.ts';
import { isTreacherous } from './verify/characters.ts';
import { isProposition } from './verify/docket.ts';
import { normalise } from './verify/normalise.ts';
import { findQuotation, prepareSource } from './verify/quotation.ts';
import { findQuotedSpans } from './verify/quoted-spans.ts';
import { reportedMark } from './verify/reported-mark.ts';
import { sentenceStarts } from './verify/sentence.ts';

const MAX_CHARACTERS = 320;

const MARKS = [
  ['“', '”'],
  ['«', '»'],
  ['"', '"'],
] as const;

/** The first whole sentences of a text that fit; the whole text when it fits, '' when not even one sentence does. */
function firstSentences(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const end = sentenceStarts(text).findLast((start) => start > 0 && start <= MAX_CHARACTERS) ?? 0;
  return text.slice(0, end).trimEnd();
}

/** The slice between marks that do not stand in it, and how to read it; null when it can't be shown in a sentence. */
export function quoteVerbatim(
  quote: Pick<StoredQuote, 'content' | 'kind' | 'cue' | 'stance'>,
  { answers: { digest } }: Words,
): string | null {
  const text = shownWords(quote);
  const slice = firstSentences(text);
  const marks = MARKS.find(([open, close]) => !slice.includes(open) && !slice.includes(close));
  if (slice === '' || marks === undefined || isTreacherous(slice)) return null;
  const found = findQuotation(slice, prepareSource(text, quote.kind));
  const quoted = `${marks[0]}${slice}${marks[1]}`;
  const [span] = findQuotedSpans(quoted) ?? [];
  if ('rule' in found || normalise(found.slice) !== normalise(slice) || span?.close !== quoted.length - 1)
    return null;
  const beginning = slice === text.trimEnd() ? '' : digest.beginning;
  // With its cue, a quotation says itself whether something was denied.
  const proposition = text === quote.content.text && isProposition(quote);
  const mark = reportedMark({ own: found.own, proposition, stance: quote.stance }, digest.reported);
  return `${quoted}${mark}${beginning}`;
}
