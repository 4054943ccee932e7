import type { AnswerQuote } from '../../records/answer.ts';
import type { Article } from '../../records/article.ts';
import type { SentenceEntry } from '../../records/report.ts';
import { sliceAt, type Span } from '../../records/span.ts';
import type { Words } from '../../words/words.ts';
import { sentenceStarts } from '../verify/sentence.ts';
import { stemsOf } from '../verify/words.ts';

/** A name or a description of people, as it begins: "Drovia's mission to the Pact", "The general's office". */
const WHO = String.raw`(?<who>(?:[Tt]he |[Aa] |[Aa]n )?[\p{L}][\p{L}\p{M}.’'-]*(?: (?:[\p{L}][\p{L}\p{M}.’'-]*)){0,7}?)`;
/** A subject stands at the start of its clause. */
const SUBJECT = String.raw`(?<=^|[,;:—–] |\b(?:and|but|while|though|although|that) )${WHO}`;
const AT_ONCE = String.raw`(?:immediately |yet )?`;
const TO = String.raw`(?:(?:an?|several|repeated|the) )?(?:[\p{L}-]+ )?(?:requests?|calls?|messages?|questions?|emails?|e-mails?)`;

/** How an article says that somebody was asked and gave no answer. Each names whom it asked. */
const NO_REPLY: readonly RegExp[] = [
  String.raw`${SUBJECT} (?:did|does|has|have|had) not ${AT_ONCE}(?:respond|responded|reply|replied|return|returned|answer|answered)(?:to)? (?:to )?${TO}`,
  String.raw`${SUBJECT} (?:did|has|have|had) not ${AT_ONCE}(?:responded|respond|replied|reply|commented)(?=[.,;]|$)`,
  String.raw`${SUBJECT} could not (?:immediately )?be reached`,
  String.raw`(?:[Cc]alls|[Ee]-?mails|[Mm]essages|[Rr]equests|[Qq]uestions)(?: sent)? to ${WHO} (?:were not (?:immediately )?(?:returned|answered)|went unanswered)`,
  String.raw`(?:[Tt]here was|[Tt]here has been) no (?:immediate |public )?(?:response|reply|reaction|comment|word) (?:yet )?from ${WHO}(?=[.,;]|$| on | to | about )`,
].map((pattern) => new RegExp(pattern, 'u'));

/** How an article says that somebody is accused or named. */
const ACCUSED: readonly RegExp[] = [
  String.raw`\b(?:accus(?:ed|es|ing)|suspect(?:ed|s)) ${WHO} of `,
  String.raw`\bblam(?:ed|es|ing) ${WHO} for `,
  String.raw`\bnam(?:ed|es|ing) ${WHO} as (?:the|a|one) `,
].map((pattern) => new RegExp(pattern, 'u'));

/** A sentence that tells of somebody without a word on record, before it is told what is noted of them. */
export interface Silent extends Omit<SentenceEntry, 'note'> {
  /** They were asked, rather than accused or named. */
  readonly isAsked: boolean;
}

/** The sentence with what is noted of whom it tells of. */
export function noteSilent({ isAsked, ...entry }: Silent, { reports }: Words): SentenceEntry {
  return { ...entry, note: isAsked ? reports.asked : reports.accused };
}

/** What stands before a name and is none of it. */
const BEFORE_NAME =
  /^(?:(?:and|but|while|though|although|however|meanwhile|on \p{Lu}\p{L}+|also) |.*[,;:—–] )+/iu;
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|who|which|both|neither|none|nobody|officials)$/iu;
const MAX_SENTENCE = 600;

interface Sentence {
  readonly text: string;
  readonly span: Span;
}

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const starts = sentenceStarts(paragraph[0]);
    starts.forEach((start, index) => {
      const words = paragraph[0].slice(start, starts[index + 1]);
      const from = paragraph.index + start + (words.length - words.trimStart().length);
      const span: Span = [from, from + words.trim().length];
      if (span[1] > span[0] && span[1] - span[0] <= MAX_SENTENCE)
        sentences.push({ text: sliceAt(text, span), span });
    });
  }
  return sentences;
}

/** Outside quotation marks alone: what somebody is quoted with is a statement, not the article's word. */
function withoutQuotations(text: string): string {
  return text.replaceAll(/["“][^"“”]*["”]?/g, (quoted) => '"'.repeat(quoted.length));
}

function findWho(sentence: string, patterns: readonly RegExp[]): string | null {
  const masked = withoutQuotations(sentence);
  for (const pattern of patterns) {
    const who = pattern.exec(masked)?.groups?.['who']?.replace(BEFORE_NAME, '').replace(/\.$/, '').trim();
    if (who !== undefined && who !== '' && !PRONOUN.test(who) && /\p{Lu}/u.test(who)) return who;
  }
  return null;
}

const WEIGHTLESS = new Set(
  stemsOf('the a an of for to in at on and his her their its spokesman spokeswoman spokesperson office'),
);

function keyOf(who: string): readonly string[] {
  return stemsOf(who).filter((stem) => !WEIGHTLESS.has(stem));
}

/** Whether the one who is meant has spoken: a quote's speaker bears all the words that matter of the name. */
function hasSpoken(who: string, quotes: readonly AnswerQuote[]): boolean {
  const wanted = keyOf(who);
  if (wanted.length === 0) return true;
  return quotes.some(({ speaker, cue }) => {
    if (speaker === null || NO_REPLY_CUE.test(cue.text)) return false;
    const stems = new Set(stemsOf([speaker.name, speaker.role, speaker.affiliation, speaker.text].join(' ')));
    return wanted.every((stem) => stems.has(stem));
  });
}

/** A refusal that is no answer: the extractor keeps it as one, for it tells of a speaker. */
const NO_REPLY_CUE = /\b(?:respond|reply|replied|reached|returned?)\b/i;

/**
 * Whom the articles say was asked without an answer, or accused, and who has no word on record among `quotes`: each with
 * the sentence that says so, the newest article's first. Looks for plain forms of words only; nobody is guessed at.
 */
export function findSilent(articles: readonly Article[], quotes: readonly AnswerQuote[]): readonly Silent[] {
  const newestFirst = articles.toSorted((left, right) =>
    (left.publishedAt ?? '') < (right.publishedAt ?? '') ? 1 : -1,
  );
  const found = newestFirst.flatMap((article) =>
    sentencesOf(article.text).flatMap((sentence) => readSentence(sentence, article)),
  );
  const asked = found.filter(({ who }) => !hasSpoken(who, quotes));
  return [
    ...new Map(asked.toReversed().map((entry) => [keyOf(entry.who).join(' '), entry])).values(),
  ].toReversed();
}

function readSentence({ text, span }: Sentence, article: Article): readonly Silent[] {
  const unanswered = findWho(text, NO_REPLY);
  const who = unanswered ?? findWho(text, ACCUSED);
  if (who === null) return [];
  const { id, title, outlet, url, publishedAt } = article;
  const isAsked = unanswered !== null;
  return [{ kind: 'sentence', who, text, span, isAsked, article: { id, title, outlet, url, publishedAt } }];
}
