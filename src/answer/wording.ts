import { speakerLabel } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import type { Words } from '../words/words.ts';

/** The speaker as a sentence begins with them: name and role, or the description of an unnamed source. */
export function describeSpeaker({ speaker }: Pick<StoredQuote, 'speaker'>, { answers }: Words): string {
  const { digest } = answers;
  if (speaker === null) return digest.unknownSource;
  if (speaker.anonymous) return digest.unnamedSource(speakerLabel(speaker));
  const label = speakerLabel(speaker);
  const begun = label.charAt(0).toUpperCase() + label.slice(1);
  return speaker.name !== null && speaker.role !== null ? digest.inRole(begun, speaker.role) : begun;
}

/** The same where no verb follows. */
export function nameSource(quote: Pick<StoredQuote, 'speaker'>, words: Words): string {
  return describeSpeaker(quote, words).replace(/,$/, '');
}

/** When and through whom a statement came: " on 9 September 2024, via X", " (reported on 10 September 2024)". */
export function describeOccasion({ saidOn, via, article }: StoredQuote, { answers }: Words): string {
  return answers.digest.occasion({ said: saidOn, reported: article.publishedAt, via: via?.name ?? null });
}
