import type { AnswerQuote, Question, SpeakerCandidate, StanceGroup } from '../records/answer.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import type { SearchRequest, StoredQuote, Topic } from '../records/search.ts';
import { parseTopic } from '../search/topic.ts';
import { byNewest } from './days.ts';
import { dealInTurns } from './deal-in-turns.ts';
import { mergeCopies } from './merge-copies.ts';
import { findNamesakes, type MeantSpeaker, type NamesakeDeps } from './find-namesakes.ts';
import { nameSpeaker } from './name-speaker.ts';

/** What is on file for a question: statements once each, the asked stance first, and how many quotes there are. */
export interface Gathered {
  readonly groups: readonly StanceGroup[];
  readonly total: number;
  readonly notShown: number;
  /** Speakers that the one asked for could be, where there are several; there are no groups then. */
  readonly candidates: readonly SpeakerCandidate[];
  /** The question with the one speaker who was found to be meant. */
  readonly question: Question;
}

const MAX_FOUND = 200;
const MAX_SHOWN = 50;

/** The stances in the order in which an answer shows them. */
function stanceOrder(asked: Stance | null): readonly Stance[] {
  return asked === null ? STANCES : [asked, ...STANCES.filter((stance) => stance !== asked)];
}

/** Groups by stance, newest first within one. Every stance keeps its newest quotes when there are too many. */
export function groupByStance(quotes: readonly AnswerQuote[], asked: Stance | null): readonly StanceGroup[] {
  const byStance = Map.groupBy(quotes.toSorted(byNewest), (quote) => quote.stance);
  return stanceOrder(asked).flatMap((stance) => {
    const members = byStance.get(stance) ?? [];
    return members.length === 0 ? [] : [{ stance, quotes: members }];
  });
}

/** At most `limit` quotes, of every stance some. */
function capGroups(groups: readonly StanceGroup[], limit: number): readonly StanceGroup[] {
  const kept = dealInTurns(
    groups.map(({ quotes }) => quotes),
    limit,
  );
  return groups.map(({ stance }, index) => ({ stance, quotes: kept[index] ?? [] }));
}

/** All that a speaker said. */
const NO_TOPIC: Topic = { all: [], none: [] };

function requestFor(question: Question): SearchRequest {
  const { speaker, speakerId, outlet, since, until } = question;
  const topic = question.topic === '' && speaker !== undefined ? NO_TOPIC : parseTopic(question.topic);
  return { topic, speaker, speakerId, outlet, since, until, limit: MAX_FOUND };
}

/** Whether the question wants this source. */
function isWanted({ speaker, via }: StoredQuote, { leaveOut = [] }: Question): boolean {
  const unnamed = speaker === null || speaker.anonymous;
  return !(unnamed && leaveOut.includes('unnamed')) && !(via !== null && leaveOut.includes('second-hand'));
}

/**
 * Finds what is on file. The asked stance is searched for itself too: it must not be lost behind many others.
 * Throws InputError when the topic can't be searched, StoreError when the store fails.
 */
export async function gatherQuotes(asked: Question, deps: NamesakeDeps): Promise<Gathered> {
  const { workspace, store } = deps;
  const meant = await findNamesakes(requestFor(asked), deps);
  if (meant.kind === 'several') return chooseFirst(asked, meant.candidates);
  const question = meant.kind === 'record' ? askAbout(asked, meant) : asked;
  const { speaker: typed, ...rest } = requestFor(question);
  const request = { ...rest, speaker: meant.kind === 'record' ? undefined : typed };
  const all = await store.searchQuotes(workspace, request);
  const onStance =
    question.stance === null || all.total <= all.quotes.length
      ? []
      : (await store.searchQuotes(workspace, { ...request, stances: [question.stance] })).quotes;
  const found = new Map<string, StoredQuote>([...onStance, ...all.quotes].map((quote) => [quote.id, quote]));
  const wanted = [...found.values()].filter((quote) => isWanted(quote, question));
  const named = request.speaker === undefined ? { quotes: wanted } : nameSpeaker(request.speaker, wanted);
  if ('candidates' in named) return chooseFirst(question, named.candidates);
  const statements = mergeCopies(named.quotes);
  const groups = capGroups(groupByStance(statements, question.stance), MAX_SHOWN);
  const shown = groups.reduce((sum, { quotes }) => sum + quotes.length, 0);
  const total = all.total - (found.size - statements.length);
  return { groups, total, notShown: Math.max(0, total - shown), candidates: [], question };
}

/** Two speakers with one name are never mixed: nothing is gathered before one is chosen. */
function chooseFirst(question: Question, candidates: readonly SpeakerCandidate[]): Gathered {
  return { groups: [], total: 0, notShown: 0, candidates, question };
}

function askAbout(
  question: Question,
  { id, name, told }: Extract<MeantSpeaker, { kind: 'record' }>,
): Question {
  const understood = [question.understood, told ?? undefined].filter((part) => part !== undefined).join(' ');
  const asked = { ...question, speaker: name, speakerId: id };
  return understood === '' ? asked : { ...asked, understood };
}
