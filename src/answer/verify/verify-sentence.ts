import type { AnswerSentence } from '../../records/answer.ts';
import { hasPlainCharacters, isTreacherous } from './characters.ts';
import type { Docket, Witness } from './docket.ts';
import { amountsIn } from './numbers.ts';
import { backsClaim } from './paraphrase.ts';
import { phraseFits, withoutReporting } from './polarity.ts';
import { findQuotation, type QuotationRule } from './quotation.ts';
import { reportedMark, withoutReportedMarks } from './reported-mark.ts';
import { isOneSentence, parseSentence, readingsOf, type ParsedSentence } from './sentence.ts';
import { findOpening } from './subject.ts';
import { ADDRESSING, BANNED, DATE_WORDS, NUMBER_WORDS, PRONOUNS } from './word-lists.ts';
import type { Word } from './words.ts';

/** A sentence as a model hands it in. `stance` and `quoteIds` are whatever it wrote. */
export interface ProposedSentence {
  readonly text: string;
  readonly stance: string;
  readonly quoteIds: readonly string[];
}

/** The rules of verification by number: what each asks is told where it is checked. */
export type Rule = 'V1' | 'V3' | QuotationRule | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9' | 'V10';

export type SentenceVerdict = { readonly sentence: AnswerSentence } | { readonly rule: Rule };

const MAX_IDS = 3;
const MAX_UNQUOTED_WORDS = 15;

/** Rule V5: the witnesses of 1 to 3 different, known ids. */
function findWitnesses(ids: readonly string[], docket: Docket): readonly Witness[] | null {
  const unique = [...new Set(ids)];
  const witnesses = unique.flatMap((id) => docket.findWitness(id) ?? []);
  return unique.length > 0 && unique.length <= MAX_IDS && witnesses.length === unique.length
    ? witnesses
    : null;
}

interface Quotation {
  readonly slice: string;
  readonly own: boolean;
  readonly witness: Witness;
}

function findQuotations(
  sentence: ParsedSentence,
  witnesses: readonly Witness[],
): readonly Quotation[] | QuotationRule {
  const quotations: Quotation[] = [];
  for (const span of sentence.spans) {
    const inside = sentence.text.slice(span.open + 1, span.close);
    const findings = witnesses.map((witness) => ({ witness, found: findQuotation(inside, witness.source) }));
    const rules = findings.flatMap(({ found }) => ('rule' in found ? [found.rule] : []));
    const backed = findings.flatMap(({ witness, found }) =>
      'slice' in found ? [{ ...found, witness }] : [],
    )[0];
    if (backed === undefined) return rules.find((rule) => rule !== 'V3a') ?? 'V3a';
    quotations.push(backed);
  }
  return quotations;
}

/** Rules V6, V7, V9 and V10 on single words after the report phrase. */
function wordRule(rest: readonly Word[], witnesses: readonly Witness[]): Rule | null {
  const known = (word: Word) => witnesses.some((witness) => witness.stems.has(word.stem));
  if (rest.some((word) => ADDRESSING.has(word.stem))) return 'V10';
  if (rest.some((word) => PRONOUNS.has(word.stem))) return 'V6';
  if (rest.some((word) => BANNED.has(word.stem))) return 'V7';
  if (rest.some((word) => DATE_WORDS.has(word.stem))) return 'V9';
  return rest.some((word) => NUMBER_WORDS.has(word.stem) && !known(word)) ? 'V9' : null;
}

function amountsAreKnown(sentence: ParsedSentence, from: number, witnesses: readonly Witness[]): boolean {
  return amountsIn(sentence.outside.slice(from)).every((amount) =>
    witnesses.some((witness) => witness.amounts.has(amount)),
  );
}

/** The sentence with the stored slices where its quotations were, so that what is shown is never a retyped copy. */
function render(sentence: ParsedSentence, quotations: readonly Quotation[]): string {
  let text = '';
  let from = 0;
  sentence.spans.forEach((span, index) => {
    const quotation = quotations[index];
    if (quotation === undefined) return;
    const { slice, own, witness } = quotation;
    const mark = reportedMark({ own, proposition: witness.proposition, stance: witness.stance });
    text += `${sentence.text.slice(from, span.open)}“${slice}”${mark}`;
    from = span.close + 1;
  });
  text = (text + sentence.text.slice(from)).trim();
  return /[.!?。！？؟]["”)]*$/.test(text) ? text : `${text}.`;
}

/** Whether the shown text reads as it was verified: a stored slice may hold marks that break the sentence's own. */
function rendersWell(text: string, count: number): boolean {
  const shown = parseSentence(withoutReportedMarks(text));
  return shown !== null && shown.spans.length === count && hasPlainCharacters(shown) && !isTreacherous(text);
}

/** The words after the report phrase, neutral ones left out, or the rule that opening and stance break. */
function checkFrame(
  sentence: ParsedSentence,
  witnesses: readonly Witness[],
  docket: Docket,
): { readonly rest: readonly Word[] } | { readonly rule: Rule } {
  const [witness] = witnesses;
  const opening = witness === undefined ? null : findOpening(sentence, witness, docket);
  if (opening === null) return { rule: 'V6' };
  const { phrase, next } = opening;
  const phraseWords = sentence.words.slice(next - phrase.length, next);
  if (!witnesses.every((cited) => phraseFits(phrase, phraseWords, cited))) return { rule: 'V7' };
  if (phrase.stanceClass === 'said' && sentence.spans.length === 0) return { rule: 'V7' };
  const all = sentence.words.slice(next);
  const rule = wordRule(all, witnesses);
  if (rule !== null) return { rule };
  const rest = withoutReporting(all);
  if (rest === null) return { rule: 'V7' };
  const from = sentence.words[next - 1]?.end ?? 0;
  return amountsAreKnown(sentence, from, witnesses) && rest.length <= MAX_UNQUOTED_WORDS
    ? { rest }
    : { rule: rest.length <= MAX_UNQUOTED_WORDS ? 'V9' : 'V8' };
}

/** Those whose words are shown, and where they do not back the claim as well, those who do. */
function findCited(
  witnesses: readonly Witness[],
  quotations: readonly Quotation[],
  rest: readonly Word[],
  docket: Docket,
) {
  const quotes = (witness: Witness) => quotations.some((quotation) => quotation.witness === witness);
  const backing = witnesses.filter((witness) => backsClaim(rest, witness, docket, quotes(witness)));
  if (backing.length === 0) return null;
  return backing.some(quotes)
    ? witnesses.filter(quotes)
    : witnesses.filter((witness) => quotes(witness) || backing.includes(witness));
}

function verifyReading(
  sentence: ParsedSentence,
  witnesses: readonly Witness[],
  docket: Docket,
): SentenceVerdict {
  if (!hasPlainCharacters(sentence)) return { rule: 'V1' };
  const quotations = findQuotations(sentence, witnesses);
  if (typeof quotations === 'string') return { rule: quotations };
  if (!isOneSentence(sentence)) return { rule: 'V4' };
  const frame = checkFrame(sentence, witnesses, docket);
  if ('rule' in frame) return frame;
  const cited = findCited(witnesses, quotations, frame.rest, docket);
  if (cited === null) return { rule: 'V8' };
  const shown = render(sentence, quotations);
  if (!rendersWell(shown, sentence.spans.length)) return { rule: 'V1' };
  return { sentence: { text: shown, quoteIds: cited.map((witness) => witness.quoteId) } };
}

/** Checks one proposed sentence against the evidence by the rules V1 to V10. Total, pure, linear in its input. */
export function verifySentence(proposed: ProposedSentence, docket: Docket): SentenceVerdict {
  const text = withoutReportedMarks(proposed.text);
  if (isTreacherous(text)) return { rule: 'V1' };
  const witnesses = findWitnesses(proposed.quoteIds, docket);
  if (witnesses === null) return { rule: 'V5' };
  if (new Set(witnesses.map((witness) => witness.speaker)).size > 1) return { rule: 'V6' };
  if (witnesses.some((witness) => witness.stance !== proposed.stance)) return { rule: 'V7' };
  const verdicts = readingsOf(text).map((reading) => verifyReading(reading, witnesses, docket));
  return verdicts.find((verdict) => 'sentence' in verdict) ?? verdicts[0] ?? { rule: 'V3' };
}
