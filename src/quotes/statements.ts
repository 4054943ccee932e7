import type { Span } from '../records/span.ts';
import { describeCandidate } from './acceptance.ts';
import { propose, type Candidate } from './candidates.ts';
import { spansOf } from './content-spans.ts';
import { isOpen, isQuotationOnly, isSpoken, quotationSpans, readContinuation } from './continuations.ts';
import { findCues } from './cues.ts';
import { leaning } from './leanings.ts';
import { withRelays } from './relays.ts';
import { isNobody } from './reality.ts';
import { isBeatenBy, isEchoOf, type Rival } from './rivals.ts';
import type { Sentence, Unit } from './sentences.ts';
import { findTurns, type Turn } from './transcripts.ts';
import { score, WEIGHTS } from './weights.ts';

const WORDS = /[\p{L}\p{N}]/u;

/** A statement found by grammar, before its speaker is resolved. */
export interface Statement extends Rival {
  /** The index of the sentence that holds the cue. */
  readonly sentence: number;
}

/** The statements of one sentence, the surest of those that claim the same words. */
function readSentence(text: string, sentence: Sentence, index: number): Growing[] {
  const found: Growing[] = [];
  const { units } = sentence;
  const proposed = withRelays(
    text,
    units,
    findCues(units).flatMap((cue) => propose(text, units, cue) ?? []),
  );
  for (const each of proposed) {
    const candidate = cutAtOwnVerb(sentence.units, each, proposed);
    const confidence =
      score(WEIGHTS.accept, describeCandidate(text, sentence, candidate)) + leaning(text, units, candidate);
    if (confidence <= 0) continue;
    found.push({
      candidate: withNobody(units, candidate),
      sentence: index,
      content: spansOf(text, sentence.units, candidate.ranges),
      confidence,
    });
  }
  const telling = found.filter((one) => !found.some((other) => other !== one && isEchoOf(one, other)));
  return telling.filter((one) => !telling.some((other) => other !== one && isBeatenBy(one, other)));
}

/** "Nobody confirmed it": nobody speaks, and it was not confirmed. */
function withNobody(units: readonly Unit[], candidate: Candidate): Candidate {
  if (!isNobody(units, candidate.subject)) return candidate;
  const cue = { ...candidate.cue, negated: !candidate.cue.negated };
  return { ...candidate, cue, subject: { kind: 'none', range: null } };
}

/** "stated that it was aware but would not be drawn": the second verb is the speaker's own and ends the first content. */
function cutAtOwnVerb(units: readonly Unit[], one: Candidate, all: readonly Candidate[]): Candidate {
  const [range] = one.ranges;
  const speaker = one.subject.range;
  if (range === undefined || speaker === null || one.side !== 'right') return one;
  const own = all.find(
    ({ cue, subject }) =>
      subject.kind === 'shared' &&
      subject.range?.to === speaker.to &&
      cue.from > range.from + 1 &&
      cue.from <= range.to &&
      units[cue.from - 1]?.pos === 'CCONJ',
  );
  if (own === undefined) return one;
  const comma = units[own.cue.from - 2]?.lower === ',' ? 3 : 2;
  return { ...one, ranges: [{ from: range.from, to: own.cue.from - comma }] };
}

function statementOf(turn: Turn): Growing {
  const subject = { kind: 'before', range: turn.speaker } as const;
  const complement = { frame: 'colon', start: turn.cue.to + 1, addressee: null, preposition: '' } as const;
  const candidate: Candidate = { cue: turn.cue, subject, complement, side: 'right', ranges: [] };
  return { candidate, sentence: turn.sentence, content: [...turn.content], confidence: 0 };
}

/** Whether a quotation ended a statement, so that the next quotation may go on with it. */
function endsQuoted(sentence: Sentence, statement: Statement): boolean {
  const { candidate } = statement;
  if (candidate === null) return true;
  return (
    candidate.ranges.some(
      (range) => sentence.units[range.to]?.quotation != null || sentence.units[range.from]?.quotation != null,
    ) || candidate.side === 'following'
  );
}

/** A statement whose content may still go on: it grows in place, so that endless quotations stay linear. */
type Growing = Omit<Statement, 'content'> & { readonly content: Span[] };

/**
 * All statements of a text. A quotation that stands alone goes on with the statement before it: in the same paragraph
 * always, in the next one when the quotation was left open, when a quotation and who said it were the whole paragraph, or
 * when nothing but quotations follows. One with words around it goes on within its paragraph alone.
 */
export function findStatements(text: string, sentences: readonly Sentence[]): readonly Statement[] {
  const statements: Growing[] = [];
  const turns = new Map(findTurns(text, sentences).map((turn) => [turn.sentence, turn]));
  let current: Growing | null = null;
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const turn = turns.get(index);
    if (turn !== undefined) {
      current = statementOf(turn);
      statements.push(current);
      index = turn.last;
      continue;
    }
    if (isQuotationOnly(sentence)) {
      const before = sentences[index - 1];
      const same: boolean = before !== undefined && before.paragraph === sentence.paragraph;
      const goesOn: boolean =
        current !== null &&
        (same ||
          isOpen(before) ||
          isSpoken(before) ||
          current.candidate?.side === 'following' ||
          isQuotationOnly(before));
      if (current !== null && goesOn) {
        current.content.push(...quotationSpans(text, sentence));
      } else {
        current = {
          candidate: null,
          sentence: index,
          content: quotationSpans(text, sentence),
          confidence: 0,
        };
        statements.push(current);
      }
      continue;
    }
    const found = readSentence(text, sentence, index);
    const sameParagraph = sentences[index - 1]?.paragraph === sentence.paragraph;
    const more =
      found.length === 0 && sameParagraph && current !== null ? readContinuation(text, sentence) : [];
    if (more.length > 0) {
      current?.content.push(...more);
      continue;
    }
    statements.push(...found);
    current = found.findLast((statement) => endsQuoted(sentence, statement)) ?? null;
  }
  return statements.flatMap((statement) => {
    const content = statement.content.filter(([start, end]) => WORDS.test(text.slice(start, end)));
    return content.length === 0 ? [] : [{ ...statement, content }];
  });
}
