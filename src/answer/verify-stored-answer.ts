import { InputError } from '../errors.ts';
import { LANGUAGES } from '../records/language.ts';
import { STANCES } from '../records/quote.ts';
import type { AnswerQuote, AnswerSentence, StanceGroup } from '../records/answer.ts';
import type { StoredQuote } from '../records/search.ts';
import type { Store } from '../store/store.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { asExported, checkQuote } from './check-exported-quote.ts';
import { ExportedAnswer, type Exported, type ExportedQuote } from './exported-answer.ts';
import { tellRest, tellStatement } from './digest.ts';
import { groupByStance } from './gather-quotes.ts';
import { tellReversals } from './reversals.ts';
import { openDocket, type Docket } from './verify/docket.ts';
import { verifySentence } from './verify/verify-sentence.ts';

/** What was found out about one sentence or quote of an exported answer, or about its counts. */
interface Check {
  readonly of: 'sentence' | 'quote' | 'counts';
  /** The sentence's text, the quote's id, or the counts as they are told. */
  readonly what: string;
  /** Why it does not hold, in words for the reader; null when it does. */
  readonly problem: string | null;
}

export interface StoredAnswerCheck {
  readonly holds: boolean;
  readonly checks: readonly Check[];
}

/** Stands for what differs from one answer to another; no text holds it. */
const HOLE = '\u0000';

interface File {
  readonly quotes: ReadonlyMap<string, AnswerQuote>;
  readonly groups: readonly StanceGroup[];
  readonly docket: Docket;
  readonly exported: Exported;
}

/** What code may have written an answer in. */
const ALL_WORDS = LANGUAGES.map(wordsIn);

/** Whether code wrote the sentence: it would write the same words again. */
function isOurs(sentence: AnswerSentence, cited: readonly AnswerQuote[], file: File): boolean {
  return ALL_WORDS.some((words) => isWrittenIn(words, sentence, cited, file));
}

function isWrittenIn(
  words: Words,
  sentence: AnswerSentence,
  cited: readonly AnswerQuote[],
  file: File,
): boolean {
  const { sentences, total, notShown } = file.exported;
  const before = sentences.slice(
    0,
    sentences.findIndex(({ text }) => text === sentence.text),
  );
  const [first] = cited;
  const rest = tellRest(before, { groups: file.groups, total, notShown }, words);
  return (
    (first !== undefined && cited.length === 1 && tellStatement(first, words).text === sentence.text) ||
    tellReversals(groupByStance(cited, null), words).some(({ text }) => text === sentence.text) ||
    rest?.text === sentence.text
  );
}

/** Each "nobody" sentence, and the stance that it is about. */
const NOBODY_SENTENCES = new Map(
  ALL_WORDS.flatMap(({ answers }) =>
    STANCES.map((stance) => [answers.digest.nobody(stance), stance] as const),
  ),
);

/** How the sentences begin that tell of nothing, or ask who is meant. */
const EMPTY_SENTENCES = ALL_WORDS.flatMap(({ answers }) =>
  [answers.nothingFits(HOLE, false), answers.whichSpeaker([HOLE], 0)].map(
    (text) => text.split(HOLE, 1)[0] ?? text,
  ),
);

/** A sentence without quotes may only say that there are none. */
function checkUncited({ text }: AnswerSentence, { exported }: File): string | null {
  const denied = NOBODY_SENTENCES.get(text);
  if (denied !== undefined) {
    return exported.groups.some(({ stance }) => stance === denied) ? 'Somebody is on record with it.' : null;
  }
  const begins = EMPTY_SENTENCES.some((start) => text.startsWith(start));
  return begins && exported.groups.length === 0 ? null : 'It cites no quote.';
}

function checkSentence(sentence: AnswerSentence, file: File): string | null {
  const { text, quoteIds } = sentence;
  if (quoteIds.length === 0) return checkUncited(sentence, file);
  const cited = quoteIds.flatMap((id) => file.quotes.get(id) ?? []);
  const [first] = cited;
  if (first === undefined || cited.length < quoteIds.length) return 'It cites a quote that is not on file.';
  if (isOurs(sentence, cited, file)) return null;
  const verdict = verifySentence({ text, stance: first.stance, quoteIds }, file.docket);
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
  const found = await checkQuotes(parsed.data, store, workspace);
  const file = openFile(parsed.data, found.quotes);
  const sentences = parsed.data.sentences.map((sentence): Check => ({
    of: 'sentence',
    what: sentence.text,
    problem: checkSentence(sentence, file),
  }));
  const checks = [...sentences, checkCounts(file), ...found.checks];
  return { holds: checks.every(({ problem }) => problem === null), checks };
}

async function checkQuotes(
  { groups }: Exported,
  store: Store,
  workspace: string,
): Promise<{ quotes: ReadonlyMap<string, AnswerQuote>; checks: readonly Check[] }> {
  const quotes = new Map<string, AnswerQuote>();
  const checks: Check[] = [];
  const findArticle = (id: string) => store.findArticle(workspace, id);
  for (const { stance, quotes: exported } of groups) {
    for (const quote of exported) {
      const newest = await store.findQuote(workspace, quote.id);
      const stored = newest === null ? null : await asExported(quote, newest, findArticle);
      if (stored !== null) quotes.set(quote.id, withCopies(stored, quote));
      const problem = await checkQuote(quote, stored, stance, findArticle);
      checks.push({ of: 'quote', what: quote.id, problem });
    }
  }
  return { quotes, checks };
}

function openFile(exported: Exported, quotes: ReadonlyMap<string, AnswerQuote>): File {
  const groups = exported.groups.map(({ stance, quotes: members }) => ({
    stance,
    quotes: members.flatMap(({ id }) => quotes.get(id) ?? []),
  }));
  const evidence = [...quotes.values()].map((quote) => ({ id: quote.id, quote }));
  return { quotes, groups, docket: openDocket(evidence, exported.question?.topic ?? ''), exported };
}

/** What is shown and what is not must make up what is told to be on file. */
function checkCounts({ exported: { groups, total, notShown } }: File): Check {
  const shown = groups.reduce((sum, { quotes }) => sum + quotes.length, 0);
  const adds = total === shown + notShown;
  return {
    of: 'counts',
    what: `${total} on file, ${notShown} not shown`,
    problem: adds ? null : `The answer holds ${shown}.`,
  };
}
