import type { Stance } from '../../records/quote.ts';
import { wordsIn } from '../../words/words.ts';

/** Sentences that are verified are English. */
const ENGLISH = wordsIn('en').answers.digest.reported;

const MARK = / \((?:what was (?:denied|disputed|not confirmed|confirmed), in )?the article's words\)/g;

/** What a quotation is, for its sentence: who speaks in it, and of what. */
export interface QuotationKind {
  /** The speaker's own words, not the article's report of them. */
  readonly own: boolean;
  /** The cue denies or confirms by itself: the quotation is what it is about. */
  readonly proposition: boolean;
  readonly stance: Stance;
}

/**
 * What code writes after a quotation that is the article's reported speech, lest it be read as the speaker's own words:
 * “her country had sent missiles” (what was denied, in the article's words). Empty for the speaker's own words.
 */
export function reportedMark(
  { own, proposition, stance }: QuotationKind,
  say: (stance: Stance | null) => string = ENGLISH,
): string {
  return own ? '' : say(proposition ? stance : null);
}

/** The sentence as it was before code marked its quotations. */
export function withoutReportedMarks(text: string): string {
  return text.replaceAll(MARK, '');
}
