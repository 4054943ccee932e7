import type { Stance } from './quote.ts';
import type { StoredQuote } from './search.ts';

/** `prose`: a verified summary by a model; `select`: the model chose, templates wrote; `digest`: no model. */
export type AnswerMode = 'prose' | 'select' | 'digest';

/** One sentence of an answer and the quotes that back it. */
export interface AnswerSentence {
  readonly text: string;
  readonly quoteIds: readonly string[];
}

/** A quote as an answer shows it, once, however many articles carry the same statement of the same speaker. */
export interface AnswerQuote extends StoredQuote {
  /** Of an answer that was kept for its buttons: `superseded` since, or `gone` from the file; absent where it stands. */
  readonly since?: 'superseded' | 'gone' | undefined;
}

export interface StanceGroup {
  readonly stance: Stance;
  readonly quotes: readonly AnswerQuote[];
}

export const LEFT_OUT = ['unnamed', 'second-hand'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What was asked, as it was understood: kept so that an answer can be paged, shared and checked again. */
export interface Question {
  readonly topic: string;
  /** The stance that was asked for; null asks for all. */
  readonly stance: Stance | null;
  readonly speaker?: string | undefined;
  /** The id of one speaker's record, where several share the name. */
  readonly speakerId?: string | undefined;
  readonly outlet?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** How many days back `since` lies, where nobody named a day and the workspace looks back so far. */
  readonly lastDays?: number | undefined;
  /** Sources that the answer is to do without: unnamed ones, and what came through another outlet or channel. */
  readonly leaveOut?: readonly LeftOut[] | undefined;
  /** How free words were understood, in one sentence for the reader; absent where nothing had to be. */
  readonly understood?: string | undefined;
}

/** Somebody whom a name could stand for. */
export interface SpeakerCandidate {
  /** The id of the speaker's record; null where there is none. */
  readonly id: string | null;
  readonly name: string;
  /** Role and other names; null where none is told. */
  readonly about: string | null;
}

/** An answer: sentences with the ids that back them, and the quotes themselves, the asked stance first. */
export interface Answer {
  readonly question: Question;
  readonly mode: AnswerMode;
  /** Why a summary is missing or shortened, in words for the reader; null when there is nothing to tell. */
  readonly notice: string | null;
  readonly sentences: readonly AnswerSentence[];
  readonly groups: readonly StanceGroup[];
  /** Quotes on file that fit the question, each once, however many articles carry it. */
  readonly total: number;
  /** Of these, how many the groups leave out. */
  readonly notShown: number;
  /** How much was on file when it was asked. */
  readonly corpus?: { readonly articles: number; readonly outlets: number } | undefined;
  /** Speakers of whom the reader has to choose one first; there is nothing else in the answer then. */
  readonly which?: readonly SpeakerCandidate[] | undefined;
}
