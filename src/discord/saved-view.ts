import { z } from 'zod';
import { LEFT_OUT, type Answer } from '../records/answer.ts';
import { OfferedForm } from '../records/form.ts';
import { LANGUAGES, type Language } from '../records/language.ts';
import { KINDS, STANCES } from '../records/quote.ts';
import { REPORT_NAMES, type Report } from '../records/report.ts';
import { FORGOTTEN } from '../store/store.ts';
import type { Confirmation, Listing, Narrowing, View } from '../records/view.ts';

const Span = z.tuple([z.number(), z.number()]);
const Passage = z.object({ spans: z.array(Span), text: z.string() });
const Source = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
const Speaker = z.object({
  mention: Span,
  text: z.string(),
  name: z.string().nullable(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
  anonymous: z.boolean(),
});
const Quote = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  content: Passage,
  speaker: Speaker.nullable(),
  cue: Passage,
  stance: z.enum(STANCES),
  saidOn: z.object({ from: z.string(), to: z.string(), span: Span }).nullable(),
  via: z.object({ name: z.string(), span: Span }).nullable(),
  answers: Passage.nullable(),
  extractor: z.enum(['grammar', 'model']),
  article: Source,
  copies: z.array(Source).optional(),
  speakerId: z.string().optional(),
  fromTeaser: z.boolean().optional(),
});
const ReportQuestion = z.object({
  topic: z.string(),
  speaker: z.string().optional(),
  speakerId: z.string().optional(),
  outlet: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  lastDays: z.number().optional(),
  leaveOut: z.array(z.enum(LEFT_OUT)).optional(),
  understood: z.string().optional(),
});
const Candidates = z.array(
  z.object({ id: z.string().nullable(), name: z.string(), about: z.string().nullable() }),
);
const SavedAnswer: z.ZodType<Answer> = z.object({
  question: ReportQuestion.extend({ stance: z.enum(STANCES).nullable() }),
  mode: z.enum(['prose', 'select', 'digest']),
  notice: z.string().nullable(),
  sentences: z.array(z.object({ text: z.string(), quoteIds: z.array(z.string()) })),
  groups: z.array(z.object({ stance: z.enum(STANCES), quotes: z.array(Quote) })),
  total: z.number(),
  notShown: z.number(),
  corpus: z.object({ articles: z.number(), outlets: z.number() }).optional(),
  which: Candidates.optional(),
});
const SavedNarrowing: z.ZodType<Narrowing> = z.object({
  speaker: z.string().nullable(),
  stance: z.enum(STANCES).nullable(),
});

const SavedListing: z.ZodType<Listing> = z.object({
  title: z.string(),
  items: z.array(z.object({ name: z.string(), facts: z.array(z.string()) })),
  note: z.string().nullable(),
});

const SavedConfirmation: z.ZodType<Confirmation> = z.object({
  title: z.string(),
  told: z.array(z.string()),
  label: z.string(),
  line: z.string(),
  task: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('forget-article'), articleId: z.string() }),
    z.object({ kind: z.literal('delete-briefing'), briefingId: z.string(), name: z.string() }),
  ]),
});

const Note = z.string().nullable();
const SavedReport: z.ZodType<Report> = z.object({
  title: z.string(),
  filters: z.array(z.string()),
  told: z.array(z.string()),
  parts: z.array(
    z.object({
      heading: z.string().nullable(),
      entries: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('quote'), quote: Quote, note: Note }),
          z.object({
            kind: z.literal('sentence'),
            who: z.string(),
            text: z.string(),
            span: Span,
            article: Source,
            note: Note,
          }),
        ]),
      ),
    }),
  ),
  notShown: z.number(),
  whereRest: z.string().optional(),
  question: ReportQuestion.optional(),
  which: z
    .object({ report: z.enum(REPORT_NAMES), question: ReportQuestion, candidates: Candidates })
    .optional(),
});

/**
 * What the buttons of a message need to know: the answer as it was given, so that its pages stay the same whatever is
 * stored later, or whose passage is shown.
 */
const kept = { version: z.literal(1), language: z.enum(LANGUAGES).default('en') };
const SavedView = z.discriminatedUnion('kind', [
  z.object({
    ...kept,
    kind: z.literal('answer'),
    answer: SavedAnswer,
    narrowing: SavedNarrowing.optional(),
  }),
  z.object({ ...kept, kind: z.literal('report'), report: SavedReport }),
  z.object({ ...kept, kind: z.literal('passage'), quoteId: z.string() }),
  z.object({ ...kept, kind: z.literal('listing'), listing: SavedListing, form: OfferedForm.optional() }),
  z.object({ ...kept, kind: z.literal('confirmation'), confirmation: SavedConfirmation }),
]);
export type SavedView = z.infer<typeof SavedView>;

/** A view as it is kept for its buttons, in the language it was told in; null for one that never has any. */
export function saveView(view: View, language: Language): SavedView | null {
  const how = { version: 1, language } as const;
  if (view.kind === 'answer')
    return { ...how, kind: 'answer', answer: view.answer, narrowing: view.narrowing };
  if (view.kind === 'listing') return { ...how, kind: 'listing', listing: view.listing, form: view.form };
  if (view.kind === 'report') return { ...how, kind: 'report', report: view.report };
  if (view.kind === 'confirmation') return { ...how, kind: 'confirmation', confirmation: view.confirmation };
  return view.kind === 'passage' ? { ...how, kind: 'passage', quoteId: view.passage.quote.id } : null;
}

/** Whether what was kept held words of an article that was forgotten since. */
export function isForgotten(payload: unknown): boolean {
  return z.object({ kind: z.literal(FORGOTTEN.kind) }).safeParse(payload).success;
}

/** Null for what was kept by another version. */
export function readSavedView(payload: unknown): SavedView | null {
  return SavedView.safeParse(payload).data ?? null;
}
