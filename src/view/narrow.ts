import type { Answer, AnswerQuote } from '../records/answer.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import type { Narrowing } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { attribute } from './wording.ts';

/** One thing that the quotes of an answer can be narrowed to. */
export interface NarrowChoice<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  /** What tells it from others; null for nothing. */
  readonly about: string | null;
  readonly quotes: number;
}

/** Whose words a quote is, in one answer: the record where there is one, so that namesakes stay apart. */
function speakerOf(quote: AnswerQuote, words: Words): string {
  return quote.speakerId ?? attribute(quote, words).speaker;
}

/** Everybody who is quoted in an answer, those with most quotes first. */
export function speakersIn({ groups }: Pick<Answer, 'groups'>, words: Words): readonly NarrowChoice[] {
  const quotes = groups.flatMap((group) => group.quotes);
  return [...Map.groupBy(quotes, (quote) => speakerOf(quote, words))]
    .map(([key, own]) => {
      const told = own.map((quote) => attribute(quote, words));
      const about = told.flatMap(({ marks }) => marks.slice(0, 1))[0] ?? null;
      return { key, label: told[0]?.speaker ?? '', about, quotes: own.length };
    })
    .toSorted((one, other) => other.quotes - one.quotes);
}

/** The stances of an answer, in its order. */
export function stancesIn({ groups }: Pick<Answer, 'groups'>, words: Words): readonly NarrowChoice<Stance>[] {
  return STANCES.flatMap((key) => {
    const quotes = groups.reduce((sum, group) => sum + (group.stance === key ? group.quotes.length : 0), 0);
    return quotes === 0 ? [] : [{ key, label: words.stances[key], about: null, quotes }];
  });
}

/** A quote of an answer, with its group's stance and the number it has there, from 1. */
export interface NumberedQuote {
  readonly quote: AnswerQuote;
  readonly stance: Stance;
  readonly number: number;
}

/** What is left of an answer's quotes, in its order. */
export function narrowQuotes(
  { groups }: Answer,
  { speaker, stance }: Narrowing,
  words: Words,
): readonly NumberedQuote[] {
  let number = 0;
  return groups
    .flatMap((group) =>
      group.quotes.map((quote) => {
        number += 1;
        return { quote, stance: group.stance, number };
      }),
    )
    .filter((entry) => stance === null || entry.stance === stance)
    .filter(({ quote }) => speaker === null || speakerOf(quote, words) === speaker);
}
