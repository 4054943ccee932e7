import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shinglesOf } from '../../../../src/article/near-duplicates/shingles.ts';
import { sketchOf } from '../../../../src/article/near-duplicates/sketch.ts';
import { containment, COPY, SKETCH_SIZE } from '../../../../src/records/sketch.ts';
import { makeTexts } from '../../../support/copies.ts';

const maker = makeTexts(3);
const lengths = [150, 300, 600, 1200, 4000];
const texts = Array.from({ length: 100 }, (_, index) => maker.article(lengths[index % 5] ?? 0));
const found = (copy: (text: string) => string) =>
  texts.filter((text) => containment(sketchOf(text), sketchOf(copy(text))) >= COPY).length;

describe('the sketch of a text', () => {
  it('tells a copy that is cut to 30 %, edited in 10 % of its words, or given an agency line', () => {
    expect(found((text) => maker.cut(text, 0.3))).toBe(100);
    expect(found((text) => maker.edit(text, 0.1))).toBeGreaterThanOrEqual(98);
    expect(found((text) => maker.credit(text))).toBe(100);
  });

  it('tells no two unrelated texts as copies', () => {
    const sketches = texts.map(sketchOf);
    const pairs = sketches.flatMap((one, index) =>
      sketches.slice(index + 1).map((other) => containment(one, other)),
    );
    expect(Math.max(...pairs)).toBeLessThan(0.2);
  });

  it('does not take two articles for copies because they share quotes', () => {
    const quotes = Array.from({ length: 4 }, () => maker.article(30)).join('\n\n');
    const [one, other] = [maker.article(250), maker.article(250)].map((text) => `${text}\n\n${quotes}`);
    expect(containment(sketchOf(one ?? ''), sketchOf(other ?? ''))).toBeLessThan(COPY);
  });

  it('looks past letter case, punctuation and line breaks, and sees the order of words', () => {
    const words = 'No ship has left the harbour of Vesk since the pact was signed in the spring of the year';
    expect(sketchOf(words.toUpperCase().replaceAll(' ', ', \n'))).toEqual(sketchOf(words));
    expect(shinglesOf('one two three')).not.toEqual(shinglesOf('two one three'));
    expect(shinglesOf('one two')).toHaveLength(0);
  });

  it('sees words in scripts that put no spaces between them', () => {
    expect(shinglesOf('港口没有船')).toHaveLength(3);
    expect(shinglesOf('ميناء بلا سفن اليوم')).toHaveLength(2);
  });

  it('takes a few common words for chance', () => {
    const line = sketchOf('he told reporters on Monday in the city');
    expect(containment(line, line)).toBe(0);
    expect(containment(sketchOf(''), sketchOf(texts[0] ?? ''))).toBe(0);
  });

  it('says the same in both directions, is complete for a text and itself, and is never more than it may be', () => {
    const word = fc.constantFrom('canal', 'harbour', 'lease', 'drone', 'pact', 'ship', 'port');
    const text = fc.array(word, { maxLength: 400 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [sketchOf(one), sketchOf(other)];
        expect(containment(first, second)).toBe(containment(second, first));
        expect([0, 1]).toContain(containment(first, first));
        expect(first.length).toBeLessThanOrEqual(SKETCH_SIZE);
        expect(first).toEqual([...new Set(first)].toSorted((a, b) => a - b));
        expect(first.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 31)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(() => sketchOf(text)).not.toThrow();
      }),
    );
  });
});
