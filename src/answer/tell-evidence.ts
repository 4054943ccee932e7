import type { Answer } from '../records/answer.ts';
import type { Report } from '../records/report.ts';
import type { Words } from '../words/words.ts';

/** All quotes that back an answer's sentences, sentence by sentence, each with the number it has in the answer. */
export function tellEvidence({ question, sentences, groups }: Answer, { answers }: Words): Report {
  const quotes = groups.flatMap((group) => group.quotes);
  const numbered = new Map(quotes.map((quote, index) => [quote.id, { quote, number: index + 1 }]));
  const parts = sentences
    .map(({ text, quoteIds }) => ({
      heading: text,
      entries: quoteIds
        .flatMap((id) => numbered.get(id) ?? [])
        .toSorted((one, other) => one.number - other.number)
        .map(({ quote, number }) => ({ kind: 'quote', quote, note: answers.inAnswer(number) }) as const),
    }))
    .filter(({ entries }) => entries.length > 0);
  const backing = new Set(parts.flatMap(({ entries }) => entries.map(({ quote }) => quote.id)));
  return {
    title: answers.backing(question.topic),
    filters: [],
    told: [answers.backed(backing.size, parts.length)],
    parts,
    notShown: 0,
  };
}
