import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { parseTopic } from '../../../src/search/topic.ts';

describe('parseTopic', () => {
  it('takes each word as a term of its own and leaves stop words out', () => {
    expect(parseTopic('the transfer of missiles')).toEqual({ all: [['transfer'], ['missiles']], none: [] });
  });

  it.each(['"missile transfer"', '“missile transfer”', '„missile transfer“', '«missile transfer»'])(
    'keeps the words of %s together',
    (text) => {
      expect(parseTopic(`${text} Iran`)).toEqual({ all: [['missile', 'transfer'], ['Iran']], none: [] });
    },
  );

  it('keeps stop words inside a phrase and drops them at its ends', () => {
    expect(parseTopic('"the transfer of missiles to"').all).toEqual([['transfer', 'of', 'missiles']]);
  });

  it('keeps a phrase that has only stop words', () => {
    expect(parseTopic('"to be or to have"').all).toEqual([['to', 'be', 'or', 'to', 'have']]);
    expect(parseTopic('"the who"').all).toEqual([['the', 'who']]);
  });

  it('reads -word and -"a phrase" as what to leave out', () => {
    expect(parseTopic('missile -drone -"air defence" –cyber')).toEqual({
      all: [['missile']],
      none: [['drone'], ['air', 'defence'], ['cyber']],
    });
  });

  it('does not take a hyphen inside a word for a minus', () => {
    expect(parseTopic('Khatam al-Anbiya - base').all).toEqual([['Khatam'], ['al-Anbiya'], ['base']]);
  });

  it('parts words at punctuation that does not belong to them', () => {
    expect(parseTopic('(missile,transfer)/drones!').all).toEqual([['missile,transfer'], ['drones']]);
    expect(parseTopic("O'Brien's U.S. deal, 1,000").all).toEqual([
      ["O'Brien's"],
      ['U.S'],
      ['deal'],
      ['1,000'],
    ]);
  });

  it('takes a word in capitals for a name', () => {
    expect(parseTopic('WHO funding').all).toEqual([['WHO'], ['funding']]);
  });

  it('says a word once', () => {
    expect(parseTopic('missile Missile "missile"').all).toHaveLength(1);
  });

  it('takes a quotation mark that is never closed for no mark at all', () => {
    expect(parseTopic('"missile transfer').all).toEqual([['missile'], ['transfer']]);
  });

  it.each([
    ['', /no word to look for/u],
    ['  \n ', /no word to look for/u],
    ['?!… "" “—”', /no word to look for/u],
    ['the of and', /no word to look for/u],
    ['-missile -"air defence"', /only says what to leave out/u],
    ['a'.repeat(201), /200 characters/u],
    [Array.from({ length: 21 }, (_, index) => `word${index}`).join(' '), /20 words/u],
  ])('refuses %j in one sentence', (text, sentence) => {
    expect(() => parseTopic(text)).toThrow(InputError);
    expect(() => parseTopic(text)).toThrow(sentence);
  });

  it('gives a topic with something to look for, or an InputError, for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (text) => {
        const words = wordsToLookFor(text);
        expect(words === null || words.length > 0).toBe(true);
        for (const word of words ?? []) expect(word).toMatch(/[\p{L}\p{M}\p{N}\p{Co}]/u);
      }),
    );
  });
});

/** Null where the topic is refused as it should be. */
function wordsToLookFor(text: string): readonly string[] | null {
  try {
    return parseTopic(text).all.flat();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
