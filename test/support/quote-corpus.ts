import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExtractorInput } from '../../src/quotes/extract.ts';
import { PublishedAt } from '../../src/records/article.ts';
import { KINDS, STANCES } from '../../src/records/quote.ts';
import type { Span } from '../../src/records/span.ts';

/** Words of the source: a string that stands there once, or one of those that stand there several times, from 1. */
const Words = z.union([z.string().min(1), z.strictObject({ text: z.string().min(1), nth: z.int().min(1) })]);

/** What a case expects of one quote. A key that is left out is not judged; null says that there is none. */
const ExpectedInWords = z.strictObject({
  content: z.array(Words).min(1),
  speaker: z
    .strictObject({
      mention: Words,
      name: z.string().nullable().optional(),
      role: z.string().nullable().optional(),
      anonymous: z.boolean().optional(),
    })
    .nullable(),
  cue: Words.nullable(),
  stance: z.enum(STANCES).optional(),
  kind: z.enum(KINDS).optional(),
  saidOn: z.tuple([z.iso.date(), z.iso.date()]).nullable().optional(),
  via: z.string().nullable().optional(),
  answers: Words.nullable().optional(),
});

const CaseFile = z.strictObject({
  published: PublishedAt.nullable(),
  title: z.string().nullable(),
  quotes: z.array(ExpectedInWords),
});

type Located<T> = Omit<T, 'content' | 'cue' | 'answers' | 'speaker'> & {
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly answers?: Span | null;
};
type SpeakerInWords = NonNullable<z.infer<typeof ExpectedInWords>['speaker']>;

/** What a case expects of one quote, with spans in place of words. */
export type ExpectedQuote = Located<z.infer<typeof ExpectedInWords>> & {
  readonly speaker: (Omit<SpeakerInWords, 'mention'> & { readonly mention: Span }) | null;
};

export interface CorpusCase {
  /** The folder's name; what stands before the first word that names the point is its class. */
  readonly name: string;
  readonly input: ExtractorInput;
  readonly quotes: readonly ExpectedQuote[];
  /** Why the case is there. */
  readonly note: string;
}

/** Where `words` stand in `text`. Throws where they don't, or where it is not said which of several is meant. */
function locate(text: string, words: z.infer<typeof Words>): Span {
  const { text: slice, nth } = typeof words === 'string' ? { text: words, nth: null } : words;
  const starts: number[] = [];
  for (let at = text.indexOf(slice); at >= 0; at = text.indexOf(slice, at + 1)) starts.push(at);
  if (nth === null && starts.length > 1)
    throw new Error(`"${slice}" stands ${starts.length} times: say which.`);
  const start = starts[(nth ?? 1) - 1];
  if (start === undefined) throw new Error(`"${slice}" does not stand in the source as expected.`);
  return [start, start + slice.length];
}

function withSpans(text: string, quote: z.infer<typeof ExpectedInWords>): ExpectedQuote {
  const { content, speaker, cue, answers, ...rest } = quote;
  return {
    ...rest,
    content: content.map((words) => locate(text, words)),
    speaker: speaker === null ? null : { ...speaker, mention: locate(text, speaker.mention) },
    cue: cue === null ? null : locate(text, cue),
    ...(answers === undefined ? {} : { answers: answers === null ? null : locate(text, answers) }),
  };
}

function readCase(folder: string, name: string): CorpusCase {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8').replace(/\n$/, '');
  const text = read('source.txt');
  try {
    const { published, title, quotes } = CaseFile.parse(JSON.parse(read('expected.json')));
    return {
      name,
      input: { text, title, publishedAt: published },
      quotes: quotes.map((quote) => withSpans(text, quote)),
      note: read('NOTE.md'),
    };
  } catch (cause) {
    throw new Error(`The case ${name} can't be used: ${String(cause)}`, { cause });
  }
}

/** Every case under `folder`, by name: one folder a case, of source.txt, expected.json and NOTE.md. */
export function readQuoteCorpus(folder: string): readonly CorpusCase[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => readCase(folder, name));
}
