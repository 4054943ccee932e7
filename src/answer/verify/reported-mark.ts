import type { Stance } from '../../records/quote.ts';

/** What a speaker's answer was about, where the article tells that and not their words. */
const ABOUT: Partial<Record<Stance, string>> = {
  denied: 'what was denied, ',
  disputed: 'what was disputed, ',
  declined: 'what was not confirmed, ',
  confirmed: 'what was confirmed, ',
};

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
export function reportedMark({ own, proposition, stance }: QuotationKind): string {
  if (own) return '';
  const about = proposition ? (ABOUT[stance] ?? '') : '';
  return ` (${about === '' ? '' : `${about}in `}the article's words)`;
}

/** The sentence as it was before code marked its quotations. */
export function withoutReportedMarks(text: string): string {
  return text.replaceAll(MARK, '');
}
