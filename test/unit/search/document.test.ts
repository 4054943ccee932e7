import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../../src/records/article.ts';
import type { Quote } from '../../../src/records/quote.ts';
import { passageAt, type Passage, type Span } from '../../../src/records/span.ts';
import { describeQuote } from '../../../src/search/document.ts';

const TEXT = [
  'Reports of a canal lease spread on Friday.',
  'Minister Ada Lorne rejected them.',
  '“There is no lease,” she said. “There never was.”',
  'The harbour stayed open.',
].join('\n\n');

function articleOf(text: string, title: string | null = 'Canal dispute widens'): ArticleDraft {
  const unknown = {
    outlet: null,
    byline: null,
    publishedAt: null,
    modifiedAt: null,
    language: null,
    url: null,
  };
  return { title, ...unknown, text, contentHash: '0'.repeat(64) };
}

function find(words: string): Span {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}

function passage(...words: readonly string[]): Passage {
  return passageAt(TEXT, words.map(find));
}

const DENIAL: Quote = {
  kind: 'direct',
  content: passage('There is no lease,', 'There never was.'),
  cue: passage('rejected'),
  speaker: {
    mention: find('she'),
    text: 'she',
    name: 'Ada Lorne',
    role: 'Minister',
    affiliation: null,
    anonymous: false,
  },
  stance: 'denied',
  saidOn: null,
  via: null,
  answers: passage('Reports of a canal lease'),
  extractor: 'grammar',
};

describe('describeQuote', () => {
  it('finds a quote under its words, the claim it answers, its paragraphs, the title and the speaker', () => {
    expect(describeQuote(articleOf(TEXT), DENIAL)).toEqual({
      content: 'There is no lease, … There never was.',
      claim: 'Reports of a canal lease',
      context: 'Minister Ada Lorne rejected them.\n“There is no lease,” she said. “There never was.”',
      title: 'Canal dispute widens',
      speaker: 'Ada Lorne Minister she',
    });
  });

  it('does without a title, a speaker and a claim', () => {
    const document = describeQuote(articleOf(TEXT, null), { ...DENIAL, speaker: null, answers: null });
    expect(document).toMatchObject({ claim: '', title: '', speaker: '' });
  });

  it('keeps the context short in a text without paragraphs, and cuts it between words', () => {
    const text = 'harbour '.repeat(10_000);
    const content = passageAt(text, [[40_000, 40_007]]);
    const { context } = describeQuote(articleOf(text), { ...DENIAL, content, cue: content, speaker: null });
    expect(context.length).toBeGreaterThan(2_900);
    expect(context.length).toBeLessThan(3_100);
    expect(new Set(context.split(' '))).toEqual(new Set(['harbour']));
  });

  it('puts every quoted word into the context, once, whatever the text', () => {
    const spanIn = (text: string) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '“'), maxLength: 300 });
    fc.assert(
      fc.property(
        texts.chain((text) => fc.tuple(fc.constant(text), spanIn(text), spanIn(text))),
        ([text, content, cue]) => {
          const quote = {
            ...DENIAL,
            speaker: null,
            content: passageAt(text, [content]),
            cue: passageAt(text, [cue]),
          };
          const { context } = describeQuote(articleOf(text), quote);
          expect(context).toContain(quote.content.text);
          expect(context).toContain(quote.cue.text);
          expect(context.length).toBeLessThanOrEqual(text.length + 1);
        },
      ),
    );
  });
});
