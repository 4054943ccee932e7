import type { SpeakerCandidate } from '../records/answer.ts';
import { speakerLabel } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import { isNamed, speakerKey } from './speakers.ts';
import { stemsOf } from './verify/words.ts';
import type { Words } from '../words/words.ts';

/** The quotes that are meant by a speaker as typed, or the speakers it could stand for. */
export type NamedSpeaker<Quote> =
  | { readonly quotes: readonly Quote[] }
  | { readonly candidates: readonly SpeakerCandidate[] };

interface Bearer<Quote> {
  readonly key: string;
  readonly stems: readonly string[];
  readonly first: Quote;
}

function bearersOf<Quote extends StoredQuote>(
  wanted: readonly string[],
  quotes: readonly Quote[],
): readonly Bearer<Quote>[] {
  const bearers = new Map<string, Bearer<Quote>>();
  for (const quote of quotes) {
    const stems = isNamed(quote.speaker) ? stemsOf(quote.speaker.name) : [];
    if (stems.length === 0 || !wanted.every((stem) => stems.includes(stem))) continue;
    const key = speakerKey(quote);
    const known = bearers.get(key);
    // The quote that tells a role is the better one to describe them by.
    if (known === undefined || (known.first.speaker?.role ?? null) === null)
      bearers.set(key, { key, stems, first: quote });
  }
  return [...bearers.values()];
}

/**
 * Whose statements are meant by `typed`. Where several speakers bear it as a part of their names ("Brandt"), the one who
 * is called exactly so ("Karsova" beside "Karsova Navy"), else nobody: two people are never mixed. A bare surname beside
 * one full name is that person's, beside two it is nobody's.
 * Quotes that fit by their speaker's role ("Foreign Ministry") stay in any case.
 */
export function nameSpeaker<Quote extends StoredQuote>(
  typed: string,
  quotes: readonly Quote[],
): NamedSpeaker<Quote> {
  const wanted = stemsOf(typed);
  const bearers = bearersOf(wanted, quotes);
  const full = bearers.filter(
    ({ stems }) =>
      !bearers.some(
        (other) => other.stems.length > stems.length && stems.every((stem) => other.stems.includes(stem)),
      ),
  );
  if (full.length < 2) return { quotes };
  // Beside two full names that end in it, a bare surname may be either's.
  const isSurname =
    full.filter(({ stems }) => stems.length > 1 && stems.at(-1) === wanted.join(' ')).length > 1;
  const exact = isSurname ? [] : bearers.filter(({ stems }) => stems.join(' ') === wanted.join(' '));
  if (exact.length !== 1) {
    const candidates = (exact.length === 0 ? full : exact).map(({ first }) => candidateOf(first));
    return { candidates: candidates.toSorted((one, other) => (describe(one) < describe(other) ? -1 : 1)) };
  }
  const others = new Set(bearers.filter((bearer) => !exact.includes(bearer)).map(({ key }) => key));
  return { quotes: quotes.filter((quote) => !others.has(speakerKey(quote))) };
}

function candidateOf({ speaker, speakerId }: StoredQuote): SpeakerCandidate {
  const name = speaker === null ? '' : speakerLabel(speaker);
  return { id: speakerId ?? null, name, about: speaker?.role ?? null };
}

/** A speaker by name and what tells them from others of it. */
export function describe({ name, about }: SpeakerCandidate): string {
  return about === null ? name : `${name} (${about})`;
}

const MAX_TOLD = 8;

export function askWhich(candidates: readonly SpeakerCandidate[], { answers }: Words): string {
  const told = candidates.slice(0, MAX_TOLD).map(describe);
  return answers.whichSpeaker(told, candidates.length - told.length);
}
