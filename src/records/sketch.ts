/**
 * What is kept of a text to recognise its copies: the smallest of the 31-bit hashes of its shingles, ascending, each
 * once, `SKETCH_SIZE` at most. A shorter one holds all there are. (Broder, "On the resemblance and containment of
 * documents", 1997.)
 */
export type Sketch = readonly number[];

export const SKETCH_SIZE = 256;

/** Two texts of which this part of the shorter one stands in the other are copies of one text. */
export const COPY = 0.6;

/** Fewer shingles of a text than these say nothing: a headline, a template, chance. */
const ENOUGH = 16;

/** How far a sketch tells every shingle: all of a short text, else up to the largest hash kept. */
function reach(sketch: Sketch): number {
  return sketch.length < SKETCH_SIZE ? Number.POSITIVE_INFINITY : (sketch.at(-1) ?? 0);
}

/** How much of the shorter text stands in the longer one, 0 to 1, as their sketches tell; 0 where they tell too little. */
export function containment(one: Sketch, other: Sketch): number {
  const limit = Math.min(reach(one), reach(other));
  const [first, second] = [one, other].map((sketch) => sketch.filter((hash) => hash <= limit));
  if (first === undefined || second === undefined) return 0;
  const smaller = Math.min(first.length, second.length);
  if (smaller < ENOUGH) return 0;
  const known = new Set(second);
  return first.filter((hash) => known.has(hash)).length / smaller;
}
