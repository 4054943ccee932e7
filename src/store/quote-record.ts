import { z } from 'zod';
import { StoreError } from '../errors.ts';
import { KINDS, STANCES, type Quote } from '../records/quote.ts';
import { passageAt, sliceAt, type Passage, type Span } from '../records/span.ts';

const SpanRecord = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly();
const PassageRecord = z.object({ spans: z.array(SpanRecord).min(1).readonly(), text: z.string() });
/** A quotation that goes on in a sentence of its own has no cue there. */
const CueRecord = PassageRecord.extend({ spans: z.array(SpanRecord).readonly() });
const SpeakerRecord = z.object({
  mention: SpanRecord,
  text: z.string(),
  name: z.string().nullable(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
  anonymous: z.boolean(),
});
const QuoteRecord = z.object({
  kind: z.enum(KINDS),
  content: PassageRecord,
  speaker: SpeakerRecord.nullable(),
  cue: CueRecord,
  stance: z.enum(STANCES),
  saidOn: z.object({ from: z.iso.date(), to: z.iso.date(), span: SpanRecord }).nullable(),
  via: z.object({ name: z.string(), span: SpanRecord }).nullable(),
  answers: PassageRecord.nullable(),
  extractor: z.enum(['grammar', 'model']),
});

/** The quote as JSON. Throws StoreError when its texts are not the slices of `text` at its spans. */
export function encodeQuote(quote: Quote, text: string): string {
  if (!isBackedBy(text, quote)) {
    throw new StoreError(
      'A quote found in this article is not word for word in it, so the article was not stored.',
    );
  }
  return JSON.stringify(quote);
}

/**
 * The quote that was stored as `record`. Throws StoreError when the record is damaged or its texts are no longer the
 * slices of the article's `text`: what the article does not back is never shown.
 */
export function decodeQuote(id: string, record: string, text: string): Quote {
  const quote = QuoteRecord.safeParse(parseJson(record));
  if (!quote.success || !isBackedBy(text, quote.data)) {
    throw new StoreError(
      `The stored quote ${id} no longer matches its article, so it is not shown; restore the store from a backup.`,
    );
  }
  return quote.data;
}

function parseJson(record: string): unknown {
  try {
    return JSON.parse(record);
  } catch {
    return null;
  }
}

function isBackedBy(text: string, { content, cue, answers, speaker, saidOn, via }: Quote): boolean {
  const passages = [content, cue, ...(answers === null ? [] : [answers])];
  const bareSpans = [saidOn, via].filter((part) => part !== null).map(({ span }) => span);
  return (
    passages.every((passage) => isSlice(text, passage)) &&
    bareSpans.every((span) => liesIn(text, span)) &&
    (speaker === null || (liesIn(text, speaker.mention) && sliceAt(text, speaker.mention) === speaker.text))
  );
}

function isSlice(text: string, passage: Passage): boolean {
  return (
    passage.spans.every((span) => liesIn(text, span)) && passageAt(text, passage.spans).text === passage.text
  );
}

function liesIn(text: string, [start, end]: Span): boolean {
  return start >= 0 && start <= end && end <= text.length;
}
