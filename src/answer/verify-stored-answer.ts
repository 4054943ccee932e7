import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { AnswerQuote, AnswerSentence, StanceGroup } from '../records/answer.ts';
import { STANCES } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import { passageAt } from '../records/span.ts';
import type { Store } from '../store/store.ts';
import { NOBODY_SENTENCES, tellRest, tellStatement } from './digest.ts';
import { groupByStance } from './gather-quotes.ts';
import { tellReversals } from './reversals.ts';
import { openDocket } from './verify/docket.ts';
import { verifySentence } from './verify/verify-sentence.ts';

/** What was found out about one sentence or quote of an exported answer. */
interface Check {
  readonly of: 'sentence' | 'quote';
  /** The sentence's text, or the quote's id. */
  readonly what: string;
  /** Why it does not hold, in words for the reader; null when it does. */
  readonly problem: string | null;
}

export interface StoredAnswerCheck {
  readonly holds: boolean;
  readonly checks: readonly Check[];
}

const Source = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
});

/** An answer as `onrecord ask --json` writes it. */
const ExportedAnswer = z.object({
  question: z.object({ topic: z.string() }).optional(),
  sentences: z.array(z.object({ text: z.string(), quoteIds: z.array(z.string()) })),
  groups: z.array(
    z.object({
      stance: z.enum(STANCES),
      quotes: z.array(
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
          copies: z.array(Source).optional(),
        }),
      ),
    }),
  ),
  total: z.number(),
  notShown: z.number(),
});
type Exported = z.output<typeof ExportedAnswer>;
type ExportedQuote = Exported['groups'][number]['quotes'][number];

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** The first thing in which an exported quote is not the stored one. */
function difference(exported: ExportedQuote, stored: StoredQuote): string | null {
  const { content, speaker, saidOn, via, article } = stored;
  if (exported.text !== content.text) return 'Its words are not the stored ones.';
  if (!same(exported.spans, content.spans)) return 'It points at another place of the article.';
  const who = speaker && { name: speaker.name, role: speaker.role, anonymous: speaker.anonymous };
  if (!same(exported.speaker, who)) return 'Its speaker is not the stored one.';
  if (exported.stance !== stored.stance) return 'Its stance is not the stored one.';
  if (!same(exported.saidOn, saidOn && { from: saidOn.from, to: saidOn.to }))
    return 'Its day is not the stored one.';
  if (!same(exported.via, via && { name: via.name })) return 'Its channel is not the stored one.';
  const { id, title, outlet, url, publishedAt } = article;
  return same(exported.article, { id, title, outlet, url, publishedAt })
    ? null
    : 'Its article is not the stored one.';
}

async function checkQuote(
  exported: ExportedQuote,
  stored: StoredQuote | null,
  store: Store,
  workspace: string,
): Promise<string | null> {
  if (stored === null) return 'It is not on file.';
  const article = await store.findArticle(workspace, stored.article.id);
  if (article === null) return 'Its article is not on file.';
  if (passageAt(article.text, stored.content.spans).text !== stored.content.text) {
    return 'The stored words are not the words of the article at that place.';
  }
  return difference(exported, stored);
}

interface File {
  readonly topic: string;
  readonly quotes: ReadonlyMap<string, AnswerQuote>;
  readonly groups: readonly StanceGroup[];
  readonly exported: Exported;
}

/** Whether code wrote the sentence: it would write the same words again. */
function isOurs(sentence: AnswerSentence, cited: readonly AnswerQuote[], file: File): boolean {
  const { sentences, total, notShown } = file.exported;
  const before = sentences.slice(
    0,
    sentences.findIndex(({ text }) => text === sentence.text),
  );
  const [first] = cited;
  const rest = tellRest(before, { groups: file.groups, total, notShown });
  return (
    (first !== undefined && cited.length === 1 && tellStatement(first).text === sentence.text) ||
    tellReversals(groupByStance(cited, null)).some(({ text }) => text === sentence.text) ||
    rest?.text === sentence.text
  );
}

/** A sentence without quotes may only say that there are none. */
function checkUncited({ text }: AnswerSentence, { exported }: File): string | null {
  const denied = NOBODY_SENTENCES.get(text);
  if (denied !== undefined) {
    return exported.groups.some(({ stance }) => stance === denied) ? 'Somebody is on record with it.' : null;
  }
  return text.startsWith('Nothing on file fits the topic “') && exported.groups.length === 0
    ? null
    : 'It cites no quote.';
}

function checkSentence(sentence: AnswerSentence, file: File): string | null {
  const { text, quoteIds } = sentence;
  if (quoteIds.length === 0) return checkUncited(sentence, file);
  const cited = quoteIds.flatMap((id) => file.quotes.get(id) ?? []);
  const [first] = cited;
  if (first === undefined || cited.length < quoteIds.length) return 'It cites a quote that is not on file.';
  if (isOurs(sentence, cited, file)) return null;
  const docket = openDocket(
    [...file.quotes.values()].map((quote) => ({ id: quote.id, quote })),
    file.topic,
  );
  const verdict = verifySentence({ text, stance: first.stance, quoteIds }, docket);
  if ('rule' in verdict) return `The quotes it cites do not back it (rule ${verdict.rule}).`;
  return verdict.sentence.text === text ? null : 'It does not show the stored words as they are.';
}

function withCopies(stored: StoredQuote, { copies }: ExportedQuote): AnswerQuote {
  return copies === undefined ? stored : { ...stored, copies };
}

/**
 * Checks an exported answer against the store again, without a model or network: each quote against its record and its
 * article's text, each sentence against the quotes it cites.
 * Throws InputError when it is no exported answer, StoreError when the store fails.
 */
export async function verifyStoredAnswer(
  exported: unknown,
  store: Store,
  workspace: string,
): Promise<StoredAnswerCheck> {
  const parsed = ExportedAnswer.safeParse(exported);
  if (!parsed.success) {
    throw new InputError('This is no exported answer; give the JSON that `onrecord ask --json` wrote.', {
      cause: parsed.error,
    });
  }
  const checks: Check[] = [];
  const quotes = new Map<string, AnswerQuote>();
  for (const quote of parsed.data.groups.flatMap((group) => group.quotes)) {
    const stored = await store.findQuote(workspace, quote.id);
    if (stored !== null) quotes.set(quote.id, withCopies(stored, quote));
    checks.push({ of: 'quote', what: quote.id, problem: await checkQuote(quote, stored, store, workspace) });
  }
  const groups = parsed.data.groups.map((group) => ({
    stance: group.stance,
    quotes: group.quotes.flatMap(({ id }) => quotes.get(id) ?? []),
  }));
  const file = { topic: parsed.data.question?.topic ?? '', quotes, groups, exported: parsed.data };
  const sentences = parsed.data.sentences.map((sentence): Check => ({
    of: 'sentence',
    what: sentence.text,
    problem: checkSentence(sentence, file),
  }));
  const all = [...sentences, ...checks];
  return { holds: all.every(({ problem }) => problem === null), checks: all };
}
