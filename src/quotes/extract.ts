import type { ArticleDraft } from '../records/article.ts';
import type { Quote, Stance } from '../records/quote.ts';
import { passageAt, type Passage, type Span } from '../records/span.ts';
import { findAnswered, readAllegations, type Answerable } from './answers.ts';
import { dateOf } from './said-on.ts';
import { findDates } from './dates/find-dates.ts';
import { kindOf } from './kind.ts';
import { findQuotations } from './marks.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { attributeStatements, type AttributedStatement } from './speakers.ts';
import { classifyStance } from './stance.ts';
import { findStatements } from './statements.ts';
import { readTokens } from './tokens.ts';
import { findVia } from './via.ts';

/** What the extractor reads of an article. */
export type ExtractorInput = Pick<ArticleDraft, 'text' | 'title' | 'publishedAt'>;

const plain = (words: string): string =>
  words.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim();

function cueSpan(sentence: Sentence, statement: AttributedStatement): Span[] {
  const cue = statement.candidate?.cue;
  const first = cue === undefined ? undefined : sentence.units[cue.from];
  const last = cue === undefined ? undefined : sentence.units[cue.to];
  return first === undefined || last === undefined ? [] : [[first.start, last.end]];
}

/** The cue and the words up to its content, or the words behind it where the content came first. */
function cueWords(text: string, cue: readonly Span[], content: readonly Span[]): string {
  const [first] = cue;
  if (first === undefined) return '';
  const next = content.find(([start]) => start >= first[1]);
  const end = next === undefined || next[0] - first[1] > 80 ? first[1] + 24 : next[0];
  return plain(text.slice(first[0], Math.min(end, text.length)));
}

function readAnswerable(
  text: string,
  sentence: Sentence,
  statement: AttributedStatement,
): Answerable & { cue: Passage; content: string } {
  const cue = statement.candidate?.cue;
  const spans = cueSpan(sentence, statement);
  const content = plain(passageAt(text, statement.content).text);
  const lemma = cue?.lemma ?? '';
  const stance = classifyStance({
    lemma,
    cue: cueWords(text, spans, statement.content),
    negated: cue?.negated ?? false,
    passive: cue?.passive ?? false,
    content: content.replace(/^["“'‘]+/u, ''),
  });
  const { speaker } = statement;
  return {
    stance,
    lemma,
    content,
    cue: passageAt(text, spans),
    speaker: speaker === null ? '' : plain(speaker.name ?? speaker.role ?? speaker.text),
  };
}

/**
 * Every attributed statement in an article, in reading order, by grammar alone: no model, no network, the same result
 * every time. Spans count UTF-16 code units of `article.text`. Total on any text; time is linear in its length.
 */
export function extractQuotes(article: ExtractorInput): readonly Quote[] {
  const { text } = article;
  const quotations = findQuotations(text);
  const sentences = readSentences(readTokens(text), quotations);
  const statements = attributeStatements(text, sentences, findStatements(text, sentences));
  const dates = findDates(text, article.publishedAt);
  const readings = statements.map((statement) =>
    readAnswerable(text, sentences[statement.sentence] ?? EMPTY, statement),
  );
  const answered = findAnswered(readings, readAllegations(text, article.title));
  return statements.map((statement, index): Quote => {
    const units = (sentences[statement.sentence] ?? EMPTY).units;
    const claim = statements[answered[index]?.claim ?? -1];
    const cue = readings[index]?.cue ?? { spans: [], text: '' };
    return {
      kind: kindOf(statement.content, quotations),
      content: passageAt(text, statement.content),
      speaker: statement.speaker,
      cue,
      stance: answered[index]?.stance ?? 'claimed',
      saidOn: dateOf(dates, units, cue, statement.content),
      via: statement.candidate === null ? null : findVia(text, units, statement.candidate),
      answers:
        claim === undefined
          ? namedClaim(text, statement, answered[index]?.stance ?? 'claimed')
          : passageAt(text, claim.content),
      extractor: 'grammar',
    };
  });
}

const ANSWERING = new Set<Stance>(['denied', 'disputed', 'declined', 'confirmed']);
const NAMED_CLAIM =
  /\b(?:(?:the|these|those|such|this|that|all|any|his|her|their|media|press)\s+)+(?:\p{L}+\s+)?(?:reports?|claims?|allegations?|accusations?|rumou?rs?|charges?|suggestions?|assertions?|story|stories)\b/iu;

const OBJECT_CLAIM = /^(?:\p{L}+ )?(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?)\b/iu;

/** What a denial answers by its own words, where no other statement of the article says it: "denied [the reports]". */
function namedClaim(text: string, statement: AttributedStatement, stance: Stance): Passage | null {
  const [content] = statement.content;
  if (content === undefined || !ANSWERING.has(stance)) return null;
  const match = NAMED_CLAIM.exec(text.slice(content[0], content[1]));
  if (match !== null)
    return passageAt(text, [[content[0] + match.index, content[0] + match.index + match[0].length]]);
  const words = text.slice(content[0], content[1]);
  const object =
    OBJECT_CLAIM.test(words) ||
    (statement.candidate?.side === 'right' &&
      statement.candidate.complement.frame === 'phrase' &&
      statement.candidate.cue.kind === 'verb');
  return object && stance !== 'declined' ? passageAt(text, statement.content) : null;
}

const EMPTY: Sentence = { units: [], paragraph: 0, first: true };
