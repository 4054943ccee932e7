import { seededRandom } from './seeded-random.ts';

/** Texts with words spread as in news: a few everywhere, most of them rare, and the phrases that agencies repeat. */
export interface TextMaker {
  /** An article of so many words, in sentences and paragraphs. */
  article(words: number): string;
  /** The text cut after this part of its words, at the end of a word. */
  cut(text: string, share: number): string;
  /** The text with this part of its words replaced by others, each place drawn by itself. */
  edit(text: string, share: number): string;
  /** The text with an agency's line after it. */
  credit(text: string): string;
}

const COMMON =
  'the of to and a in that is was for on with as it by at from has he be his have are this said not had its an been who were will their would but after which or they more one when about out up also into than two new'.split(
    ' ',
  );
const PHRASES = [
  'he told reporters on Monday',
  'according to a statement by the ministry',
  'on condition of anonymity because they were not authorised to speak',
  'did not immediately respond to a request for comment',
  'for the first time in more than a decade',
];
const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ne',
  'ru',
  'sa',
  'to',
  'vu',
  'zo',
  'be',
  'dri',
  'sta',
  'gon',
  'fel',
  'har',
];
const RARE_WORDS = 30_000;

export function makeTexts(seed: number): TextMaker {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (words: readonly string[]): string => words[below(words.length)] ?? '';
  const rare = (): string => {
    let number = Math.floor(RARE_WORDS ** random()) + SYLLABLES.length;
    let word = '';
    while (number > 0) {
      word += SYLLABLES[number % SYLLABLES.length] ?? '';
      number = Math.floor(number / SYLLABLES.length);
    }
    return word;
  };
  const next = (): string => {
    const kind = random();
    return kind < 0.01 ? pick(PHRASES) : kind < 0.5 ? pick(COMMON) : rare();
  };
  const article = (words: number): string => {
    let text = '';
    for (let count = 0; count < words;) {
      const sentence = Array.from({ length: 8 + below(20) }, next).join(' ');
      count += sentence.split(' ').length;
      text += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${random() < 0.4 ? '\n\n' : ' '}`;
    }
    return text.trim();
  };
  return {
    article,
    cut: (text, share) => {
      const words = text.split(/(?<=\s)/u);
      return words
        .slice(0, Math.ceil(words.length * share))
        .join('')
        .trim();
    },
    edit: (text, share) =>
      text.replaceAll(/[\p{L}\p{N}]+/gu, (word) => (random() < share ? `${rare()}x` : word)),
    credit: (text) => `${text}\n\nReporting by ${rare()} ${rare()}; editing by ${rare()} ${rare()}.`,
  };
}
