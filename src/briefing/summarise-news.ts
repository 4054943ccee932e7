import { writeBriefingPrompt } from '../../prompts/write-briefing.ts';
import { groupByStance } from '../answer/gather-quotes.ts';
import { askModel } from '../answer/ask-model.ts';
import {
  BUDGET_MS,
  noticeFor,
  runSummary,
  type SummaryDeps,
  type SummaryRun,
} from '../answer/run-summary.ts';
import { selectEvidence } from '../answer/select-evidence.ts';
import { wayOf, type SummaryMode } from '../answer/summarise.ts';
import { writeVerified } from '../answer/summarise-in-prose.ts';
import type { Summary } from '../answer/summary.ts';
import type { AnswerQuote } from '../records/answer.ts';
import type { ComposedBriefing } from '../records/briefing.ts';
import { wordsIn, type Words } from '../words/words.ts';

export interface BriefingSummaryDeps extends SummaryDeps {
  readonly mode?: SummaryMode | undefined;
}

/** What a summary is made of: quotes that the briefing shows, so that each reference leads to one. */
export interface NewsToSummarise {
  readonly quotes: readonly AnswerQuote[];
  readonly topics: readonly string[];
  /** Days or instants, for the model to read. */
  readonly since: string;
  readonly until: string;
}

const EVIDENCE = { quotes: 24, characters: 12_000 };

/**
 * A few sentences on what is new, each verified as an answer's are. Without a model, with nothing new, or where it fails,
 * none: the figures and quotes tell it all, and `notice` says why the rest is missing.
 */
export async function summariseNews(
  news: NewsToSummarise,
  deps: BriefingSummaryDeps,
): Promise<Pick<ComposedBriefing, 'sentences' | 'notice'>> {
  if (news.quotes.length === 0) return { sentences: [], notice: null };
  const { budgetMs = BUDGET_MS, now = Date.now, mode = 'prose', words = wordsIn('en') } = deps;
  const run = mode === 'prose' ? proseOf(news) : selectionOf(news, words);
  const summary = await runSummary(run, deps, now() + budgetMs);
  return { sentences: summary?.sentences ?? [], notice: noticeFor(summary, words) };
}

function evidenceOf({ quotes }: NewsToSummarise): readonly AnswerQuote[] {
  return selectEvidence(groupByStance(quotes, null), EVIDENCE);
}

function proseOf(news: NewsToSummarise): SummaryRun {
  const { topics, since, until } = news;
  const named = topics.length === 0 ? 'everything on the record' : topics.join('; ');
  const [only = '', ...others] = topics;
  return {
    prompt: writeBriefingPrompt,
    subject: JSON.stringify({ topics, since, until }),
    event: 'briefing-summary',
    isEnglish: true,
    summarise: async (means) => {
      const written = await writeVerified(
        { quotes: evidenceOf(news), ...means },
        {
          // Of several topics none may be named: a sentence could put one quote's words under another's topic.
          topic: others.length === 0 ? only : '',
          ask: (schema, fields) =>
            askModel(
              writeBriefingPrompt,
              schema,
              { topic: JSON.stringify(named), since, until, ...fields },
              means,
            ),
        },
      );
      return topics.length === 1 ? written : inTheirWords(written);
    },
  };
}

/** About several topics "denied it" alone says nothing: only sentences with a speaker's words stay. */
function inTheirWords(written: Summary): Summary {
  const sentences = written.sentences.filter(({ text }) => text.includes('“'));
  const dropped = written.dropped + written.sentences.length - sentences.length;
  const isEmptied = written.failure === null && sentences.length === 0;
  return { ...written, sentences, dropped, failure: isEmptied ? 'unbacked' : written.failure };
}

/** Where the model may only choose, it chooses as for an answer to who said what. */
function selectionOf(news: NewsToSummarise, words: Words): SummaryRun {
  const { prompt, summarise, isEnglish } = wayOf('select');
  const { topics, since, until } = news;
  const question = { topic: topics.join('; '), stance: null };
  return {
    prompt,
    subject: JSON.stringify({ topics, since, until }),
    event: 'briefing-summary',
    isEnglish,
    summarise: (means) => summarise({ question, quotes: evidenceOf(news), words, ...means }),
  };
}
