/** Letters that Unicode does not take apart into a letter and an accent, as people type them without. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const ODD_LETTER = /[ßæœøłđðþħıς]/gu;
/** Accents of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic. */
const ACCENT = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670]/gu;
/** Characters without a width, such as soft hyphens, that may stand inside a word. */
const UNSEEN = /\p{Cf}/gu;
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){1,9}\p{L}\.?(?![\p{L}\p{N}])/gu;
const POSSESSIVE = /(?<=\p{L})['’]s(?![\p{L}\p{N}])/gu;
const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu;
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/**
 * The words of `text` as both databases index and look them up: lower case, without accents; U.S. is `us`, O'Brien
 * `obrien`, Russia's `russia`, al-Anbiya two words. Not stemmed: the databases do that.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(ACCENT, '')
    .replaceAll(UNSEEN, '')
    .toLowerCase()
    .replaceAll(ODD_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replaceAll(INITIALS, (initials) => initials.replaceAll('.', ''))
    .replaceAll(POSSESSIVE, '')
    .replaceAll(APOSTROPHE, '')
    .normalize('NFC');
  return plain.match(WORD) ?? [];
}
