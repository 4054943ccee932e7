import type { Alias, Docket, Witness } from './docket.ts';
import { phraseAt, type PhraseMatch } from './stance-phrases.ts';
import { QUOTATION, type ParsedSentence } from './sentence.ts';
import { stemsOf, type Word } from './words.ts';

/** How a sentence begins: its speaker, then directly the phrase that reports what they did. */
export interface Opening {
  readonly phrase: PhraseMatch;
  /** The first word after the phrase. */
  readonly next: number;
}

const LINKING = new Set(stemsOf('of the a an and for at in to quoted by via unnamed who was not named'));
const ADVERBS = new Set(['also', 'again', 'has', 'have', 'had']);
const MAX_ROLE_WORDS = 16;
const MAX_ASIDES = 2;

function standsAt(words: readonly Word[], at: number, stems: readonly string[]): boolean {
  return stems.every((stem, index) => words[at + index]?.stem === stem);
}

/** The longest names that stand at `at`; several when speakers share one, as unnamed sources may. */
function longestAliasesAt(words: readonly Word[], at: number, docket: Docket): readonly Alias[] {
  const standing = (docket.aliases.get(words[at]?.stem ?? '') ?? []).filter(({ stems }) =>
    standsAt(words, at, stems),
  );
  return standing.filter(({ stems }) => stems.length === standing[0]?.stems.length);
}

/** The first word after the speaker's name, which may follow their role; -1 when the sentence begins otherwise. */
function afterName(sentence: ParsedSentence, witness: Witness, docket: Docket): number {
  const { words, outside } = sentence;
  for (let at = 0; at < Math.min(words.length, MAX_ROLE_WORDS); at += 1) {
    const alias = longestAliasesAt(words, at, docket).find(({ speaker }) => speaker === witness.speaker);
    if (alias !== undefined) {
      const end = at + alias.stems.length;
      const last = words[end - 1]?.text ?? '';
      const lead = outside.slice(0, words[at]?.start ?? 0).replace(/[\p{L}\p{M}\p{N}' ,.-]/gu, '');
      return /'s?$/i.test(last) || lead !== '' ? -1 : end;
    }
    const stem = words[at]?.stem ?? '';
    if (!witness.around.has(stem) && !LINKING.has(stem)) return -1;
  }
  return -1;
}

/** The first word after an aside in commas or brackets that holds only role, outlet and channel; null when there is none. */
function afterAside(sentence: ParsedSentence, from: number, witness: Witness): number | null {
  const { words, outside } = sentence;
  const start = words[from - 1]?.end ?? 0;
  const opening = /^\s*([,(])/.exec(outside.slice(start))?.[1];
  if (opening === undefined) return null;
  const open = outside.indexOf(opening, start);
  const close = outside.indexOf(opening === '(' ? ')' : ',', open + 1);
  if (close < 0 || outside.slice(open, close).includes(QUOTATION)) return null;
  let at = from;
  while (at < words.length && (words[at]?.end ?? 0) <= close) {
    const stem = words[at]?.stem ?? '';
    if (!witness.around.has(stem) && !LINKING.has(stem)) return null;
    at += 1;
  }
  return at;
}

/** "was quoted by X as saying", X being the outlet or the channel. */
function quotedAsSaying(words: readonly Word[], at: number, witness: Witness): number | null {
  if (words[at]?.text !== 'was' || words[at + 1]?.text !== 'quoted') return null;
  let next = at + 2;
  if (words[next]?.text === 'by') {
    next += words[next + 1]?.text.toLowerCase() === 'the' ? 2 : 1;
    const named = witness.outlets.find((outlet) => outlet.length > 0 && standsAt(words, next, outlet));
    if (named === undefined) return null;
    next += named.length;
  }
  return words[next]?.text === 'as' && words[next + 1]?.text === 'saying' ? next + 2 : null;
}

/** Whether the words of the subject tell a role without its rank. */
function dropsRank(subject: readonly Word[], witness: Witness): boolean {
  const stems = new Set(subject.map((word) => word.stem));
  const tellsRole = [...stems].some((stem) => witness.role.has(stem) && !LINKING.has(stem));
  return tellsRole && witness.ranks.some((rank) => !stems.has(rank));
}

/** Rules V6 and V7: the cited speaker, perhaps an aside, then the report phrase at once; null when it is not so. */
export function findOpening(sentence: ParsedSentence, witness: Witness, docket: Docket): Opening | null {
  const { words } = sentence;
  let at = afterName(sentence, witness, docket);
  if (at < 0) return null;
  for (let aside = 0; aside < MAX_ASIDES; aside += 1) at = afterAside(sentence, at, witness) ?? at;
  const gap = sentence.outside.slice(words[at - 1]?.end ?? 0, words[at]?.start);
  if (!/^[ ,)]*$/.test(gap) || dropsRank(words.slice(0, at), witness)) return null;
  while (ADVERBS.has(words[at]?.text ?? '') && phraseAt(words, at) === null) at += 1;
  const reported = quotedAsSaying(words, at, witness);
  if (reported !== null)
    return { phrase: { stanceClass: 'said', length: reported - at, loaded: false }, next: reported };
  const phrase = phraseAt(words, at);
  return phrase === null ? null : { phrase, next: at + phrase.length };
}
