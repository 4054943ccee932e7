import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { extractionSchema, extractQuotesPrompt } from '../../../prompts/extract-quotes.ts';
import { askModel, startDeadline } from '../../answer/ask-model.ts';
import { openAccount } from '../../answer/model-account.ts';
import type { LanguageModel } from '../../llm/language-model.ts';
import type { Article } from '../../records/article.ts';
import type { Quote } from '../../records/quote.ts';
import type { Store } from '../../store/store.ts';
import { anchorQuote } from './anchor-quote.ts';
import { prepareGround, type AnchorGround } from './anchor-ground.ts';
import { mergeQuotes } from './merge-quotes.ts';
import { cutIntoParts, numberParagraphs, type Paragraph } from './numbered-paragraphs.ts';
import type { PointedQuote, Rejection } from './pointed-quote.ts';

export interface ModelExtractorDeps {
  readonly store: Store;
  readonly model: LanguageModel;
  /** As the settings name it. */
  readonly modelName: string;
  /** Tokens that a workspace may spend in a day; absent: no limit. */
  readonly dailyTokens?: number | undefined;
  readonly now?: (() => number) | undefined;
  /** Milliseconds for one part of an article. */
  readonly budgetMs?: number | undefined;
}

/** What a model found in an article beside what is known. */
interface ModelReading {
  readonly quotes: readonly Quote[];
  /** Why it has not read all of it, in one sentence; null when it has. */
  readonly problem: string | null;
  /** The instant from which it is worth another try, ISO 8601 in UTC; null where nobody knows. */
  readonly dueAt: string | null;
  /** Why it never reads all of it, in one sentence; absent where nothing stands in the way. */
  readonly limit?: string | undefined;
}

export interface ModelExtractor {
  /** Which model reads with which prompt: what another one found is worth reading again. */
  readonly stamp: string;
  /** Never throws for what the model does; throws StoreError. `signal` ends it early. */
  read(
    workspace: string,
    article: Article,
    known: readonly Quote[],
    signal?: AbortSignal,
  ): Promise<ModelReading>;
}

/** Raised when the parts of an article are cut in another way: a kept reply belongs to its part. */
const CUTTING = 1;
const LONGEST_TEXT = 200_000;
const TOO_LONG = `The article is longer than ${LONGEST_TEXT.toLocaleString('en')} characters, so no language model has read it; give it in parts.`;
const BUDGET_MS = 60_000;

const PROBLEMS = {
  late: 'The language model did not answer in time; the article is read again later.',
  error: 'The language model could not be reached; the article is read again later.',
  unusable: 'The language model gave no usable reply; the article is read again later.',
  spent: "The day's tokens for the language model are used up; the article is read again tomorrow.",
};

type Reply = z.output<typeof extractQuotesPrompt.output>;

/** The extractor that asks a language model to point at statements, and takes only what stands in the article. */
export function openModelExtractor(deps: ModelExtractorDeps): ModelExtractor {
  const stamp = `${deps.modelName} ${extractQuotesPrompt.hash.slice(0, 16)} ${CUTTING}`;
  return {
    stamp,
    async read(workspace, article, known, signal) {
      if (article.text.length > LONGEST_TEXT)
        return { quotes: [], problem: null, dueAt: null, limit: TOO_LONG };
      const paragraphs = numberParagraphs(article.text);
      const ground = prepareGround(article, paragraphs, known);
      let quotes: readonly Quote[] = [];
      for (const [index, part] of cutIntoParts(paragraphs).entries()) {
        const key = [article.contentHash, index, stamp].join(' ');
        const asked = await askAboutPart({ workspace, article, part, key, ground, signal }, deps);
        if ('problem' in asked) return { ...asked, quotes };
        quotes = mergeQuotes(quotes, asked.quotes);
      }
      return { quotes, problem: null, dueAt: null };
    },
  };
}

interface PartOfArticle {
  readonly workspace: string;
  readonly article: Article;
  readonly part: readonly Paragraph[];
  /** Under which a reply about it is kept: nothing is paid for twice. */
  readonly key: string;
  readonly ground: AnchorGround;
  readonly signal: AbortSignal | undefined;
}

async function askAboutPart(
  asked: PartOfArticle,
  deps: ModelExtractorDeps,
): Promise<{ readonly quotes: readonly Quote[] } | Omit<ModelReading, 'quotes'>> {
  const { workspace, key, ground } = asked;
  const kept = extractQuotesPrompt.output.safeParse(await deps.store.findModelReply(workspace, key));
  if (kept.success) return { quotes: anchorAll(kept.data, ground).quotes };
  const account = openAccount({ workspace, ...deps });
  if (await account.isSpent()) return { problem: PROBLEMS.spent, dueAt: tomorrow((deps.now ?? Date.now)()) };
  const { output, call, failure } = await askOnce(asked, deps);
  if (output !== null) await deps.store.keepModelReply(workspace, key, output);
  const { quotes, rejections } = output === null ? NOTHING : anchorAll(output, ground);
  await account.record([call], {
    prompt: extractQuotesPrompt.name,
    promptVersion: extractQuotesPrompt.version,
    promptHash: extractQuotesPrompt.hash,
    outcome: failure ?? 'shown',
    rules: rejections,
    subject: JSON.stringify(asked.article.id),
  });
  return output === null ? { problem: PROBLEMS[failure ?? 'unusable'], dueAt: null } : { quotes };
}

/** When the next day's tokens may be spent (UTC). */
function tomorrow(now: number): string {
  const day = new Date(now);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1)).toISOString();
}

const NOTHING = { quotes: [], rejections: [] };

/** The paragraphs are numbered from a random number on, so that nothing in an article can speak of them by theirs. */
async function askOnce({ article, part, signal }: PartOfArticle, deps: ModelExtractorDeps) {
  const first = randomInt(100, 900);
  const timeout = startDeadline(deps.budgetMs ?? BUDGET_MS);
  const shown = part.map(({ index, text }) => ({ paragraph: first + index, text }));
  const asked = await askModel(
    extractQuotesPrompt,
    extractionSchema,
    {
      title: JSON.stringify(article.title ?? ''),
      published: article.publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? 'unknown',
      paragraphs: JSON.stringify(shown),
    },
    { model: deps.model, signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]) },
  );
  const output: Reply | null =
    asked.output === null
      ? null
      : {
          quotes: asked.output.quotes.map((quote) => ({ ...quote, paragraph: quote.paragraph - first })),
        };
  return { ...asked, output };
}

function anchorAll(
  reply: Reply,
  ground: AnchorGround,
): { readonly quotes: readonly Quote[]; readonly rejections: readonly Rejection[] } {
  const anchored = reply.quotes.map((quote) => anchorQuote(toPointed(quote), ground));
  return {
    quotes: anchored.flatMap((result) => ('quote' in result ? [result.quote] : [])),
    rejections: anchored.flatMap((result) => ('rejection' in result ? [result.rejection] : [])),
  };
}

function toPointed({
  speaker_name: speakerName,
  said_on: saidOn,
  ...same
}: Reply['quotes'][number]): PointedQuote {
  return { ...same, speakerName, saidOn };
}
