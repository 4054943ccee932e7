import type { Stance } from '../../records/quote.ts';

/** A statement as a model points at it: the paragraph's index and words that should stand there; `''` for none. */
export interface PointedQuote {
  readonly paragraph: number;
  readonly content: readonly string[];
  readonly cue: string;
  readonly speaker: string;
  readonly speakerName: string;
  readonly role: string;
  readonly anonymous: boolean;
  readonly stance: Stance;
  readonly saidOn: string;
  readonly via: string;
}

/** Why a statement that a model points at is not taken. */
export type Rejection =
  | 'no-such-paragraph'
  | 'content-not-found'
  | 'content-ambiguous'
  | 'cue-not-found'
  | 'speaker-not-found'
  | 'name-not-found'
  | 'name-of-another'
  | 'name-for-unnamed'
  | 'role-not-found'
  | 'day-not-found'
  | 'via-not-found'
  | 'stance-without-words';
