const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A capital and a few letters before a full stop (Gen., U.S.): more likely a shortened word than a sentence's end. */
const ABBREVIATION = /(?:^|[\s.(])\p{Lu}\p{L}{0,3}\.$/u;

/** The start of a text that fits, and how many characters of it were left out. */
export interface Excerpt {
  readonly text: string;
  readonly left: number;
}

/**
 * As much of `text` as fits into `limit`, cut between sentences; inside a first sentence that alone is too long, between
 * words; nothing at all when not even a word fits. `measure` tells how long a slice will be where it is shown.
 */
export function excerpt(text: string, limit: number, measure: (slice: string) => number): Excerpt {
  if (measure(text) <= limit) return { text, left: 0 };
  const end = lastFit(sentenceEnds(text)) || lastFit(wordEnds(text));
  return { text: text.slice(0, end), left: text.length - end };

  function lastFit(ends: Iterable<number>): number {
    let fit = 0;
    for (const candidate of ends) {
      if (measure(text.slice(0, candidate)) > limit) break;
      fit = candidate;
    }
    return fit;
  }
}

/** Where sentences of `text` end, before the space that follows. */
function* sentenceEnds(text: string): Generator<number> {
  for (const { segment, index } of SENTENCES.segment(text)) {
    const sentence = segment.trimEnd();
    if (!ABBREVIATION.test(sentence)) yield index + sentence.length;
  }
}

function* wordEnds(text: string): Generator<number> {
  for (const word of text.matchAll(/\S+/g)) yield word.index + word[0].length;
}
