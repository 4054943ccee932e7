import type { Answer, AnswerSentence, Question, SpeakerCandidate } from '../records/answer.ts';
import { tellNobody, tellRest, writeDigest } from './digest.ts';
import { gatherQuotes, type Gathered } from './gather-quotes.ts';
import { askWhich } from './name-speaker.ts';
import { tellNearest } from './nearest-topics.ts';
import { tellReversals } from './reversals.ts';
import { BUDGET_MS, noticeFor, runSummary, type SummaryDeps } from './run-summary.ts';
import { selectEvidence } from './select-evidence.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { wayOf, type SummaryMode } from './summarise.ts';
import type { Summary } from './summary.ts';

export interface AnswerDeps extends SummaryDeps {
  readonly mode?: SummaryMode | undefined;
}

const EVIDENCE = { quotes: 24, characters: 12_000 };

async function summarise(
  question: Question,
  { groups }: Gathered,
  deps: AnswerDeps,
  end: number,
): Promise<Summary | null> {
  const { prompt, summarise: ask, isEnglish } = wayOf(deps.mode ?? 'prose');
  const { words = wordsIn('en') } = deps;
  const quotes = selectEvidence(groups, EVIDENCE);
  if (deps.model !== null) deps.tell?.(words.answers.askingModel(quotes.length));
  return runSummary(
    {
      prompt,
      subject: JSON.stringify(question),
      event: 'answer-summary',
      isEnglish,
      summarise: (means) => ask({ question, quotes, words, ...means }),
    },
    deps,
    end,
  );
}

async function tellNothing(
  question: Question,
  deps: Pick<AnswerDeps, 'workspace' | 'store'> & { readonly words: Words },
): Promise<Answer> {
  const { topic, speaker, outlet, since, until, leaveOut } = question;
  const filters = [speaker, outlet, since, until, leaveOut].some((filter) => filter !== undefined);
  const sentence: AnswerSentence = {
    text: deps.words.answers.nothingFits(topic.trim(), filters),
    quoteIds: [],
  };
  const notice = await tellNearest(question, deps);
  return { question, mode: 'digest', notice, sentences: [sentence], groups: [], total: 0, notShown: 0 };
}

/** Two speakers with one name: the answer asks which, it does not mix them. */
function askForSpeaker(question: Question, which: readonly SpeakerCandidate[], words: Words): Answer {
  const sentences = [{ text: askWhich(which, words), quoteIds: [] }];
  return { question, mode: 'digest', notice: null, sentences, groups: [], total: 0, notShown: 0, which };
}

/**
 * Answers a question from the workspace's stored quotes alone. With a model, its summary stands only as far as every
 * sentence is backed; without one, or when it fails, code writes the digest. Counts, reversals and "nobody" are always
 * the code's. No quote on file: no call.
 * Throws InputError when the topic can't be searched for, StoreError when the store fails.
 */
export async function answerQuestion(asked: Question, deps: AnswerDeps): Promise<Answer> {
  const { budgetMs = BUDGET_MS, now = Date.now, words = wordsIn('en') } = deps;
  const end = now() + budgetMs;
  const { articles, outlets } = await deps.store.measureCorpus(deps.workspace);
  deps.tell?.(words.answers.searchingArticles(articles));
  const gathered = await gatherQuotes(asked, { ...deps, words });
  const { groups, total, notShown, candidates, question } = gathered;
  if (candidates.length > 0) return askForSpeaker(question, candidates, words);
  if (groups.length === 0) return tellNothing(question, { ...deps, words });
  const summary = await summarise(question, gathered, deps, end);
  const nobody = tellNobody(question, groups, words);
  const shown = summary !== null && summary.failure === null;
  const told = [
    ...(nobody === null ? [] : [nobody]),
    ...tellReversals(groups, words),
    ...(shown ? summary.sentences : writeDigest(groups, words)),
  ];
  const rest = tellRest(told, gathered, words);
  return {
    question,
    mode: shown ? (deps.mode ?? 'prose') : 'digest',
    notice: noticeFor(summary, words),
    sentences: rest === null ? told : [...told, rest],
    groups,
    total,
    notShown,
    corpus: { articles, outlets },
  };
}
