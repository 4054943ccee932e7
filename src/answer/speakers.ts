import type { Quote, Speaker } from '../records/quote.ts';
import { speakerLabel } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import { stemsOf } from './verify/words.ts';

function foldedLabel(speaker: Speaker): string {
  return stemsOf(speakerLabel(speaker)).join(' ');
}

/** Whether a name stands for this speaker beyond the article: an unnamed source of one article is nobody in another. */
export function isNamed(speaker: Speaker | null): speaker is Speaker & { readonly name: string } {
  return speaker !== null && speaker.name !== null && !speaker.anonymous;
}

/**
 * Equal for two quotes of one speaker: the record, else the name, or for an unnamed source the article and its description
 * there.
 */
export function speakerKey(quote: Pick<StoredQuote, 'speaker' | 'speakerId' | 'article'>): string {
  const { speaker, speakerId, article } = quote;
  if (speaker === null) return `nobody ${article.id}`;
  if (speakerId !== undefined) return `record ${speakerId}`;
  return isNamed(speaker) ? `named ${foldedLabel(speaker)}` : `unnamed ${article.id} ${foldedLabel(speaker)}`;
}

/** How a statement's source is told, without regard to the article: the same in two syndicated copies. */
export function sourceLabel(quote: Pick<Quote, 'speaker'>): string {
  return quote.speaker === null ? '' : foldedLabel(quote.speaker);
}
