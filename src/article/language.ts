import type { ArticleDraft } from '../records/article.ts';

/** What of a text is looked at, in UTF-16 code units: enough for any detector. */
const SAMPLE = 4000;

/** Shorter texts, in letters, are names and labels as likely as sentences: nothing is said of them. */
const LONG_ENOUGH = 100;

/** The commonest words of English that no other language writes often. */
const ENGLISH = new Set(
  `the and of to that said with for his her he she it this they their from which were have has been not but who would
  will had are by on`.split(/\s+/u),
);

/** Among the words of an English text, so many are of the commonest; among another's, next to none. */
const ENGLISH_SHARE = 0.2;

/** Languages so near to each other that a detector takes one for the other. */
const KIN: readonly ReadonlySet<string>[] = [
  new Set(['id', 'ms']),
  new Set(['no', 'nb', 'nn', 'da']),
  new Set(['hr', 'sr', 'bs', 'sh', 'sl']),
  new Set(['fil', 'tl']),
  new Set(['es', 'ca', 'gl', 'pt']),
  new Set(['cs', 'sk']),
];

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

function isKin(one: string, other: string): boolean {
  return one === other || KIN.some((kin) => kin.has(one) && kin.has(other));
}

function isPlainlyEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => ENGLISH.has(word)).length >= words.length * ENGLISH_SHARE;
}

/** The letters of a text, where one that stands for a syllable or a word counts as four. */
function weightOf(sample: string): number {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters + 3 * (sample.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0);
}

/**
 * The language of a text as BCP 47: what was told (`told`, such as `en-GB`) unless the text plainly contradicts it. Null
 * where nothing was told and the text is too short or too mixed to tell. Plain English needs no detector, which holds
 * some 40 MB once it is loaded.
 */
export async function detectLanguage(text: string, told: string | null): Promise<string | null> {
  const sample = text.slice(0, SAMPLE).replace(/https?:\S+/gu, ' ');
  if (weightOf(sample) < LONG_ENOUGH) return told;
  const found = isPlainlyEnglish(sample) ? 'en' : await detect(sample);
  return found === null || (told !== null && isKin(baseOf(told), found)) ? told : found;
}

async function detect(sample: string): Promise<string | null> {
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(sample);
  return result.isReliable() ? result.language || null : null;
}

/** The article with its language, detected where it was not told or plainly told wrong. */
export async function withLanguage(draft: ArticleDraft): Promise<ArticleDraft> {
  return { ...draft, language: await detectLanguage(draft.text, draft.language) };
}
