import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractQuotes } from '../../src/quotes/extract.ts';
import type { Quote } from '../../src/records/quote.ts';
import { passageAt, sliceAt } from '../../src/records/span.ts';
import { ExtractorOutput, readOutput } from '../support/extractor-output.ts';
import { readQuoteCorpus, type ExpectedQuote } from '../support/quote-corpus.ts';
import { MEASURES, scoreQuotes, type ScoredText } from '../support/quote-scorer.ts';

const corpus = readQuoteCorpus(new URL('quotes', import.meta.url).pathname);
const floors = z
  .record(z.enum(MEASURES), z.number().min(0).max(1))
  .parse(JSON.parse(readFileSync(new URL('quotes-floors.json', import.meta.url), 'utf8')));

const CLASSES = ['cue', 'speaker', 'stance', 'said-on', 'via', 'typography', 'not-quote'];

/** The quote that an extractor without fault would find. */
function perfect(
  text: string,
  { content, speaker, cue, saidOn, via, answers, ...rest }: ExpectedQuote,
): Quote {
  return {
    kind: rest.kind ?? 'indirect',
    stance: rest.stance ?? 'claimed',
    content: passageAt(text, content),
    cue: passageAt(text, cue === null ? [] : [cue]),
    speaker: speaker && {
      mention: speaker.mention,
      text: sliceAt(text, speaker.mention),
      name: speaker.name ?? null,
      role: speaker.role ?? null,
      affiliation: null,
      anonymous: speaker.anonymous ?? false,
    },
    saidOn: saidOn ? { from: saidOn[0], to: saidOn[1], span: [0, 1] } : null,
    via: typeof via === 'string' ? { name: via, span: [0, 1] } : null,
    answers: answers ? passageAt(text, [answers]) : null,
    extractor: 'grammar',
  };
}

function perfectly(texts: typeof corpus): readonly ScoredText[] {
  return texts.map(({ input: { text }, quotes }) => ({
    text,
    expected: quotes,
    found: quotes.map((quote) => perfect(text, quote)),
  }));
}

describe('the cases', () => {
  it('are 150 or more, no text twice, ten or more of each class but via', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(150);
    expect(new Set(corpus.map(({ input }) => JSON.stringify(input))).size).toBe(corpus.length);
    for (const name of CLASSES) {
      const cases = corpus.filter((entry) => entry.name.startsWith(`${name}-`));
      expect(cases.length).toBeGreaterThanOrEqual(name === 'via' ? 5 : 10);
    }
    expect(corpus.filter(({ name }) => !CLASSES.some((kind) => name.startsWith(`${kind}-`)))).toEqual([]);
  });

  it.each(corpus)(
    '$name expects whole words of its source, parts in reading order, and says why',
    (entry) => {
      const { text } = entry.input;
      expect(entry.note.length).toBeGreaterThan(10);
      for (const { content, speaker, cue } of entry.quotes) {
        for (const span of [...content, ...(speaker ? [speaker.mention] : []), ...(cue ? [cue] : [])]) {
          expect(sliceAt(text, span)).toMatch(/^\S(?:[^]*\S)?$/u);
          expect(text.slice(span[0] - 1, span[0] + 1)).not.toMatch(/\p{L}{2}/u);
          expect(text.slice(span[1] - 1, span[1] + 1)).not.toMatch(/\p{L}{2}/u);
        }
        expect(content.flat()).toEqual(content.flat().toSorted((a, b) => a - b));
      }
    },
  );

  it('hold no quote in the class that has none', () => {
    const held = corpus.filter(({ name, quotes }) => name.startsWith('not-quote-') && quotes.length > 0);
    expect(held.map(({ name }) => name)).toEqual([]);
  });
});

describe('the scorer', () => {
  it('gives full marks to what is expected', () => {
    expect(scoreQuotes(perfectly(corpus))).toEqual(
      Object.fromEntries(MEASURES.map((measure) => [measure, 1])),
    );
  });

  it('gives none where nothing is found', () => {
    const texts = corpus.map(({ input, quotes }) => ({ text: input.text, expected: quotes, found: [] }));
    expect(scoreQuotes(texts)).toMatchObject({ exact: 0, relaxed: 0, joint: 0 });
  });

  it('counts a quote too many against what is found', () => {
    const twice = perfectly(corpus).map(({ text, expected, found }) => ({
      text,
      expected,
      found: found.concat(found),
    }));
    expect(scoreQuotes(twice).exact).toBeCloseTo(2 / 3);
  });

  it('sees a part of the words, another speaker, another day', () => {
    const [entry] = perfectly(corpus.filter(({ name }) => name === 'said-on-weekday-before'));
    if (entry === undefined) throw new Error('The case is gone.');
    const found = entry.found.map((quote) => ({
      ...quote,
      content: passageAt(
        entry.text,
        quote.content.spans.map(([start, end]) => [start, end - 8] as const),
      ),
      speaker: quote.speaker && { ...quote.speaker, name: 'Harbour Master' },
      saidOn: quote.saidOn && { ...quote.saidOn, from: '2024-09-02' },
    }));
    expect(scoreQuotes([{ ...entry, found }])).toMatchObject({
      exact: 0,
      relaxed: 1,
      joint: 0,
      speaker: 0,
      saidOn: 0,
      stance: 1,
    });
  });
});

describe('the grammar extractor', () => {
  const scores = scoreQuotes(
    corpus.map(({ input, quotes }) => ({ text: input.text, expected: quotes, found: extractQuotes(input) })),
  );

  it.each(MEASURES)('is as good as it has been: %s', (measure) => {
    expect(scores[measure]).toBeGreaterThanOrEqual(floors[measure]);
  });
});

describe('the version of the extractor', () => {
  it('changes with what it reads, so that stored articles are read again', () => {
    const file = new URL('quotes-output.json', import.meta.url);
    const noted = ExtractorOutput.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(
      readOutput(corpus),
      'If cases were added, run `node test/bench/raise-quote-floors.ts`. If the extractor reads otherwise than before, raise RULES in src/quotes/version.ts first.',
    ).toEqual(noted);
  });
});
