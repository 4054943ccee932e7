import { z } from 'zod';
import { STANCES } from '../records/quote.ts';

const Source = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
});

/** Far above what an answer holds: a file of more is none. */
const MAX_SENTENCES = 100;
const MAX_QUOTES = 1000;

/** An answer as `onrecord ask --json` writes it. */
export const ExportedAnswer = z.object({
  question: z.object({ topic: z.string() }).optional(),
  sentences: z.array(z.object({ text: z.string(), quoteIds: z.array(z.string()) })).max(MAX_SENTENCES),
  groups: z
    .array(
      z.object({
        stance: z.enum(STANCES),
        quotes: z
          .array(
            z.object({
              id: z.string(),
              text: z.string(),
              spans: z.array(z.tuple([z.number(), z.number()])),
              speaker: z
                .object({ name: z.string().nullable(), role: z.string().nullable(), anonymous: z.boolean() })
                .nullable(),
              stance: z.enum(STANCES),
              saidOn: z.object({ from: z.string(), to: z.string() }).nullable(),
              via: z.object({ name: z.string() }).nullable(),
              article: Source,
              copies: z.array(Source).max(MAX_QUOTES).optional(),
            }),
          )
          .max(MAX_QUOTES),
      }),
    )
    .max(STANCES.length),
  total: z.number(),
  notShown: z.number(),
});
export type Exported = z.output<typeof ExportedAnswer>;
export type ExportedQuote = Exported['groups'][number]['quotes'][number];
